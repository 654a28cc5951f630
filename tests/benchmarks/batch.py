"""How long a batch takes, beside docxtpl, rust-docxtpl and the limit: `python -m tests.benchmarks.batch [SECTION...]`.

It prints and promises nothing: a clock is no promise. All figures are processor time; what is compared takes turns in
one run, and a ratio is the median of the ratios of the rounds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.benchmarks.cold import cold
from tests.benchmarks.memory import memory
from tests.benchmarks.pages import by_pages
from tests.benchmarks.processes import processes
from tests.benchmarks.report import Table, machine
from tests.benchmarks.warm import warm

METHOD = (
    "What is compared makes the same documents in turns in one run, each engine in a process of its own, and a ratio is"
    " the median of the ratios of the rounds. The peers fill, from ready data, a template made of our own document in"
    " which each value is a tag and each table a loop; the run stops unless they write the same words."
)


def main(words: list[str]) -> None:
    """Prints the tables of the sections asked for, all by default."""
    asked = _parser().parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        sections = _sections(Path(folder), asked)
        for name in asked.sections or sections:
            for table in sections[name]():
                sys.stdout.write(f"{table.markdown() if asked.markdown else table.plain()}\n")
                sys.stdout.flush()
    sys.stdout.write(f"Measured on {asked.date}: {machine()}. {METHOD}\n")


def _sections(folder: Path, asked: argparse.Namespace) -> Mapping[str, Callable[[], Iterator[Table]]]:
    return {
        "warm": partial(warm, folder, asked.rounds),
        "cold": partial(cold, folder, asked.rounds),
        "memory": partial(memory, folder, asked.documents),
        "pages": partial(by_pages, folder, asked.rounds),
        "processes": partial(processes, folder, max(1, asked.rounds // 3), asked.documents // 2),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.batch")
    parser.add_argument("sections", nargs="*", help="warm, cold, memory, processes, pages; all by default")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--documents", type=int, default=2000, help="for the memory; half of them for two processes")
    parser.add_argument("--markdown", action="store_true", help="the tables for the README")
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat())
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
