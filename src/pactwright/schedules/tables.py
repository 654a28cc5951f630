"""The tables of the parts of a schedule, filled from a spec."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pactwright.document import Column, Runs, Table, Text
from pactwright.facts.parties import on_side, signing
from pactwright.library.words import side_of
from pactwright.printing.lookup import value_at
from pactwright.schedules.cells import EMPTY, cell, field_runs, lines_of
from pactwright.schedules.rows import is_empty, rows_of
from pactwright.spec.form import kind_at

if TYPE_CHECKING:
    from pactwright.library.model import ColumnPlan, Parameter, PartPlan, SchedulePlan
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected

Filling: TypeAlias = Literal["rows", "gap", "nothing"]
"""What fills a part: what the spec says, a gap in place of its rows, or the words that there is nothing to list."""

Shown: TypeAlias = "Sequence[tuple[Selected, Parameter]]"
"""The parameters that a part shows, each in a column of its own."""

WHOLE = 100
RECORD = (Column("Subject", 34), Column("Entry", 66))


def has_something_to_show(context: DraftContext) -> Iterator[str]:
    """The parts of the outline's schedules for which the spec says something, as "budget#stages"."""
    for name in context.outline.schedules:
        plan = context.library.schedules[name]
        yield from (f"{name}#{part.id}" for part in plan.parts if _has_rows(context, plan, part))


def table(context: DraftContext, plan: SchedulePlan, part: PartPlan, filling: Filling) -> Table:
    """The table of a part that stands."""
    if filling == "gap":
        return _gap(context, plan, part)
    if filling == "nothing":
        return Table((Column(part.heading, WHOLE),), (((Text(context.outline.nothing),),),))
    return _listed(context, plan, part) if part.rows else _record(context, part)


def _has_rows(context: DraftContext, plan: SchedulePlan, part: PartPlan) -> bool:
    if part.rows:
        return bool(_rows(context, part, _parameters(context, plan, part)))
    return bool(_stands(context, part) and any(_said(context, column) for column in part.columns))


def _parameters(context: DraftContext, plan: SchedulePlan, part: PartPlan) -> Shown:
    return context.shown_parameters.get(f"{plan.id}#{part.id}", ())


def _rows(context: DraftContext, part: PartPlan, parameters: Shown) -> list[tuple[str, str, Any]]:
    """The rows of a part; one with a column for each of its parameters has those of the parties that sign."""
    rows = rows_of(value_at(context.spec, part.rows), part)
    if not part.per:
        return rows
    signers = signing(context.spec) if parameters else {}
    return [row for row in rows if row[1] in signers]


def _listed(context: DraftContext, plan: SchedulePlan, part: PartPlan) -> Table:
    """A row for each thing that the spec lists."""
    parameters = _parameters(context, plan, part)
    shown = [(column, lines_of(column, part.rows)) for column in part.columns]
    rows = [
        (
            *(cell(context, row, address, column, lines) for column, lines in shown),
            *_values(context, name, parameters),
        )
        for address, name, row in _rows(context, part, parameters)
    ]
    return _without_empty(_columns(part, parameters), rows)


def _without_empty(columns: tuple[Column, ...], rows: list[tuple[Runs, ...]]) -> Table:
    """The table without the columns in which no row says anything, the others widened to fill its width."""
    kept = [number for number in range(len(columns)) if any(row[number] is not EMPTY for row in rows)] or [0]
    if len(kept) == len(columns):
        return Table(columns, tuple(rows))
    width = sum(columns[number].width for number in kept)
    widened = [Column(columns[number].heading, round(columns[number].width * WHOLE / width)) for number in kept]
    first, *others = widened
    rest = WHOLE - sum(column.width for column in widened)
    columns = (Column(first.heading, first.width + rest), *others)
    return Table(columns, tuple(tuple(row[number] for number in kept) for row in rows))


def _record(context: DraftContext, part: PartPlan) -> Table:
    """A row for each field that the spec fills; a needed one that is missing is a gap."""
    stands = _stands(context, part)
    rows = [each for each in part.columns if each.needed or (stands and _said(context, each))] or [part.columns[0]]
    return Table(RECORD, tuple(((Text(each.heading),), _record_cell(context, each)) for each in rows))


def _stands(context: DraftContext, part: PartPlan) -> bool:
    """Whether a record has something in one of the fields without which it says nothing."""
    return not part.any or any(not is_empty(value_at(context.spec, name)) for name in part.any)


def _said(context: DraftContext, column: ColumnPlan) -> bool:
    return any(not is_empty(value_at(context.spec, name)) for name in column.show)


def _record_cell(context: DraftContext, column: ColumnPlan) -> Runs:
    name = column.show[0]
    runs = field_runs(context, value_at(context.spec, name), name, kind_at(name))
    return runs or (context.gap(column.heading, name),)


def _gap(context: DraftContext, plan: SchedulePlan, part: PartPlan) -> Table:
    """A table whose only row is the gap that stands for its missing rows."""
    is_list = part.rows and not part.per
    columns = (
        tuple(Column(each.heading, each.width) for each in part.columns) if is_list else (Column(part.heading, WHOLE),)
    )
    asked = f"{part.heading} for {plan.title.lower()}" if part.heading != plan.title else part.heading
    gap: Runs = (context.gap(asked, part.rows or part.columns[0].show[0]),)
    return Table(columns, ((gap, *(EMPTY for _ in columns[1:])),))


def _columns(part: PartPlan, parameters: Shown) -> tuple[Column, ...]:
    """The planned columns and one for each parameter; the widths always sum to 100."""
    planned = [(each.heading, each.width) for each in part.columns]
    own = sum(width for _, width in planned)
    if parameters:
        room = WHOLE - own if own < WHOLE else min(WHOLE // 2, 12 * len(parameters))
        planned = [(heading, round(width * (WHOLE - room) / own)) for heading, width in planned]
        planned += [(parameter.label or parameter.ask, room // len(parameters)) for _, parameter in parameters]
    rest = WHOLE - sum(width for _, width in planned)
    first, *others = planned
    return tuple(Column(*each) for each in ((first[0], first[1] + rest), *others))


def _values(context: DraftContext, name: str, parameters: Shown) -> Iterator[Runs]:
    for selected, parameter in parameters:
        value: Any = selected.values.get(parameter.name)
        if isinstance(value, dict):
            value = value.get(name)
        side = side_of(context.library.vocabulary, parameter.per)
        if side and name not in on_side(context.spec, side):
            yield EMPTY
        else:
            yield context.parameter_runs(parameter, value)
