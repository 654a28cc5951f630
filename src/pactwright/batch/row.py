"""A row of a table, as what it says about one agreement: the spec addresses that it fills, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
