"""A sheet whose labels stand one below the other, with guides beside them and a column for each entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.utils import quote_sheetname

from pactwright.intake.entries import Entry
from pactwright.intake.form import Field, Table
from pactwright.intake.guides import guides_of, labelled
from pactwright.intake.pen import HEAD, Pen
from pactwright.intake.words import words
from pactwright.workbooks.sheet import letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LEAST, MORE = 3, 1  # columns for entries, in all and beside those that are there
WIDTHS: Final = ("label", "what", "needed", "kind", "example")
FIRST: Final = len(WIDTHS) + 1
"""The column of the first entry."""


def write_cards(pen: Pen, sheet: Worksheet, table: Table) -> None:
    """Writes the labels, the guides and the entries of a table."""
    said, width = words(), width_of(pen, table)
    heads = [said["corner"], *said["guides"].values()]
    heads += [said["entry"] if width == 1 else f"{said['entry']} {n}" for n in range(1, width + 1)]
    for column, (text, name) in enumerate(zip(heads, (*WIDTHS, *["answer"] * width), strict=True), 1):
        pen.look.put(sheet, HEAD, column, text, "label")
        pen.look.widen(sheet, column, name)
    entries = [*pen.entries[table.title], *[Entry({})] * width][:width]
    line, band = HEAD, ""
    for label, field in labelled(table):
        line += 1
        now = label.partition(": ")[0] if ": " in label else ""
        if table.kind == "form" and now not in {"", band}:
            _band(pen, sheet, line, now, FIRST + width)
            line, band = line + 1, now
        _line(pen, sheet, line, (table, label, field))
        for column, entry in enumerate(entries, FIRST):
            pen.answer(sheet, line, column, entry.texts.get(label, ""), field)
        pen.offer(sheet, _cells(line, width), field)


def width_of(pen: Pen, table: Table) -> int:
    """How many entries have a column."""
    return 1 if table.kind == "form" else max(LEAST, len(pen.entries[table.title]) + MORE)


def ids_on(pen: Pen, table: Table) -> str:
    """The cells in which the ids of a table's entries stand."""
    cells = _cells(HEAD + 1 + table.labels.index(table.own_label), width_of(pen, table), fixed="$")
    return f"{quote_sheetname(table.title)}!{cells}"


def _cells(line: int, width: int, fixed: str = "") -> str:
    ends = (letters(each) for each in (FIRST, FIRST + width - 1))
    return ":".join(f"{fixed}{each}{fixed}{line}" for each in ends)


def _band(pen: Pen, sheet: Worksheet, line: int, text: str, end: int) -> None:
    """Writes what the labels below have in common."""
    for column in range(1, end):
        pen.look.put(sheet, line, column, text if column == 1 else "", "band")


def _line(pen: Pen, sheet: Worksheet, line: int, labelled_: tuple[Table, str, Field | None]) -> None:
    pen.look.put(sheet, line, 1, labelled_[1], "label")
    for column, (style, text) in enumerate(guides_of(*labelled_), 2):
        pen.look.put(sheet, line, column, text, style)
