"""What a run is asked for and starts from, what it did, and whom it tells how it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pactwright.batch.base import Base, base_from
from pactwright.batch.deviations import Deviation
from pactwright.batch.jobs import Making
from pactwright.batch.maker import Maker
from pactwright.batch.model import WHOLE, Row, Settings, Shard
from pactwright.batch.problems import Told
from pactwright.batch.tables import Table, TableOptions, read_table
from pactwright.errors import UsageError
from pactwright.files import check_folder
from pactwright.findings import Finding
from pactwright.library.places import jurisdictions
from pactwright.library.prebuilt import library_for

if TYPE_CHECKING:
    from pactwright.library.model import Library


AS_IT_IS = TableOptions()
SHOWN = 20  # of the errors, and of the warnings


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a table, what to make of them, and where.

    `remarks` are about the table as a whole, and `table` is what it is called, "" where nobody asks; with `is_renamed`
    the one whose files stand in the folder may have another name. With `is_strict` a row with a warning fails.
    `processes` is chosen by the machine and the number of documents when it is None. `method` (how processes start)
    and `making` are for tests. Raises UsageError where the folder has the name of a file.
    """

    rows: Sequence[Row]
    base: Base | None
    settings: Settings
    folder: Path
    remarks: tuple[Finding, ...] = ()
    table: str = ""
    is_renamed: bool = False
    shard: Shard = WHOLE
    processes: int | None = None
    force: bool = False
    remake: bool = False
    replaces: bool = False
    is_dry: bool = False
    is_strict: bool = False
    with_differences: bool = False
    method: str = ""
    making: Callable[[Base | None, Settings], Making] = Maker

    def __post_init__(self) -> None:
        """Refuses the name of a file for the folder."""
        check_folder(self.folder)


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run did: rows that were its own, rows done, files made and kept, what is wrong, and how long it took.

    `older` of the files were made by another version. `failed` rows have `problems`, `warned` rows have `warnings`;
    `told` are both and what else is worth knowing, each once however many rows have it, and `reports` the files that
    hold all of them row by row. `left` are files of earlier runs that belong to no row now, or to one that failed,
    `superseded` earlier versions of files that rows have now;
    `deviations` is None unless it was asked for.
    """

    rows: int
    done: int
    made: int
    kept: int
    older: int
    failed: int
    problems: int
    warned: int
    warnings: int
    told: tuple[Told, ...]
    reports: tuple[Path, ...]
    left: tuple[str, ...]
    superseded: tuple[str, ...]
    deviations: tuple[Deviation, ...] | None
    seconds: float
    is_bug: bool

    @property
    def first(self) -> tuple[Told, ...]:
        """What a terminal has room for: the first errors, then the first of what is not wrong."""
        return tuple(chain.from_iterable(islice(each, SHOWN) for each in self._by_weight()))

    @property
    def unshown(self) -> int:
        """How many there are besides."""
        return len(self.told) - len(self.first)

    def _by_weight(self) -> Iterator[Iterator[Told]]:
        for is_error in (True, False):
            yield (each for each in self.told if (each.finding.level == "error") is is_error)

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


def inputs_of(
    table: Path, spec: Path | None, house: Path | None = None, options: TableOptions = AS_IT_IS
) -> tuple[Base | None, Table]:
    """The base, None for a folder of whole specs, and the table, its columns of choices held against the library.

    Raises UsageError for a spec that is missing or too much and for what cannot be read, InputError for what is wrong
    with the base or with the table as a whole.
    """
    if table.is_dir() and spec is not None:
        message = f"{table}: is a folder of whole specs; leave out --spec"
        raise UsageError(message)
    if table.is_file() and spec is None:
        message = f"{table}: name the spec that its rows change, for example --spec base.yml"
        raise UsageError(message)
    base = base_from(spec) if spec else None
    library = _library(base, house) if base else None
    if library is None:
        return base, read_table(table, base, None, options)
    return base, read_table(table, base, library.issues, options, library.moves)


def called(table: Path, base: Base | None) -> str:
    """What a table is called, whatever folder it stands in: by its name, and by that of the base under its rows."""
    return f"{table.resolve().name} over {base.path.name}" if base else table.resolve().name


def _library(base: Base, house: Path | None) -> Library:
    """The library of the base's place; the base library where the rows say the place, or the base says it wrong."""
    place = base.tree.get("jurisdiction")
    known = place if isinstance(place, str) and place in jurisdictions(house=house) else ""
    return library_for(known, house)
