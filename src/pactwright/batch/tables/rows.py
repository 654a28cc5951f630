"""The rows of the first sheet of a table: what each of them fills, and what is wrong with it alone.

A table may have very many rows, so a row is kept as one text, and made when somebody asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final, overload

from pactwright.batch.base import Base, standing_at
from pactwright.batch.model import Cell, Row
from pactwright.batch.tables.filled import cells_from
from pactwright.batch.tables.headed import HeadedSheet
from pactwright.batch.tables.headings import KEY
from pactwright.batch.tables.keys import RowDraft
from pactwright.batch.tables.sums import sum_finding, sum_of, summed_up
from pactwright.findings import Finding, in_order
from pactwright.workbooks.cells import NONE, TableColumn, cells_of
from pactwright.workbooks.sheet import CellPlaces

BETWEEN: Final = "\x1f"  # between the texts of a row; no cell may hold it
NUMBERS: Final = re.compile(rf"[0-9A-Z.,% {BETWEEN}-]+")


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """The rows of a table, each made when it is asked for; a slice of them is as small, and can be sent to a process.

    `key` is the column of the keys, or the first one.
    An empty cell stands for nothing, unless its column is one of `open`, at whose address the base says nothing: there
    a fact may turn out to be missing, so it takes away what is not there.
    """

    place: CellPlaces
    key: int
    columns: tuple[TableColumn, ...]
    open: frozenset[int]
    drafts: list[RowDraft]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.drafts)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Rows: ...

    def __getitem__(self, index: int | slice) -> Row | Rows:
        """One row, or some."""
        if isinstance(index, slice):
            return replace(self, drafts=self.drafts[index])
        draft = self.drafts[index]
        cells = (*self._cells(draft), *draft.more)
        taken = {cell.address: cell.place for cell in self._taken(draft)}
        findings = (*draft.findings, *_contradictions(cells, taken))
        return Row(draft.key, self.row_place(draft), cells, in_order(dict.fromkeys(findings)))

    def row_place(self, draft: RowDraft) -> str:
        """Where a row begins: at its key, or at the first cell of its line."""
        return draft.at or self.place(draft.line, self.key)

    def _cells(self, draft: RowDraft) -> Iterator[Cell]:
        """The cells of the first sheet that fill something, or could have."""
        for column, text in zip(self.columns, draft.texts.split(BETWEEN), strict=False):
            place = self.place(draft.line, column.number)
            if text:
                yield from cells_from(column, text, place)
            elif column.number in self.open:
                yield Cell(column.address, None, place)

    def _taken(self, draft: RowDraft) -> Iterator[Cell]:
        """The cells by which the row says that something goes."""
        if NONE in draft.texts:
            texts = draft.texts.split(BETWEEN)
            for column, text in zip(self.columns, texts, strict=False):
                if text == NONE:
                    yield Cell(column.address, None, self.place(draft.line, column.number))


def first_rows(first: HeadedSheet, base: Base | None) -> Rows:
    """The rows of the first sheet over a base, their keys as they are typed and not yet checked."""
    cells, columns = cells_of(first.sheet), first.headings.columns
    number = first.headings.special.get(KEY)
    key = TableColumn(number, KEY, "value", "word") if number else None
    drafts = []
    for record, findings in first.records():
        texts = [cells.text(record, column, findings) for column in columns]
        typed = cells.text(record, key, findings) if key else ""
        if total := sum_of(typed, texts, first.sheet.place(record.line, number or 1)):
            findings.append(total)
        drafts.append(RowDraft(record.line, typed, BETWEEN.join(texts), findings=tuple(findings)))
    has_bare = any(map(NUMBERS.fullmatch, (draft.texts for draft in drafts)))
    for position in summed_up([draft.texts.split(BETWEEN) for draft in drafts]) if has_bare else ():
        if not any(finding.rule == "sum-row" for finding in drafts[position].findings):
            drafts[position].tell(sum_finding(first.sheet.place(drafts[position].line, number or 1)))
    return Rows(first.sheet.place, number or 1, columns, _open_in(base, columns), drafts)


def numbers_left_out(first: HeadedSheet, base: Base) -> Iterator[Finding]:
    """Columns of an entry of a list behind an entry that neither the base nor a column has."""
    columns = first.headings.columns
    numbered = {prefix for column in columns for prefix in _numbered(column.address)}
    for column in columns:
        for entries, number in _numbered(column.address):
            standing = _entries(base, entries)
            last = next(n for n in count(standing) if (entries, n) not in numbered)
            if number > last:
                seen = f"{entries} has {standing} entries in the base, numbered from 0"
                fix = f'did you mean "{column.address.replace(f"{entries}.{number}", f"{entries}.{last}", 1)}"?'
                message = (seen, f"{last} is the next number", fix, first.place(column.number))
                yield Finding("list-number", "error", column.address, *message)


def _numbered(address: str) -> Iterator[tuple[str, int]]:
    """Each list in which an address stands, and the number of its entry."""
    parts = address.split(".")
    for length, part in enumerate(parts):
        if part.isdecimal() and parts[0] != "choices":
            yield ".".join(parts[:length]), int(part)


def _entries(base: Base, address: str) -> int:
    """How many entries a list of the base has."""
    standing = standing_at(base.tree, address.split("."))
    return len(standing) if isinstance(standing, list) else 0


def _open_in(base: Base | None, columns: Sequence[TableColumn]) -> frozenset[int]:
    values = (column for column in columns if not column.is_group)
    return frozenset(column.number for column in values if not base or column.address not in base.marks)


def _contradictions(cells: Sequence[Cell], taken: dict[str, str]) -> Iterator[Finding]:
    """Cells that fill something in what another cell of the row takes away."""
    for address, place in taken.items():
        for cell in cells:
            if cell.text is not None and cell.address.startswith(f"{address}."):
                seen = f"{cell.address} is filled here and {address} is taken away at {place}"
                message = (seen, "one of the two", "empty one of the two cells", cell.place)
                yield Finding("taken-away", "error", cell.address, *message)
