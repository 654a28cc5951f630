"""Charts as drawings in the page: columns whose parts stand one upon the other; how they look is the style sheet's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from pactwright.document import Chart
from pactwright.writers.page.markup import escaped

_WIDTH, _HEIGHT = 640, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 630, 32, 232  # of what is drawn between the axes
_COLUMN = Decimal("0.6")  # of the room that a category has


class Scale(NamedTuple):
    """The numbers between which everything is drawn."""

    low: Decimal
    high: Decimal

    def at(self, amount: Decimal) -> Decimal:
        """How far down the drawing an amount lies."""
        return _BOTTOM - (amount - self.low) * (_BOTTOM - _TOP) / (self.high - self.low)


def chart_html(chart: Chart) -> str:
    """The chart with its caption; whoever cannot see it is told what it shows."""
    scale = Scale(Decimal(chart.scale[0].at), Decimal(chart.scale[-1].at))
    inside = "".join((*_lines(chart, scale), *_columns(chart, scale), *_words(chart), *_legend(chart)))
    drawing = f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escaped(chart.alt)}">{inside}</svg>'
    # On a phone it keeps a size at which its words can be read, and is moved as a wide table is.
    box = f'<div class="box" tabindex="0">{drawing}</div>'
    return f'<figure class="chart"><figcaption>{escaped(chart.caption)}</figcaption>\n{box}\n</figure>'


def _lines(chart: Chart, scale: Scale) -> Iterator[str]:
    for tick in chart.scale:
        at = _spot(scale.at(Decimal(tick.at)))
        yield f'<path class="{"line" if Decimal(tick.at) else "axis"}" d="M{_LEFT} {at}H{_RIGHT}"/>'
        yield _text(tick.label, _LEFT - 8, _spot(scale.at(Decimal(tick.at)) + 4), "scale")


def _columns(chart: Chart, scale: Scale) -> Iterator[str]:
    """The parts of each column from nil upwards, those below nil from nil downwards."""
    room = Decimal(_RIGHT - _LEFT) / len(chart.categories)
    for number, values in enumerate(zip(*(each.values for each in chart.series), strict=True)):
        left, width = _LEFT + room * (number + (1 - _COLUMN) / 2), room * _COLUMN
        for kind, amounts in enumerate(_stacked([Decimal(each) for each in values])):
            top, bottom = (scale.at(each) for each in amounts)
            if top == bottom:
                continue
            size = f'width="{_spot(width)}" height="{_spot(bottom - top)}"'
            yield f'<rect class="part-{kind + 1}" x="{_spot(left)}" y="{_spot(top)}" {size}/>'
        yield _text(chart.categories[number], _spot(left + width / 2), _BOTTOM + 20, "category")


def _stacked(column: Sequence[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    """Where each part ends and begins, from the top down."""
    up = list(accumulate((max(each, Decimal(0)) for each in column), initial=Decimal(0)))
    down = list(accumulate((min(each, Decimal(0)) for each in column), initial=Decimal(0)))
    for number, each in enumerate(column):
        yield (up[number + 1], up[number]) if each >= 0 else (down[number], down[number + 1])


def _words(chart: Chart) -> Iterator[str]:
    yield _text(chart.unit, _LEFT - 8, _TOP - 16, "scale") if chart.unit else ""
    yield _text(chart.axis, (_LEFT + _RIGHT) // 2, _BOTTOM + 42, "category")


def _legend(chart: Chart) -> Iterator[str]:
    room = (_RIGHT - _LEFT) // len(chart.series)
    for number, each in enumerate(chart.series):
        left = _LEFT + room * number
        yield f'<rect class="part-{number + 1}" x="{left}" y="{_HEIGHT - 24}" width="14" height="14"/>'
        yield _text(each.name, left + 22, _HEIGHT - 12, "series")


def _text(words: str, x: object, y: object, kind: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escaped(words)}</text>'


def _spot(place: Decimal) -> str:
    """A place in the drawing, to a tenth."""
    return f"{place.quantize(Decimal('0.1')):f}"
