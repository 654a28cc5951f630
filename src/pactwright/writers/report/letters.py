"""A picture in letters, one line for each of its rows; what it shows stands in the words beside it, too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pactwright.report import Picture, Sign
from pactwright.writers.columns import display_width

SIGNS: Mapping[Sign | Literal["dotted", "zone"], str] = {
    "disc": "*",
    "ring": "o",
    "bold-ring": "O",
    "cross": "x",
    "triangle": "^",
    "square": "#",
    "dotted": ". . .",
    "zone": "[ ]",
}
_STROKES = {"thin": "-", "bold": "=", "dotted": ". "}
_OPEN, _CLOSE = "[", "]"


def lettered(picture: Picture, width: int) -> list[str]:
    """The rows of a picture in lines of `width` letters."""
    return [_row(picture, row, width) for row in range(picture.rows)]


def axis_line(words: Iterable[tuple[int, str]], width: int) -> str:
    """Words over places of a picture, or one after the other where they have no room there.

    >>> axis_line(((0, "city"), (50, "balanced"), (100, "partner")), 30)
    'city       balanced    partner'
    """
    line = ""
    for at, text in words:
        start = at * (width - display_width(text)) // 100
        if line and start <= display_width(line):
            return ", ".join(text for _, text in words)
        line += " " * (start - display_width(line)) + text
    return line


def _row(picture: Picture, row: int, width: int) -> str:
    letters = [" "] * width
    for stroke in (each for each in picture.strokes if each.row == row):
        start, end = _spot(stroke.start, width), _spot(stroke.end, width)
        drawn = _STROKES[stroke.form]
        letters[start : end + 1] = (drawn * width)[: end + 1 - start]
        for tick in picture.ticks:
            letters[_spot(tick, width)] = "."
    for start, end in picture.zones:
        letters[_spot(start, width)], letters[_spot(end, width)] = _OPEN, _CLOSE
    for mark in sorted((each for each in picture.marks if each.row == row), key=lambda each: each.at):
        letters[_free(letters, _spot(mark.at, width))] = SIGNS[mark.sign]
    return "".join(letters).rstrip()


def _free(letters: list[str], wished: int) -> int:
    """The place of a mark: the nearest one where no other stands."""
    taken = set(SIGNS.values())
    return min((at for at, letter in enumerate(letters) if letter not in taken), key=lambda at: abs(at - wished))


def _spot(at: int, width: int) -> int:
    return round(at * (width - 1) / 100)
