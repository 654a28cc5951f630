"""The rows of the first sheet of a table: what each of them fills, and what is wrong with it alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pactwright.batch.row import Cell, Row
from pactwright.batch.tables.cells import NONE, Cells
from pactwright.batch.tables.headed import Headed
from pactwright.batch.tables.headings import KEY, Column
from pactwright.batch.tables.sheet import Record
from pactwright.findings import Finding, in_order

if TYPE_CHECKING:
    from pactwright.batch.base import Base


@dataclass(slots=True)
class Draft:
    """A row while the sheets are read: its line, place and key, what it fills and takes away, what is wrong so far."""

    line: int
    place: str
    key: str = ""
    cells: list[Cell] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)

    def row(self) -> Row:
        """The row as it is handed out, its findings in the order of the table."""
        findings = in_order(dict.fromkeys((*self.findings, *self._contradictions())))
        return Row(self.key, self.place, tuple(self.cells), findings)

    def _contradictions(self) -> Iterator[Finding]:
        """Cells that fill something in what another cell of the row takes away."""
        for address, place in self.taken.items():
            for cell in self.cells:
                if cell.text is not None and cell.address.startswith(f"{address}."):
                    seen = f"{cell.address} is filled here and {address} is taken away at {place}"
                    told = (seen, "one of the two", "empty one of the two cells", cell.place)
                    yield Finding("taken-away", "error", cell.address, *told)


def drafts_of(first: Headed, base: Base | None) -> list[Draft]:
    """A draft of each row of the first sheet; an empty cell stands for nothing, unless the base says nothing there.

    Then the cell is where a fact may turn out to be missing.
    """
    reading = _Reading(first, Cells(first.sheet), _open_in(base, first.headings.columns))
    return [reading.draft(record, findings) for record, findings in first.records()]


def _open_in(base: Base | None, columns: Sequence[Column]) -> frozenset[int]:
    """The columns of values at whose addresses the base says nothing."""
    values = (column for column in columns if column.shape in {"value", "values"})
    return frozenset(column.number for column in values if not base or column.address not in base.marks)


@dataclass(frozen=True, slots=True)
class _Reading:
    first: Headed
    cells: Cells
    open: frozenset[int]

    def draft(self, record: Record, findings: list[Finding]) -> Draft:
        key = self.first.headings.special.get(KEY)
        draft = Draft(record.line, self.first.sheet.place(record.line, key or 1), findings=findings)
        if key:
            draft.key = self.cells.text(record, Column(key, KEY, "value", "word"), draft.findings)
        for column in self.first.headings.columns:
            text = self.cells.text(record, column, draft.findings)
            if text == NONE:
                draft.taken[column.address] = self.first.sheet.place(record.line, column.number)
            if text:
                draft.cells.extend(self.cells.filled(record, column, text, draft.findings))
            elif column.number in self.open:
                draft.cells.append(Cell(column.address, None, self.first.sheet.place(record.line, column.number)))
        return draft
