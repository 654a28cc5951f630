"""A sheet whose labels stand side by side, with guides below them and a line for each entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pactwright.intake.entries import Entry
from pactwright.intake.form import Field, Line, Table
from pactwright.intake.guides import Guides, guides_of, is_day, labelled
from pactwright.intake.pen import HEAD, Pen
from pactwright.intake.words import same, words
from pactwright.workbooks.sheet import letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FREE: Final = 200  # lines below the last entry to which lists to choose from reach
Columns = list[tuple[str, Field | None]]


def write_rows(pen: Pen, sheet: Worksheet, table: Table) -> int:
    """Writes the labels, the guides and the entries of a table; gives back the line of the first entry."""
    columns = _columns(table)
    entries = list(_lines(table, pen.entries[table.title]))
    pen.look.put(sheet, HEAD, 1, words()["corner"], "label")
    pen.look.widen(sheet, 1, "corner")
    guides = _guides(table, columns)
    top = HEAD + 1 + len(guides)
    for column, (label, field) in enumerate(columns, 2):
        pen.look.put(sheet, HEAD, column, label, "label")
        pen.look.widen(sheet, column, _width(table, label, field))
        if field or not table.lines:
            _spread(pen, sheet, column, "day" if is_day(field) else "answer")
        letter = letters(column)
        pen.offer(sheet, f"{letter}{top}:{letter}{top + len(entries) + FREE}", field)
    for line, (name, texts) in enumerate(guides, HEAD + 1):
        pen.look.put(sheet, line, 1, name, "guide")
        for column, (style, text) in enumerate(texts, 2):
            pen.look.put(sheet, line, column, text, style)
    for line, (entry, start) in enumerate(entries, top):
        _write(pen, sheet, line, columns, (table, entry, start))
    return top


def _columns(table: Table) -> Columns:
    """The labels with those of what is only shown, behind the ids."""
    known = labelled(table)
    ids = [each for each in known if each[1] is None]
    return [*ids, *((label, None) for label in table.shown), *known[len(ids) :]]


def _guides(table: Table, columns: Columns) -> list[tuple[str, Guides]]:
    """The guides that say anything of some column, each with its name."""
    said = [guides_of(table, label, field) for label, field in columns]
    named = zip(words()["guides"].values(), map(list, zip(*said, strict=True)), strict=True)
    return [(name, texts) for name, texts in named if any(text for _, text in texts)]


def _lines(table: Table, entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, Line | None]]:
    """The entries, with the lines that stand there from the start, in the order of these."""
    if not table.lines:
        yield from ((each, None) for each in entries)
        return
    said = {same(each.texts.get(table.own_label, "")): each for each in entries}
    for line in table.lines:
        yield said.pop(same(line.id), Entry({})), line
    yield from ((each, None) for each in said.values())


def _write(pen: Pen, sheet: Worksheet, line: int, columns: Columns, entry: tuple[Table, Entry, Line | None]) -> None:
    table, said, start = entry
    for column, (label, field) in enumerate(columns, 2):
        if label in table.shown:
            pen.look.put(sheet, line, column, start.shown[table.shown.index(label)] if start else "", "guide")
        elif start and field is None:
            pen.look.put(sheet, line, column, start.id, "label")
        else:
            pen.answer(sheet, line, column, said.texts.get(label, ""), field)
    if start and start.words:
        at = 2 + next(number for number, (_, field) in enumerate(columns) if field)
        pen.choose(sheet, f"{letters(at)}{line}", pen.offers.of(start.id, start.words))


def _spread(pen: Pen, sheet: Worksheet, column: int, style: str) -> None:
    """Lets a whole column be filled in, but for what stands above its label."""
    pen.look.spread(sheet, column, style)
    for line in range(1, HEAD):
        pen.look.put(sheet, line, column, "", "text")


def _width(table: Table, label: str, field: Field | None) -> str:
    if label in table.shown:
        return table.shown_widths[table.shown.index(label)]
    if field is None:
        return "name" if table.lines else "id"
    return "text" if field.place.reads == "text" or field.place.shape != "value" else "word"
