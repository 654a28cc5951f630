"""What a cell of a schedule says: the fields of a row in the forms of the place, a gap, or a dash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from pactwright.document import Runs, Text, Value
from pactwright.forms import fields_of
from pactwright.printing.lookup import value_at
from pactwright.schedules.rows import is_empty
from pactwright.spec.base import SpecGroup
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

Lines: TypeAlias = tuple[tuple[ShownField, ...], ...]
"""What a cell shows: its lines, and the fields that stand in each."""


def lines_of(column: ColumnPlan, rows: str) -> Lines:
    """The lines of a column over the groups under `rows`; fields joined with "+" stand in one line."""
    return tuple(tuple((name, kind_below(rows, name)) for name in names.split("+")) for names in column.show)


def cell(context: DraftContext, row: Any, address: str, column: ColumnPlan, lines: Lines) -> Runs:  # noqa: ANN401 - rows have many types
    """The fields that a column shows of a row, one below the other; a gap before them if the first is needed."""
    alone = len(lines) == 1
    said = [_line(context, row, address, fields, alone=alone) for fields in lines]
    first = lines[0][0][0]
    if column.needed and is_empty(value_at(row, first)):
        said.insert(0, (context.gap(_gap_label(row, column), f"{address}.{first}"),))
    return (said[0] if len(said) == 1 else _joined(said, BREAK)) or EMPTY


def _line(context: DraftContext, row: Any, address: str, fields: tuple[ShownField, ...], *, alone: bool) -> Runs:  # noqa: ANN401 - rows have many types
    """The fields that stand in one line of a cell; most lines have one."""
    said = [_shown(context, row, address, name, kind, alone=alone) for name, kind in fields]
    return said[0] if len(said) == 1 else _joined(said, SPACE)


def field_runs(context: DraftContext, value: Any, address: str, kind: ValueKind | None) -> Runs:  # noqa: ANN401 - fields have many types
    """One value of the spec, or a group of values, as it prints in a table."""
    if is_empty(value):
        return ()
    if isinstance(value, _LEAVES):
        return _leaf(context, value, address, kind)
    if isinstance(value, tuple):
        each = (field_runs(context, below, f"{address}.{number}", kind) for number, below in enumerate(value))
        return _joined(each, SEMICOLON)
    if isinstance(value, Mapping):
        return _joined((_entry(context, key, each, f"{address}.{key}") for key, each in value.items()), SEMICOLON)
    if isinstance(value, SpecGroup):
        below = ((f"{address}.{each.name}", getattr(value, each.name)) for each in fields_of(type(value)).values())
        return _joined((field_runs(context, each, at, kind_at(at)) for at, each in below), Text(", "))
    return _leaf(context, value, address, kind)


_LEAVES = (str, bool, int, Decimal, date)
"""Most values are one of these; the types of the others take longer to tell."""


def _leaf(context: DraftContext, value: Any, address: str, kind: ValueKind | None) -> Runs:  # noqa: ANN401 - rows have many types
    if kind == "party" and value != "shared":
        run = context.names.party(value)
        return (Value(run.text, address),)
    if kind == "word":
        return (Value(context.word(value), address),)
    return context.value_runs(value, address, "percent" if kind == "percent" else "")


def _entry(context: DraftContext, key: str, value: Any, address: str) -> Runs:  # noqa: ANN401 - rows have many types
    runs = field_runs(context, value, address, kind_at(address))
    return (Value(f"{context.names.party(key).text} ", address), *runs)


def _shown(context: DraftContext, row: Any, address: str, name: str, kind: ValueKind | None, *, alone: bool) -> Runs:  # noqa: ANN401 - rows have many types
    value = value_at(row, name)
    if value is None:
        return ()
    if kind is None and type(value) is str:  # most fields
        return (Value(value, f"{address}.{name}"),) if value else ()
    if isinstance(value, bool) and not alone:
        return (Value(context.yes_no(name, is_yes=value), f"{address}.{name}"),)
    return field_runs(context, value, f"{address}.{name}", kind)


def _gap_label(row: Any, column: ColumnPlan) -> str:  # noqa: ANN401 - rows have many types
    """What a gap in a table asks for: the column, and the row by the first name that it has.

    A party's own row needs no name: the gap says who can supply it.
    """
    if hasattr(row, "called"):
        return column.heading.lower()
    names = (getattr(row, name, None) for name in ("name", "deliverable", "event", "what", "title", "text"))
    known = next((name for name in names if name), None)
    return f"{column.heading.lower()} ({known})" if known else column.heading.lower()


def _joined(groups: Iterable[Runs], separator: Text) -> Runs:
    """The runs of all groups that have any, with the separator between."""
    joined: Runs = ()
    for group in groups:
        if group:
            joined = (*joined, separator, *group) if joined else group
    return joined
