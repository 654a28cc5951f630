"""The body of the document, printed: recitals, articles with their clauses, definitions, schedules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.annexes import filled_schedules, schedules, with_schedules
from pactwright.assembly.definitions import (
    definition_paragraphs,
    main_kind,
)
from pactwright.assembly.front import labelled_parameters
from pactwright.assembly.live import LiveClause
from pactwright.assembly.numbers import Anchor, NumberedClause, NumberedItem, Numbers, bookmark
from pactwright.assembly.planning import DEFINITIONS, PlannedArticle, plan_of
from pactwright.assembly.printing import Absent, Printer
from pactwright.assembly.references import Places
from pactwright.document import Article, Block, Clause, Gap, KeyTerm, Paragraph, Schedule, Text
from pactwright.findings import Finding
from pactwright.wording.parts import Cite, Kind, plain

if TYPE_CHECKING:
    from pactwright.scene import Scene
    from pactwright.scene.outline import Outline
    from pactwright.selection import Selected


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
    plan = scene.memory.recalled(scene, plan_of, scene.selection.issues)
    parts = filled_schedules(scene, plan.calls)
    numbers = with_schedules(scene, plan.numbers, parts)
    printer = Printer.at(scene, _places(scene, numbers))
    definitions = scene.memory.recalled(printer, definition_paragraphs, plan.glossary, plan.forms, plan.placed)
    same_as_before = scene.memory.one(definitions, DEFINITIONS)
    clause = scene.memory.same(_definitions, scene.outline, plan.placed[-1], same_as_before)
    printed = [(each, scene.memory.recalled(printer, _printed, each)) for each in plan.articles]
    return Body(
        recitals=_recitals(scene),
        articles=tuple(_whole(printer, article, each, clause) for article, each in printed),
        key_terms=tuple(row for _, each in printed for row in each.key_terms),
        schedules=tuple(schedules(scene, numbers, parts)),
        printer=printer,
        undecided=plan.undecided,
        findings=(*(finding for _, each in printed for finding in each.findings), *plan.findings),
    )


def _places(scene: Scene, numbers: Numbers) -> Places:
    computed = scene.memory.same(_computed, numbers, main_kind(scene), scene.selection.issues)
    return scene.memory.same(Places, numbers, scene.library.jurisdiction.words, computed)


@dataclass(frozen=True, slots=True)
class _Printed:
    """The clauses of an article, the key terms that they say, and the references that lead nowhere."""

    clauses: tuple[Clause, ...]
    key_terms: tuple[tuple[str, KeyTerm], ...]
    findings: tuple[Finding, ...]


def _printed(printer: Printer, plan: PlannedArticle) -> _Printed:
    printed = [(selected, *_clause(printer, selected, placed)) for selected, placed in plan.issues]
    return _Printed(
        tuple(clause for _, clause, _ in printed),
        tuple(row for selected, clause, _ in printed for row in labelled_parameters(printer, selected, clause)),
        tuple(each for _, _, findings in printed for each in findings),
    )


def _whole(printer: Printer, plan: PlannedArticle, printed: _Printed, definitions: Clause) -> Article:
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
    return (printer.memory.same(_heading, placed), *items), tuple(findings)


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


def _computed(numbers: Numbers, kind: Kind, chosen: Mapping[str, Selected]) -> Mapping[str, tuple[Anchor, ...]]:
    """The computed lists: what survives the end, what binds early, what binds at all."""

    def found(names: Iterable[str]) -> tuple[Anchor, ...]:
        """The clauses of some issues, and the definitions, without which nobody can read them."""
        named = [anchor for name in names for anchor in numbers.clauses.get((kind, name), ())]
        return (*named, *numbers.clauses.get((kind, DEFINITIONS), ())) if named else ()

    survivors = [
        each.issue.id
        for each in chosen.values()
        if each.option and (each.option.survives if each.option.survives is not None else each.issue.survives)
    ]
    return {
        "survives": found(survivors),
        "early": found(each.issue.id for each in chosen.values() if each.issue.early),
        "binding": tuple(
            anchor for (each, _), found_here in numbers.clauses.items() if each == "binding" for anchor in found_here
        ),
    }


def _absent(cite: Cite, clause: LiveClause) -> Finding:
    return Finding(
        "reference-to-absent",
        "error",
        f"choices.{clause.issue}",
        f"{clause.issue} refers to {plain((cite,))}, which this document does not have",
        "",
        "choose an option for it, or another option here",
    )
