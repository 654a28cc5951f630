"""What is wrong with the rows of a run: short for the terminal, in full as `errors.csv` and `errors.jsonl`."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pactwright.batch.journal import Journal
from pactwright.batch.model import Row, Shard
from pactwright.files import names_in, write_file
from pactwright.findings import Finding
from pactwright.textfile import BOM

COLUMNS = ("place", "key", "level", "rule", "address", "seen", "accepted", "fix")
_OF_A_SHARD = re.compile(r"errors\.[0-9]+-of-[0-9]+\.(csv|jsonl)")
# A spreadsheet computes what begins like this; a ' before it makes it text (OWASP ASVS 1.2.10).
COMPUTES = ("=", "+", "-", "@", "\t", "\r", "\0")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A finding about a row; it names the row too, since its place may be one in the base that all rows share."""

    key: str
    finding: Finding

    def __str__(self) -> str:
        """The line that a person reads."""
        return f"{self.finding} (row {self.key})"


class RowProblems:
    """The problems of a run, in its journal as they come, read in the order of the table."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.count = 0
        self.rows = 0
        self.is_bug = False

    def add(self, position: int, row: Row, findings: Iterable[Finding]) -> None:
        """Keeps the findings of a row that failed; raises sqlite3.Error."""
        records = [_record(row, finding) for finding in findings]
        self._journal.fail(position, row.key, records)
        self.count += len(records)
        self.rows += 1
        self.is_bug |= any(each["rule"] == "internal" for each in records)

    def first(self, number: int) -> tuple[RowProblem, ...]:
        """The first ones by the table."""
        return tuple(RowProblem(each["key"], _finding(each)) for each in islice(self._journal.problems(), number))

    def write(self, folder: Path, shard: Shard, temporary: Path) -> tuple[Path, ...]:
        """Writes both files, or takes those of an earlier run away; gives back what was written. Raises OSError."""
        table, lines = (folder / f"errors{shard.infix}.{ending}" for ending in ("csv", "jsonl"))
        for name in _reports_of_shards(folder) if shard.of == 1 else ():
            (folder / name).unlink()
        if not self.count:
            for path in (table, lines):
                path.unlink(missing_ok=True)
            return ()
        write_file(temporary, map(_json, self._journal.problems()))
        temporary.replace(lines)
        write_file(temporary, self._sheet())
        temporary.replace(table)
        return (table, lines)

    def _sheet(self) -> Iterator[bytes]:
        """The lines of the table of problems, with the mark by which a spreadsheet knows UTF-8."""
        writer = csv.writer(_Echo())
        yield BOM.encode() + writer.writerow(COLUMNS)
        for record in self._journal.problems():
            yield writer.writerow([as_text(record[name]) for name in COLUMNS])


class _Echo:
    """What csv writes into: gives each line back."""

    def write(self, line: str) -> bytes:
        """The line as bytes."""
        return line.encode("utf-8", "backslashreplace")


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> as_text("=1+1"), as_text("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if cell.startswith(COMPUTES) else cell


def _reports_of_shards(folder: Path) -> list[str]:
    """What shards said about rows that this run did again."""
    return [name for name in names_in(folder) if _OF_A_SHARD.fullmatch(name)]


def _record(row: Row, finding: Finding) -> dict[str, str]:
    own = {"place": finding.place or row.place, "key": row.key}
    return own | {name: getattr(finding, name) for name in COLUMNS[2:]}


def _finding(said: dict[str, Any]) -> Finding:
    return Finding(**{name: text for name, text in said.items() if name != "key"})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
