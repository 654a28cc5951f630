"""A batch, run: every row of a table prepared, in this process or in several, and its files put into their folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import takewhile

from pactwright import __version__
from pactwright.batch.deviations import Deviation, deviations_of
from pactwright.batch.digests import run_digest
from pactwright.batch.interrupts import Stop, listening
from pactwright.batch.jobs import Job, Making, Prepared, Task
from pactwright.batch.journal import Journal
from pactwright.batch.model import Row
from pactwright.batch.naming import name_pattern, same_part
from pactwright.batch.output_folder import OutputFolder, output_to, writing
from pactwright.batch.pool import CHUNK, Pool, start_method
from pactwright.batch.preparation import Preparer
from pactwright.batch.problems import RowProblems
from pactwright.batch.recalled import recalled
from pactwright.batch.request import Batch, RunOutcome, Watch
from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding
from pactwright.library.prebuilt import library_for

FEW = 100  # documents for which starting processes costs more than it saves
SHARES = 4  # chunks for each process at the least, so that none waits long for another at the end


def run(batch: Batch, watch: Watch) -> RunOutcome:
    """Makes every file of a batch that is not there yet, and says what became of it.

    Raises UsageError for a pattern of names, a folder or a machine that does not serve, InputError and
    ForeignContentError for a library or a template that serves no row, InputError for a strict run over a doubtful
    table.
    """
    began = time.perf_counter()
    if doubts := [each for each in batch.remarks if each.level == "warning" and batch.is_strict]:
        raise InputError(tuple(doubts))
    name_pattern(batch.settings.pattern, batch.settings.documents)
    batch = replace(batch, rows=_apart(batch.rows))
    preparer = Preparer(_task(batch))
    preparer.maker.ready()
    folder = output_to(batch.folder, batch.shard, batch.table, is_renamed=batch.is_renamed, is_dry=batch.is_dry)
    with listening() as stop, folder as output:
        going = _Run(batch, watch, output)
        watch.started(len(batch.shard.positions(len(batch.rows))))
        try:
            for prepared in _prepared(batch, preparer, going, stop):
                going.take(prepared)
            return going.outcome(preparer.maker, began)
        finally:
            watch.ended()


def _deviations(journal: Journal, maker: Making) -> tuple[Deviation, ...]:
    return deviations_of(journal.lines, maker.base_terms(), maker.base_facts())


class _Run:
    """A run under way: takes what became of each row, and sums up."""

    def __init__(self, batch: Batch, watch: Watch, output: OutputFolder) -> None:
        self._batch = batch
        self._watch = watch
        self._output = output
        self._problems = RowProblems(output.journal)
        with writing(batch.folder):
            self._problems.of_table(batch.remarks)
        self._keys = [row.key for row in batch.rows]
        self._mine = batch.shard.positions(len(batch.rows))
        self._done = 0

    def jobs(self) -> Iterator[Job]:
        """Each row of this run, with what earlier runs wrote down about it."""
        for position in self._mine:
            with writing(self._batch.folder):
                known = self._output.journal.known(self._keys[position])
            yield Job(position, self._batch.rows[position], known)

    def tick(self) -> None:
        """Lets the watch look at its clock."""
        self._watch.moved(self._done, self._problems.rows)

    def take(self, prepared: Prepared) -> None:
        """Puts a row's files into the folder, or its problems on the list."""
        with self._saying_what_is_whole():
            if prepared.fate == "stuck":
                raise UsageError(prepared.trouble)
            row = self._batch.rows[prepared.position]
            if prepared.fate == "failed":
                self._problems.add(prepared.position, row, prepared.findings)
            else:
                known = recalled(map(self._output.journal.line, prepared.kept), row, self._batch.base)
                self._output.commit(prepared)
                self._problems.remark(prepared.position, row, known or prepared.findings)
        self._done += 1
        self.tick()

    def outcome(self, maker: Making, began: float) -> RunOutcome:
        """What the run did, after the journal became a manifest, if every row was done."""
        batch, output, problems = self._batch, self._output, self._problems
        keys, journal = frozenset(self._keys), output.journal
        with self._saying_what_is_whole():
            found = _deviations(journal, maker) if batch.with_differences else None
            (left, superseded), told = output.left(keys), problems.told()
            older = journal.made_by_others(__version__)
            reports = () if batch.is_dry else problems.write(batch.folder, batch.shard, output.scratch("errors"))
            if self._done == len(self._mine) and not batch.is_dry:
                output.finish(keys)
        return RunOutcome(
            rows=len(self._mine),
            done=self._done,
            made=output.made,
            kept=output.kept,
            older=older,
            failed=problems.rows,
            problems=problems.count,
            warned=problems.warned,
            warnings=problems.warnings,
            told=told,
            reports=reports,
            left=left,
            superseded=superseded,
            deviations=found,
            seconds=time.perf_counter() - began,
            is_bug=problems.is_bug,
        )

    @contextmanager
    def _saying_what_is_whole(self) -> Iterator[None]:
        """Adds to what is wrong with the folder how far the run has come."""
        try:
            with writing(self._batch.folder):
                yield
        except UsageError as stuck:
            files = self._output.made + self._output.kept
            whole = "1 file is whole" if files == 1 else f"{files} files are whole"
            message = f"{stuck}; {whole}; run the same command again to go on"
            raise UsageError(message) from stuck


def _prepared(batch: Batch, preparer: Preparer, going: _Run, stop: Stop) -> Iterator[Prepared]:
    """What became of each row, from this process or from a pool."""
    rows = len(batch.shard.positions(len(batch.rows)))
    processes = batch.processes or (_cores() if rows * max(1, len(batch.settings.documents)) >= FEW else 1)
    if processes == 1:
        yield from map(preparer.prepared, takewhile(lambda _: not stop.is_set, going.jobs()))
        return
    chunk = max(1, min(CHUNK, rows // (processes * SHARES)))
    with Pool(preparer, stop, processes, batch.method or start_method()) as pool:
        yield from pool.prepared(going.jobs(), chunk, going.tick)


def _task(batch: Batch) -> Task:
    run = run_digest(batch.base, batch.settings)
    library_for.cache_clear()  # what was read for the table's headings may be of other files than the digest
    return Task(
        batch.settings,
        batch.base,
        batch.folder,
        batch.shard,
        run,
        batch.force,
        batch.remake,
        batch.replaces,
        batch.is_dry,
        batch.is_strict,
        batch.making,
    )


def _apart(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, an error on each whose files would have the names of another key's."""
    taken = same_part(row.key for row in rows)
    return tuple(_refused(row, taken[row.key]) if row.key in taken else row for row in rows) if taken else rows


def _refused(row: Row, other: str) -> Row:
    seen = f'the files of "{row.key}" would have the names of those of "{other}"'
    return replace(row, findings=(*row.findings, Finding("name-taken", "error", "", seen, fix="change the key")))


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
