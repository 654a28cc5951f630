"""What is found in the rows of a run: short for the terminal, in full as `errors.csv` and `errors.jsonl`."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwright.batch.journal import Journal
from pactwright.batch.model import Row, Shard
from pactwright.files import names_in, write_file
from pactwright.findings import Finding
from pactwright.textfile import BOM
from pactwright.workbooks.sheet import letters

COLUMNS = ("place", "key", "level", "rule", "address", "seen", "accepted", "fix")
AT_A_PLACE = ("place", "level", "rule", "address")
NAMED = 3  # rows, of those that one line is about
WHOLE_TABLE = -1  # the position of what is said of no row
_IN_SPEC = re.compile(r".*\.ya?ml:[0-9]+:[0-9]+", re.DOTALL | re.IGNORECASE)
_FIELD = re.compile(r".*\.(?:csv|tsv|txt):[0-9]+:([0-9]+)", re.DOTALL | re.IGNORECASE)
_OF_A_SHARD = re.compile(r"errors\.[0-9]+-of-[0-9]+\.(csv|jsonl)")
# A spreadsheet computes what begins like this; a ' before it makes it text (OWASP ASVS 1.2.10).
COMPUTES = ("=", "+", "-", "@", "\t", "\r", "\0")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding and the keys of all rows that have it, none where it is about the table as a whole.

    `finding` has the place of the first of them, which may be one in the base that all rows share. The rows stand
    one below the other when `is_block`.
    """

    finding: Finding
    keys: tuple[str, ...]
    is_block: bool = False

    def __str__(self) -> str:
        """The line that a person reads."""
        rows = _rows(self.keys, is_block=self.is_block) if self.keys else ""
        where = ", ".join(filter(None, [_column(self.finding.place), rows]))
        return f"{self.finding} ({where})" if where else str(self.finding)


def _column(place: str) -> str:
    """The column of a field in a text file as a spreadsheet names it, which shows no numbers.

    >>> _column("pilots.csv:10:9"), _column("base.yml:4:5")
    ('column I', '')
    """
    found = _FIELD.fullmatch(place)
    return f"column {letters(int(found[1]))}" if found else ""


def _rows(keys: tuple[str, ...], *, is_block: bool) -> str:
    """Which rows, in few words.

    >>> _rows(("r1", "r2", "r3", "r4"), is_block=True)
    'rows r1 to r4, 4 in all'
    """
    if len(keys) == 1:
        return f"row {' '.join(keys[0].split())}"
    if len(keys) <= NAMED:
        return f"rows {', '.join(keys)}"
    some = f"{keys[0]} to {keys[-1]}" if is_block else f"{', '.join(keys[:NAMED])} and others"
    return f"rows {some}, {len(keys):,} in all"


class RowProblems:
    """What is found in a run, in its journal as it comes, read in the order of the table.

    `count` errors of `rows` rows that failed, `warnings` warnings of `warned` rows.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.count = 0
        self.rows = 0
        self.warnings = 0
        self.warned = 0
        self.is_bug = False
        self._is_silent = True

    def add(self, position: int, row: Row, findings: Iterable[Finding]) -> None:
        """Keeps the findings of a row that failed; raises sqlite3.Error."""
        records = [_record(row, finding) for finding in findings]
        self._journal.fail(position, row.key, records)
        self.rows += 1
        self.is_bug |= any(each["rule"] == "internal" for each in records)
        self._take(records)

    def remark(self, position: int, row: Row, findings: Iterable[Finding]) -> None:
        """Keeps what is worth knowing of a row that is done; raises sqlite3.Error."""
        records = [_record(row, finding) for finding in findings]
        if records:
            self._journal.remark(position, records)
        self._take(records)

    def of_table(self, findings: Iterable[Finding]) -> None:
        """Keeps what is worth knowing of the table as a whole; raises sqlite3.Error."""
        self.remark(WHOLE_TABLE, Row("", ""), findings)
        self.warned = 0

    def _take(self, records: Sequence[dict[str, str]]) -> None:
        levels = [each["level"] for each in records]
        self.count += levels.count("error")
        self.warnings += levels.count("warning")
        self.warned += "warning" in levels
        self._is_silent &= not records

    def told(self) -> tuple[Told, ...]:
        """Each finding once, in the order of its first row, with all the rows that have it.

        What the rows have in common in one place of their base is one finding, though each may see another value there.
        """
        found: dict[tuple[str, ...], tuple[Finding, dict[int, str]]] = {}
        places: dict[tuple[str | int, ...], tuple[str, ...]] = {}
        times: Counter[tuple[int | str, ...]] = Counter()
        for position, record in self._journal.problems():
            same = tuple(record[name] for name in COLUMNS[2:])
            if _IN_SPEC.fullmatch(record["place"]):
                at = tuple(record[name] for name in AT_A_PLACE)
                times[position, *at] += 1
                same = places.setdefault((*at, times[position, *at]), same)
            found.setdefault(same, (_finding(record), {}))[1][position] = record["key"]
        return tuple(_told(finding, rows) for finding, rows in found.values())

    def write(self, folder: Path, shard: Shard, temporary: Path) -> tuple[Path, ...]:
        """Writes both files, or takes those of an earlier run away; gives back what was written. Raises OSError."""
        table, lines = (folder / f"errors{shard.infix}.{ending}" for ending in ("csv", "jsonl"))
        for name in _reports_of_shards(folder) if shard.of == 1 else ():
            (folder / name).unlink()
        if self._is_silent:
            for path in (table, lines):
                path.unlink(missing_ok=True)
            return ()
        write_file(temporary, (_json(record) for _, record in self._journal.problems()))
        temporary.replace(lines)
        write_file(temporary, self._sheet())
        temporary.replace(table)
        return (table, lines)

    def _sheet(self) -> Iterator[bytes]:
        """The lines of the table of problems, with the mark by which a spreadsheet knows UTF-8."""
        writer = csv.writer(_Echo())
        yield BOM.encode() + writer.writerow(COLUMNS)
        for _, record in self._journal.problems():
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


def _told(finding: Finding, rows: dict[int, str]) -> Told:
    keys = tuple(key for key in rows.values() if key)
    return Told(finding, keys, is_block=max(rows) - min(rows) + 1 == len(rows))


def _finding(said: dict[str, Any]) -> Finding:
    return Finding(**{name: text for name, text in said.items() if name != "key"})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
