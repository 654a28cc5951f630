"""What a run writes down as it goes: a database beside its files, which its driver alone opens, and which locks.

Write-ahead logging makes a commit one append, which outlives a killed process, and drops by its checksum what a kill
cut off. The log is flushed at checkpoints only: no row waits for the disk, and a power cut leaves a whole database
still. The lock is exclusive, for then the system takes it away with the process, and the log needs no memory that
processes share, which network folders do not have.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from pactwright.batch.manifest import Record
from pactwright.errors import UsageError

PATIENCE = 2.0  # seconds in which a run that is just ending gives its lock away
SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS record (
    number INTEGER PRIMARY KEY, position INTEGER, source TEXT,
    key BLOB, file TEXT, sha256 TEXT, inputs TEXT, tool TEXT, line BLOB
);
CREATE INDEX IF NOT EXISTS record_key ON record (key);
CREATE INDEX IF NOT EXISTS record_position ON record (position) WHERE position IS NOT NULL;
CREATE TABLE IF NOT EXISTS failure (position INTEGER PRIMARY KEY, key BLOB, problems BLOB);
CREATE TABLE IF NOT EXISTS remark (position INTEGER PRIMARY KEY, problems BLOB);
CREATE TEMP VIEW known AS SELECT
    key, file, sha256, inputs, tool, number, instr(line, CAST(',"final":true' AS BLOB)) > 0 AS is_final,
    CASE WHEN instr(line, CAST(',"sheet":"' AS BLOB)) > 0
    THEN CAST(substr(line, instr(line, CAST(',"sheet":"' AS BLOB)) + 10, 64) AS TEXT) ELSE '' END AS sheet,
    line, position, source FROM record;
CREATE TEMP VIEW earlier AS
    SELECT key, file, sha256, inputs, tool, number, is_final, sheet FROM known WHERE position IS NULL;
"""
AS_NEWEST = "UPDATE record SET position = NULL, number = number + (SELECT max(number) FROM record) WHERE source = ?"
OWN = ""  # the source of the records that this journal's own runs wrote; they are newer than those of any other


