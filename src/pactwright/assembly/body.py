"""The body of the document: articles, clauses, definitions and schedules, numbered and printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, groupby, islice
from typing import TYPE_CHECKING

from pactwright.assembly.definitions import (
    Glossary,
    Uses,
    definition_paragraphs,
    glossary,
    main_kind,
    schedule_targets,
    uses,
)
from pactwright.assembly.front import labelled_parameters
from pactwright.assembly.live import LiveClause, live_clauses, without_unused
from pactwright.assembly.numbers import Anchor, NumberedClause, NumberedItem, Numbers, anchors, bookmark, numbered
from pactwright.assembly.printing import Absent, Printer
from pactwright.assembly.references import Places
from pactwright.document import Article, Block, Clause, Gap, KeyTerm, Paragraph, Schedule, Text
from pactwright.findings import Finding
from pactwright.schedules.tables import Calls, FilledPart, filled_parts
from pactwright.wording.parts import Cite, Kind, plain

if TYPE_CHECKING:
    from pactwright.library.model import SchedulePlan
    from pactwright.scene import Scene
    from pactwright.scene.outline import ArticlePlan, Outline
    from pactwright.selection import Selected

DEFINITIONS = "definitions"


@dataclass(frozen=True, slots=True)
class Body:
    """The printed body, where its issues stand, and what is wrong with it; `key_terms` are those of its parameters."""

    recitals: tuple[Paragraph, ...]
    articles: tuple[Article, ...]
    key_terms: tuple[tuple[str, KeyTerm], ...]
    schedules: tuple[Schedule, ...]
    printer: Printer
    undecided: tuple[tuple[str, Anchor], ...]
    findings: tuple[Finding, ...]


def body_of(scene: Scene) -> Body:
    """Everything between the front page and the signatures, and the schedules behind them."""
    plan = scene.memory.recalled(scene, _plan, *scene.selection.issues.values())
    parts = _schedule_parts(scene, plan.calls)
    numbers = _with_schedules(scene, plan.numbers, parts)
    printer = Printer.at(scene, _places(scene, numbers))
    definitions = scene.memory.recalled(printer, definition_paragraphs, plan.glossary, plan.forms, *plan.placed)
    clause = scene.memory.same(_definitions, scene.outline, plan.placed[-1], definitions)
    printed = [(each, scene.memory.recalled(printer, _printed, each)) for each in plan.articles]
    return Body(
        recitals=_recitals(scene),
        articles=tuple(_whole(printer, article, each, clause) for article, each in printed),
        key_terms=tuple(row for _, each in printed for row in each.key_terms),
        schedules=tuple(_schedules(scene, numbers, parts)),
        printer=printer,
        undecided=plan.undecided,
        findings=(*(finding for _, each in printed for finding in each.findings), *plan.findings),
    )


@dataclass(frozen=True, slots=True)
class _PlannedArticle:
    """A part of the document before it is printed: its number, and its clauses, issue by issue, with theirs."""

    number: int
    heading: str
    issues: tuple[tuple[Selected, tuple[NumberedClause, ...]], ...]
    is_last: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands in a document, and under which number, before a word of it is printed.

    `placed` are all numbered clauses, the definitions last; `forms` the blanks that they print.
    """

    articles: tuple[_PlannedArticle, ...]
    placed: tuple[NumberedClause, ...]
    numbers: Numbers
    glossary: Glossary
    forms: frozenset[tuple[str, str]]
    calls: Mapping[str, Calls]
    undecided: tuple[tuple[str, Anchor], ...]
    findings: tuple[Finding, ...]


