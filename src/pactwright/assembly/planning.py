"""What stands in a document, and under which number, before a word of it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, groupby, islice
from typing import TYPE_CHECKING

from pactwright.assembly.definitions import (
    Glossary,
    Uses,
    glossary,
    main_kind,
    schedule_targets,
    uses,
)
from pactwright.assembly.live import LiveClause, live_clauses, without_unused
from pactwright.assembly.numbers import Anchor, NumberedClause, Numbers, anchors, numbered
from pactwright.findings import Finding
from pactwright.schedules.tables import Calls

if TYPE_CHECKING:
    from pactwright.scene import Scene
    from pactwright.scene.outline import ArticlePlan
    from pactwright.selection import Selected


DEFINITIONS = "definitions"


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """A part of the document before it is printed: its number, and its clauses, issue by issue, with theirs."""

    number: int
    heading: str
    issues: tuple[tuple[Selected, tuple[NumberedClause, ...]], ...]
    is_last: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands in a document, and under which number, before a word of it is printed.

    `placed` are all numbered clauses, the definitions last; `forms` the blanks that they print.
    """

    articles: tuple[PlannedArticle, ...]
    placed: tuple[NumberedClause, ...]
    numbers: Numbers
    glossary: Glossary
    forms: frozenset[tuple[str, str]]
    calls: Mapping[str, Calls]
    undecided: tuple[tuple[str, Anchor], ...]
    findings: tuple[Finding, ...]


def plan_of(scene: Scene, chosen: Mapping[str, Selected]) -> Plan:
    """The plan of the issues that were chosen: their live clauses in the order of the outline, numbered."""
    plans = [(plan, _article_clauses(scene, plan, chosen)) for plan in scene.outline.articles]
    found = glossary(scene, tuple(clause for _, clauses in plans for clause in clauses))
    plans = [(plan, tuple(_used(scene, clause, found) for clause in clauses)) for plan, clauses in plans if clauses]
    live = tuple(clause for _, clauses in plans for clause in clauses)
    heading = scene.outline.definitions.heading
    definitions = scene.memory.same(LiveClause, DEFINITIONS, main_kind(scene), "", heading)
    numbers = (str(number) for number in count(1))
    pairs = zip((*live, definitions), numbers, strict=False)
    placed = scene.memory.one(tuple(scene.memory.equal(numbered, *each) for each in pairs), DEFINITIONS)
    used = scene.memory.each(uses, live)
    return Plan(
        articles=tuple(_planned(plans, placed, chosen)),
        placed=placed,
        numbers=scene.memory.same(anchors, placed),
        glossary=found,
        forms=frozenset(form for each in used for form in each.blanks),
        calls=_calls(scene, chosen, used, found),
        undecided=tuple(each for clause in placed for each in _undecided(clause)),
        findings=(*_term_findings(found), *_missing(scene, chosen, live)),
    )


def _article_clauses(scene: Scene, plan: ArticlePlan, chosen: Mapping[str, Selected]) -> tuple[LiveClause, ...]:
    known = (chosen[name] for name in plan.issues if name in chosen)
    return tuple(
        clause
        for selected in known
        if plan.kind in selected.kinds
        for clause in scene.memory.recalled(scene, live_clauses, selected, plan.kind)
    )


def _used(scene: Scene, clause: LiveClause, found: Glossary) -> LiveClause:
    """The clause without the definitions that nothing in the document uses."""
    unused = found.unused & scene.memory.same(uses, clause).defined
    return scene.memory.equal(without_unused, clause, unused) if unused else clause


def _planned(
    plans: list[tuple[ArticlePlan, tuple[LiveClause, ...]]],
    placed: tuple[NumberedClause, ...],
    chosen: Mapping[str, Selected],
) -> Iterator[PlannedArticle]:
    waiting = iter(placed)
    for number, (plan, live) in enumerate(plans, 1):
        mine = islice(waiting, len(live))
        issues = tuple((chosen[name], tuple(group)) for name, group in groupby(mine, lambda each: each.clause.issue))
        yield PlannedArticle(number, plan.heading, issues, number == len(plans))


def _calls(scene: Scene, chosen: Mapping[str, Selected], used: Iterable[Uses], found: Glossary) -> Mapping[str, Calls]:
    """What calls for each schedule of the outline."""
    library = scene.library
    options = (each.option.schedules for each in chosen.values() if each.option and each.kinds)
    by_clause = {name for names in (*(each.schedules for each in used), *options) for name in names}
    meanings = [part for name in found.meanings for part in library.terms[name].means]
    meanings += [part for name in found.columns for part in library.columns[name].means]
    by_definition = set(schedule_targets(meanings))
    return {
        name: Calls(_parts_called(name, by_clause), _parts_called(name, by_definition))
        for name in scene.outline.schedules
    }


def _parts_called(schedule: str, names: Iterable[str]) -> frozenset[str]:
    """The parts of a schedule among names such as "budget" and "budget#stages"; "" is the schedule as a whole."""
    split = (name.partition("#") for name in names)
    return frozenset(part for whole, _, part in split if whole == schedule)


def _undecided(clause: NumberedClause) -> tuple[tuple[str, Anchor], ...]:
    """(fact, place) of every item that stands only because a fact is missing."""
    found: list[tuple[str, Anchor]] = []
    waiting = list(clause.items)
    while waiting:
        item = waiting.pop(0)
        found.extend((fact, Anchor(item.full_label, item.bookmark)) for fact in item.item.undecided)
        waiting.extend(item.items)
    return tuple(found)


def _term_findings(found: Glossary) -> Iterator[Finding]:
    for name in found.undefined:
        yield Finding(
            "undefined-term",
            "error",
            "choices",
            f'"{name}" is used, but the clause that defines it is not in the document',
        )


def _missing(scene: Scene, chosen: Mapping[str, Selected], live: tuple[LiveClause, ...]) -> Iterator[Finding]:
    """A selected issue that the outline forgets would vanish."""
    printed = {(clause.issue, clause.kind) for clause in live}
    planned = {(name, plan.kind) for plan in scene.outline.articles for name in plan.issues}
    for name, selected in chosen.items():
        for kind in selected.kinds:
            if (name, kind) not in planned:
                yield Finding(
                    "outline",
                    "error",
                    f"choices.{name}",
                    f"{name} ({kind}) has no place in the outline of {scene.outline.document}",
                )
            elif (name, kind) not in printed:
                yield Finding(
                    "empty-clause", "note", f"choices.{name}", f"nothing of {name} ({kind}) applies to these facts"
                )
