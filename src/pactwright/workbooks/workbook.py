"""A table in a workbook: values as calamine reads them, after a look through the package for what it does not tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from pactwright.findings import Finding
from pactwright.textfile import UNWANTED
from pactwright.workbooks.excel_notes import notes_in_excel
from pactwright.workbooks.ods_notes import notes_in_ods
from pactwright.workbooks.package import MOST_CELLS, package_at, too_large, unreadable, unsafe
from pactwright.workbooks.sheet import CellPlaces, CellValue, Merge, Notes, Sheet, SheetRow, Spot, shown

IGNORED: Final = "#"
PANIC: Final = "pyo3_runtime"  # where an error comes from that the reader did not foresee


def workbook_sheets(path: Path) -> list[Sheet]:
    """The sheets of an .xlsx or .ods that hold a table, those whose names begin with # left out.

    The address of each is its name as it stands. Raises UsageError for a file that is no whole workbook,
    ForeignContentError for one that is not safe to read.
    """
    with package_at(path) as package:
        notes = (notes_in_ods if path.suffix.lower() == ".ods" else notes_in_excel)(package)
        package.parse_rest()
    for each in notes.values():
        if each.size > MOST_CELLS:
            too_large(path)
    try:
        return list(_sheets(path, notes))
    except (CalamineError, OSError, ValueError) as broken:
        unreadable(path, f"cannot be read as a workbook: {broken}")
    except BaseException as failed:
        if type(failed).__module__ != PANIC:
            raise
        unreadable(path, f"cannot be read as a workbook: {failed}")


def _sheets(path: Path, notes: Mapping[str, Notes]) -> Iterator[Sheet]:
    with CalamineWorkbook.from_path(path) as workbook:
        names = [each.name for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        if any(map(UNWANTED.search, names)):
            unsafe(path, "has a sheet whose name cannot be seen")
        if not notes.keys() >= set(names):
            unsafe(path, "has a sheet that cannot be found in it")
        wanted = [name for name in names if not name.startswith(IGNORED)]
        for name in wanted:
            sheet = workbook.get_sheet_by_name(name)
            sheet_notes = _with_merges(notes[name], sheet)
            records = _records(sheet, sheet_notes)
            called = str(path) if name == wanted[0] else f"{path}!{name}"
            places = CellPlaces(called, is_delimited=False)
            remarks = (*_commented(places, sheet_notes.comments), *_conditional(places, sheet_notes.conditional))
            yield Sheet(places, records, name, sheet_notes, remarks)


def _commented(places: CellPlaces, comments: Mapping[Spot, str]) -> Iterator[Finding]:
    """A warning for each column with comments or text boxes, which no document prints."""
    said = [spot for spot, words in comments.items() if words.strip()]
    fix = "write what counts into cells, and delete the rest"
    for column, spots in groupby(sorted(said, key=lambda spot: spot[::-1]), key=lambda spot: spot[1]):
        lines = [line for line, _ in spots]
        words = shown(comments[lines[0], column])
        more = f", and on {len(lines) - 1} more of this column," if len(lines) > 1 else ""
        seen = f"a comment or text box on this cell{more} is not read: {words}"
        yield Finding("cell-comment", "warning", "", seen, "", fix, places(lines[0], column))


def _conditional(places: CellPlaces, ranges: Sequence[str]) -> Iterator[Finding]:
    """A warning about cells that a rule of the workbook may strike out or hide; they are read whatever it says."""
    for each in ranges:
        seen = f"a rule for {each} strikes cells out or hides them on a condition, and they are read all the same"
        yield Finding("conditional-look", "warning", "", seen, "", "delete what does not count", places.name)


def _with_merges(notes: Notes, sheet: CalamineSheet) -> Notes:
    """The notes with the merged cells that calamine knows, which counts from 0 and knows those of an .xlsx only."""
    known = (
        Merge((top + 1, left + 1), (bottom + 1, right + 1))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return replace(notes, merges=[*notes.merges, *known])


def _records(sheet: CalamineSheet, notes: Notes) -> Iterator[SheetRow]:
    """Each line from the first, without its last empty cells; then the lines that hold only what has no value."""
    before: list[CellValue] = [""] * (sheet.start[1] if sheet.start else 0)
    line = 0
    for line, values in enumerate(sheet.iter_rows(), start=1):
        yield SheetRow(line, before + values)
    for further in sorted({each for each, _ in notes.cells if each > line}):
        yield SheetRow(further, ())
