"""What a cell of a schedule says: the fields of a row in the forms of the place, a gap, or a dash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from pactwright.document import Gap, Runs, Text, Value
from pactwright.forms import fields_of
from pactwright.printing.lookup import is_empty, row_name, value_at
from pactwright.spec.base import SpecGroup
from pactwright.spec.bearers import BEARERS
from pactwright.spec.form import kind_at, kind_below

if TYPE_CHECKING:
    from pactwright.library.model import ColumnPlan
    from pactwright.printing.context import DraftContext
    from pactwright.spec.form import ValueKind

EMPTY: Runs = (Text("\N{EN DASH}"),)
"""What a cell shows where there is nothing to say; no other cell is this very object."""

BREAK = Text("\n")
SEMICOLON = Text("; ")
SPACE = Text(" ")

ShownField: TypeAlias = "tuple[str, ValueKind | None]"
"""A field of a row: its name, and what kind of value the form has there."""

Lines: TypeAlias = tuple[tuple[str, tuple[ShownField, ...]], ...]
"""What a cell shows: its lines, each with its label and the fields that stand in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the spec: its address, what is certain of it, all that is typed in it, and what it must still say.

    What is typed and not certain is made a gap where it prints, as all such values are.
    """

    address: str
    values: Any
    typed: Any
    asked: tuple[str, ...] = ()


def lines_of(column: ColumnPlan, rows: str) -> Lines:
    """The lines of a column over the groups under `rows`."""
    return tuple((line.label, tuple((name, kind_below(rows, name)) for name in line.fields)) for line in column.show)


def cell(context: DraftContext, row: Row, column: ColumnPlan, lines: Lines) -> Runs:
    """The fields that a column shows of a row, one below the other, a gap for each that the row must still say."""
    alone = len(lines) == 1
    heading = column.heading if sum(not label for label, _ in lines) == 1 else ""
    said = [_labelled(label, _line(context, row, label or heading, fields, alone=alone)) for label, fields in lines]
    return (said[0] if alone else joined(said, BREAK)) or EMPTY


def _labelled(label: str, runs: Runs) -> Runs:
    return (Text(f"{label}: "), *runs) if label and runs else runs


def _line(context: DraftContext, row: Row, ask: str, fields: tuple[ShownField, ...], *, alone: bool) -> Runs:
    """The fields that stand in one line of a cell; most lines have one."""
    said = [
        (context.gap(_gap_label(row, ask or name.replace("_", " ")), f"{row.address}.{name}"),)
        if name in row.asked and is_empty(value_at(row.typed, name))
        else _shown(context, row.typed, row.address, name, kind, alone=alone)
        for name, kind in fields
    ]
    return said[0] if len(said) == 1 else joined(said, SPACE)


def field_runs(context: DraftContext, value: Any, address: str, kind: ValueKind | None) -> Runs:  # noqa: ANN401 - fields have many types
    """One value of the spec, or a group of values, as it prints in a table."""
    if is_empty(value):
        return ()
    if isinstance(value, _LEAVES):
        return _leaf(context, value, address, kind)
    if isinstance(value, tuple):
        each = (field_runs(context, below, f"{address}.{number}", kind) for number, below in enumerate(value))
        return joined(each, SEMICOLON)
    if isinstance(value, Mapping):
        return joined((_entry(context, key, each, f"{address}.{key}") for key, each in value.items()), SEMICOLON)
    if isinstance(value, SpecGroup):
        below = ((f"{address}.{each.name}", getattr(value, each.name)) for each in fields_of(type(value)).values())
        return joined((field_runs(context, each, at, kind_at(at)) for at, each in below), Text(", "))
    return _leaf(context, value, address, kind)


_LEAVES = (str, bool, int, Decimal, date)
"""Most values are one of these; the types of the others take longer to tell."""


def _leaf(context: DraftContext, value: Any, address: str, kind: ValueKind | None) -> Runs:  # noqa: ANN401 - rows have many types
    if kind == "party" and value not in BEARERS:
        run = context.names.party(value)
        return (run if isinstance(run, Gap) else Value(run.text, address),)
    if kind == "word" or value in BEARERS:
        return (Value(context.word(value), address),)
    return context.value_runs(value, address, "percent" if kind == "percent" else "")


def _entry(context: DraftContext, key: str, value: Any, address: str) -> Runs:  # noqa: ANN401 - rows have many types
    return (context.names.party(key), SPACE, *field_runs(context, value, address, kind_at(address)))


def _shown(context: DraftContext, row: Any, address: str, name: str, kind: ValueKind | None, *, alone: bool) -> Runs:  # noqa: ANN401 - rows have many types
    value = value_at(row, name)
    if value is None:
        return ()
    if kind is None and type(value) is str:  # most fields
        return (Value(value, f"{address}.{name}"),) if value else ()
    if isinstance(value, bool) and not alone:
        return (Value(context.yes_no(name, is_yes=value), f"{address}.{name}"),)
    return field_runs(context, value, f"{address}.{name}", kind)


def _gap_label(row: Row, ask: str) -> str:
    """What a gap in a table asks for: what is asked, and the row by the first name that it has.

    A party's own row needs no name: the gap says who can supply it.
    """
    if hasattr(row.values, "called"):
        return ask.lower()
    known = row_name(row.values)
    return f"{ask.lower()} ({known})" if known else ask.lower()


def joined(groups: Iterable[Runs], separator: Text) -> Runs:
    """The runs of all groups that have any, with the separator between."""
    joined: Runs = ()
    for group in groups:
        if group:
            joined = (*joined, separator, *group) if joined else group
    return joined
