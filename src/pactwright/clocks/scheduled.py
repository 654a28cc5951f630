"""The dates and periods in the tables of the schedules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pactwright.clocks.model import Clock, Form
from pactwright.clocks.reading import PERIOD
from pactwright.document import Agreement, Paragraph, Runs, Table, Value, words
from pactwright.printing.lookup import row_names
from pactwright.spec import Spec

SUBJECT_AND_ENTRY = 2


def scheduled(agreement: Agreement, spec: Spec, dates: Mapping[str, date]) -> Iterator[Clock]:
    """A clock for each of the dates of a spec, by address, and each period, in a table of a schedule."""
    parties, names = _party_addresses(spec), row_names(spec.values)
    for schedule in agreement.schedules:
        label = schedule.heading.full_label
        for block in schedule.blocks:
            if isinstance(block, Paragraph) and block.role == "schedule-part":
                label = f"{schedule.heading.full_label}, part {block.full_label}" if block.full_label else label
            elif isinstance(block, Table):
                for row, column, cell, run in _timed(block, dates):
                    who = ", ".join(dict.fromkeys(each.text for each in _values(row) if each.address in parties))
                    what = _what(row, column, _label(cell, run), names.get(run.address.rpartition(".")[0], ""))
                    day = dates.get(run.address)
                    form: Form = "date" if day else "length"
                    yield Clock(form, what, who, "" if day else run.text, "", label, "", run.address, day)


def _party_addresses(spec: Spec) -> frozenset[str]:
    """The addresses under which a party is named in a table."""
    named = {address for address, value in spec.values if isinstance(value, str) and value in spec.parties}
    return frozenset(named | {f"parties.{each}.called" for each in spec.parties})


def _timed(table: Table, dates: Mapping[str, date]) -> Iterator[tuple[tuple[Runs, ...], str, Runs, Value]]:
    """Each date and period in a table: its row, the heading of its column, its cell, and itself."""
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            for run in _values((cell,)):
                if run.address in dates or PERIOD.fullmatch(run.text):
                    yield row, column.heading, cell, run


def _values(row: tuple[Runs, ...]) -> Iterator[Value]:
    return (run for cell in row for run in cell if isinstance(run, Value))


def _what(row: tuple[Runs, ...], column: str, label: str, name: str) -> str:
    """What a date is of: the name of its row, and the label before it in its cell or the column.

    In a table of subjects and entries the subject says it all.
    """
    first = words(row[0]).partition("\n")[0]
    is_entry = len(row) == SUBJECT_AND_ENTRY and not name and not label
    return first if is_entry else f"{name or first}: {label or column}"


def _label(cell: Runs, run: Value) -> str:
    """The label before a value in its cell, if there is one."""
    return words(cell[: cell.index(run)]).rpartition("\n")[2].strip().removesuffix(":")
