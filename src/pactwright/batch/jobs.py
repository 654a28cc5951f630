"""What travels between the driver of a run and its workers: a task once, a job for each row, what became of the row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from pactwright.batch.base import Base
from pactwright.batch.maker import Made, Maker
from pactwright.batch.manifest import Record
from pactwright.batch.model import Row, Settings, Shard
from pactwright.batch.record_files import TEMPORARY
from pactwright.findings import Finding

Fate: TypeAlias = Literal["made", "kept", "failed", "stuck"]


class Making(Protocol):
    """What makes the files of a row; `Maker` is the one there is."""

    def ready(self) -> None:
        """Loads what every row needs."""

    def made(self, row: Row) -> tuple[Made, ...]:
        """The files of a row."""

    def base_terms(self) -> Mapping[str, Mapping[str, str]]:
        """What the base says by itself, document by document."""

    def base_facts(self) -> Mapping[str, str]:
        """The values of the base by itself, by address."""


@dataclass(frozen=True, slots=True)
class Task:
    """What all rows of a run share; it travels to each worker once.

    `run` is the digest of the inputs that all rows share.
    """

    settings: Settings
    base: Base | None
    folder: Path
    shard: Shard
    run: str
    force: bool = False
    remake: bool = False
    replaces: bool = False
    is_dry: bool = False
    is_strict: bool = False
    making: Callable[[Base | None, Settings], Making] = Maker


@dataclass(frozen=True, slots=True)
class Job:
    """A row, its position in the table, and what earlier runs wrote down about its key."""

    position: int
    row: Row
    known: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of a row.

    made: `records` go to the journal, then each of `moves` (temporary name, or nothing where the file stands already,
    and name) is done, and of `sheets`, which stand beside them; `findings` are warnings. kept: `kept` are the records
    that hold, one of each file. failed: `findings` say why. stuck: the folder cannot be written, `trouble` says why,
    and no other row will fare better.
    """

    position: int
    fate: Fate
    findings: tuple[Finding, ...] = ()
    records: tuple[Record, ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    sheets: tuple[tuple[str, str], ...] = ()
    kept: tuple[Record, ...] = ()
    trouble: str = ""


def prefix(shard: Shard) -> str:
    """How the temporary files of a shard begin, and those of no other."""
    return f"{TEMPORARY}{shard.label}-"


def died(job: Job) -> Prepared:
    """What became of a row whose worker was ended from outside, twice: most often it had no memory left."""
    seen = "the process that drafted this row was ended twice"
    fix = "look whether memory ran out, and take this row out or run it alone with draft"
    return Prepared(job.position, "failed", (row_error("worker-died", job, seen, fix=fix),))


def row_error(rule: str, job: Job, seen: str, *, fix: str = "") -> Finding:
    """An error of a row as a whole, at the row's place."""
    return Finding(rule, "error", "", seen, fix=fix, place=job.row.place)
