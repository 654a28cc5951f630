"""The cells of one record: each value as text at its address, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pactwright.findings import Finding
from pactwright.spec.form import Reads, Shape
from pactwright.textfile import UNWANTED, unwanted
from pactwright.validation import RefusedError, quoted
from pactwright.workbooks.leftovers import leftovers
from pactwright.workbooks.sheet import CellValue, Note, Sheet, SheetRow, is_blank, letters
from pactwright.workbooks.values import checked_text, noted_text, remark_on, text_of

NONE: Final = "(none)"
# What a cell may hold that is more than words: a character that cannot be seen, a number, an error.
CARE: Final = re.compile(
    rf"{UNWANTED.pattern}|^[=#EF\[<'\u2019]|^[0-9][0-9.,]*(?:E\+[0-9]+)?$|(?:\.\.\.|\N{{HORIZONTAL ELLIPSIS}})$"
)
TYPE_AGAIN: Final = (
    "format the column as text and type its values again, if any may have lost zeros or changed its form"
)
FORMULA: Final = (
    "formula-as-text",
    "a spreadsheet shows the result of this formula, and a text file has none, so that it is taken as it stands",
    "put the value there, if that is what you see",
)
SEPARATORS: Final = re.compile(r"[;\n]")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column that fills an address: its number from 1, and what can stand at the address."""

    number: int
    address: str
    shape: Shape
    reads: Reads

    @property
    def is_group(self) -> bool:
        """Whether a whole group stands at the address, which a cell can only take away."""
        return self.shape not in {"value", "values"}


@dataclass(slots=True)
class Cells:
    """Reads the cells of one sheet, record by record.

    `scripts` is what scripts leave in place of a value, and `hides` whether a column is hidden.
    """

    sheet: Sheet
    scripts: frozenset[str]
    hides: bool

    def text(self, record: SheetRow, column: TableColumn, findings: list[Finding]) -> str:
        """The text of a cell without the white space around it; "" if it is empty, or if what is wrong is told."""
        value = record.value(column.number)
        note = self.sheet.notes.cells.get((record.line, column.number))
        if isinstance(value, str) and column.shape == "value" and note is None and not self.hides:
            text = value.strip()
            if not CARE.search(text) and text not in self.scripts:
                return text
        try:
            return _fitting(self._text(record, column, note, findings), column)
        except RefusedError as refused:
            findings.append(self._finding(record, column, refused))
            return ""

    def _text(self, record: SheetRow, column: TableColumn, note: Note | None, findings: list[Finding]) -> str:
        value = record.value(column.number)
        if self.hides and self.sheet.notes.hides(column.number) and not is_blank(value):
            raise _hidden(column.number)
        said = noted_text(note, value, column.reads) if note and not _is_nothing(note, value) else None
        if said is not None:
            return said
        if isinstance(value, str):
            text = stripped(value)
            if text.startswith("=") and self.sheet.place.is_delimited:
                findings.append(self._doubt(record, column, *FORMULA))
            return checked_text(_readable(text), column.reads) if text else ""
        text = text_of(value, column.reads)
        remark = remark_on(value, column.reads)
        if remark:
            findings.append(self._doubt(record, column, *remark, TYPE_AGAIN))
        return text

    def _finding(self, record: SheetRow, column: TableColumn, refused: RefusedError) -> Finding:
        place = self.sheet.place(record.line, column.number)
        message = (refused.seen, refused.accepted, refused.fix, place)
        return Finding(refused.rule, "error", column.address, *message)

    def _doubt(self, record: SheetRow, column: TableColumn, rule: str, seen: str, fix: str) -> Finding:
        place = self.sheet.place(record.line, column.number)
        return Finding(rule, "warning", column.address, seen, "", fix, place)


def cells_of(sheet: Sheet) -> Cells:
    """What reads the cells of a sheet."""
    return Cells(sheet, leftovers().scripts, bool(sheet.notes.hidden_columns))


def stripped(value: CellValue) -> str:
    """What a cell says, without white space around it and with line feeds for its line breaks."""
    text = str(value).strip()
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_nothing(note: Note, value: CellValue) -> bool:
    """Whether a cell whose look alone is noted holds nothing."""
    return note in {"struck-out", "unseen"} and is_blank(value)


def _hidden(column: int) -> RefusedError:
    seen, fix = (
        f"column {letters(column)} is hidden, and this cell stands in it",
        "show the column, or use --hidden take",
    )
    return RefusedError(rule="hidden-column", seen=seen, accepted="what a person sees", fix=fix)


def _readable(text: str) -> str:
    hit = UNWANTED.search(text)
    if hit:
        found = unwanted(hit.group(), "", (0, 0))
        raise RefusedError(rule=found.rule, seen=found.seen, accepted=found.accepted, fix=found.fix)
    return text


def _fitting(text: str, column: TableColumn) -> str:
    """The text, if something that it says can stand in the column."""
    if column.is_group and text not in {"", NONE}:
        seen = f"{column.address} is a whole group, which no one value fills"
        fix = "give each of its facts a column of its own"
        raise RefusedError(rule="group-column", seen=seen, accepted=f"{NONE} or nothing", fix=fix)
    if column.shape == "values" and text and not any(items(text)):
        seen = f"{quoted(text)} is a list without anything in it"
        raise RefusedError(rule="empty-list", seen=seen, accepted=f"values with ; between them, or {NONE}")
    return text


def items(text: str) -> Iterator[str]:
    """The values of a list that stands in one cell."""
    return filter(None, map(str.strip, SEPARATORS.split(text)))
