"""What the place of a document requires, and what of that does not stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.assembly.printed_items import PrintedItems
from pactwright.facts.conditions import REACHES, tests_in
from pactwright.findings import Finding
from pactwright.library.figures import read_law

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.findings import Level
    from pactwright.library.model import Mandatory
    from pactwright.printing.context import DraftContext


def mandatory_items(context: DraftContext, body: Body, *, is_final: bool) -> Iterator[Finding]:
    """Looks for an item that the law of the place requires for these facts, and that the document does not have.

    An error in a final, a warning in a draft; a warning also where a house has withdrawn the clause, or where it rests
    on a figure of law that nobody has read, or read again in time.

    Why: without such an item the paper, or a part of it, may be void, or what it says may not be all that holds.

    Bad: `operations/site: {option: none, reason: We know the place.}` where the place requires an item of that issue

    Good: an option of the issue
    """
    printed = PrintedItems.of(body)
    for each in context.library.jurisdiction.mandatory:
        selected = context.selection.issues.get(each.issue)
        stands = selected and (selected.is_open or printed.named(selected, each.id))
        if not stands and context.selection.holds(each.when) is not False:
            yield _finding(context, each, is_final=is_final)


def _finding(context: DraftContext, each: Mandatory, *, is_final: bool) -> Finding:
    withdrawn = context.library.withdrawn.get(each.issue)
    level: Level = "error" if is_final and not withdrawn and not _in_doubt(context, each) else "warning"
    gone = f", and the house library has withdrawn {each.issue}: {withdrawn.reason}" if withdrawn else ""
    seen = f"{context.library.jurisdiction.title} requires {each.item}, which does not stand here: {each.why}{gone}"
    fix = f"choose an option of {each.issue}, or correct the facts: {', '.join(_facts(each))}"
    return Finding("mandatory", level, f"choices.{each.issue}", seen, "the item that the law asks for", fix)


def _facts(each: Mandatory) -> tuple[str, ...]:
    return tuple(dict.fromkeys(test.subject for test in tests_in(each.when))) or ("jurisdiction",)


def _in_doubt(context: DraftContext, each: Mandatory) -> bool:
    """Whether it rests on a figure of law that nobody has read, or that had to be read again."""
    figures = (test.operand[0].removeprefix("law.") for test in tests_in(each.when) if test.test == REACHES)
    read = (read_law(context.library.jurisdiction, name, context.spec.date) for name in figures)
    return any(not law.checked_on or law.is_overdue(context.spec.date) for law in read)
