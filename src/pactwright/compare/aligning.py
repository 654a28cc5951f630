"""Two lists of lines held against each other, in time that grows with their length and not with its square."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

_SMALL: Final = 10_000
"""Up to how many pairs of lines the standard library's matcher looks at."""


def aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The places of lines that are the same and in the same order in both, as many as are found quickly.

    Lines that begin or end both lists, then those that stand once in each, then what the matcher finds between them.
    """
    head = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    head = min(len(one), len(other)) if head is None else head
    most = min(len(one), len(other)) - head
    tail = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    middle = _between(one, other, (head, len(one) - tail, head, len(other) - tail))
    ends = ((len(one) - tail + at, len(other) - tail + at) for at in range(tail))
    return [*((at, at) for at in range(head)), *middle, *ends]


def _between(one: Sequence[str], other: Sequence[str], span: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    anchors = [(span[0] - 1, span[2] - 1), *_anchors(one, other, span), (span[1], span[3])]
    for (before, above), (after, below) in itertools.pairwise(anchors):
        if before >= span[0]:
            yield before, above
        yield from _matched(one, other, (before + 1, after, above + 1, below))


def _matched(one: Sequence[str], other: Sequence[str], span: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    a, b, c, d = span
    if 0 < (b - a) * (d - c) <= _SMALL:
        blocks = SequenceMatcher(None, one[a:b], other[c:d], autojunk=False).get_matching_blocks()
        yield from ((a + block.a + step, c + block.b + step) for block in blocks for step in range(block.size))


def _anchors(one: Sequence[str], other: Sequence[str], span: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """The lines that stand once in both, the longest row of them that is in order."""
    a, b, c, d = span
    mine, theirs = Counter(one[a:b]), Counter(other[c:d])
    places = {text: at for at, text in enumerate(other[c:d], start=c) if theirs[text] == 1}
    pairs = [(at, places[text]) for at, text in enumerate(one[a:b], start=a) if mine[text] == 1 and text in places]
    return [pairs[index] for index in rising([there for _, there in pairs])]


def rising(numbers: Sequence[int]) -> list[int]:
    """The places of the longest row of numbers in which each is larger than the one before it.

    >>> rising([3, 1, 2, 5, 4])
    [1, 2, 4]
    """
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(lasts, number)
        before.append(ends[at - 1] if at else -1)
        lasts[at : at + 1] = [number]
        ends[at : at + 1] = [place]
    row = []
    place = ends[-1] if ends else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]
