"""What the guide says, as lines of text of 80 columns; a heading is a line that begins without a space."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from pactwright.guide.advice import Advice, Because, Chosen, Near, Read
from pactwright.guide.model import Guide
from pactwright.guide.words import words
from pactwright.library.model import NONE

WIDTH: Final = 80
SHOWN: Final = 3
"""So many near misses to one outcome, and one to each option."""


def advice_lines(advice: Advice, guide: Guide) -> Iterator[str]:
    """What the guide says, part by part."""
    for heading, lines in _parts(advice, guide):
        body = list(lines)
        if body:
            yield from ("", *_wrapped(heading, ""), *body)


def _parts(advice: Advice, guide: Guide) -> Iterator[tuple[str, Iterable[str]]]:
    said = words()
    if form := advice.instead:
        yield said.instead.format(title=form.title), _wrapped(form.reason)
        yield said.tipped, (line for each in form.tipped for line in _because(each))
        yield said.nearest, (*_wrapped(form.nearest), *_wrapped(said.otherwise.format(title=advice.title)))
        yield said.sources, (line for each in form.sources for line in _source(each))
        yield said.near, _near(advice)
        return
    yield advice.title, (*_wrapped(advice.about), *_close(advice), *_wrapped(said.lead))
    yield said.tipped, _because(advice.tipped) if advice.tipped else _wrapped(said.lighter)
    yield said.speaks, (line for each in advice.speaks if each != advice.tipped for line in _because(each))
    yield said.near, _near(advice)
    yield said.points, _points(advice)
    yield said.options, (*(line for each in advice.options for line in _option(each)), *_wrapped(said.rest))
    yield said.unknown, (line for each in advice.unknown for line in _wrapped(guide.questions[each].ask))


def _because(each: Because) -> list[str]:
    said = words()
    reason = said.counted.format(reason=each.reason, points=each.points) if each.points else each.reason
    return [*_wrapped(said.pair.format(ask=each.ask, says=each.says)), *_wrapped(reason, "    ")]


def _source(each: Read) -> list[str]:
    return _wrapped(
        words().source.format(title=each.title, address=each.address, checked_on=each.checked_on, note=each.note)
    )


def _close(advice: Advice) -> list[str]:
    """Which model has nearly as many points, where one has."""
    if not advice.is_close:
        return []
    open_ones = [each for each in advice.scores if not each.ruled_out and each.model != advice.model]
    nearly = max(open_ones, key=lambda each: each.points)
    return _wrapped(words().close.format(titles=nearly.title))


def _near(advice: Advice) -> Iterator[str]:
    """The near misses by where they lead, the models first; it is said where none leads to a model."""
    said, models = words(), {each.model for each in advice.scores}
    outcomes: dict[str, list[Near]] = {}
    for each in sorted(advice.near, key=lambda near: near.outcome not in models):
        outcomes.setdefault(each.title, []).append(each)
    if not advice.instead and not any(each.outcome in models for each in advice.near):
        yield from _wrapped(said.near_none)
    for title, ways in outcomes.items():
        yield from _wrapped(title)
        for each in ways[:SHOWN]:
            yield from _wrapped(said.near_line.format(ask=each.ask, says=each.says), "    ")
        if len(ways) > SHOWN:
            yield from _wrapped(said.near_more.format(count=len(ways) - SHOWN), "    ")


def _points(advice: Advice) -> Iterator[str]:
    said = words()
    for each in sorted(advice.scores, key=lambda score: -score.points):
        if each.ruled_out:
            first = each.ruled_out[0]
            line = said.ruled_out.format(title=each.title, points=each.points, says=first.says, reason=first.reason)
        else:
            line = said.score.format(title=each.title, points=each.points)
        yield from _wrapped(line)


def _option(each: Chosen) -> Iterator[str]:
    said = words()
    yield from _wrapped(f"{each.issue}: {said.left_out if each.option == NONE else f'{each.option}, {each.title}'}")
    yield from _wrapped(said.pair.format(ask=each.tipped.ask, says=each.tipped.says), "    ")
    yield from _wrapped(each.tipped.reason, "    ")
    for near in each.near[:1]:
        yield from _wrapped(said.option_near.format(title=near.title, says=near.says), "    ")


def _wrapped(text: str, margin: str = "  ") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False, break_long_words=False
    )
