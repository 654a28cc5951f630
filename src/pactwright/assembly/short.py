"""The short form: what answers a bad day or a question, says who bears a risk, is a key term, law, or relied on.

Nothing is reworded: an item stands as in the full paper, or it is left out whole. No chosen issue vanishes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from pactwright.assembly.resolved import parts_in
from pactwright.wording.parts import Blank, Cite, Defined, used_terms

if TYPE_CHECKING:
    from pactwright.assembly.deciding import Decisions
    from pactwright.assembly.resolved import ResolvedClause, ResolvedItem, ResolvedPart
    from pactwright.library.model import Library
    from pactwright.wording.parts import Target

Place: TypeAlias = tuple[int, int]
"""An item of a paper: the position of its clause, and its own within that."""


def shortened(
    clauses: tuple[ResolvedClause, ...], decisions: Decisions, library: Library, provided: Mapping[str, str]
) -> tuple[ResolvedClause, ...]:
    """The clauses with the items that the short form keeps; one of which nothing is kept has no item.

    `provided` are the terms that blanks print, by the name of the blank.
    """
    kept = _Paper.of(clauses, library, provided).with_what_they_rely_on(_needed(clauses, decisions, library))
    return tuple(
        replace(clause, items=tuple(item for k, item in enumerate(clause.items) if (c, k) in kept))
        for c, clause in enumerate(clauses)
    )


def _needed(clauses: tuple[ResolvedClause, ...], decisions: Decisions, library: Library) -> Iterator[Place]:
    """The items that stand for a reason of their own; all, of an issue that has none here or does not say its core."""
    options = {each.issue: each.option for each in decisions.issues}
    by_issue = groupby(enumerate(clauses), lambda each: (each[1].issue, each[1].kind))
    for (issue, _), found in by_issue:
        items = [((c, k), item) for c, clause in found for k, item in enumerate(clause.items)]
        names = _wanted(library, issue, options[issue])
        wanted = [place for place, item in items if not names.isdisjoint(_names(item))]
        yield from wanted or [place for place, _ in items]


def _wanted(library: Library, issue: str, option: str) -> frozenset[str]:
    """The ids of items, and the parameters, of which an item stands for a reason of its own."""
    core = library.issues[issue].core
    if core is None or not option:
        return frozenset()
    answers = library.options[issue][option].answers.values()
    answering = (item for points in answers for answer in points.values() for item in answer.items)
    bearing = (each.item for each in library.options[issue][option].allocates if each.kind != "reward")
    required = (each.id for each in library.jurisdiction.mandatory if each.issue == issue)
    return frozenset((*core, *answering, *bearing, *required, *map(_blank, _key_terms(library, issue))))


def _key_terms(library: Library, issue: str) -> Iterator[str]:
    """The parameters that are key terms, as a blank of an issue names them."""
    for each in library.issues.values():
        for name in (name for name, parameter in each.parameters.items() if parameter.key_term):
            yield name if each.id == issue else f"{each.id}.{name}"


def _names(item: ResolvedItem) -> Iterator[str]:
    """The ids of an item and of all below it, and the blanks that they print."""
    yield item.id
    yield from (_blank(part.name) for part in item.parts if isinstance(part, Blank))
    for child in item.items:
        yield from _names(child)


def _blank(parameter: str) -> str:
    """The name of a parameter among ids, which hold no sign of a blank."""
    return f"{{{parameter}}}"


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper: the parts of each item with all below it, and where each item ("issue", "id") and definition stands."""

    clauses: tuple[ResolvedClause, ...]
    library: Library
    provided: Mapping[str, str]
    parts: Mapping[Place, tuple[ResolvedPart, ...]]
    items: Mapping[tuple[str, str], list[Place]]
    homes: Mapping[str, list[Place]]

    @classmethod
    def of(cls, clauses: tuple[ResolvedClause, ...], library: Library, provided: Mapping[str, str]) -> _Paper:
        parts: dict[Place, tuple[ResolvedPart, ...]] = {}
        items: dict[tuple[str, str], list[Place]] = defaultdict(list)
        homes: dict[str, list[Place]] = defaultdict(list)
        for c, clause in enumerate(clauses):
            for k, item in enumerate(clause.items):
                parts[c, k] = parts_in(replace(clause, items=(item,)))
                for name in _names(item):
                    items[clause.issue, name].append((c, k))
                for term in (part.term for part in parts[c, k] if isinstance(part, Defined)):
                    homes[term].append((c, k))
        return cls(clauses, library, provided, parts, items, homes)

    def with_what_they_rely_on(self, needed: Iterable[Place]) -> frozenset[Place]:
        """The items, all that they cite or use as a term, and so on; of a clause cited by its heading, at least one."""
        kept: set[Place] = set()
        waiting = [*needed]
        while waiting:
            place = waiting.pop()
            if place not in kept:
                kept.add(place)
                waiting.extend(self._relied_on(place))
            if not waiting:
                waiting.extend(self._of_empty_clauses(kept))
        return frozenset(kept)

    def _relied_on(self, place: Place) -> Iterator[Place]:
        """The items that one cites, and those that define its terms."""
        for issue, target in self._targets(place):
            yield from self.items.get((issue, target.item), ()) if target.item else ()
        for term in self._terms(place):
            yield from self.homes.get(term, ())

    def _of_empty_clauses(self, kept: set[Place]) -> Iterator[Place]:
        """Every item of the clauses that kept items cite by their headings and of which nothing is kept."""
        cited = {(issue, target.anchor) for place in kept for issue, target in self._targets(place)}
        standing = {self._heading(place) for place in kept}
        return (place for place in self.parts if self._heading(place) in cited - standing)

    def _heading(self, place: Place) -> tuple[str, str]:
        clause = self.clauses[place[0]]
        return clause.issue, clause.id

    def _targets(self, place: Place) -> Iterator[tuple[str, Target]]:
        """What an item, or the meaning of a term that it uses, must cite, each with its issue."""
        meanings = (part for term in self._terms(place) for part in self.library.terms[term].means)
        for part in (*self.parts[place], *meanings):
            for target in part.targets if isinstance(part, Cite) else ():
                if target.kind in {"issue", "own"} and not target.optional:
                    yield target.id or self._heading(place)[0], target

    def _terms(self, place: Place) -> frozenset[str]:
        """The terms of an item, in its words and in what its blanks print, and those that explain these."""
        blanks = [part.name for part in self.parts[place] if isinstance(part, Blank)]
        waiting = [*used_terms(self.parts[place]), *(self.provided[each] for each in blanks if each in self.provided)]
        waiting += [term for each in blanks if each in self.library.columns for term in self.library.columns[each].uses]
        found: set[str] = set()
        while waiting:
            term = waiting.pop()
            if term not in found:
                found.add(term)
                waiting.extend(self.library.terms[term].uses)
        return frozenset(found)