class Journal:
    """The records and the failures of a run, each at the position of its row, and the records of earlier runs."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.executescript(SCHEMA)

    def begin(self, earlier: Iterable[tuple[str, Record]]) -> None:
        """Begins a run: what this journal holds belongs to no row yet, nor do the records of other files."""
        with self._database as database:
            database.execute("DELETE FROM failure")
            database.execute("DELETE FROM remark")
            database.execute("DELETE FROM record WHERE source <> ?", [OWN])
            self._insert((None, source, each) for source, each in earlier)
            database.execute(AS_NEWEST, [OWN])

    def known(self, key: str) -> tuple[Record, ...]:
        """What earlier runs wrote down about a key, the newest last."""
        return tuple(self._records("SELECT * FROM earlier WHERE key = ? ORDER BY number", _stored(key)))

    def write(self, position: int, records: Iterable[Record]) -> None:
        """Writes down the files of a row; they outlive this process when it comes back."""
        with self._database:
            self._insert((position, OWN, each) for each in records)

    def keep(self, position: int, records: Iterable[Record]) -> None:
        """Gives records of earlier runs to a row."""
        with self._database as database:
            given = [(position, each.number) for each in records]
            database.executemany("UPDATE record SET position = ? WHERE number = ?", given)

    def fail(self, position: int, key: str, problems: Sequence[dict[str, str]]) -> None:
        """Writes down what is wrong with a row."""
        with self._database as database:
            database.execute("INSERT INTO failure VALUES (?, ?, ?)", [position, _stored(key), _text(problems)])

    def remark(self, position: int, problems: Sequence[dict[str, str]]) -> None:
        """Writes down what is worth knowing of a row that is done; of the whole table at the position -1."""
        with self._database as database:
            database.execute("INSERT INTO remark VALUES (?, ?)", [position, _text(problems)])

    def lines(self) -> Iterator[bytes]:
        """The record of each file that this run made or kept, in the order of the table."""
        rows = "SELECT line FROM record WHERE position IS NOT NULL ORDER BY position, number"
        return (line for (line,) in self._database.execute(rows))

    def line(self, record: Record) -> bytes:
        """The line of a record."""
        [(line,)] = self._database.execute("SELECT line FROM record WHERE number = ?", [record.number])
        return bytes(line)

    def given(self, key: str) -> Iterator[bytes]:
        """The line of each file that this run made or kept for a key."""
        rows = self._database.execute("SELECT line FROM record WHERE key = ? AND position IS NOT NULL", [_stored(key)])
        return (bytes(line) for (line,) in rows)

    def own(self) -> Iterator[Record]:
        """Every record that the runs of this journal wrote, with its line."""
        own = (
            "SELECT key, file, sha256, inputs, tool, number, is_final, sheet, line "
            "FROM known WHERE source = ? ORDER BY number"
        )
        return self._records(own, OWN)

    def problems(self) -> Iterator[tuple[int, dict[str, str]]]:
        """What was found in the rows of this run, each with the row's position, in the order of the table."""
        both = "SELECT position, problems FROM failure UNION ALL SELECT position, problems FROM remark"
        for position, problems in self._database.execute(f"{both} ORDER BY position"):
            yield from ((position, each) for each in json.loads(problems))

    def made_by_others(self, tool: str) -> int:
        """How many files of this run were made by another version."""
        [(count,)] = self._database.execute(
            "SELECT count(*) FROM record WHERE position IS NOT NULL AND tool <> ?", [tool]
        )
        return int(count)

    def of_failures(self) -> Iterator[Record]:
        """What earlier runs wrote down about the rows that failed now."""
        return self._records("SELECT earlier.* FROM earlier JOIN failure USING (key) ORDER BY position, number")

    def replaced(self) -> Iterator[Record]:
        """What earlier runs wrote down about files that their rows, which are done now, no longer give."""
        return self._records(
            "SELECT earlier.* FROM earlier "
            "JOIN (SELECT DISTINCT key, position FROM record WHERE position IS NOT NULL) USING (key) "
            "WHERE file NOT IN (SELECT file FROM record WHERE position IS NOT NULL) ORDER BY position, number"
        )

    def gone(self, keys: Collection[str], sources: Iterable[str]) -> Iterator[Record]:
        """What this journal and other files of records say about keys that are not among these."""
        of_source = "SELECT earlier.* FROM earlier JOIN record USING (number) WHERE source = ? ORDER BY number"
        records = (each for source in (*sources, OWN) for each in self._records(of_source, source))
        return (each for each in records if each.key not in keys)

    def remove(self, path: Path) -> None:
        """Takes the journal away while it is locked, or, where the system keeps open files, right after.

        Its log goes first, since it is found by its name, which may soon be that of the log of another run.
        """
        self._database.execute("PRAGMA journal_mode = DELETE")
        try:
            path.unlink()
        except PermissionError:
            self._database.close()
            path.unlink()

    def _insert(self, records: Iterable[tuple[int | None, str, Record]]) -> None:
        rows = ((position, source, _stored(each.key), *each[1:5], each.line) for position, source, each in records)
        self._database.executemany("INSERT INTO record VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _records(self, query: str, *values: object) -> Iterator[Record]:
        return map(_record, self._database.execute(query, values))


@contextmanager
def locked(path: Path) -> Iterator[Journal]:
    """The journal at a path, held against other processes.

    Raises OSError or sqlite3.Error where it cannot be written, UsageError where another run goes on or it is damaged.
    """
    database = _locked(path)
    with closing(database):
        yield Journal(database)


@contextmanager
def unnamed() -> Iterator[Journal]:
    """A journal that nobody else sees, and of which nothing stays."""
    with closing(sqlite3.connect("")) as database:
        yield Journal(database)


def records_of(path: Path) -> list[Record] | None:
    """What the runs of a journal wrote down; None when one of them goes on now."""
    database = _taken(path, patience=0)
    if database is None:
        return None
    with closing(database):
        return list(Journal(database).own())


def _locked(path: Path) -> sqlite3.Connection:
    """The database with its lock, taken again where another run ended and removed it in between."""
    while True:
        path.touch()
        before = path.stat()
        database = _taken(path, patience=PATIENCE)
        if database is None:
            raise busy(path.parent)
        with suppress(FileNotFoundError):
            if os.path.samestat(before, path.stat()):
                return database
        database.close()


def _taken(path: Path, *, patience: float) -> sqlite3.Connection | None:
    """The database with its lock; None when another process keeps it for so many seconds."""
    database = sqlite3.connect(path, timeout=patience)
    try:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("BEGIN EXCLUSIVE")
        database.commit()
    except sqlite3.DatabaseError as failed:
        database.close()
        if failed.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            return None
        if failed.sqlite_errorcode in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            message = f"{path}: is damaged ({failed}); delete it and run the same command again"
            raise UsageError(message) from failed
        raise
    return database


def busy(folder: Path) -> UsageError:
    """What is said where another run writes."""
    return UsageError(f"{folder}: another run is writing here; wait until it is done, or name another folder")


def _record(row: Sequence[Any]) -> Record:
    key, *rest = row
    return Record(key.decode("utf-8", "surrogatepass"), *rest)


def _text(problems: Sequence[dict[str, str]]) -> bytes:
    return json.dumps(problems, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _stored(key: str) -> bytes:
    """A key as bytes, since a database takes no text with half a character, which the name of a file may hold."""
    return key.encode("utf-8", "surrogatepass")
