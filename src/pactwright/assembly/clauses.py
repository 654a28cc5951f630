"""From numbered clauses to planned ones: one for each issue in each part of the document, its references resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from pactwright.assembly.anchors import Anchor
from pactwright.assembly.blanks import AbsentError, Blanks
from pactwright.assembly.filling import paragraph
from pactwright.assembly.numbers import NumberedClause, NumberedItem
from pactwright.assembly.slots import PlannedClause, PlannedParagraph, Slot, slots_in
from pactwright.document import Gap, Text
from pactwright.findings import Finding
from pactwright.wording.parts import Cite, plain

if TYPE_CHECKING:
    from pactwright.assembly.resolved import ResolvedClause


def planned_clauses(
    blanks: Blanks, placed: Iterable[NumberedClause], findings: list[Finding]
) -> Iterator[PlannedClause]:
    """One planned clause for the numbered clauses of each issue; adds a finding for a reference that leads nowhere."""
    for issue, group in groupby(placed, lambda each: each.clause.issue):
        planned = [each for clause in group for each in _paragraphs(blanks, clause, findings)]
        chosen = blanks.issues[issue].option
        option = blanks.library.options[issue][chosen] if chosen else None
        slots = dict.fromkeys(slot for each in planned for slot in slots_in(each.parts))
        paragraphs = tuple(each if slots_in(each.parts) else paragraph(each, {}) for each in planned)
        yield PlannedClause(issue, chosen, option.version if option else "", paragraphs, tuple(slots))


def undecided_items(clause: NumberedClause) -> Iterator[tuple[str, Anchor]]:
    """(fact, place) of every item that stands only because a fact is missing, the outer items first."""
    waiting = list(clause.items)
    while waiting:
        item = waiting.pop(0)
        here = Anchor(item.full_label, item.bookmark)
        yield from ((_settled_at(fact, clause.clause.issue), here) for fact in item.item.undecided)
        waiting.extend(item.items)


def pending_items(clause: NumberedClause) -> Iterator[str]:
    """The bookmark of every item of which it is not decided whether it stands, and of all below such an item."""
    waiting = [(item, clause.clause.is_undecided) for item in clause.items]
    while waiting:
        item, is_pending = waiting.pop()
        is_pending = is_pending or bool(item.item.undecided)
        if is_pending:
            yield item.bookmark
        waiting.extend((child, is_pending) for child in item.items)


def _settled_at(subject: str, issue: str) -> str:
    """The fact that a condition of an issue tests; a parameter or a choice by its address in the spec."""
    kind, _, name = subject.partition(".")
    if kind == "param":
        return f"choices.{name if '/' in name else f'{issue}.{name}'}"
    return f"choices.{name}" if kind == "chosen" else subject


def _paragraphs(blanks: Blanks, placed: NumberedClause, findings: list[Finding]) -> Iterator[PlannedParagraph]:
    own = Text(placed.clause.heading)
    yield PlannedParagraph("clause", (own,), placed.label, placed.label, placed.bookmark)
    for item in placed.items:
        yield from _item(blanks, item, placed.clause, findings, starts=True)


def _item(
    blanks: Blanks, item: NumberedItem, clause: ResolvedClause, findings: list[Finding], *, starts: bool
) -> Iterator[PlannedParagraph]:
    try:
        parts, end = blanks.planned(item.item.parts, clause.issue, clause.kind), item.item.end
    except AbsentError as absent:
        parts, end = (Gap(f"[{plain((absent.cite,))}]", f"choices.{clause.issue}"),), ""
        findings.append(_absent(absent.cite, clause))
    marks = dict.fromkeys(_settled_at(fact, clause.issue) for fact in item.item.undecided)
    parts = (*(each for name in marks for each in (Slot("undecided", name), Text(" "))), *parts)
    yield PlannedParagraph(item.role, parts, item.label, item.full_label, item.bookmark, starts, end)
    for child in item.items:
        yield from _item(blanks, child, clause, findings, starts=False)


def _absent(cite: Cite, clause: ResolvedClause) -> Finding:
    return Finding(
        "reference-to-absent",
        "error",
        f"choices.{clause.issue}",
        f"{clause.issue} refers to {plain((cite,))}, which this document does not have",
        "",
        "choose an option for it, or another option here",
    )
