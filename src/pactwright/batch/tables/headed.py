"""A sheet whose headings are read: what its columns mean, and the records below in which anything stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pactwright.batch.tables.cells import stripped
from pactwright.batch.tables.headings import HeadingRules, Headings, headings_of
from pactwright.batch.tables.keys import RowDraft
from pactwright.batch.tables.sheet import Merge, Sheet, SheetRow, is_blank, letters, shown
from pactwright.findings import Finding
from pactwright.textfile import UNWANTED


@dataclass(slots=True)
class HeadedSheet:
    """A sheet and its headings, with the line that they stand on; `findings` are about the sheet as a whole."""

    sheet: Sheet
    headings: Headings
    line: int
    findings: list[Finding]
    unnamed: set[int] = field(default_factory=set)

    def records(self) -> Iterator[tuple[SheetRow, list[Finding]]]:
        """Each record in which anything but notes stands, with what is wrong with its form."""
        notes = self.headings.notes
        noted = {line for line, column in self.sheet.notes.cells if column not in notes}
        for record in self.sheet.records:
            if record.line in noted or any(column not in notes for column in record.filled()):
                yield record, list(self._strays(record))

    def place(self, column: int) -> str:
        """Where the heading of a column stands."""
        return self.sheet.place(self.line, column)

    def _strays(self, record: SheetRow) -> Iterator[Finding]:
        """What stands beyond the headings or under an empty one: in a text file a slip of one record."""
        width = self.headings.width
        if len(record.values) <= width and not self.headings.gaps:
            return
        if self.sheet.place.is_delimited and not all(map(is_blank, record.values[width:])):
            place = self.sheet.place(record.line, width + 1)
            seen, fix = f"{len(record.values)} fields", "put a field that holds a delimiter in quotation marks"
            yield Finding("too-many-fields", "error", "", seen, f"{width} fields, one for each heading", fix, place)
        else:
            self._note_unnamed(record)

    def _note_unnamed(self, record: SheetRow) -> None:
        width = self.headings.width
        for column in (*self.headings.gaps, *range(width + 1, len(record.values) + 1)):
            if column not in self.unnamed and not is_blank(record.value(column)):
                self.unnamed.add(column)
                below = f"{shown(record.value(column))} at {self.sheet.place(record.line, column)}"
                message = (f"no heading stands over {below}", "an address, or # for notes", "", self.place(column))
                self.findings.append(Finding("unnamed-column", "error", "", *message))


def headed_sheet(sheet: Sheet, form: HeadingRules) -> HeadedSheet | None:
    """The sheet with the first record in which anything stands taken as its headings; None if there is none."""
    first = next((record for record in sheet.records if not all(map(is_blank, record.values))), None)
    if first is None:
        return None
    texts = [UNWANTED.sub("\N{REPLACEMENT CHARACTER}", stripped(value)) for value in first.values]
    headings, findings = headings_of(texts, lambda column: sheet.place(first.line, column), form)
    return HeadedSheet(sheet, headings, first.line, list(findings))


NOWHERE = Merge((0, 0), (0, 0))


def check_merges(headed: HeadedSheet, drafts: Iterable[tuple[int, RowDraft]]) -> None:
    """Tells every row that a merge covers; merges in columns of notes harm nobody.

    The lines on which the rows stand come in order.
    """
    headings = headed.headings
    read = {*headings.special.values(), *(column.number for column in headings.columns)}
    merges = sorted((each for each in headed.sheet.notes.merges if _touches(each, read)), key=lambda each: each.first)
    over, begun = NOWHERE, 0
    for line, draft in drafts if merges else ():
        while begun < len(merges) and merges[begun].first[0] <= line:
            over, begun = max(over, merges[begun], key=lambda each: each.last[0]), begun + 1
        if over.last[0] >= line:
            draft.tell(_finding(over, headed.sheet))


def _touches(merge: Merge, columns: set[int]) -> bool:
    return any(merge.first[1] <= column <= merge.last[1] for column in columns)


def _finding(merge: Merge, sheet: Sheet) -> Finding:
    line, column = merge.last
    seen = f"the cells from here to {letters(column)}{line} are merged"
    message = (seen, "a value in each cell", "unmerge them and fill each one", sheet.place(*merge.first))
    return Finding("merged-cells", "error", "", *message)
