"""Small pictures between the two sides: who bears something, and where answers stand. Words say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pactwright.catalogue.words import words
from pactwright.library.model import Library, Option
from pactwright.report import Mark, Picture, Sign, Stroke

PLACE = 17
"""So many percent of a line is each of its six places wide."""
WHOLE = 100
_APART = 6
"""So far apart stand two answers at one place, as long as there is room."""


def picture_of(to: str) -> Picture | None:
    """Who bears something, on the line from the city to the partner; nothing where no place on it fits."""
    shown = words()["pictures"]
    if to not in shown["places"]:
        return None
    marks = tuple(Mark(int(place), sign) for place, sign in shown["places"][to].items())
    return Picture("", marks, (Stroke(0, WHOLE, "bold" if to in shown["bold"] else "thin"),))


def ladder_of(library: Library, options: Iterable[Option], filled: Iterable[str]) -> Picture:
    """Where the options of an issue stand; the `filled` ones are those that the library takes by itself."""
    places = {name: number for number, name in enumerate(library.vocabulary["stances"])}
    taken = {places[each.stance]: False for each in options} | {
        places[each.stance]: True for each in options if each.id in set(filled)
    }
    marks = tuple(Mark(at(place), sign(is_filled=is_filled)) for place, is_filled in sorted(taken.items()))
    last = len(places) - 2
    return Picture("", marks, (Stroke(at(0), at(last)),), tuple(at(each) for each in range(last + 1)))


def side_by_side(places: Sequence[int]) -> tuple[int, ...]:
    """Where the answers at some places of a ladder stand; several at one place stand side by side.

    >>> side_by_side([0, 2, 2])
    (8, 39, 45)
    """
    found: list[int] = []
    for number, place in enumerate(places):
        there = places.count(place)
        apart = min(_APART, (PLACE - 2) / max(there - 1, 1))
        first = at(place) - apart * (there - 1) / 2
        found.append(min(WHOLE, round(first + apart * places[:number].count(place))))
    return tuple(found)


def at(place: int) -> int:
    """The middle of a place of a ladder."""
    return place * PLACE + PLACE // 2


def sign(*, is_filled: bool) -> Sign:
    """A disc for what the library takes by itself, a ring for what may be chosen."""
    return "disc" if is_filled else "ring"
