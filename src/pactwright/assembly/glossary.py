"""The terms of a document: exactly those that its clauses use, and who defines each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.resolved import ResolvedClause, parts_in
from pactwright.wording.parts import Blank, Cite, Defined, used_terms

if TYPE_CHECKING:
    from pactwright.library.model import Library, Option


@dataclass(frozen=True, slots=True)
class Uses:
    """What a clause calls for: terms, terms that it defines itself, blanks (name and format), schedules."""

    terms: frozenset[str]
    defined: frozenset[str]
    blanks: frozenset[tuple[str, str]]
    schedules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one document: those with a meaning to print, those that a clause defines, and columns' terms.

    `unsettled` are those whose clause is open, so that nobody knows yet what they mean.
    """

    meanings: tuple[str, ...]
    homes: tuple[str, ...]
    undefined: tuple[str, ...]
    unused: frozenset[str]
    columns: tuple[str, ...]
    unsettled: tuple[str, ...] = ()


def uses(clause: ResolvedClause) -> Uses:
    """What a clause calls for."""
    parts = parts_in(clause)
    return Uses(
        frozenset(used_terms(parts)),
        frozenset(part.term for part in parts if isinstance(part, Defined)),
        frozenset((part.name, part.format) for part in parts if isinstance(part, Blank)),
        frozenset(schedule_targets(parts)),
    )


def schedule_targets(parts: Iterable[object]) -> Iterator[str]:
    """The schedules that parts refer to, as "budget", or "budget#stages" for a part of one."""
    for target in (target for part in parts if isinstance(part, Cite) for target in part.targets):
        if target.kind == "schedule" and not target.optional:
            yield f"{target.id}#{target.anchor}" if target.anchor else target.id


def provided_terms(library: Library, options: Iterable[Option]) -> dict[str, str]:
    """The terms that stand where a clause prints what an option provides, by the name of the blank."""
    terms = {term.prints or name: name for name, term in library.terms.items()}
    named = (
        (f"{each.issue}.{key}", terms.get(phrase.removeprefix("the ")))
        for each in options
        for key, phrase in each.provides.items()
    )
    return {blank: term for blank, term in named if term}


def glossary_of(
    library: Library,
    clauses: Iterable[Uses],
    differing: Iterable[str],
    provided: Mapping[str, str],
    open_issues: Collection[str] = (),
) -> Glossary:
    """What a document must define: the terms of its clauses, and the terms of their meanings.

    `differing` are the columns whose rows differ, so that a clause which prints one prints its term; `provided` the
    terms that blanks print; `open_issues` are those that nobody has chosen an option for.
    """
    clauses = tuple(clauses)
    terms = library.terms
    printed = {name for clause in clauses for name, _ in clause.blanks}
    columns = tuple(sorted(name for name in differing if name in printed))
    defined = {term for clause in clauses for term in clause.defined}
    used: set[str] = set()
    waiting = {term for clause in clauses for term in clause.terms}
    waiting |= {term for name in columns for term in library.columns[name].uses}
    waiting |= {provided[name] for name in printed if name in provided}
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting |= set(terms[name].uses) if name not in defined else set()
    homeless = sorted(name for name in used if name not in defined and not terms[name].means)
    unsettled = tuple(name for name in homeless if terms[name].home in open_issues)
    return Glossary(
        meanings=tuple(sorted(name for name in used if name not in defined and terms[name].means)),
        homes=tuple(sorted(name for name in used if name in defined)),
        undefined=tuple(name for name in homeless if name not in unsettled),
        unused=frozenset(defined - used),
        columns=columns,
        unsettled=unsettled,
    )
