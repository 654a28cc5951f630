"""A thousand documents by the command, on one process and on two."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.report import Table, number, spread
from tests.benchmarks.serving import environment
from tests.benchmarks.specs import as_it_is, values_and_choices
from tests.benchmarks.whole import Spent, spent
from tests.stories import as_yaml

COUNTS = (1, 2)


def processes(folder: Path, rounds: int, documents: int) -> Iterator[Table]:
    """The table of both, in turns."""
    here = folder / "processes"
    here.mkdir()
    _write(here, documents)
    found = [{count: _spent(here, f"{turn}-{count}", count) for count in COUNTS} for turn in range(rounds)]
    processor = spread([each[2].processor / each[1].processor for each in found])
    clock = spread([each[1].clock / each[2].clock for each in found])
    rows = (
        *(_row(count, [each[count] for each in found]) for count in COUNTS),
        ("processor, two / one", processor, ""),
        ("clock, one / two", "", clock),
    )
    title = f"{documents:,} documents by `pactwright batch`, seconds, median (lowest to highest)"
    yield Table(title, ("", "processor", "clock"), rows)


def _write(here: Path, documents: int) -> None:
    """The table and its base: a column for the key and one for each address that some row fills."""
    (here / "base.yml").write_text(as_yaml(as_it_is()), "utf-8")
    rows = [values_and_choices(each) for each in range(documents)]
    columns = dict.fromkeys(cell.address for row in rows for cell in row.cells)
    with (here / "pilots.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["key", *columns])
        writer.writeheader()
        writer.writerows({"key": row.key, **{cell.address: cell.text for cell in row.cells}} for row in rows)


def _spent(here: Path, out: str, count: int) -> Spent:
    words = ["batch", "pilots.csv", "--spec", "base.yml", "-o", out, "--processes", str(count)]
    return spent([sys.executable, "-m", "pactwright", *words], environment(), here)


def _row(count: int, found: list[Spent]) -> tuple[str, ...]:
    clock = number(median(each.clock for each in found))
    return f"{count} process{'es' * (count > 1)}", spread([each.processor for each in found]), clock
