"""A TABLE, whatever kind of file it is, as rows."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from pactwright.batch.model import Row
from pactwright.batch.tables.choosing import TableOptions, chosen
from pactwright.batch.tables.headed import HeadedSheet, check_merges
from pactwright.batch.tables.headings import KEY, NOTES, HeadingRules, Issues
from pactwright.batch.tables.keys import check_keys, give_numbers
from pactwright.batch.tables.lists import fill_lists
from pactwright.batch.tables.rows import BETWEEN, Rows, first_rows, numbers_left_out
from pactwright.batch.tables.strays import copied, copies, tell_strays
from pactwright.batch.tables.text_file import delimited_sheet
from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding, in_order
from pactwright.library.moves import targets
from pactwright.textfile import MAX_PROBLEMS
from pactwright.workbooks.sheet import Sheet
from pactwright.workbooks.workbook import workbook_sheets

if TYPE_CHECKING:
    from pactwright.batch.base import Base
    from pactwright.library.model import Move

from pactwright.batch.tables.keys import RowDraft
from pactwright.files import SPEC_NAME, file_digest
from pactwright.including import whole_specs_in

AS_IT_IS: Final = TableOptions()
NO_ROWS: Final = ("no rows below the headings", "a line of headings, and a line for each agreement")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, in its order, and what is worth knowing about it as a whole."""

    rows: Sequence[Row]
    remarks: tuple[Finding, ...] = ()


def read_table(
    table: Path,
    base: Base | None,
    issues: Issues | None = None,
    options: TableOptions = AS_IT_IS,
    moves: Mapping[str, Move] = {},
) -> Table:
    """The rows of a table; with the issues of a library its columns of choices are held against them.

    A heading that is an old address among the `moves` of the library is read under the new one, with a remark.

    What is wrong with one row stands in its findings, and it may have warnings there. Raises InputError for what is
    wrong with the table as a whole, UsageError for one that cannot be read, ForeignContentError for an unsafe one.
    """
    if table.is_dir():
        specs = folder_rows(table)
        return Table(specs, tuple(_copies(specs)))
    choice = chosen(_sheets_of(table), HeadingRules(issues=issues, moved=targets(moves)), options)
    first = choice.first
    if first is None:
        _refuse_empty(table, [*choice.findings])
    if first.has_lines_above:
        _check([*choice.findings, *first.findings])
    rows = first_rows(first, base)
    if not rows:
        _refuse_empty(table, [*choice.findings, *first.findings])
    _give_keys(first, rows)
    check_merges(first, ((draft.line, draft) for draft in rows.drafts))
    numbers = numbers_left_out(first, base) if base else ()
    _check([*choice.findings, *first.findings, *numbers, *fill_lists(choice.lists, first, rows.drafts)])
    if KEY in first.headings.special:
        tell_strays(rows.drafts, rows.row_place, BETWEEN)
    return Table(rows, (*choice.remarks, *copies(rows.drafts, rows.row_place, BETWEEN)))


def _sheets_of(table: Path) -> list[Sheet]:
    """The sheets of a file, the first one first; a text file's further ones are `<its name>.<address>` beside it."""
    reader = READERS.get(table.suffix.lower())
    if reader is None:
        accepted = f"a table is a {', '.join(READERS)}, or a folder of specs"
        message = f"{table}: is not a table; {accepted}; save it again as .xlsx, .ods or .csv"
        raise UsageError(message)
    return reader(table)


def _delimited(table: Path) -> list[Sheet]:
    beside = sorted(table.parent.glob(f"{glob.escape(table.stem)}.*{glob.escape(table.suffix)}"))
    named = ((each, each.name[len(table.stem) + 1 : -len(table.suffix)]) for each in beside if each != table)
    lists = [delimited_sheet(each, name) for each, name in named if not name.startswith(NOTES)]
    return [delimited_sheet(table), *lists]


READERS: Final[Mapping[str, Callable[[Path], list[Sheet]]]] = {
    ".csv": _delimited,
    ".tsv": _delimited,
    ".txt": _delimited,
    ".xlsx": workbook_sheets,
    ".xlsm": workbook_sheets,
    ".ods": workbook_sheets,
}


def _give_keys(first: HeadedSheet, rows: Rows) -> None:
    if KEY in first.headings.special:
        check_keys(rows.drafts, rows.row_place)
    give_numbers(rows.drafts, only_missing=KEY in first.headings.special)


def _refuse_empty(table: Path, findings: list[Finding]) -> NoReturn:
    raise InputError((*findings, Finding("no-rows", "error", "", *NO_ROWS, place=str(table))))


def _check(findings: list[Finding]) -> None:
    """Refuses a table with problems of its own; of one that is rubbish, with enough of them to see that."""
    some = list(in_order(findings)[: MAX_PROBLEMS + 1])
    if len(some) > MAX_PROBLEMS:
        seen, place = f"more than {MAX_PROBLEMS} problems", some[-1].place
        some[-1] = Finding("too-many-problems", "error", "", seen, fix="mend these first", place=place)
    if some:
        raise InputError(tuple(some))


def folder_rows(folder: Path) -> tuple[Row, ...]:
    """A row for each spec in a folder and for each `spec.yml` one level down, in the order of their paths.

    Files and folders whose names begin with a dot are left out. Raises UsageError for a folder without a spec.
    """
    specs = whole_specs_in(folder)
    if not specs:
        message = f"{folder}: holds no spec; a spec is a .yml or .yaml file in it, or a {SPEC_NAME} in a folder in it"
        raise UsageError(message)
    drafts = [RowDraft(line, _key(path, folder)) for line, path in enumerate(specs)]
    check_keys(drafts, lambda draft: str(specs[draft.line]), "rename one of them")
    return tuple(
        Row(draft.key, str(path), findings=tuple(draft.findings), spec=path)
        for path, draft in zip(specs, drafts, strict=True)
    )


def _copies(rows: Sequence[Row]) -> Iterator[Finding]:
    """A warning about each spec that has the words of one before it."""
    said: dict[str, str] = {}
    for row in rows:
        digest = file_digest(Path(row.place))
        first = said.setdefault(digest, row.place)
        if digest and first != row.place:
            yield copied(f"this spec and {first}", row.place)


def _key(path: Path, folder: Path) -> str:
    return path.stem if path.parent == folder else path.parent.name
