"""A report as plain text, readable in a pipe: words and a few letters, no colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pactwright.report import (
    Block,
    Grid,
    Heading,
    Kept,
    Ladder,
    Legend,
    Line,
    Notice,
    Pairs,
    Part,
    Prose,
    Report,
    Words,
)
from pactwright.writers.columns import hung, wrapped
from pactwright.writers.report.letters import SIGNS, lettered
from pactwright.writers.report.links import anchors_of
from pactwright.writers.report.listed import grid_lines
from pactwright.writers.report.spoken import said
from pactwright.writers.report.typed import printable

_UNDERLINED = {1: "=", 2: "-"}
_LADDER, _KEYS = 66, 20
_HELD = "\N{NO-BREAK SPACE}"


def report_text(report: Report, width: int) -> bytes:
    """The text of `report` in UTF-8, in lines of at most `width` columns, but for longer words."""
    anchors_of(report)
    head = [*wrapped(printable(report.kicker), width), *wrapped(printable(report.title), width), "=" * width]
    parts = [head, wrapped(printable(report.lead_in), width), *_parts(report.blocks, width)]
    parts += [_end(report, width)]
    return ("\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part) + "\n").encode()


def _end(report: Report, width: int) -> list[str]:
    records = [line for name, text in report.made_by for line in _pair(name, (Words(text),), width)]
    return [*wrapped(printable(report.foot), width), *records]


def _parts(blocks: Iterable[Block], width: int) -> Iterator[list[str]]:
    for block in blocks:
        if isinstance(block, (Kept, Part)):
            yield from _parts(block.blocks, width)
        else:
            yield _WRITTEN[type(block)](block, width)


def _heading(heading: Heading, width: int) -> list[str]:
    lines = hung(heading.number, printable(heading.text), 0, 0, width)
    rule = _UNDERLINED.get(heading.level)
    return [*lines, rule * width] if rule else lines


def _prose(prose: Prose, width: int) -> list[str]:
    return wrapped(said(prose.line), width)


def _notice(notice: Notice, width: int) -> list[str]:
    return [f"! {each}" for each in wrapped(said(notice.line), width - 2)]


def _legend(legend: Legend, width: int) -> list[str]:
    entries = (f"{SIGNS[form]} {printable(text)}".replace(" ", _HELD) for form, text in legend.entries)
    return [line.replace(_HELD, " ") for line in wrapped("   ".join(entries), width)]


def _pairs(pairs: Pairs, width: int) -> list[str]:
    return [each for key, line in pairs.pairs for each in _pair(key, line, width)]


def _pair(key: str, line: Line, width: int) -> list[str]:
    return hung(printable(key), said(line), 0, _KEYS, width)


def _ladder(ladder: Ladder, width: int) -> list[str]:
    lines = lettered(ladder.picture, min(_LADDER, width))
    for place, titles in enumerate(ladder.places):
        head = printable(ladder.heads[place]) if ladder.heads else ""
        for title in titles:
            lines += hung(head, said(title), 2, _KEYS, width)
            head = ""
    return lines


_WRITTEN: Mapping[type[Block], Callable[..., list[str]]] = {
    Heading: _heading,
    Prose: _prose,
    Notice: _notice,
    Legend: _legend,
    Grid: grid_lines,
    Pairs: _pairs,
    Ladder: _ladder,
}
