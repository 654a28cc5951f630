"""Whether the time grows with the pages and no faster: a short agreement beside a long one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, TypeAlias

from pactwright.errors import UsageError
from pactwright.writers.pdf import pdf_file
from tests.benchmarks.job import Job
from tests.benchmarks.peer_template import told
from tests.benchmarks.report import Table, spread
from tests.benchmarks.serving import Engine
from tests.benchmarks.specs import as_it_is, grown, shortest

LONG_LISTS = 80
"""Rows in each list for about sixty pages."""

PER_ROUND = {"short": 20, "long": 4}
TABLE = "names"

Times: TypeAlias = dict[str, list[float]]


def by_pages(folder: Path, rounds: int) -> Iterator[Table]:
    """The table of both; where LibreOffice is not installed, of documents and paragraphs only."""
    trees = {"short": shortest(grown(as_it_is(), 1)), "long": grown(as_it_is(), LONG_LISTS)}
    jobs = {name: Job(folder / name) for name in trees}
    times = _milliseconds({name: (job, trees[name]) for name, job in jobs.items()}, rounds)
    counts = {name: _counted(job.target(TABLE, 0).read_bytes()) for name, job in jobs.items()}
    rows = (
        (
            str(counts[name]),
            spread(times[name]),
            *(spread([time / each for time in times[name]]) for each in counts[name]),
        )
        for name in trees
    )
    headings = ("", "a document", "a page", "a paragraph")
    yield Table("By length, ms, median (lowest to highest)", headings, (*rows, _ratios(times, counts)))


class _Counts(NamedTuple):
    """How long a document is; a cell of a table is a paragraph."""

    pages: float
    paragraphs: int

    def __str__(self) -> str:
        return f"{self.pages} pages, {self.paragraphs:,} paragraphs"


def _counted(document: bytes) -> _Counts:
    return _Counts(page_count(document) or math.nan, len(told(document)[0]))


def _ratios(times: Times, counts: Mapping[str, _Counts]) -> tuple[str, ...]:
    """How many times as long as in the short document a page and a paragraph take in the long one."""
    pairs = list(zip(times["long"], times["short"], strict=True))
    shares = (short / long for short, long in zip(counts["short"], counts["long"], strict=True))
    return "long / short", "", *(spread([long / short * share for long, short in pairs]) for share in shares)


def _milliseconds(work: dict[str, tuple[Job, dict[str, object]]], rounds: int) -> Times:
    with ExitStack() as stack:
        engines = {}
        for name, (job, tree) in work.items():
            job.keep(tree, b"", [])
            engines[name] = stack.enter_context(Engine("ours", job.folder, TABLE))
            engines[name].made(0, 2)
        found = [
            {name: _each(engine, turn, PER_ROUND[name]) for name, engine in engines.items()} for turn in range(rounds)
        ]
    return {name: [each[name] for each in found] for name in work}


def _each(engine: Engine, turn: int, count: int) -> float:
    return engine.made(1 + turn * count, count).seconds * 1000 / count


def page_count(document: bytes) -> int | None:
    """How many pages LibreOffice makes of a Word file; None where it is not installed."""
    try:
        return pdf_file(document).count(b"/Type/Page/")
    except UsageError:
        return None
