"""The ledger of a document, with the numbers of its clauses, and the annex that prints it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pactwright.assembly.anchors import bookmark
from pactwright.assembly.printed_items import PrintedItems
from pactwright.document import Column, Paragraph, Runs, Schedule, Table, Text
from pactwright.ledger import Ledger, ledger_of
from pactwright.ledger.cells import cells
from pactwright.schedules.computed import worked_out

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected

ID = "ledger"
WIDTHS = (27, 20, 20, 22, 11)


def ledger_in(context: DraftContext, body: Body) -> Ledger:
    """The ledger of a document; of an entry without an item, the number is that of its clause."""
    items = PrintedItems.of(body)
    clauses = [clause for article in body.articles for clause in article.clauses if clause.option]
    headings: dict[str, str] = {}
    for clause in clauses:
        label = next((each.full_label for each in clause.blocks if isinstance(each, Paragraph)), "")
        headings[clause.id] = ", ".join(filter(None, (headings.get(clause.id, ""), label)))

    def place(selected: Selected, item: str) -> str:
        if not item:
            binds = any(kind != "statement" for kind in selected.kinds)
            return headings.get(selected.issue.id, "") if binds else ""
        found = items.binding(selected, item)
        return found.full_label if found else ""

    return ledger_of(context, place, partial(worked_out, context))


def ledger_annex(context: DraftContext, ledger: Ledger, number: int) -> Schedule:
    """The annex, numbered behind the schedules: a row for each thing, more for one that several clauses answer."""
    words = context.outline.ledger_annex
    label = f"{context.library.jurisdiction.words.get('schedule', 'schedule').capitalize()} {number}"
    heading = Paragraph("schedule", (Text(words.title),), label, label, bookmark("schedule", ID))
    columns = tuple(Column(each, width) for each, width in zip(words.columns, WIDTHS, strict=True))
    rows = tuple(_runs(each, words.nobody) for row in ledger.rows for each in cells(row))
    return Schedule(ID, heading, (Paragraph("body", (Text(words.lead_in),)), Table(columns, rows)))


def _runs(row: tuple[str, ...], nobody: str) -> tuple[Runs, ...]:
    what, who, *others = row
    return tuple((Text(each),) for each in (what, who or nobody, *others))
