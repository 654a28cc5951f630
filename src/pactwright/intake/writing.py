"""A workbook to fill in, with openpyxl: labels, help, kinds, examples, lists, and what a spec says already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from pactwright.intake.cards import ids_on, write_cards
from pactwright.intake.entries import entries_of
from pactwright.intake.form import Table, tables
from pactwright.intake.library import answers, apart, figures
from pactwright.intake.look import Look
from pactwright.intake.offers import Offers
from pactwright.intake.pen import HEAD, Pen
from pactwright.intake.rows import write_rows
from pactwright.intake.words import words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from pactwright.library.model import Library
    from pactwright.spec.base import Vocabulary

TWO_LINES: Final = 28.0


def workbook(tree: Mapping[str, Any], library: Library, vocabulary: Vocabulary) -> bytes:
    """The workbook that holds what the tree of a spec says; `vocabulary` are the closed lists for its place."""
    book = Workbook()
    start = book.worksheets[0]
    start.title = words()["start"]
    all_tables = (*tables(), answers(library), figures(library))
    said = apart(tree)
    pen = Pen(
        Look(words()["look"], book), Offers(vocabulary, library), {t.title: entries_of(t, said) for t in all_tables}
    )
    parties = next(each for each in all_tables if each.address == ("parties",))
    pen = replace(pen, parties=ids_on(pen, parties))
    for table in all_tables:
        _write(pen, book.create_sheet(table.title), table)
    _write_lists(pen, book.create_sheet(pen.offers.title))
    _write_start(pen, start, all_tables, _title(tree))
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _title(tree: Mapping[str, Any]) -> str:
    project = tree.get("project")
    title = project.get("title") if isinstance(project, dict) else None
    return str(words()["title"]).format(title=title or words()["unnamed"])


def _write(pen: Pen, sheet: Worksheet, table: Table) -> None:
    pen.titled(sheet, table.title, table.help)
    if table.is_cards:
        write_cards(pen, sheet, table)
        pen.look.finish(sheet, f"B{HEAD + 1}", HEAD)
    else:
        top = write_rows(pen, sheet, table)
        pen.look.finish(sheet, f"{'C' if table.own_label else 'B'}{top}", HEAD)


def _write_lists(pen: Pen, sheet: Worksheet) -> None:
    pen.titled(sheet, pen.offers.title, "")
    pen.offers.write(sheet, pen.look)
    pen.look.finish(sheet, f"A{HEAD + 1}", HEAD)


def _write_start(pen: Pen, sheet: Worksheet, all_tables: tuple[Table, ...], title: str) -> None:
    """The first sheet: what to do, and which sheets there are."""
    said = words()
    pen.look.put(sheet, 1, 1, title, "title")
    for line, text in enumerate(said["start_lines"], HEAD):
        pen.look.put(sheet, line, 1, text, "text")
        sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=len(said["contents"]))
        sheet.row_dimensions[line].height = TWO_LINES
    top = HEAD + len(said["start_lines"]) + 1
    for column, (text, width) in enumerate(zip(said["contents"], ("title", "holds", "musts"), strict=True), 1):
        pen.look.put(sheet, top, column, text, "label")
        pen.look.widen(sheet, column, width)
    for line, table in enumerate(all_tables, top + 1):
        sheet.cell(line, 1).hyperlink = Hyperlink(ref=f"A{line}", location=f"{quote_sheetname(table.title)}!A1")
        pen.look.put(sheet, line, 1, table.title, "link")
        pen.look.put(sheet, line, 2, table.help, "text")
        pen.look.put(sheet, line, 3, ", ".join(each.label for each in table.fields if each.is_required), "text")
    pen.look.finish(sheet, "A2", 1)
