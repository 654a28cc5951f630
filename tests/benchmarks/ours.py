"""Our way from a row to a file on disk, with a lap for each stage: the steps of the batch's Maker, one after the other.

`python -m tests.benchmarks.ours JOB TABLE` is its process; TABLE is a function of `specs`, a row for each number.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pactwright.batch.base import Base, overlaid
from pactwright.batch.maker import freeze
from pactwright.batch.model import Row
from pactwright.document import Agreement
from pactwright.errors import InputError
from pactwright.files import write_file
from pactwright.findings import SourceMap
from pactwright.provenance import traced
from pactwright.service import drafts_of, read_tree
from pactwright.themes import default_theme
from pactwright.writers.word import word_file
from tests.benchmarks import specs
from tests.benchmarks.job import Job
from tests.benchmarks.serving import Laps, serve
from tests.benchmarks.specs import DOCUMENT, TABLE
from tests.stories import Tree, sound


def main(folder: str, table: str) -> None:
    """Serves the documents of a job's spec and a table."""
    job, laps = Job(Path(folder)), Laps()
    base, row = base_of(job.base()), getattr(specs, table)

    def make(number: int) -> None:
        laps.start()
        write(base, row(number), job.target(table, number), laps)

    make(0)
    freeze()
    serve(make, laps)


def base_of(tree: Tree) -> Base:
    """A spec's tree as the base of a batch."""
    return Base(Path(TABLE), tree, SourceMap(TABLE, {}))


def agreement_of(tree: Tree, number: int) -> Agreement:
    """The agreement of row `number` of `specs.values`, laid over a spec."""
    return sound(overlaid(base_of(tree), specs.values(number))[0]).agreement


def write(base: Base, row: Row, target: Path, laps: Laps) -> None:
    """Writes the document of a row of a table, laid over the base, to `target`.

    Raises InputError when the row has problems.
    """
    source = read_tree(base.path, *overlaid(base, row), None)
    laps.lap("row to spec")
    [draft] = drafts_of(source, (DOCUMENT,))
    if not draft.is_sound:
        raise InputError(draft.findings)
    laps.lap("choosing and assembling")
    theme = default_theme().template
    agreement = traced(draft.agreement, source.spec, source.library, theme, "")
    laps.lap("digests")
    content = word_file(agreement, theme)
    laps.lap("words to Word")
    write_file(target.with_suffix(".part"), [content])
    target.with_suffix(".part").replace(target)
    laps.lap("write")


if __name__ == "__main__":
    main(*sys.argv[1:])
