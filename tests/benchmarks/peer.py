"""docxtpl's way from ready data to a file on disk, or rust-docxtpl's: which one, the environment decides.

`python -m tests.benchmarks.peer JOB ENGINE` is its process; ENGINE is the name of its folder of documents.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docxtpl import DocxTemplate  # type: ignore[import-untyped] # docxtpl has no types

from tests.benchmarks.job import Job
from tests.benchmarks.serving import Laps, serve


def main(folder: str, engine: str) -> None:
    """Serves the documents of a job's template and data."""
    job = Job(Path(folder))
    template, data = str(job.template), job.data()

    def make(number: int) -> None:
        document = DocxTemplate(template)
        document.render(data[number % len(data)], autoescape=True)
        document.save(str(job.target(engine, number)))

    serve(make, Laps())


if __name__ == "__main__":
    main(*sys.argv[1:])
