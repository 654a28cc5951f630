"""Our way from a row to a file on disk, with a lap for each stage: the one place that says what "ours" is.

It makes what `workshop` makes of a spec, row after row, and is to give way to the batch's own Maker once that is there.

`python -m tests.benchmarks.ours JOB TABLE` is its process; TABLE is a function of `specs`, a row for each number.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pactwright.batch.row import Row
from pactwright.errors import InputError
from pactwright.files import write_whole
from pactwright.findings import SourceMap
from pactwright.looks import default_look
from pactwright.provenance import traced
from pactwright.spec import Spec
from pactwright.spec.reading import spec_from
from pactwright.workshop import Read, drafts_of, library_for
from pactwright.writers.word.checks import unsound
from pactwright.writers.word.compiled import compiled
from pactwright.writers.word.context import context
from tests.benchmarks import specs
from tests.benchmarks.job import Job
from tests.benchmarks.serving import Laps, serve
from tests.benchmarks.specs import DOCUMENT, TABLE
from tests.stories import Tree, changed

CHOICE = 2
"""The length of the address of a choice; an address under it is a parameter's."""


def main(folder: str, table: str) -> None:
    """Serves the documents of a job's spec and a table."""
    job, laps = Job(Path(folder)), Laps()
    base, row = job.base(), getattr(specs, table)

    def make(number: int) -> None:
        laps.start()
        write(base, row(number), job.target(table, number), laps)

    serve(make, laps)


def write(base: Tree, row: Row, target: Path, laps: Laps) -> None:
    """Writes the document of a row of a table, laid over the base, to `target`.

    Raises InputError when the row has problems.
    """
    spec = _spec(base, row)
    laps.lap("row to spec")
    library = library_for(spec.jurisdiction, None)
    [draft] = drafts_of(Read(Path(TABLE), spec, SourceMap(TABLE, {}), library), (DOCUMENT,))
    if not draft.is_sound:
        raise InputError(draft.findings)
    laps.lap("choosing and assembling")
    look = default_look().template
    agreement = traced(draft.agreement, spec, library, look)
    laps.lap("digests")
    ready = compiled(look)
    assert ready is not None
    parts = ready.filled(context(agreement), agreement)
    laps.lap("words to XML")
    if findings := unsound(parts, agreement):
        raise InputError(findings)
    laps.lap("checks")
    content = ready.packed(parts, agreement.language)
    laps.lap("deflate and zip")
    write_whole(target, content)
    laps.lap("write")


def _spec(base: Tree, row: Row) -> Spec:
    return spec_from(filled(base, row), SourceMap(TABLE, {}))


def filled(base: Tree, row: Row) -> Tree:
    """The base with a row's cells in it; a choice drops what the base says about another option."""
    return changed(base, {cell.address: _typed(cell.address, cell.text) for cell in row.cells})


def _typed(address: str, text: str | None) -> Tree | str | None:
    is_choice = address.startswith("choices.") and len(address.split(".")) == CHOICE
    return {"option": text} if is_choice else text


if __name__ == "__main__":
    main(*sys.argv[1:])
