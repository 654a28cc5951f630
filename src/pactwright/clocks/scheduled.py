"""The dates and periods in the tables of the schedules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date

from pactwright.clocks.model import Clock
from pactwright.clocks.reading import PERIOD
from pactwright.document import Agreement, Paragraph, Runs, Table, Value, words

SUBJECT_AND_ENTRY = 2


def scheduled(agreement: Agreement, dates: Mapping[str, date], parties: Set[str]) -> Iterator[Clock]:
    """A clock for each date of a spec, and each period, in a table of a schedule.

    `dates` are those of the spec by address, `parties` the addresses that name a party.
    """
    for schedule in agreement.schedules:
        label = schedule.heading.full_label
        for block in schedule.blocks:
            if isinstance(block, Paragraph) and block.role == "schedule-part":
                label = f"{schedule.heading.full_label}, part {block.full_label}" if block.full_label else label
            elif isinstance(block, Table):
                yield from _in_table(block, label, dates, parties)


def _in_table(table: Table, label: str, dates: Mapping[str, date], parties: Set[str]) -> Iterator[Clock]:
    for row in table.rows:
        who = ", ".join(dict.fromkeys(run.text for cell in row for run in cell if _names(run, parties)))
        for column, cell in zip(table.columns, row, strict=True):
            for run in cell:
                if isinstance(run, Value) and (run.address in dates or PERIOD.fullmatch(run.text)):
                    day = dates.get(run.address)
                    what = _what(row, parties, _heading(column.heading, cell, run))
                    form = "date" if day else "length"
                    yield Clock(form, what, who, "" if day else run.text, "", label, "", run.address, day)


def _what(row: tuple[Runs, ...], parties: Set[str], heading: str) -> str:
    """The name of a row, which is its first cell that names no party, and the heading; the subject where that is all."""
    names = [cell for cell in row if not any(_names(run, parties) for run in cell)] or [row[0]]
    name = words(names[0]).splitlines()[0]
    return name if len(row) == SUBJECT_AND_ENTRY else f"{name}: {heading}"


def _names(run: object, parties: Set[str]) -> bool:
    return isinstance(run, Value) and run.address in parties


def _heading(column: str, cell: Runs, run: Value) -> str:
    """The column of a value, or the label before it in its cell."""
    before = words(cell[: cell.index(run)]).rpartition("\n")[2].strip().removesuffix(":")
    return before or column
