"""The body of the document: articles, clauses, definitions and schedules, numbered and printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pactwright.assembly.definitions import Glossary, columns_in, definition_paragraphs, glossary, main_kind
from pactwright.assembly.live import LiveClause, live_clauses, parts_in, without_unused
from pactwright.assembly.numbers import Anchor, NumberedClause, NumberedItem, Numbers, anchors, bookmark, numbered
from pactwright.assembly.printing import Absent, Printer
from pactwright.assembly.references import Places
from pactwright.document import Article, Block, Clause, Gap, Paragraph, Runs, Schedule, Text
from pactwright.findings import Finding
from pactwright.schedules.tables import Calls, FilledPart, filled_parts
from pactwright.wording.parts import Cite, Kind, plain

if TYPE_CHECKING:
    from pactwright.scene import Scene
    from pactwright.scene.outline import ArticlePlan

DEFINITIONS = "definitions"


@dataclass(frozen=True, slots=True)
class Body:
    """The printed body, where its issues stand, and what is wrong with it."""

    recitals: tuple[Paragraph, ...]
    articles: tuple[Article, ...]
    schedules: tuple[Schedule, ...]
    printer: Printer
    undecided: tuple[tuple[str, Anchor], ...]
    findings: tuple[Finding, ...]


def body_of(scene: Scene) -> Body:
    """Everything between the front page and the signatures, and the schedules behind them."""
    plans = [(plan, tuple(_article_clauses(scene, plan.kind, plan.issues))) for plan in scene.outline.articles]
    plans = [(plan, clauses) for plan, clauses in plans if clauses]
    found = glossary(scene, tuple(clause for _, clauses in plans for clause in clauses))
    plans = [(plan, without_unused(clauses, found.unused)) for plan, clauses in plans]
    live = tuple(clause for _, clauses in plans for clause in clauses)
    definitions = LiveClause(DEFINITIONS, main_kind(scene), "", scene.outline.definitions.heading)
    placed = numbered((*live, definitions))
    parts = _schedule_parts(scene, live, found)
    numbers = _with_schedules(scene, anchors(placed), parts)
    printer = Printer(scene, Places(numbers, scene.library.jurisdiction.words, _computed(scene, numbers)))
    printing = _Printing(scene, printer, [])
    articles = tuple(printing.articles(plans, placed, live))
    return Body(
        recitals=_recitals(scene),
        articles=articles,
        schedules=tuple(_schedules(scene, numbers, parts)),
        printer=printer,
        undecided=tuple(_undecided(placed)),
        findings=(*printing.findings, *_term_findings(found), *_missing(scene, live)),
    )


class _Printing:
    """Prints clause after clause and notes the references that lead nowhere."""

    def __init__(self, scene: Scene, printer: Printer, findings: list[Finding]) -> None:
        self.scene, self.printer, self.findings = scene, printer, findings

    def articles(
        self,
        plans: list[tuple[ArticlePlan, tuple[LiveClause, ...]]],
        placed: tuple[NumberedClause, ...],
        live: tuple[LiveClause, ...],
    ) -> Iterator[Article]:
        waiting = list(placed)
        definitions = waiting.pop()
        for number, (plan, clauses) in enumerate(plans, 1):
            mine = [waiting.pop(0) for _ in clauses]
            printed = list(self._clauses(mine))
            if number == len(plans):
                printed.append(self._definitions(definitions, live, placed))
            yield Article(
                Paragraph(
                    "article",
                    (Text(plan.heading),),
                    f"Part {number}",
                    f"Part {number}",
                    bookmark("article", str(number)),
                ),
                tuple(printed),
            )

    def _clauses(self, placed: list[NumberedClause]) -> Iterator[Clause]:
        """One Clause per issue, with all the numbered clauses that it prints here."""
        for issue in dict.fromkeys(each.clause.issue for each in placed):
            blocks = tuple(block for each in placed if each.clause.issue == issue for block in self._blocks(each))
            option = self.scene.selection.issues[issue].option
            yield Clause(issue, option.id if option else "", option.version if option else "", blocks)

    def _blocks(self, placed: NumberedClause) -> Iterator[Block]:
        yield _heading(placed)
        for item in placed.items:
            yield from self._item(item, placed.clause, starts=True)

    def _item(self, item: NumberedItem, clause: LiveClause, *, starts: bool) -> Iterator[Block]:
        try:
            runs = self.printer.runs(
                item.item.parts, issue=clause.issue, kind=clause.kind, starts=starts, end=item.item.end
            )
        except Absent as absent:
            runs = (Gap(f"[{plain((absent.cite,))}]", f"choices.{clause.issue}"),)
            self.findings.append(_absent(absent.cite, clause))
        yield Paragraph(item.role, runs, item.label, item.full_label, item.bookmark)
        for child in item.items:
            yield from self._item(child, clause, starts=False)

    def _definitions(
        self, placed: NumberedClause, live: tuple[LiveClause, ...], all_placed: tuple[NumberedClause, ...]
    ) -> Clause:
        lead_in = Paragraph("body", (Text(self.scene.outline.definitions.lead_in),))
        paragraphs = definition_paragraphs(self.scene, self.printer, live, all_placed)
        return Clause(DEFINITIONS, "", "", (_heading(placed), lead_in, *paragraphs))


def _heading(placed: NumberedClause) -> Paragraph:
    return Paragraph("clause", (Text(placed.clause.heading),), placed.label, placed.label, placed.bookmark)


def _article_clauses(scene: Scene, kind: Kind, issues: Iterable[str]) -> Iterator[LiveClause]:
    for name in issues:
        selected = scene.selection.issues.get(name)
        if selected and kind in selected.kinds:
            yield from live_clauses(scene, selected, kind)


def _recitals(scene: Scene) -> tuple[Paragraph, ...]:
    texts = [(name, scene.facts[name]) for name in scene.outline.recitals if scene.facts[name]]
    return tuple(
        Paragraph("recital", scene.fact_runs(name), f"({letter})", f"({letter})", bookmark("recital", name))
        for letter, (name, _) in zip("ABCDEFGH", texts, strict=False)
    )


def _schedule_parts(scene: Scene, live: tuple[LiveClause, ...], found: Glossary) -> dict[str, tuple[FilledPart, ...]]:
    """The parts of every schedule that the document has, in the order of the outline."""
    parts = {name: _parts(scene, name, calls) for name, calls in _called_for(scene, live, found).items()}
    return {name: filled for name, filled in parts.items() if filled}


def _parts(scene: Scene, name: str, calls: Calls) -> tuple[FilledPart, ...]:
    filled = filled_parts(scene, scene.library.schedules[name], calls)
    shown = scene.outline.schedules[name] or tuple(part.id for part in filled)
    if scene.outline.only_cited and "" not in calls.all:
        shown = tuple(part for part in shown if part in calls.all)
    return tuple(part for part in filled if part.id in shown)


def _called_for(scene: Scene, live: tuple[LiveClause, ...], found: Glossary) -> dict[str, Calls]:
    """What calls for each schedule of the outline."""
    meanings = [part for name in found.meanings for part in scene.library.terms[name].means]
    meanings += [part for name in columns_in(scene, live) for part in scene.library.columns[name].means]
    chosen = [each.option for each in scene.selection.issues.values() if each.option and each.kinds]
    by_clause = {*_schedule_targets(parts_in(live)), *(name for option in chosen for name in option.schedules)}
    by_definition = set(_schedule_targets(meanings))
    return {
        name: Calls(_parts_called(name, by_clause), _parts_called(name, by_definition))
        for name in scene.outline.schedules
    }


def _parts_called(schedule: str, names: Iterable[str]) -> frozenset[str]:
    """The parts of a schedule among names such as "budget" and "budget#stages"; "" is the schedule as a whole."""
    split = (name.partition("#") for name in names)
    return frozenset(part for whole, _, part in split if whole == schedule)


def _schedule_targets(parts: Iterable[object]) -> Iterator[str]:
    for target in (target for part in parts if isinstance(part, Cite) for target in part.targets):
        if target.kind == "schedule" and not target.optional:
            yield f"{target.id}#{target.anchor}" if target.anchor else target.id


def _with_schedules(scene: Scene, numbers: Numbers, filled: Mapping[str, tuple[FilledPart, ...]]) -> Numbers:
    noun = scene.library.jurisdiction.words.get("schedule", "schedule").capitalize()
    schedules = {name: Anchor(f"{noun} {number}", bookmark("schedule", name)) for number, name in enumerate(filled, 1)}
    parts = {
        (name, part.id): Anchor(str(number), bookmark("schedule", name, part.id))
        for name, each in filled.items()
        for number, part in enumerate(each, 1)
    }
    return replace(numbers, schedules=schedules, parts=parts)


def _schedules(scene: Scene, numbers: Numbers, filled: Mapping[str, tuple[FilledPart, ...]]) -> Iterator[Schedule]:
    for name, parts in filled.items():
        anchor = numbers.schedules[name]
        heading = Paragraph(
            "schedule", (Text(scene.library.schedules[name].title),), anchor.label, anchor.label, anchor.bookmark
        )
        yield Schedule(name, heading, tuple(block for part in parts for block in _part_blocks(numbers, name, part)))


def _part_blocks(numbers: Numbers, schedule: str, part: FilledPart) -> tuple[Block, ...]:
    anchor = numbers.parts[schedule, part.id]
    runs: Runs = (Text(part.heading),)
    return Paragraph("schedule-part", runs, f"{anchor.label}.", anchor.label, anchor.bookmark), part.table


def _computed(scene: Scene, numbers: Numbers) -> dict[str, tuple[Anchor, ...]]:
    """The computed lists: what survives the end, what binds early, what binds at all."""
    issues = scene.selection.issues
    kind = main_kind(scene)

    def found(names: Iterable[str]) -> tuple[Anchor, ...]:
        """The clauses of some issues, and the definitions, without which nobody can read them."""
        named = [anchor for name in names for anchor in numbers.clauses.get((kind, name), ())]
        return (*named, *numbers.clauses.get((kind, DEFINITIONS), ())) if named else ()

    survivors = [
        name
        for name, each in issues.items()
        if each.option and (each.option.survives if each.option.survives is not None else each.issue.survives)
    ]
    return {
        "survives": found(survivors),
        "early": found(name for name, each in issues.items() if each.issue.early),
        "binding": tuple(
            anchor for (each, _), found_here in numbers.clauses.items() if each == "binding" for anchor in found_here
        ),
    }


def _undecided(placed: Iterable[NumberedClause]) -> Iterator[tuple[str, Anchor]]:
    """(fact, place) of every item that stands only because a fact is missing."""
    for clause in placed:
        waiting = list(clause.items)
        while waiting:
            item = waiting.pop(0)
            yield from ((fact, Anchor(item.full_label, item.bookmark)) for fact in item.item.undecided)
            waiting.extend(item.items)


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


def _missing(scene: Scene, live: tuple[LiveClause, ...]) -> Iterator[Finding]:
    """A selected issue that the outline forgets would vanish."""
    printed = {(clause.issue, clause.kind) for clause in live}
    planned = {(name, plan.kind) for plan in scene.outline.articles for name in plan.issues}
    for name, selected in scene.selection.issues.items():
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
