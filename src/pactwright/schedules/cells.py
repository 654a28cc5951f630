"""What a cell of a schedule says: the fields of a row in the forms of the place, a gap, or a dash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pactwright.document import Runs, Text, Value
from pactwright.scene.reading import value_at
from pactwright.schedules.rows import is_empty
from pactwright.spec.walk import kind_at

if TYPE_CHECKING:
    from pactwright.library.model import ColumnPlan
    from pactwright.scene import Scene

DASH = "\N{EN DASH}"
BREAK = Text("\n")
SEMICOLON = Text("; ")


def cell(scene: Scene, row: Any, address: str, column: ColumnPlan) -> Runs:  # noqa: ANN401 - rows have many types
    """The fields that a column shows of a row, one below the other; a gap before them if the first is needed."""
    alone = len(column.show) == 1
    lines = [runs for names in column.show if (runs := _line(scene, row, address, names, alone=alone))]
    if column.needed:
        first = column.show[0].partition("+")[0]
        if is_empty(value_at(row, first)):
            lines.insert(0, (scene.gap(_asked(row, column), f"{address}.{first}"),))
    return _joined(lines, BREAK) or (Text(DASH),)


def field_runs(scene: Scene, value: Any, address: str) -> Runs:  # noqa: ANN401 - fields have many types
    """One value of the spec, or a group of values, as it prints in a table."""
    if is_empty(value):
        return ()
    if isinstance(value, _LEAVES):
        return (_leaf(scene, value, address),)
    if isinstance(value, tuple):
        return _joined((field_runs(scene, each, f"{address}.{number}") for number, each in enumerate(value)), SEMICOLON)
    if isinstance(value, Mapping):
        return _joined((_entry(scene, key, each, f"{address}.{key}") for key, each in value.items()), SEMICOLON)
    if hasattr(type(value), "model_fields"):
        names = type(value).model_fields
        fields = (field_runs(scene, getattr(value, name), f"{address}.{name}") for name in names)
        return _joined(fields, Text(", "))
    return (_leaf(scene, value, address),)


_LEAVES = (str, bool, int, Decimal, date)
"""Most values are one of these; the types of the others take longer to tell."""


def _leaf(scene: Scene, value: Any, address: str) -> Value:  # noqa: ANN401 - rows have many types
    kind = kind_at(address)
    if kind == "party" and value != "shared":
        run = scene.party(value)
        return Value(run.text, address)
    if kind == "word":
        return Value(scene.word(value), address)
    return Value(scene.printed(value, "percent" if kind == "percent" else ""), address)


def _entry(scene: Scene, key: str, value: Any, address: str) -> Runs:  # noqa: ANN401 - rows have many types
    return (Value(f"{scene.party(key).text} ", address), *field_runs(scene, value, address))


def _line(scene: Scene, row: Any, address: str, names: str, *, alone: bool) -> Runs:  # noqa: ANN401 - rows have many types
    """A field on a line of its own, or several joined with "+" on one."""
    if "+" in names:
        return _joined([_shown(scene, row, address, name, alone=alone) for name in names.split("+")], Text(" "))
    return _shown(scene, row, address, names, alone=alone)


def _shown(scene: Scene, row: Any, address: str, name: str, *, alone: bool) -> Runs:  # noqa: ANN401 - rows have many types
    value = value_at(row, name)
    if isinstance(value, bool) and not alone:
        return (Value(scene.yes_no(name, is_yes=value), f"{address}.{name}"),)
    return field_runs(scene, value, f"{address}.{name}")


def _asked(row: Any, column: ColumnPlan) -> str:  # noqa: ANN401 - rows have many types
    """What a gap in a table asks for: the column, and the row by the first name that it has.

    A party's own row needs no name: the gap says who can supply it.
    """
    if hasattr(row, "called"):
        return column.heading.lower()
    names = (getattr(row, name, None) for name in ("name", "deliverable", "event", "what", "title", "text"))
    known = next((name for name in names if name), None)
    return f"{column.heading.lower()} ({known})" if known else column.heading.lower()


def _joined(groups: Iterable[Runs], separator: Text) -> Runs:
    kept = [group for group in groups if group]
    if len(kept) == 1:
        return kept[0]
    return tuple(run for number, group in enumerate(kept) for run in ((separator, *group) if number else group))
