"""The cells of one record: each value as text at its address, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pactwright.batch.row import Cell
from pactwright.batch.tables.headings import Column
from pactwright.batch.tables.sheet import Record, Sheet, Value
from pactwright.batch.tables.values import checked_text, of_note, remark_on, text_of
from pactwright.findings import Finding
from pactwright.spec.scalars import RefusedError
from pactwright.textfile import UNWANTED, unwanted

NONE: Final = "(none)"
SEPARATORS: Final = re.compile(r"[;\n]")


@dataclass(slots=True)
class Cells:
    """Reads the cells of one sheet, record by record; a doubt about a column is told once."""

    sheet: Sheet
    told: set[tuple[int, str]] = field(default_factory=set)

    def text(self, record: Record, column: Column, findings: list[Finding]) -> str:
        """The text of a cell without the white space around it; "" if it is empty, or if what is wrong is told."""
        try:
            return self._text(record, column, findings)
        except RefusedError as refused:
            findings.append(self._finding(record, column, refused))
            return ""

    def filled(self, record: Record, column: Column, text: str, findings: list[Finding]) -> Iterator[Cell]:
        """What a text fills: a value, the values of a list one by one, or nothing where it takes something away."""
        place = self.sheet.place(record.line, column.number)
        if text == NONE:
            yield Cell(column.address, None, place)
        elif column.shape == "values":
            yield Cell(column.address, None, place)
            items = filter(None, map(str.strip, SEPARATORS.split(text)))
            yield from (Cell(f"{column.address}.{n}", item, place) for n, item in enumerate(items))
        elif column.shape == "value":
            yield Cell(column.address, text, place)
        else:
            seen = f"{column.address} is a whole group, which no one value fills"
            fix = "give each of its facts a column of its own"
            findings.append(Finding("group-column", "error", column.address, seen, f"{NONE} or nothing", fix, place))

    def _text(self, record: Record, column: Column, findings: list[Finding]) -> str:
        value = record.value(column.number)
        note = self.sheet.notes.cells.get((record.line, column.number))
        refused = of_note(note, value, column.reads) if note else None
        if refused:
            raise refused
        if isinstance(value, str):
            text = plain(value)
            return checked_text(_readable(text), column.reads) if text else ""
        remark = remark_on(value, column.reads)
        if remark and (column.number, remark[0]) not in self.told:
            self.told.add((column.number, remark[0]))
            findings.append(self._doubt(record, column, *remark))
        return text_of(value, column.reads)

    def _finding(self, record: Record, column: Column, refused: RefusedError) -> Finding:
        place = self.sheet.place(record.line, column.number)
        told = (refused.seen, refused.accepted, refused.fix, place)
        return Finding(refused.rule, "error", column.address, *told)

    def _doubt(self, record: Record, column: Column, rule: str, seen: str) -> Finding:
        place = self.sheet.place(record.line, column.number)
        fix = "format the column as text and type its values again, if any may have lost zeros or changed its form"
        return Finding(rule, "warning", column.address, seen, "", fix, place)


def plain(value: Value) -> str:
    """What a cell says, without white space around it and with line feeds for its line breaks."""
    text = str(value).strip()
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _readable(text: str) -> str:
    hit = UNWANTED.search(text)
    if hit:
        found = unwanted(hit.group(), "", (0, 0))
        raise RefusedError(rule=found.rule, seen=found.seen, accepted=found.accepted, fix=found.fix)
    return text
