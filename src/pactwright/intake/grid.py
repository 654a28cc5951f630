"""A sheet as labels and entries, wherever these stand: labels in one line and entries below it, or the other way round.

The corner is the cell that says so; guides, such as the example, are lines or columns that hold no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pactwright.findings import Finding, nearest
from pactwright.intake.form import Table
from pactwright.intake.words import same, words
from pactwright.workbooks.cells import Cells, TableColumn, cells_of
from pactwright.workbooks.sheet import Sheet, SheetRow, Spot, is_blank, shown

NOTES: Final = "#"
FIX: Final = "write the label as it was, or # before it for notes"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet that was read: the line or column of each label, and the entries in their order.

    `is_turned` is whether the labels stand one below the other.
    """

    sheet: Sheet
    cells: Cells
    records: Mapping[int, SheetRow]
    labels: Mapping[str, int]
    entries: tuple[int, ...]
    corner: Spot
    is_turned: bool

    def spot(self, entry: int, label: int) -> Spot:
        """The line and column of an answer."""
        return (label, entry) if self.is_turned else (entry, label)

    def place(self, entry: int, label: str = "") -> str:
        """Where a person finds an answer; without a known label, the first cell of the entry."""
        at = self.labels.get(label) or min(self.labels.values(), default=1)
        return self.sheet.place(*self.spot(entry, at))

    def has(self, entry: int, label: int) -> bool:
        """Whether anything stands in a cell."""
        line, column = self.spot(entry, label)
        record = self.records.get(line)
        return record is not None and not is_blank(record.value(column))

    def text(self, entry: int, label: str, column: TableColumn, findings: list[Finding]) -> str:
        """The text of an answer, "" where there is none; what is wrong with the cell is told."""
        line, number = self.spot(entry, self.labels[label])
        there = TableColumn(number, column.address, column.shape, column.reads)
        record = self.records.get(line)
        if record is None:
            return ""
        if line in self.sheet.notes.hidden_lines and not is_blank(record.value(number)):
            seen = f"line {line} is hidden, and this cell stands in it"
            message = (seen, "what a person sees", "show the line, or empty it", self.sheet.place(line, number))
            findings.append(Finding("hidden-rows", "error", column.address, *message))
            return ""
        return self.cells.text(record, there, findings)


def grid_of(sheet: Sheet, table: Table, findings: list[Finding]) -> Grid | None:
    """The labels and entries of a sheet; None where it has no corner, which is told."""
    records = {record.line: record for record in sheet.records}
    corner = next(_spots(records, {same(words()["corner"])}), None)
    if corner is None:
        accepted = f'a cell that says "{words()["corner"]}" beside the labels'
        message = (f"the labels of {shown(table.title)} cannot be found", accepted, FIX, sheet.place.name)
        findings.append(Finding("no-labels", "error", "", *message))
        return None
    lines, columns = sorted(records), range(1, max((len(each.values) for each in records.values()), default=0) + 1)
    guides = {same(each) for each in words()["guides"].values()}
    known = {same(label): label for label in (*table.labels, *table.shown)}
    beside = {n for n in columns if same(records[corner[0]].value(n)) in guides | known.keys()} - {corner[1]}
    below = {n for n in lines if same(records[n].value(corner[1])) in guides | known.keys()} - {corner[0]}
    turned = sum(same(records[n].value(corner[1])) in known for n in below) > sum(
        same(records[corner[0]].value(n)) in known for n in beside
    )
    return _Labels(sheet, table, records, corner, turned, known, guides).grid(findings)


def _spots(records: Mapping[int, SheetRow], wanted: set[str]) -> Iterator[Spot]:
    """Where certain words stand, from the top."""
    for line, record in sorted(records.items()):
        yield from ((line, n) for n in record.filled() if same(record.value(n)) in wanted)


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of a sheet while they are looked for."""

    sheet: Sheet
    table: Table
    records: Mapping[int, SheetRow]
    corner: Spot
    is_turned: bool
    known: Mapping[str, str]
    guides: set[str]

    def grid(self, findings: list[Finding]) -> Grid:
        along, across = self._lines()
        labels: dict[str, int] = {}
        strange: list[int] = []
        for at in along:
            said = self._label(at)
            label = self.known.get(same(said))
            if label and label in labels:
                seen = f"{shown(label)} stands twice, first at {self._place(labels[label])}"
                findings.append(self._told("label-twice", at, seen, "each label once", "take one away"))
            elif label:
                labels[label] = at
            elif not said.startswith(NOTES):
                strange.append(at)
        entries = tuple(n for n in across if same(self._guide(n)) not in self.guides and not self._is_note(n))
        grid = Grid(self.sheet, cells_of(self.sheet), self.records, labels, entries, self.corner, self.is_turned)
        findings.extend(each for at in strange for each in self._strange(at, grid))
        return grid

    def _lines(self) -> tuple[list[int], list[int]]:
        """The lines or columns that may have a label, and those that may be entries."""
        lines = [n for n in sorted(self.records) if n > self.corner[0]]
        width = max(len(each.values) for each in self.records.values())
        columns = [n for n in range(1, width + 1) if n != self.corner[1]]
        return (lines, columns) if self.is_turned else (columns, lines)

    def _label(self, at: int) -> str:
        return self._value(at, self.corner[1]) if self.is_turned else self._value(self.corner[0], at)

    def _guide(self, at: int) -> str:
        return self._value(self.corner[0], at) if self.is_turned else self._value(at, self.corner[1])

    def _is_note(self, at: int) -> bool:
        return self._guide(at).startswith(NOTES)

    def _value(self, line: int, column: int) -> str:
        record = self.records.get(line)
        return "" if record is None else str(record.value(column)).strip()

    def _place(self, at: int) -> str:
        return self.sheet.place(*((at, self.corner[1]) if self.is_turned else (self.corner[0], at)))

    def _told(self, rule: str, at: int, seen: str, accepted: str, fix: str) -> Finding:
        return Finding(rule, "error", "", seen, accepted, fix, self._place(at))

    def _strange(self, at: int, grid: Grid) -> Iterator[Finding]:
        """What is told of a label that is none of ours, or that is not there, where answers stand under it."""
        first = next((entry for entry in grid.entries if grid.has(entry, at)), None)
        said = self._label(at)
        if not said and first is not None:
            seen = f"no label stands for the answer at {self.sheet.place(*grid.spot(first, at))}"
            yield self._told("label-missing", at, seen, "a label of this sheet", FIX)
        elif said and (first is not None or not self._is_band(said)):
            seen = f"{shown(said)} is no label of the sheet {shown(self.table.title)}"
            left = [label for label in self.known.values() if label not in grid.labels]
            fix = nearest(said, left) or FIX
            yield self._told("unknown-label", at, seen, "a label as the workbook was written with", fix)

    def _is_band(self, said: str) -> bool:
        """Whether it only names what stands below it."""
        return any(label.startswith(f"{said}: ") for label in self.known.values())
