"""A sheet of a table: records of values, each value with a place, whatever kind of file it came from."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from pactwright.findings import Finding
from pactwright.textfile import UNWANTED
from pactwright.validation import quoted

Value: TypeAlias = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
Spot: TypeAlias = tuple[int, int]  # line and column, from 1
Note: TypeAlias = Literal["uncached-formula", "error-cell", "percentage"]


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of cells that were merged into one, from its first to its last line and column."""

    first: Spot
    last: Spot


@dataclass(frozen=True, slots=True)
class Notes:
    """What a value does not tell: what is remarkable about single cells, and which were merged.

    `size` is the number of cells in the block that holds them all.
    """

    cells: Mapping[Spot, Note] = field(default_factory=dict)
    merges: Sequence[Merge] = ()
    size: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one record and the line on which it starts; a record may be shorter than the headings."""

    line: int
    values: Sequence[Value]

    def value(self, column: int) -> Value:
        """The value of a column, "" where the record is too short to have one."""
        return self.values[column - 1] if column <= len(self.values) else ""

    def filled(self) -> Iterator[int]:
        """The columns that have a value other than white space."""
        return (n for n, value in enumerate(self.values, start=1) if not is_blank(value))


def is_blank(value: Value) -> bool:
    """Whether a cell shows nothing."""
    return isinstance(value, str) and not value.strip()


@dataclass(frozen=True, slots=True)
class Places:
    """How a person finds the cells of a sheet: by line and number in a text file, by letters and line in a workbook.

    >>> Places("pilots.csv", is_delimited=True)(7, 4), Places("pilots.xlsx", is_delimited=False)(7, 28)
    ('pilots.csv:7:4', 'pilots.xlsx!AB7')
    """

    name: str
    is_delimited: bool

    def __call__(self, line: int, column: int) -> str:
        """The place of a cell; the line is the one on which its record starts."""
        return f"{self.name}:{line}:{column}" if self.is_delimited else f"{self.name}!{letters(column)}{line}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its records in order, those without any value included, to be gone through once.

    `address` is the list that it fills, "" for the first sheet; `remarks` are about the file.
    """

    place: Places
    records: Iterator[Record]
    address: str = ""
    notes: Notes = field(default_factory=Notes)
    remarks: tuple[Finding, ...] = ()


def shown(value: Value) -> str:
    r"""A value in quotes for a person to read, without anything in it that a terminal would obey.

    >>> print(shown("Acme\x1b[31m"))
    "Acme�[31m"
    """
    return quoted(UNWANTED.sub("\N{REPLACEMENT CHARACTER}", str(value)))


@functools.lru_cache(maxsize=20_000)
def number_of(column: str) -> int:
    """A column's number from its letters.

    >>> number_of("A"), number_of("AB")
    (1, 28)
    """
    return functools.reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, column, 0)


@functools.cache
def letters(column: int) -> str:
    """A column's letters, as a spreadsheet shows them.

    >>> letters(1), letters(26), letters(27), letters(16384)
    ('A', 'Z', 'AA', 'XFD')
    """
    before, letter = divmod(column - 1, 26)
    return (letters(before) if before else "") + chr(ord("A") + letter)
