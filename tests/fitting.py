"""Choosing one name of each group so that needs are met and nothing clashes: what is left once some are chosen.

A set of names is one number with a bit for each, so that thousands can be tried. Names fall away as soon as they find
nothing that they need, or nothing of some group that they may stand beside. What is left may still not go together, so
a search tries both with a name and without it: where it finds nothing, there is nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Names: TypeAlias = int
"""A set of names, a bit for each."""


class Fitting:
    """Groups of names, of which one each is chosen.

    `needs` are pairs of a name and the names of which it needs one; `clashes` are pairs that never stand together.

    >>> ways = {"go": ["walk", "drive"], "fuel": ["petrol", "no fuel"]}
    >>> fitting = Fitting(ways, [("drive", ["petrol"])], [("walk", "petrol")])
    >>> fitting.names(fitting.filled(fitting.left("drive")))
    ('drive', 'petrol')
    >>> fitting.left("drive", "no fuel")
    0
    """

    def __init__(
        self,
        groups: Mapping[str, Iterable[str]],
        needs: Iterable[tuple[str, Iterable[str]]],
        clashes: Iterable[tuple[str, str]],
    ) -> None:
        self.known = [name for names in groups.values() for name in names]
        self.bits = {name: 1 << place for place, name in enumerate(self.known)}
        self.groups = [self.set_of(names) for names in groups.values()]
        self._group = {bit: group for group in self.groups for bit in each(group)}
        self._needs: dict[Names, list[Names]] = defaultdict(list)
        self._beside: dict[Names, Names] = dict.fromkeys(self.bits.values(), -1)
        for name, wanted in needs:
            self._needs[self.bits[name]].append(self.set_of(wanted))
        for one, other in ((self.bits[one], self.bits[other]) for one, other in clashes):
            self._beside[one] &= ~other
            self._beside[other] &= ~one
        self._strained = {bit: [group for group in self.groups if group & ~self._beside[bit]] for bit in self._beside}

    def set_of(self, names: Iterable[str]) -> Names:
        """The set of some names."""
        return sum(self.bits[name] for name in dict.fromkeys(names))

    def names(self, these: Names) -> tuple[str, ...]:
        """The names of a set."""
        return tuple(self.known[bit.bit_length() - 1] for bit in each(these))

    def left(self, *names: str, without: Names = 0) -> Names:
        """What may still be chosen beside some names, and without others; nothing where these do not go together."""
        left = sum(self.groups) & ~without
        for name in names:
            left = self._with(left, self.bits[name])
        return self._narrowed(left)

    def filled(self, left: Names, new: Mapping[Names, Names] | None = None) -> Names:
        """One name of each group, out of those that are left; nothing where that cannot be had.

        `new` says of each name with which others it is wanted: the name with most of them is tried first.
        """
        wanted = new or {}
        while rest := left & ~(settled := self._settled(left)):
            best = max(each(rest), key=lambda bit: _gain(wanted.get(bit, 0), settled, left))
            tried = self._narrowed(self._with(left, best))
            if found := self.filled(tried, new) if tried else 0:
                return found
            left = self._narrowed(left & ~best)
        return left

    def _with(self, left: Names, bit: Names) -> Names:
        """What is left of other groups, and of its own one name alone, if it is left."""
        return left & (~self._group[bit] | bit)

    def _settled(self, left: Names) -> Names:
        """The names that are alone in their group."""
        return sum(rest for group in self.groups if not (rest := left & group) & (rest - 1))

    def _narrowed(self, left: Names) -> Names:
        """What is left when nothing more falls away; nothing as soon as a group is empty."""
        before = 0
        while before != left:
            before = left
            for bit in each(self._settled(left)):
                left &= self._beside[bit]
                for wanted in self._needs[bit]:
                    left &= self._only(wanted)
            left = sum(bit for bit in each(left) if self._may_stay(bit, left))
            if not all(left & group for group in self.groups):
                return 0
        return left

    def _only(self, wanted: Names) -> Names:
        """What a need of a name that is chosen leaves: of the one group in which it looks, what it wants."""
        group = self._group[wanted & -wanted]
        return ~group | wanted if not wanted & ~group else -1

    def _may_stay(self, bit: Names, left: Names) -> bool:
        """Whether a name still finds what it needs, and in each group something that it may stand beside."""
        beside = left & self._beside[bit]
        return all(left & wanted for wanted in self._needs[bit]) and all(
            beside & group for group in self._strained[bit]
        )


def each(these: Names) -> Iterator[Names]:
    """The names of a set, one by one."""
    while these:
        yield (lowest := these & -these)
        these ^= lowest


def _gain(wanted: Names, settled: Names, left: Names) -> tuple[int, int]:
    """How many of the names that are wanted with one are certain, and how many may still come."""
    return (wanted & settled).bit_count(), (wanted & left).bit_count()
