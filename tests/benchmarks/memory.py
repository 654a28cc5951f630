"""Whether memory stays flat: the peak of a process that makes a hundred documents, and of one that makes thousands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.job import Job
from tests.benchmarks.report import Table
from tests.benchmarks.serving import Engine
from tests.benchmarks.specs import as_it_is

FEW = 100


def memory(folder: Path, many: int) -> Iterator[Table]:
    """The table of both peaks."""
    job = Job(folder / "memory")
    job.keep(as_it_is(), b"", [])
    few, most = (_peak(job, count) for count in (FEW, many))
    rows = (
        (f"after {FEW} documents", f"{few:.1f}"),
        (f"after {many:,} documents", f"{most:.1f}"),
        ("growth", f"{most - few:.1f}"),
    )
    yield Table("The most memory that one process held, every tenth document with other clauses", ("", "MiB"), rows)


def _peak(job: Job, count: int) -> float:
    with Engine("ours", job.folder, "values_and_choices") as engine:
        return engine.made(0, count).peak
