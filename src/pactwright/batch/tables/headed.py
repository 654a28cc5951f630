"""A sheet whose headings are read: what its columns mean, and the records below in which anything stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Final

from pactwright.batch.tables.headings import HeadingRules, Headings, headings_of
from pactwright.batch.tables.keys import RowDraft
from pactwright.findings import Finding
from pactwright.textfile import UNWANTED
from pactwright.workbooks.cells import stripped
from pactwright.workbooks.sheet import Merge, Sheet, SheetRow, is_blank, letters, lines_named, shown


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
        hidden: list[int] = []
        for record in self.sheet.records:
            if record.line in noted or any(column not in notes for column in record.filled()):
                hidden += [record.line] if record.line in self.sheet.notes.hidden_lines else []
                yield record, list(self._strays(record))
        if hidden:
            verb = "are" if len(hidden) > 1 else "is"
            seen = f"{lines_named(hidden)} of this sheet {verb} hidden, by a filter or by hand"
            message = (seen, "lines that a person sees", SHOW_LINES, self.sheet.place(hidden[0], 1))
            self.findings.append(Finding("hidden-rows", "error", "", *message))

    @property
    def has_lines_above(self) -> bool:
        """Whether the headings seem to stand further down, so that nothing else can be said of the sheet."""
        return any(finding.rule == BELOW for finding in self.findings)

    def place(self, column: int) -> str:
        """Where the heading of a column stands."""
        return self.sheet.place(self.line, column)

    def _strays(self, record: SheetRow) -> Iterator[Finding]:
        """What stands beyond the headings or under an empty one: in a text file a slip of one record."""
        width = self.headings.width
        if self.sheet.place.is_delimited and len(record.values) < width:
            place = self.sheet.place(record.line, max(len(record.values), 1))
            seen, fix = f"{_fields(len(record.values))} under {width} headings", "end the line with all its delimiters"
            yield Finding("too-few-fields", "error", "", seen, f"{width} fields, empty ones too", fix, place)
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


def headed_sheet(sheet: Sheet, form: HeadingRules, line: int = 0) -> HeadedSheet | None:
    """The sheet with the first record in which anything stands taken as its headings; None if there is none.

    The first from a line on where one is named. Where the headings seem to stand further down, one finding says so.
    """
    filled = (record for record in sheet.records if not all(map(is_blank, record.values)))
    first = next((record for record in filled if record.line >= line), None)
    if first is None:
        return None
    headings, findings = _headings(sheet, first, form)
    ahead: list[SheetRow] = []
    if not _is_heading(headings) and not line:
        ahead.extend(islice(sheet.records, MOST_ABOVE))
        below = next((each for each in ahead if _is_heading(_headings(sheet, each, form)[0])), None)
        findings = (_below(sheet, first.line, below.line),) if below else findings
    noted = {n: sheet.notes.cells.get((first.line, n)) for n in range(1, len(first.values) + 1)}
    wrong = {n: BROKEN[note] for n, note in noted.items() if isinstance(note, str) and note in BROKEN}
    broken = (
        Finding(rule, "error", "", seen, "", fix, sheet.place(first.line, number))
        for number, (rule, seen, fix) in wrong.items()
    )
    put_back = replace(sheet, records=chain(ahead, sheet.records))
    return HeadedSheet(put_back, headings, first.line, [*findings, *broken], set(wrong))


def _headings(sheet: Sheet, record: SheetRow, form: HeadingRules) -> tuple[Headings, tuple[Finding, ...]]:
    texts = [UNWANTED.sub("\N{REPLACEMENT CHARACTER}", stripped(value)) for value in record.values]
    return headings_of(texts, lambda column: sheet.place(record.line, column), form)


def _is_heading(headings: Headings) -> bool:
    """Whether more of the texts in a line are headings than are not."""
    known = len(headings.columns) + len(headings.special)
    return known > headings.width - len(headings.gaps) - len(headings.notes) - known


def _below(sheet: Sheet, above: int, line: int) -> Finding:
    place, over = sheet.place(line, 1), f"line {above}" if line == above + 1 else f"lines {above} to {line - 1}"
    seen, fix = f"the headings seem to stand in line {line}", f"delete {over} or give --headings {line}"
    return Finding(BELOW, "error", "", seen, "", fix, place)


def _fields(number: int) -> str:
    return "1 field" if number == 1 else f"{number} fields"


BELOW = "headings-below"
MOST_ABOVE = 10  # lines above the headings that somebody may have put there
BROKEN: Final[Mapping[str, tuple[str, str, str]]] = {
    "struck-out": ("struck-out", "this heading is struck out", "delete the column, or take the line away"),
    "error-cell": ("error-heading", "a formula that went wrong stands for this heading", "type the heading"),
    "uncached-formula": ("error-heading", "a formula without its result stands for this heading", "type the heading"),
}
SHOW_LINES = "show them, delete them, or use --hidden take"
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
