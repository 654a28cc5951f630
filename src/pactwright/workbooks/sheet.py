"""A sheet of a table: records of values, each value with a place, whatever kind of file it came from."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from pactwright.findings import Finding
from pactwright.foreign.look.colours import PAPER
from pactwright.textfile import UNWANTED
from pactwright.validation import quoted
from pactwright.workbooks.number_formats import NumberFormat

CellValue: TypeAlias = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
DIGITS = "0123456789"
MOST_NAMED = 10  # lines, or runs of lines
Spot: TypeAlias = tuple[int, int]  # line and column, from 1
Note: TypeAlias = (
    Literal["uncached-formula", "error-cell", "date-cell", "part-date", "struck-out", "unseen"] | NumberFormat
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a style does to a cell: its words are struck out, or nobody sees them, and a number is shown in a format.

    `ground` is the colour behind its letters.
    """

    is_struck: bool = False
    is_unseen: bool = False
    format: NumberFormat | None = None
    ground: str = PAPER

    def note(self, *, is_number: bool) -> Note | None:
        """What there is to know of a cell that looks so."""
        if self.is_struck or self.is_unseen:
            return "struck-out" if self.is_struck else "unseen"
        if self.format is None or not is_number:
            return "unseen" if self.format and self.format.hides_text else None
        if not self.format.is_date:
            return self.format
        return "part-date" if self.format.hides_date else "date-cell"


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of cells that were merged into one, from its first to its last line and column."""

    first: Spot
    last: Spot


@dataclass(frozen=True, slots=True)
class Notes:
    """What a value does not tell: what is remarkable about single cells, which were merged, and which nobody sees.

    `size` is the number of cells in the block that holds them all. `hidden_columns` are ranges, from one to another.
    `comments` are what people wrote about cells, beside their values, and `conditional` the ranges of which cells are
    struck out or hidden on a condition.
    """

    cells: Mapping[Spot, Note] = field(default_factory=dict)
    merges: Sequence[Merge] = ()
    size: int = 0
    hidden_lines: Collection[int] = ()
    hidden_columns: Sequence[tuple[int, int]] = ()
    is_hidden: bool = False
    comments: Mapping[Spot, str] = field(default_factory=dict)
    conditional: Sequence[str] = ()

    def hides(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(slots=True)
class Extent:
    """The block from the first to the last line and column in which anything stands, however far apart these are."""

    first_line: int = 0
    last_line: int = 0
    first_column: int = 0
    last_column: int = 0

    def add(self, first: Spot, last: Spot | None = None) -> None:
        """Makes the block hold a cell, or all the cells from one to another."""
        line, column = first
        last_line, last_column = last or first
        if not self.last_line:
            self.first_line, self.first_column = first
        elif line < self.first_line or column < self.first_column:
            self.first_line, self.first_column = min(self.first_line, line), min(self.first_column, column)
        if last_line > self.last_line or last_column > self.last_column:
            self.last_line, self.last_column = max(self.last_line, last_line), max(self.last_column, last_column)

    @property
    def size(self) -> int:
        """The number of cells in the block."""
        if not self.last_line:
            return 0
        return (self.last_line - self.first_line + 1) * (self.last_column - self.first_column + 1)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The values of one record and the line on which it starts; a record may be shorter than the headings."""

    line: int
    values: Sequence[CellValue]

    def value(self, column: int) -> CellValue:
        """The value of a column, "" where the record is too short to have one."""
        return self.values[column - 1] if column <= len(self.values) else ""

    def filled(self) -> Iterator[int]:
        """The columns that have a value other than white space."""
        return (n for n, value in enumerate(self.values, start=1) if not is_blank(value))


def is_blank(value: CellValue) -> bool:
    """Whether a cell shows nothing."""
    return isinstance(value, str) and not value.strip()


@dataclass(frozen=True, slots=True)
class CellPlaces:
    """How a person finds the cells of a sheet: by line and number in a text file, by letters and line in a workbook.

    >>> CellPlaces("pilots.csv", is_delimited=True)(7, 4), CellPlaces("pilots.xlsx", is_delimited=False)(7, 28)
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

    `address` is its name, which may be that of a list that it fills, "" for a text file by itself; `remarks` are about
    the file.
    """

    place: CellPlaces
    records: Iterator[SheetRow]
    address: str = ""
    notes: Notes = field(default_factory=Notes)
    remarks: tuple[Finding, ...] = ()


def shown(value: CellValue) -> str:
    r"""A value in quotes for a person to read, without anything in it that a terminal would obey.

    >>> print(shown("Acme\x1b[31m"))
    "Acme�[31m"
    """
    return quoted(UNWANTED.sub("\N{REPLACEMENT CHARACTER}", str(value)))


def lines_named(lines: Sequence[int]) -> str:
    """Lines in words, those that follow each other as from one to another.

    >>> lines_named([3, 5, 6, 7])
    'lines 3, 5 to 7'
    """
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] + 1 == line:
            runs[-1].append(line)
        else:
            runs.append([line])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    some = ", ".join(said[:MOST_NAMED]) + (f" and {len(said) - MOST_NAMED} more places" * (len(said) > MOST_NAMED))
    return f"{'line' if len(lines) == 1 else 'lines'} {some}"


@functools.lru_cache(maxsize=20_000)
def number_of(column: str) -> int:
    """A column's number from its letters.

    >>> number_of("A"), number_of("AB")
    (1, 28)
    """
    return functools.reduce(lambda number, letter: number * 26 + ord(letter) - ord("A") + 1, column, 0)


def spot_of(reference: str) -> Spot:
    """The line and column of a reference.

    >>> spot_of("D7")
    (7, 4)
    """
    column = reference.rstrip(DIGITS)
    return int(reference[len(column) :]), number_of(column)


@functools.lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """A column's letters, as a spreadsheet shows them.

    >>> letters(1), letters(26), letters(27), letters(16384)
    ('A', 'Z', 'AA', 'XFD')
    """
    before, letter = divmod(column - 1, 26)
    return (letters(before) if before else "") + chr(ord("A") + letter)
