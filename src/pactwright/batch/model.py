"""The values of a batch: its rows and their cells, what to make of each, and which of them one run does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import gcd
from pathlib import Path

from pactwright.errors import UsageError
from pactwright.findings import Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row says at an address of the spec: text as it would be typed there, None to take the base's away.

    `place` is where a person finds it ("pilots.xlsx!D7", "pilots.csv:7:4").
    """

    address: str
    text: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """One agreement-to-be: a key that no other row has, its cells in the order of the table, problems found so far.

    `spec` is the file of a row that is a whole spec of its own, in a folder of specs; such a row has no cells.
    """

    key: str
    place: str
    cells: tuple[Cell, ...] = ()
    findings: tuple[Finding, ...] = ()
    spec: Path | None = None


PATTERN = "{key}-{document}"
_TYPED = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
_LABEL = re.compile(r"([0-9]{1,6})-of-([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Settings:
    """What to make of each row: documents (the row's own when empty), forms, over what library, in whose theme.

    `pattern` is how the files are named, see `naming`; `is_short` asks for the short form of each.
    """

    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx",)
    is_final: bool = False
    is_short: bool = False
    house: Path | None = None
    template: Path | None = None
    pattern: str = PATTERN


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several runs that share a table: the rows whose position, counted round, is its number; from 1."""

    number: int = 1
    of: int = 1

    @property
    def label(self) -> str:
        """How file names say it: "2-of-4"."""
        return f"{self.number}-of-{self.of}"

    @property
    def infix(self) -> str:
        """What stands in the name of a shard's own reports: ".2-of-4", nothing for a run of the whole table."""
        return "" if self.of == 1 else f".{self.label}"

    def positions(self, rows: int) -> range:
        """The positions of its rows in a table of so many, from 0."""
        return range(self.number - 1, rows, self.of)

    def meets(self, other: Shard) -> bool:
        """Whether some row could be in both.

        >>> Shard(1, 2).meets(Shard(2, 2)), Shard(1, 2).meets(Shard(3, 4)), Shard().meets(Shard(2, 4))
        (False, True, True)
        """
        return (self.number - other.number) % gcd(self.of, other.of) == 0


WHOLE = Shard()


def shard_from(typed: str) -> Shard:
    """The shard that "2/4" names; raises UsageError for what names none.

    >>> shard_from("2/4").label
    '2-of-4'
    """
    found = _TYPED.fullmatch(typed)
    number, of = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= number <= of:
        message = f'--shard: "{typed}" is not a shard; the second of four is 2/4'
        raise UsageError(message)
    return Shard(number, of)


def shard_labelled(label: str) -> Shard:
    """The shard of a label; the whole table for the empty one."""
    found = _LABEL.fullmatch(label)
    return Shard(int(found[1]), int(found[2])) if found else WHOLE
