"""A covering array: rows of choices in which every two options that may stand together do so at least once.

It is worked out anew in each run, in some seconds, so that no row can grow old: what a new option, need, conflict or
required fact changes, the next run takes in. Each row starts from a pair that no row has yet, and takes in every other
issue an option that brings as many new pairs as can be had.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from typing import TypeAlias

from tests.fitting import Names, each
from tests.kinds_of_paper import PAPERS, Paper, every_option, issue_of

Pair: TypeAlias = frozenset[str]
"""Two options of two issues, by their full names."""


@dataclass(frozen=True)
class Row:
    """One paper, and what is chosen in each issue that it can hold, by name."""

    paper: Paper
    chosen: tuple[str, ...]

    def __str__(self) -> str:
        """What a spec would need to draft it again."""
        return f"{self.paper}: {', '.join(self.chosen)}"

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The options that a draft of it prints."""
        issues = self.paper.selection(self.chosen).issues.items()
        return tuple(f"{name}/{chosen.chosen}" for name, chosen in issues if chosen.option and chosen.kinds)


def pairs_of(names: Iterable[str]) -> set[Pair]:
    """Every two of some options that answer different issues."""
    return {frozenset(two) for two in combinations(names, 2) if issue_of(two[0]) != issue_of(two[1])}


def are_apart(pair: Pair) -> bool:
    """Whether no paper can print both, whatever else is chosen: every way is tried, and none is left."""
    return not any(paper.filled(sorted(pair)) for paper in PAPERS)


class Left:
    """The pairs that no row has yet, as each kind of paper sees them."""

    def __init__(self) -> None:
        self.pairs: set[Pair] = pairs_of(every_option())
        self.new: dict[Paper, dict[Names, Names]] = {paper: defaultdict(int) for paper in PAPERS}
        for paper, bits in ((paper, paper.fitting.bits) for paper in PAPERS):
            for one in paper.options:
                others = self._beside(paper, one)
                self.new[paper][bits[one]] = paper.fitting.set_of(others)

    def _beside(self, paper: Paper, one: str) -> Iterator[str]:
        """The options of other issues that are not refused at first sight beside one."""
        names = paper.fitting.names(paper.left(one))
        yield from (name for name in names if name in paper.options and issue_of(name) != issue_of(one))

    def take(self, row: Row) -> None:
        """Takes away what a row has."""
        self.pairs -= pairs_of(row.printed)
        for paper in PAPERS:
            these = paper.fitting.set_of(name for name in row.printed if name in paper.options)
            for bit in each(these):
                self.new[paper][bit] &= ~these

    def gain(self, row: Row) -> int:
        """How many pairs of a row are new."""
        return len(self.pairs & pairs_of(row.chosen))


@cache
def array() -> tuple[Row, ...]:
    """The rows; the same in every run of one library."""
    left, found = Left(), list[Row]()
    starts = sorted(tuple(sorted(pair)) for pair in left.pairs)
    random.Random(13).shuffle(starts)  # noqa: S311 - a lot that anybody can draw again
    for one, other in starts:
        if frozenset((one, other)) in left.pairs and (rows := list(_rows(one, other, left))):
            found.append(max(rows, key=left.gain))
            left.take(found[-1])
    return tuple(found)


def _rows(one: str, other: str, left: Left) -> Iterator[Row]:
    """For each kind of paper that can hold two options, a row with both."""
    for paper in PAPERS:
        if names := paper.filled((one, other), left.new[paper]):
            yield Row(paper, names)
