"""The line of an issue with the marks of one side or of both, and the line of a figure with what each side accepts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pactwright.catalogue.pictures import at, side_by_side
from pactwright.library.positions import Mark
from pactwright.playbook.marks import Meeting
from pactwright.playbook.ranges import Ranges
from pactwright.playbook.words import scale
from pactwright.report import Mark as Sign
from pactwright.report import Picture, Stroke
from pactwright.report import Sign as Form

SIGNS: Final[Mapping[Mark, Form]] = {"prefers": "disc", "accepts": "ring", "approval": "triangle", "never": "cross"}
DRAFT: Final[Form] = "square"
_EDGE = 4
"""So far beyond the middle of a mark reaches the box round it."""


def line_of(meeting: Meeting, sides: tuple[int, ...]) -> Picture:
    """The answers of an issue on the line: a row of marks for each side, the draft's in between; a box where both meet.

    The words beside it say the same.
    """
    shown = side_by_side([each.place for each in meeting.answers])
    places = {each.option: place for each, place in zip(meeting.answers, shown, strict=True)}
    marks = [
        Sign(places[answer.option], SIGNS[mark], row=2 * row if len(sides) > 1 else row)
        for row, side in enumerate(sides)
        for answer in meeting.answers
        if (mark := answer.marks[side])
    ]
    middle = 1
    marks += [Sign(places[each.option], DRAFT, middle) for each in meeting.answers if each.is_draft]
    zones = tuple(
        sorted({(max(0, at_ - _EDGE), min(100, at_ + _EDGE)) for at_ in (places[each.option] for each in meeting.zone)})
    )
    last = len(scale()) - 2
    rows = 3 if len(sides) > 1 else 2
    line = Stroke(at(0), at(last), row=middle)
    return Picture("", tuple(marks), (line,), tuple(at(each) for each in range(last + 1)), _boxes(zones, sides), rows)


def _boxes(zones: tuple[tuple[int, int], ...], sides: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Where both meet is no one side's to see."""
    return zones if len(sides) > 1 else ()


def bars_of(ranges: Ranges) -> Picture:
    """What each side accepts of a figure, in a row of its own; a box where both do."""
    strokes = tuple(
        Stroke(ranges.at(low), max(ranges.at(high), ranges.at(low) + 1), "bold", row)
        for row, (low, high) in enumerate(ranges.spans)
    )
    overlap = ranges.overlap
    zones = ((ranges.at(overlap[0]), ranges.at(overlap[1])),) if overlap else ()
    return Picture("", (), strokes, (0, 100), zones, 2)
