"""Whether the time grows with the pages and no faster: a short agreement beside a long one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from pactwright.errors import UsageError
from pactwright.writers.pdf import pdf
from tests.benchmarks.job import Job
from tests.benchmarks.report import Table, number, spread
from tests.benchmarks.serving import Engine
from tests.benchmarks.specs import as_it_is, grown, shortest

LONG_LISTS = 80
"""Rows in each list for about sixty pages."""

PER_ROUND = {"short": 20, "long": 4}
TABLE = "names"


def by_pages(folder: Path, rounds: int) -> Iterator[Table]:
    """The table of both; without LibreOffice a thousand letters of XML stand in for a page."""
    trees = {"short": shortest(grown(as_it_is(), 1)), "long": grown(as_it_is(), LONG_LISTS)}
    jobs = {name: Job(folder / name) for name in trees}
    times = _milliseconds({name: (job, trees[name]) for name, job in jobs.items()}, rounds)
    counted = {name: page_count(job.target(TABLE, 0).read_bytes()) for name, job in jobs.items()}
    each = {name: [time / (counted[name] or 1) for time in times[name]] for name in trees}
    rows = [(f"{counted[name] or '?'} pages", spread(times[name]), spread(each[name])) for name in trees]
    ratios = [one / other for one, other in zip(each["long"], each["short"], strict=True)]
    rows.append(("long / short", "", spread(ratios) if all(counted.values()) else number(median(ratios))))
    yield Table("By length, ms, median (lowest to highest)", ("", "a document", "a page"), tuple(rows))


def _milliseconds(work: dict[str, tuple[Job, dict[str, object]]], rounds: int) -> dict[str, list[float]]:
    with ExitStack() as stack:
        engines = {}
        for name, (job, tree) in work.items():
            job.keep(tree, b"", [])
            engines[name] = stack.enter_context(_engine(job))
            engines[name].made(0, 2)
        found = [
            {name: _each(engine, turn, PER_ROUND[name]) for name, engine in engines.items()} for turn in range(rounds)
        ]
    return {name: [each[name] for each in found] for name in work}


def _engine(job: Job) -> Engine:
    return Engine(Path(sys.executable), "tests.benchmarks.ours", str(job.folder), TABLE)


def _each(engine: Engine, turn: int, count: int) -> float:
    return engine.made(1 + turn * count, count).seconds * 1000 / count


def page_count(document: bytes) -> int | None:
    """How many pages LibreOffice makes of a Word file; None where it is not installed."""
    try:
        return pdf(document).count(b"/Type/Page/")
    except UsageError:
        return None
