"""What a run is asked for, what it did, and whom it tells how it goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pactwright.batch.base import Base
from pactwright.batch.deviations import Deviation
from pactwright.batch.jobs import Making
from pactwright.batch.maker import Maker
from pactwright.batch.problems import Problem
from pactwright.batch.row import Row
from pactwright.batch.settings import WHOLE, Settings, Shard


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a table, what to make of them, and where.

    `processes` is chosen by the machine and the number of documents when it is None. `method` (how processes start)
    and `making` are for tests.
    """

    rows: Sequence[Row]
    base: Base | None
    settings: Settings
    folder: Path
    shard: Shard = WHOLE
    processes: int | None = None
    force: bool = False
    remake: bool = False
    is_dry: bool = False
    with_differences: bool = False
    method: str = ""
    making: Callable[[Base | None, Settings], Making] = Maker


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: rows that were its own, rows done, files made and kept, what is wrong, and how long it took.

    `older` of the files were made by another version. `first` are the first of `problems` problems, `reports` the
    files that hold all of them; `left` are files of earlier runs that belong to no row now, or to one that failed;
    `deviations` is None unless it was asked for.
    """

    rows: int
    done: int
    made: int
    kept: int
    older: int
    failed: int
    problems: int
    first: tuple[Problem, ...]
    reports: tuple[Path, ...]
    left: tuple[str, ...]
    deviations: tuple[Deviation, ...] | None
    seconds: float
    is_bug: bool

    @property
    def is_stopped(self) -> bool:
        """Whether somebody stopped it before the last row."""
        return self.done < self.rows


class Watch(Protocol):
    """Who is told how a run goes on."""

    def started(self, rows: int) -> None:
        """How many rows there are; called once, first."""

    def moved(self, done: int, failed: int) -> None:
        """How many rows are done, and how many of them failed; also called while neither changes."""

    def ended(self) -> None:
        """Nothing more will come; called once, whatever happened."""
