"""The folder that a batch writes into: nothing in it is ever half, lost or made twice.

A row's records are written into the journal first, and then its files are moved to their names: so bytes of which
there is no record are somebody else's. At the end the records become `manifest.jsonl`, in the order of the table, and
the journal goes. A shard has its own of both.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from errno import ENOSPC
from itertools import chain, groupby
from pathlib import Path

from pactwright.batch.jobs import Prepared, prefix
from pactwright.batch.journal import Journal, busy, locked, unnamed
from pactwright.batch.manifest import (
    SUPERSEDED,
    WITHDRAWN,
    Record,
    Unread,
    by_file,
    kind_of,
    labelled,
    marked,
    table_of,
)
from pactwright.batch.model import Shard
from pactwright.batch.record_files import journal_path, manifest_path, record_files_in, refuse_links
from pactwright.batch.versions import newest
from pactwright.errors import UsageError
from pactwright.files import file_digest, names_in, write_file


class OutputFolder:
    """What one run of a table does to its folder; `made` and `kept` count the files that are whole so far."""

    def __init__(self, folder: Path, shard: Shard, journal: Journal, table: str) -> None:
        self.made = 0
        self.kept = 0
        self.journal = journal
        self._folder = folder
        self._shard = shard
        self._table = table
        journal.begin(_earlier(folder, journal_path(folder, shard)))

    def scratch(self, name: str) -> Path:
        """The path of a file that the run needs meanwhile; it is swept away in the end."""
        return self._folder / f"{prefix(self._shard)}{name}"

    def commit(self, prepared: Prepared) -> None:
        """Writes down what became of a row that did not fail, then gives its files their names; raises OSError."""
        if prepared.kept:
            self.journal.keep(prepared.position, prepared.kept)
        else:
            own = (each._replace(line=labelled(each.line, self._table)) for each in prepared.records)
            self.journal.write(prepared.position, own)
        for temporary, name in (*prepared.moves, *prepared.sheets):  # no sheet stands there without its document
            if temporary:
                (self._folder / temporary).replace(self._folder / name)
        self.made += len(prepared.moves)
        self.kept += len(prepared.kept)

    def left(self, keys: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The files of earlier runs that stand there and are of no row that is done now, and the superseded among them.

        The first are of no row, or of one that failed now; of the others a row has a later version. `keys` are those
        of the whole table, whatever the shard.
        """
        why = {each.file: why for each, why in chain(self._of_failures(), self._left(keys))}
        standing = sorted(name for name in why if (self._folder / name).exists())
        superseded = tuple(name for name in standing if why[name] == SUPERSEDED)
        return tuple(name for name in standing if why[name] != SUPERSEDED), superseded

    def finish(self, keys: Collection[str]) -> None:
        """Makes the journal a manifest; what is left of earlier runs stands at its end. Raises OSError."""
        manifest, journal = manifest_path(self._folder, self._shard), journal_path(self._folder, self._shard)
        temporary = self.scratch("manifest")
        lines = (labelled(line, self._table) for line in self.journal.lines())
        write_file(temporary, (line + b"\n" for line in chain(lines, self._old_lines(keys))))
        temporary.replace(manifest)
        for each in self._ours():
            if each not in {manifest, journal}:
                each.unlink()
        self.journal.remove(journal)

    def _of_failures(self) -> Iterator[tuple[Record, str]]:
        """The records of rows that failed, and which of them a later version has superseded."""
        for _, group in groupby(self.journal.of_failures(), lambda each: each.key):
            records = tuple(group)
            last = newest(each.file for each in records)
            yield from ((each, "" if each.file in last else SUPERSEDED) for each in records)

    def _left(self, keys: Collection[str]) -> Iterator[tuple[Record, str]]:
        """The records of files that no row gives now, and why.

        A run of the whole table takes over the files of shards; a shard leaves those of others to them.
        """
        for each in self.journal.replaced():
            kinds = map(kind_of, self.journal.given(each.key))
            yield each, SUPERSEDED if kind_of(self.journal.line(each)) in kinds else WITHDRAWN
        sources = [each.name for each in self._ours()]
        yield from ((each, WITHDRAWN) for each in self.journal.gone(keys, sources))

    def _old_lines(self, keys: Collection[str]) -> Iterator[bytes]:
        """A row that failed keeps all its records: its files stand there, and it may be mended again."""
        standing = ((each, why) for each, why in self._left(keys) if (self._folder / each.file).exists())
        old = tuple(chain(self._of_failures(), standing))
        why = {each.file: why for each, why in old}
        for name, records in by_file(each for each, _ in old).items():
            yield marked(self.journal.line(_truest(self._folder / name, records)), why[name])

    def _ours(self) -> list[Path]:
        """The files of records that are this shard's to replace."""
        return [each.path for each in record_files_in(self._folder) if self._shard in {each.shard, Shard()}]


