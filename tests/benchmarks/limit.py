"""The limit: parts that are ready are deflated, summed and written to a file, and nothing else is done.

`python -m tests.benchmarks.limit JOB TABLE PARTS` is its process, for the documents of ours that lie there; PARTS is
"all", or "changing" where only those that differ from document to document are deflated each time.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from pactwright.writers.word.archive import Entry, fast_entry, zipped
from pactwright.writers.word.package import members
from tests.benchmarks.job import Job
from tests.benchmarks.serving import Laps, serve


def main(folder: str, table: str, parts: str) -> None:
    """Serves the documents of a job again."""
    job = Job(Path(folder))
    documents = [members(path.read_bytes()) for path in sorted((job.folder / table).iterdir())]
    ready = _same(documents) if parts == "changing" else {}

    def make(number: int) -> None:
        document = documents[number % len(documents)]
        entries = {name: ready.get(name) or fast_entry(part) for name, part in document.items()}
        job.target(f"limit-{parts}", number).write_bytes(zipped(entries))

    serve(make, Laps())


def _same(documents: list[dict[str, bytes]]) -> Mapping[str, Entry]:
    """The parts that all documents have alike, deflated."""
    first, *others = documents
    return {name: fast_entry(part) for name, part in first.items() if all(other.get(name) == part for other in others)}


if __name__ == "__main__":
    main(*sys.argv[1:])
