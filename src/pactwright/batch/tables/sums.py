"""Lines of a table that sum up the others, which nobody means to be an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final

from pactwright.findings import Finding
from pactwright.workbooks.leftovers import leftovers

NUMBER: Final = re.compile(r"(?:[A-Z]{3} ?)?-?[0-9][0-9,]*(?:\.[0-9]+)? ?%?")
FEW: Final = 2  # lines that make a sum
FIX: Final = "delete the line; if it is an agreement after all, give it another key"


def sum_of(key: str, texts: Sequence[str], place: str) -> Finding | None:
    """What is said of a line whose key, or first text, is a word for a sum."""
    if not any(leftovers().sums_up(each, among_numbers=True) for each in (key, *texts) if each):
        return None
    words = [text for text in texts if text and not NUMBER.fullmatch(text)]
    others = len(words) < len([text for text in texts if text])
    by_key = leftovers().sums_up(key, among_numbers=not words)
    if by_key or (len(words) == 1 and others and leftovers().sums_up(words[0], among_numbers=True)):
        return _finding(key if by_key else words[0], place)
    return None


def summed_up(lines: Sequence[Sequence[str]]) -> Iterator[int]:
    """The positions of lines that fill nothing but numbers, each the sum of several above it, or of those below.

    Only where the other lines fill more than numbers: else a sum may be chance.
    """
    bare = [number for number, texts in enumerate(lines) if any(texts) and not any(map(_is_word, texts))]
    if not bare or len(bare) > len(lines) / FEW:
        return
    sums = [list(accumulate(column, _Sum.__add__, initial=_Sum())) for column in zip(*lines, strict=True)]
    for number in bare:
        filled = [(sums[column], _number(text)) for column, text in enumerate(lines[number]) if text]
        above = all(each[number].says(own) for each, own in filled)
        below = all((each[-1] - each[number + 1]).says(own) for each, own in filled)
        if (above or below) and any(own for _, own in filled):
            yield number


@dataclass(frozen=True, slots=True)
class _Sum:
    """The sum of some numbers, and how many of them are more than nothing."""

    total: Decimal = Decimal(0)
    addends: int = 0

    def __add__(self, text: str) -> _Sum:
        number = _number(text)
        return _Sum(self.total + number, self.addends + bool(number))

    def __sub__(self, other: _Sum) -> _Sum:
        return _Sum(self.total - other.total, self.addends - other.addends)

    def says(self, number: Decimal) -> bool:
        """Whether it is this number, and no chance."""
        return self.total == number and self.addends >= FEW


def sum_finding(place: str) -> Finding:
    """What is said of a line that is a sum by its numbers alone."""
    return _finding("", place)


def _finding(word: str, place: str) -> Finding:
    seen = f'this line is a sum of others, as "{word}" says' if word else "the numbers of this line are sums of others"
    return Finding("sum-row", "error", "key", seen, "a line for each agreement", FIX, place)


def _is_word(text: str) -> bool:
    return bool(text) and not NUMBER.fullmatch(text)


def _number(text: str) -> Decimal:
    digits = re.sub(r"[^0-9.\-]", "", text) if NUMBER.fullmatch(text) else ""
    return Decimal(digits or 0)