@contextmanager
def output_to(
    folder: Path, shard: Shard, table: str = "", *, is_renamed: bool = False, is_dry: bool = False
) -> Iterator[OutputFolder]:
    """The folder, held against other runs; a dry run only looks at it.

    `table` is what the files will be of; with `is_renamed` those that stand there may be of another.
    Raises UsageError when another run writes there, when the files there are of another table, when a link leads out of
    it, or when it cannot be written.
    """
    refuse_links(folder)
    if table and not is_renamed:
        _check_table(folder, table)
    if is_dry:
        with unnamed() as journal:
            yield OutputFolder(folder, shard, journal, table)
        return
    with ExitStack() as stack:
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            journal = stack.enter_context(locked(journal_path(folder, shard)))
            _check_alone(folder, shard)
            _sweep(folder, shard)
            stack.callback(_sweep, folder, shard)
            output = OutputFolder(folder, shard, journal, table)
        yield output


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns what the system says about a folder or a disk into a UsageError, one line for a person."""
    try:
        yield
    except OSError as failed:
        message = f"{failed.filename or folder}: cannot be written: {failed.strerror or failed}"
        raise UsageError(message) from failed
    except sqlite3.Error as failed:
        is_full = failed.sqlite_errorcode == sqlite3.SQLITE_FULL
        message = f"{folder}: cannot be written: {os.strerror(ENOSPC) if is_full else failed}"
        raise UsageError(message) from failed


def _check_table(folder: Path, table: str) -> None:
    """Refuses the files of another table, which would be taken for earlier ones of these rows, or for withdrawn."""
    said = (each for file in record_files_in(folder) for each in file.records() or ())
    before = {table_of(each) for each in said if isinstance(each, Record) and not each.left} - {""}
    if before and table not in before:
        message = (
            f"{folder}: holds the files of {' and of '.join(sorted(before))}, and this is {table}; "
            "name another folder, or use --renamed if it is the same table under another name"
        )
        raise UsageError(message)


def _earlier(folder: Path, own: Path) -> Iterator[tuple[str, Record]]:
    """What the other files of records in a folder say, each with the name of its file."""
    for each in record_files_in(folder):
        for said in (each.records() or ()) if each.path != own else ():
            if not isinstance(said, Unread):
                yield each.path.name, said


def _check_alone(folder: Path, shard: Shard) -> None:
    """Refuses where a run is under way that could write a file of this one; shards of one division never meet."""
    for each in record_files_in(folder):
        if each.is_journal and each.shard != shard and each.shard.meets(shard) and each.records() is None:
            raise busy(folder)


def _truest(path: Path, records: Iterable[Record]) -> Record:
    """The record that says what stands there, else the newest."""
    *earlier, last = tuple(records)
    standing = file_digest(path) if earlier else ""
    return next((each for each in earlier if each.sha256 == standing), last)


def _sweep(folder: Path, shard: Shard) -> None:
    for name in [name for name in names_in(folder) if name.startswith(prefix(shard))]:
        (folder / name).unlink(missing_ok=True)
