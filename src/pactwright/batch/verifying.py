"""Whether a folder that batches wrote is as they left it: every file there, none altered, none without a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pactwright.batch.manifest import SUPERSEDED, WITHDRAWN, Record, Unread, by_file
from pactwright.batch.record_files import TEMPORARY, RecordFile, record_files_in, refuse_links
from pactwright.batch.sheets import sheet_stands
from pactwright.batch.torn import is_torn
from pactwright.errors import UsageError
from pactwright.files import file_digest, names_in, sheet_path
from pactwright.findings import Finding

# What Word and other systems put beside a file while it is open.
_NOT_A_DOCUMENT = ("~$", ".")


@dataclass(frozen=True, slots=True)
class Inventory:
    """How many files the records of a folder name, how many of them are whole, and everything that is wrong.

    `superseded` are earlier versions that stand there beside the newest, `withdrawn` the files of rows that are no
    longer in the table.
    """

    files: int
    whole: int
    findings: tuple[Finding, ...]
    superseded: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


def inventory(folder: Path, *, keeps_withdrawn: bool = False) -> Inventory:
    """What stands in a folder, held against its manifests and journals, digest by digest; no network, no spec.

    missing-file       a record names it, and it is not there
    altered-file       its bytes are not those that were written, or a link stands in its place
    torn-file          it is empty, all NULs or half a package, as after a power cut
    missing-sheet      the sheet beside a final is not there, or torn; what people wrote on it does not matter
    withdrawn-file     its row was taken out of the table, or renamed; not with `keeps_withdrawn`
    unlisted-file      a Word file of which there is no record
    leftover-file      what a killed run was writing
    unfinished-run     a journal: the run was stopped or killed, or goes on now
    damaged-record     a line of a manifest that no batch wrote

    Raises UsageError for a folder in which no batch ever wrote, or where a link stands for a file of records.
    """
    refuse_links(folder)
    record_files = record_files_in(folder)
    if not record_files:
        message = f"{folder}: no batch was written here; there is no manifest.jsonl in it"
        raise UsageError(message)
    read = {each: each.records() for each in record_files}
    said = [each for records in read.values() if records is not None for each in records]
    known = by_file(each for each in said if isinstance(each, Record))
    left = {name: _left(records) for name, records in known.items()}
    files = {name: records for name, records in known.items() if not left[name] or (folder / name).exists()}
    superseded, withdrawn = (
        tuple(sorted(name for name in files if left[name] == why)) for why in (SUPERSEDED, WITHDRAWN)
    )
    wrong = tuple(_changed(folder, files, {*superseded, *withdrawn}))
    unfinished = tuple(_unfinished(each, is_going=records is None) for each, records in read.items() if each.is_journal)
    damaged = tuple(_damaged(each.source, each.line) for each in said if isinstance(each, Unread))
    of_no_row = () if keeps_withdrawn else tuple(_withdrawn(folder / name) for name in withdrawn)
    unlisted = () if None in read.values() else _unlisted(folder, known)
    sheets = _sheets(folder, {name: records for name, records in files.items() if not left[name]})
    findings = (*unfinished, *damaged, *wrong, *sheets, *of_no_row, *unlisted, *_left_over(folder))
    return Inventory(len(files), len(files) - len(wrong), findings, superseded, withdrawn)


def _left(records: tuple[Record, ...]) -> str:
    """Why no row has a file now; nothing while one of its records still gives it to a row."""
    return records[-1].left if all(each.left for each in records) else ""


def _changed(folder: Path, files: dict[str, tuple[Record, ...]], left: Collection[str]) -> Iterator[Finding]:
    """What is wrong with the bytes of each file; those in `left` are made by no run any more."""
    for name, records in sorted(files.items()):
        path = folder / name
        digest = file_digest(path)
        if not digest and path.is_symlink():
            fix = "move the link elsewhere, then run the batch again"
            yield _finding("altered-file", path, "is a symbolic link, and no batch made it", fix)
        elif not digest:
            yield _finding("missing-file", path, "is not there", "run the batch again to make it")
        elif digest in {each.sha256 for each in records}:
            continue
        elif name in left:
            fix = "no run makes it again; bring back a copy of it, or move it elsewhere"
            yield _finding("altered-file", path, "was changed after it was made", fix)
        elif is_torn(path):
            seen = "is not whole, as after a power cut"
            yield _finding("torn-file", path, seen, "run the batch again to make it")
        else:
            fix = "run the batch again with --force to have it as it was, and this kept beside it"
            yield _finding("altered-file", path, "was changed after it was made", fix)


def _sheets(folder: Path, files: dict[str, tuple[Record, ...]]) -> Iterator[Finding]:
    """The sheets that are not there beside their finals."""
    finals = (name for name, records in files.items() if any(each.sheet for each in records))
    for path in sorted({sheet_path(folder / name) for name in finals if not sheet_stands(folder / name)}):
        seen = "is not there, or is not whole, and somebody should read it before anybody signs"
        yield _finding("missing-sheet", path, seen, "run the batch again to make it")


def _withdrawn(path: Path) -> Finding:
    fix = "move it out of this folder, or say --withdrawn keep"
    return _finding("withdrawn-file", path, "was made for a row that is no longer in the table", fix)


def _unlisted(folder: Path, files: dict[str, tuple[Record, ...]]) -> Iterator[Finding]:
    for name in sorted(name for name in names_in(folder) if name.endswith(".docx") and name not in files):
        if not name.startswith(_NOT_A_DOCUMENT):
            fix = "no batch made it; move it out of this folder"
            yield _finding("unlisted-file", folder / name, "has no record", fix)


def _left_over(folder: Path) -> Iterator[Finding]:
    for name in sorted(name for name in names_in(folder) if name.startswith(TEMPORARY)):
        seen = "was being written when a run was killed"
        yield _finding("leftover-file", folder / name, seen, "run the batch again")


def _unfinished(journal: RecordFile, *, is_going: bool) -> Finding:
    seen = (
        "a run goes on here, and the files that it made are not looked at"
        if is_going
        else "a run was stopped before its end"
    )
    return _finding("unfinished-run", journal.path, seen, "let it end" if is_going else "run the batch again")


def _damaged(path: Path, line: int) -> Finding:
    place = f"{path}:{line}"
    fix = "run the batch again to write it anew"
    return Finding("damaged-record", "error", "", "this line is not what a batch writes", fix=fix, place=place)


def _finding(rule: str, path: Path, seen: str, fix: str) -> Finding:
    return Finding(rule, "error", "", seen, fix=fix, place=str(path))