def _plan(scene: Scene, *chosen: Selected) -> _Plan:
    by_name = {each.issue.id: each for each in chosen}
    plans = [(plan, _article_clauses(scene, plan, by_name)) for plan in scene.outline.articles]
    found = glossary(scene, tuple(clause for _, clauses in plans for clause in clauses))
    plans = [(plan, tuple(_used(scene, clause, found) for clause in clauses)) for plan, clauses in plans if clauses]
    live = tuple(clause for _, clauses in plans for clause in clauses)
    definitions = LiveClause(DEFINITIONS, main_kind(scene), "", scene.outline.definitions.heading)
    numbers = (str(number) for number in count(1))
    placed = tuple(scene.memory.same(numbered, *each) for each in zip((*live, definitions), numbers, strict=False))
    used = [scene.memory.same(uses, clause) for clause in live]
    return _Plan(
        articles=tuple(_planned(plans, placed, by_name)),
        placed=placed,
        numbers=anchors(*placed),
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
    return scene.memory.same(without_unused, clause, unused) if unused else clause


def _planned(
    plans: list[tuple[ArticlePlan, tuple[LiveClause, ...]]],
    placed: tuple[NumberedClause, ...],
    chosen: Mapping[str, Selected],
) -> Iterator[_PlannedArticle]:
    waiting = iter(placed)
    for number, (plan, live) in enumerate(plans, 1):
        mine = islice(waiting, len(live))
        issues = tuple((chosen[name], tuple(group)) for name, group in groupby(mine, lambda each: each.clause.issue))
        yield _PlannedArticle(number, plan.heading, issues, number == len(plans))


def _places(scene: Scene, numbers: Numbers) -> Places:
    chosen = scene.selection.issues.values()
    computed = scene.memory.same(_computed, numbers, main_kind(scene), *chosen)
    return scene.memory.same(Places, numbers, scene.library.jurisdiction.words, computed)


@dataclass(frozen=True, slots=True)
class _Printed:
    """The clauses of an article, the key terms that they say, and the references that lead nowhere."""

    clauses: tuple[Clause, ...]
    key_terms: tuple[tuple[str, KeyTerm], ...]
    findings: tuple[Finding, ...]


def _printed(printer: Printer, plan: _PlannedArticle) -> _Printed:
    printed = [(selected, *_clause(printer, selected, placed)) for selected, placed in plan.issues]
    return _Printed(
        tuple(clause for _, clause, _ in printed),
        tuple(row for selected, clause, _ in printed for row in labelled_parameters(printer, selected, clause)),
        tuple(each for _, _, findings in printed for each in findings),
    )


def _whole(printer: Printer, plan: _PlannedArticle, printed: _Printed, definitions: Clause) -> Article:
    """The article, the definitions behind its clauses if it is the last."""
    heading = printer.memory.same(_article_heading, plan.heading, plan.number)
    clauses = (*printed.clauses, definitions) if plan.is_last else printed.clauses
    return printer.memory.same(_article, heading, *clauses)


def _article(heading: Paragraph, *clauses: Clause) -> Article:
    return Article(heading, clauses)


def _article_heading(heading: str, number: int) -> Paragraph:
    label = f"Part {number}"
    return Paragraph("article", (Text(heading),), label, label, bookmark("article", str(number)))


def _clause(
    printer: Printer, selected: Selected, placed: tuple[NumberedClause, ...]
) -> tuple[Clause, tuple[Finding, ...]]:
    """One Clause for the numbered clauses that an issue prints here."""
    printed = [printer.memory.recalled(printer, _blocks, each) for each in placed]
    clause = printer.memory.same(_of_issue, selected, *(blocks for blocks, _ in printed))
    return clause, tuple(finding for _, findings in printed for finding in findings)


def _of_issue(selected: Selected, *blocks: tuple[Block, ...]) -> Clause:
    option = selected.option
    printed = tuple(block for each in blocks for block in each)
    return Clause(selected.issue.id, option.id if option else "", option.version if option else "", printed)


def _blocks(printer: Printer, placed: NumberedClause) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    findings: list[Finding] = []
    items = (block for item in placed.items for block in _item(printer, item, placed.clause, findings, starts=True))
    return (_heading(placed), *items), tuple(findings)


def _item(
    printer: Printer, item: NumberedItem, clause: LiveClause, findings: list[Finding], *, starts: bool
) -> Iterator[Block]:
    try:
        runs = printer.runs(item.item.parts, issue=clause.issue, kind=clause.kind, starts=starts, end=item.item.end)
    except Absent as absent:
        runs = (Gap(f"[{plain((absent.cite,))}]", f"choices.{clause.issue}"),)
        findings.append(_absent(absent.cite, clause))
    yield Paragraph(item.role, runs, item.label, item.full_label, item.bookmark)
    for child in item.items:
        yield from _item(printer, child, clause, findings, starts=False)


def _definitions(outline: Outline, placed: NumberedClause, paragraphs: tuple[Paragraph, ...]) -> Clause:
    lead_in = Paragraph("body", (Text(outline.definitions.lead_in),))
    return Clause(DEFINITIONS, "", "", (_heading(placed), lead_in, *paragraphs))


def _heading(placed: NumberedClause) -> Paragraph:
    return Paragraph("clause", (Text(placed.clause.heading),), placed.label, placed.label, placed.bookmark)


def _recitals(scene: Scene) -> tuple[Paragraph, ...]:
    texts = [(name, scene.facts[name]) for name in scene.outline.recitals if scene.facts[name]]
    return tuple(
        Paragraph("recital", scene.fact_runs(name), f"({letter})", f"({letter})", bookmark("recital", name))
        for letter, (name, _) in zip("ABCDEFGH", texts, strict=False)
    )


def _schedule_parts(scene: Scene, called: Mapping[str, Calls]) -> dict[str, tuple[FilledPart, ...]]:
    """The parts of every schedule that the document has, in the order of the outline."""
    parts = {name: _parts(scene, name, calls) for name, calls in called.items()}
    return {name: filled for name, filled in parts.items() if filled}


def _parts(scene: Scene, name: str, calls: Calls) -> tuple[FilledPart, ...]:
    filled = filled_parts(scene, scene.library.schedules[name], calls)
    shown = scene.outline.schedules[name] or tuple(part.id for part in filled)
    if scene.outline.only_cited and "" not in calls.all:
        shown = tuple(part for part in shown if part in calls.all)
    return tuple(part for part in filled if part.id in shown)


def _calls(scene: Scene, chosen: Iterable[Selected], used: Iterable[Uses], found: Glossary) -> Mapping[str, Calls]:
    """What calls for each schedule of the outline."""
    library = scene.library
    options = (each.option.schedules for each in chosen if each.option and each.kinds)
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


def _with_schedules(scene: Scene, numbers: Numbers, filled: Mapping[str, tuple[FilledPart, ...]]) -> Numbers:
    noun = scene.library.jurisdiction.words.get("schedule", "schedule").capitalize()
    names = (f"{name}#{part.id}" for name, parts in filled.items() for part in parts)
    return scene.memory.same(_numbered_schedules, numbers, noun, *names)


def _numbered_schedules(numbers: Numbers, noun: str, *names: str) -> Numbers:
    """The numbers with those of schedules and their parts, named as "budget#stages" in the order of print."""
    parts: dict[str, list[str]] = {}
    for name in names:
        schedule, _, part = name.partition("#")
        parts.setdefault(schedule, []).append(part)
    return replace(
        numbers,
        schedules={
            name: Anchor(f"{noun} {number}", bookmark("schedule", name)) for number, name in enumerate(parts, 1)
        },
        parts={
            (name, part): Anchor(str(number), bookmark("schedule", name, part))
            for name, each in parts.items()
            for number, part in enumerate(each, 1)
        },
    )


def _schedules(scene: Scene, numbers: Numbers, filled: Mapping[str, tuple[FilledPart, ...]]) -> Iterator[Schedule]:
    for name, parts in filled.items():
        here = numbers.schedules[name]
        anchors = (numbers.parts[name, part.id] for part in parts)
        blocks = (
            scene.memory.same(_part_blocks, anchor.label, anchor.bookmark, part)
            for anchor, part in zip(anchors, parts, strict=True)
        )
        yield scene.memory.same(_schedule, scene.library.schedules[name], here.label, here.bookmark, *blocks)


def _schedule(plan: SchedulePlan, label: str, name: str, *blocks: tuple[Block, ...]) -> Schedule:
    heading = Paragraph("schedule", (Text(plan.title),), label, label, name)
    return Schedule(plan.id, heading, tuple(block for each in blocks for block in each))


def _part_blocks(label: str, name: str, part: FilledPart) -> tuple[Block, ...]:
    return Paragraph("schedule-part", (Text(part.heading),), f"{label}.", label, name), part.table


def _computed(numbers: Numbers, kind: Kind, *chosen: Selected) -> Mapping[str, tuple[Anchor, ...]]:
    """The computed lists: what survives the end, what binds early, what binds at all."""

    def found(names: Iterable[str]) -> tuple[Anchor, ...]:
        """The clauses of some issues, and the definitions, without which nobody can read them."""
        named = [anchor for name in names for anchor in numbers.clauses.get((kind, name), ())]
        return (*named, *numbers.clauses.get((kind, DEFINITIONS), ())) if named else ()

    survivors = [
        each.issue.id
        for each in chosen
        if each.option and (each.option.survives if each.option.survives is not None else each.issue.survives)
    ]
    return {
        "survives": found(survivors),
        "early": found(each.issue.id for each in chosen if each.issue.early),
        "binding": tuple(
            anchor for (each, _), found_here in numbers.clauses.items() if each == "binding" for anchor in found_here
        ),
    }


def _undecided(clause: NumberedClause) -> tuple[tuple[str, Anchor], ...]:
    """(fact, place) of every item that stands only because a fact is missing."""
    found: list[tuple[str, Anchor]] = []
    waiting = list(clause.items)
    while waiting:
        item = waiting.pop(0)
        found.extend((fact, Anchor(item.full_label, item.bookmark)) for fact in item.item.undecided)
        waiting.extend(item.items)
    return tuple(found)


def _absent(cite: Cite, clause: LiveClause) -> Finding:
    return Finding(
        "reference-to-absent",
        "error",
        f"choices.{clause.issue}",
        f"{clause.issue} refers to {plain((cite,))}, which this document does not have",
        "",
        "choose an option for it, or another option here",
    )


def _term_findings(found: Glossary) -> Iterator[Finding]:
    for name in found.undefined:
        yield Finding(
            "undefined-term",
            "error",
            "choices",
            f'"{name}" is used, but the clause that defines it is not in the document',
        )


def _missing(scene: Scene, chosen: Iterable[Selected], live: tuple[LiveClause, ...]) -> Iterator[Finding]:
    """A selected issue that the outline forgets would vanish."""
    printed = {(clause.issue, clause.kind) for clause in live}
    planned = {(name, plan.kind) for plan in scene.outline.articles for name in plan.issues}
    for name, selected in ((each.issue.id, each) for each in chosen):
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
