"""The further sheets of a table: each fills one list or map of the spec, several lines for one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pactwright.batch.model import Cell
from pactwright.batch.tables.filled import cells_from
from pactwright.batch.tables.headed import HeadedSheet, check_merges, headed_sheet
from pactwright.batch.tables.headings import KEY, HeadingRules
from pactwright.batch.tables.keys import RowDraft, UnknownKeys, by_key, doubt, same_key
from pactwright.findings import Finding
from pactwright.spec.form import accepted_below, place_at
from pactwright.spec.scalars import identifier
from pactwright.validation import RefusedError
from pactwright.workbooks.cells import Cells, TableColumn, cells_of
from pactwright.workbooks.sheet import Sheet, SheetRow

ID: Final = "id"
MOST_LETTERS: Final = 31  # of a sheet's name in Excel


def fill_lists(sheets: Sequence[Sheet], first: HeadedSheet, drafts: list[RowDraft]) -> Iterator[Finding]:
    """Adds to each row what the further sheets say under its key, in the order of their lines; gives what is wrong.

    The lines of a key replace the whole list, or the whole map, that the base has there. A key that no row has becomes
    a row behind the others, which fails.
    """
    if sheets and KEY not in first.headings.special:
        message = ("a further sheet needs to know its rows", "a column named key", "add one", first.place(1))
        yield Finding("key-column-missing", "error", KEY, *message)
        return
    rows = by_key(drafts) if sheets else {}
    unknown_keys = UnknownKeys(tuple(group[0].key for group in rows.values()))
    for sheet in sheets:
        address = list_named(sheet.address) or ""
        read = headed_sheet(sheet, _form(address))
        if read:
            yield from _also_columns(address, sheet, first)
            yield from _List(address, read, cells_of(sheet), rows, unknown_keys).fill(first)
    drafts.extend(unknown_keys.drafts.values())


def list_named(name: str) -> str | None:
    """The list that a sheet is named after; a name that Excel cut short is completed if one list begins with it."""
    found = place_at(name)
    if found and found.shape in {"groups", "map"} and found.keys:
        return name
    before, _, start = name.rpartition(".")
    keys = [f"{before}.{key}" if before else key for key in accepted_below(before) if key.startswith(start)]
    lists = [key for key in keys if list_named(key)] if len(name) == MOST_LETTERS and start else []
    return lists[0] if len(lists) == 1 else None


def _form(address: str) -> HeadingRules:
    is_map = _is_map(address)
    return HeadingRules(f"{address}.x." if is_map else f"{address}.0.", (KEY, ID) if is_map else (KEY,))


def _is_map(address: str) -> bool:
    found = place_at(address)
    return found is not None and found.shape == "map"


def _also_columns(address: str, sheet: Sheet, first: HeadedSheet) -> Iterator[Finding]:
    """Columns of the first sheet that fill what a further sheet replaces."""
    for column in first.headings.columns:
        if f"{column.address}.".startswith(f"{address}."):
            message = (
                f"{column.address} is a sheet too, {sheet.place.name}",
                "each fact in one place",
                "drop one of the two",
            )
            yield Finding("column-twice", "error", column.address, *message, first.place(column.number))


@dataclass(slots=True)
class _List:
    """One further sheet; `ids` are those that each row has so far, numbers where the address holds a list."""

    address: str
    read: HeadedSheet
    cells: Cells
    rows: Mapping[str, list[RowDraft]]
    unknown_keys: UnknownKeys
    ids: dict[int, list[str]] = field(default_factory=dict)

    def fill(self, first: HeadedSheet) -> list[Finding]:
        """Adds the cells of every line to the rows of its key; what is wrong with the sheet as a whole."""
        wanted = (KEY, ID) if _is_map(self.address) else (KEY,)
        missing = [name for name in wanted if name not in self.read.headings.special]
        if self.read.has_lines_above:
            return self.read.findings
        if missing:
            return [*self.read.findings, *map(self._missing_column, missing)]
        strange: dict[str, str] = {}
        lines = []
        for record, findings in self.read.records():
            key = self.cells.text(record, self._special(KEY), findings)
            drafts = self.rows.get(same_key(key), [])
            if not drafts:
                strange.setdefault(key, self._place(record, KEY))
                self.unknown_keys.tell(key, findings, self._place(record, KEY))
            for draft in drafts:
                lines.append((record.line, draft))
                more, message = self._line(record, self.ids.setdefault(draft.line, []))
                draft.more += more
                draft.tell(*findings, *message)
        check_merges(self.read, lines)
        if strange:
            self._doubt(strange, first)
        return self.read.findings

    def _doubt(self, strange: Mapping[str, str], first: HeadedSheet) -> None:
        """Holds back the rows without a line here: one of them may have lost its list to a strange key."""
        without = (draft for group in self.rows.values() for draft in group if draft.line not in self.ids)
        number = first.headings.special[KEY]
        doubt(self.address, strange, without, lambda draft: first.sheet.place(draft.line, number))

    def _line(self, record: SheetRow, ids: list[str]) -> tuple[tuple[Cell, ...], list[Finding]]:
        """What a line fills, after the elements with some ids of the same row, and what is wrong with it."""
        findings: list[Finding] = []
        place = self._place(record, KEY)
        below = self._id(record, ids, findings)
        cells = tuple(self._element(record, f"{self.address}.{below}", findings))
        if not cells and not findings:
            message = ("this line fills nothing", "a fact in one of its cells", "fill it in or delete it", place)
            findings.append(Finding("nothing-filled", "error", self.address, *message))
        instead = () if ids else (Cell(self.address, None, place),)
        ids.append(below)
        return (*instead, *cells), findings

    def _element(self, record: SheetRow, above: str, findings: list[Finding]) -> Iterator[Cell]:
        for column in self.read.headings.columns:
            placed = replace(column, address=f"{above}.{column.address}")
            text = self.cells.text(record, placed, findings)
            if text:
                yield from cells_from(placed, text, self.read.sheet.place(record.line, column.number))

    def _id(self, record: SheetRow, ids: list[str], findings: list[Finding]) -> str:
        """The id under which a line stands in a map; in a list, its number."""
        if ID not in self.read.headings.special:
            return str(len(ids))
        place = self._place(record, ID)
        text = self.cells.text(record, self._special(ID), findings)
        try:
            known = identifier(text)
        except RefusedError as refused:
            findings.append(Finding("id", "error", self.address, refused.seen, refused.accepted, refused.fix, place))
            return f"line-{record.line}"
        if known in ids:
            message = (f'"{known}" stands twice under this key', "each id once under a key", "", place)
            findings.append(Finding("id-twice", "error", self.address, *message))
        return known

    def _special(self, name: str) -> TableColumn:
        return TableColumn(self.read.headings.special[name], name, "value", "word")

    def _place(self, record: SheetRow, name: str) -> str:
        return self.read.sheet.place(record.line, self.read.headings.special[name])

    def _missing_column(self, name: str) -> Finding:
        message = (f"this sheet has no column named {name}", ", ".join((KEY, ID) if name == ID else (KEY,)), "add one")
        return Finding(f"{name}-column-missing", "error", name, *message, self.read.place(1))
