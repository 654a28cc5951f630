"""What a picture is made of, for whoever draws it: lines, boxes and signs, each with a look by name.

Across, a place is a share of the width in percent; down, and within a sign, lengths are those of a screen's pixels. So
a picture grows with its cell, and its signs stay as large as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from pactwright.report import Picture, Sign

Look: TypeAlias = Literal[
    "thin", "bold", "dotted", "tick", "zone", "disc", "ring", "bold-ring", "cross", "triangle", "square"
]
Point: TypeAlias = tuple[float, float]

_FIRST_ROW, _BELOW, _TICK = 8, 13, 2.5


class Stripe(Struct, frozen=True):
    """A straight line."""

    look: Look
    start: int
    end: int
    top: float
    bottom: float


class Box(Struct, frozen=True):
    """A tinted box with a line round it."""

    look: Look
    start: int
    end: int
    top: float
    bottom: float


class Disc(Struct, frozen=True):
    """A circle."""

    look: Look
    at: int
    down: float
    radius: float


class Outline(Struct, frozen=True):
    """Points joined by straight lines, counted from the middle of the sign; a closed one is filled."""

    look: Look
    at: int
    down: float
    points: tuple[Point, ...]
    is_closed: bool


Shape: TypeAlias = Stripe | Box | Disc | Outline

_RADII: Mapping[str, float] = {"disc": 5.4, "ring": 3.8, "bold-ring": 4.6}
_CORNERS: Mapping[str, tuple[tuple[Point, ...], ...]] = {
    "cross": (((-3.2, -3.2), (3.2, 3.2)), ((3.2, -3.2), (-3.2, 3.2))),
    "triangle": (((-3.8, 3.0), (3.8, 3.0), (0.0, -3.8)),),
    "square": (((-3.0, -3.0), (3.0, -3.0), (3.0, 3.0), (-3.0, 3.0)),),
}


def height(picture: Picture) -> int:
    """How high a picture is."""
    return 2 * _FIRST_ROW + _BELOW * (picture.rows - 1)


def shapes(picture: Picture) -> Iterator[Shape]:
    """The shapes of a picture, the lowest first."""
    for start, end in picture.zones:
        yield Box("zone", start, end, 0.5, height(picture) - 0.5)
    for stroke in picture.strokes:
        yield Stripe(stroke.form, stroke.start, stroke.end, _down(stroke.row), _down(stroke.row))
    for row in sorted({stroke.row for stroke in picture.strokes}):
        for tick in picture.ticks:
            yield Stripe("tick", tick, tick, _down(row) - _TICK, _down(row) + _TICK)
    for mark in picture.marks:
        yield from sign(mark.sign, mark.at, _down(mark.row))


def sign(form: Sign, at: int = 50, down: float = _FIRST_ROW) -> Iterator[Shape]:
    """The shapes of one sign."""
    if form in _RADII:
        yield Disc(form, at, down, _RADII[form])
        return
    for points in _CORNERS[form]:
        yield Outline(form, at, down, points, is_closed=form != "cross")


def key_shapes(form: Sign | Literal["dotted", "zone"]) -> Iterator[Shape]:
    """The shapes of a sign in a legend, in a square of 16 pixels."""
    if form == "dotted":
        yield Stripe("dotted", 0, 100, _FIRST_ROW, _FIRST_ROW)
    elif form == "zone":
        yield Box("zone", 15, 85, 0.5, 2 * _FIRST_ROW - 0.5)
    else:
        yield from sign(form)


def _down(row: int) -> float:
    return _FIRST_ROW + _BELOW * row
