"""Which sheets of a table are read: one with the rows, those that are named after a list of the spec, and no other.

What is left out is named, and what nobody sees is not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pactwright.batch.tables.headed import HeadedSheet, headed_sheet
from pactwright.batch.tables.headings import KEY, HeadingRules
from pactwright.batch.tables.lists import list_named
from pactwright.errors import UsageError
from pactwright.findings import Finding
from pactwright.spec.form import near_address
from pactwright.workbooks.sheet import Sheet, letters, lines_named, shown

ACCEPTED: Final = "a list of the spec such as parties.city.signatories or milestones, or # and any words for notes"
SHOW: Final = "show the sheet, put # before its name, or use --hidden take"


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How somebody wants a table to be read.

    `sheet` is the name of the one with the rows, `headings` the line in which they stand; both are found out where they
    are not given. `takes_hidden` is whether what is hidden counts as well.
    """

    sheet: str = ""
    headings: int = 0
    takes_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheet with the rows, None where there is none, those of lists, what is wrong, and what is worth knowing."""

    first: HeadedSheet | None
    lists: tuple[Sheet, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[Finding, ...]


def chosen(sheets: Sequence[Sheet], form: HeadingRules, options: TableOptions) -> Chosen:
    """The sheets that are read; raises UsageError where the one that was asked for is not there."""
    taken = [finding for sheet in sheets if options.takes_hidden for finding in _taken(sheet)]
    seen = [_shown(sheet) if options.takes_hidden else sheet for sheet in sheets]
    lists = [sheet for sheet in seen[1:] if list_named(sheet.address) and not _is_asked(sheet, options)]
    others = [sheet for sheet in seen if sheet not in lists]
    read = [headed_sheet(sheet, form, _line(sheet, seen, options)) for sheet in others]
    number = _first(others, read, options)
    first = read[number] if read else None
    left = [each for each in read if each and each is not first]
    told = [finding for each in left for finding in _left(each, options)]
    used = [*([first.sheet] if first else []), *lists]
    errors = [*map(_hidden, (sheet for sheet in used if sheet.notes.is_hidden)), *told]
    moved = first.headings.remarks if first else ()
    remarks = [*taken, *(remark for sheet in used for remark in sheet.remarks), *moved, *told]
    return Chosen(
        first,
        tuple(lists),
        tuple(each for each in errors if each.level == "error"),
        tuple(each for each in remarks if each.level != "error"),
    )


def _is_asked(sheet: Sheet, options: TableOptions) -> bool:
    return bool(options.sheet) and sheet.address.casefold() == options.sheet.casefold()


def _line(sheet: Sheet, sheets: Sequence[Sheet], options: TableOptions) -> int:
    """The line of a sheet's headings, 0 where it is to be found out."""
    is_meant = _is_asked(sheet, options) if options.sheet else sheet is sheets[0]
    return options.headings if is_meant else 0


def _first(sheets: Sequence[Sheet], read: Sequence[HeadedSheet | None], options: TableOptions) -> int:
    """The position of the sheet with the rows: the one asked for, else the first that has a heading we know."""
    if options.sheet:
        asked = next((number for number, sheet in enumerate(sheets) if _is_asked(sheet, options)), None)
        if asked is None:
            names = ", ".join(shown(sheet.address) for sheet in sheets if sheet.address) or "without names"
            message = f"--sheet: {shown(options.sheet)} is no sheet of this table; its sheets are {names}"
            raise UsageError(message)
        return asked
    are_files = bool(sheets) and sheets[0].place.is_delimited
    known = (number for number, each in enumerate(read) if each and _has_headings(each))
    return 0 if are_files or options.headings else next(known, 0)


def _has_headings(read: HeadedSheet) -> bool:
    """Whether a sheet has a heading that we know, in whatever line."""
    found = read.headings.columns or read.headings.special
    return bool(found) or read.has_lines_above


def _left(read: HeadedSheet, options: TableOptions) -> Iterator[Finding]:
    """What is said of a sheet that is not read: an error where somebody may have meant it for rows or for a list."""
    sheet = read.sheet
    name, place = shown(sheet.address), sheet.place.name
    near = near_address(sheet.address)
    is_meant = KEY in read.headings.special and (near or not sheet.place.is_delimited)
    if is_meant and not options.sheet:
        fix = f'did you mean "{near}"?' if near else f"give --sheet {name} if it has the rows"
        yield Finding(
            "unknown-sheet", "error", sheet.address, f"{name} is not a list of the spec", ACCEPTED, fix, place
        )
    else:
        what = "file" if sheet.place.is_delimited else "sheet"
        seen = f"the {what} {name} is no list of the spec and was left out"
        yield Finding("sheet-left-out", "note", sheet.address, seen, "", "put # before its name to hear no more", place)


def _hidden(sheet: Sheet) -> Finding:
    seen = f"the sheet {shown(sheet.address)} is hidden"
    return Finding("hidden-sheet", "error", sheet.address, seen, "sheets that a person sees", SHOW, sheet.place.name)


def _shown(sheet: Sheet) -> Sheet:
    return replace(sheet, notes=replace(sheet.notes, is_hidden=False, hidden_lines=(), hidden_columns=()))


def _taken(sheet: Sheet) -> Iterator[Finding]:
    """What is hidden on a sheet and counts as well."""
    lines, columns = sorted(sheet.notes.hidden_lines), sheet.notes.hidden_columns
    names = ", ".join(letters(a) if a == b else f"{letters(a)} to {letters(b)}" for a, b in columns)
    parts = {
        "hidden-sheet": "the whole sheet" if sheet.notes.is_hidden else "",
        "hidden-rows": lines_named(lines) if lines else "",
        "hidden-column": f"column {names}" if names else "",
    }
    for rule, part in parts.items():
        if part:
            yield Finding(rule, "warning", sheet.address, f"hidden, and read too: {part}", place=sheet.place.name)
