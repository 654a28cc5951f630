"""The tables of the parts of a schedule, filled from a spec."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pactwright.document import Block, Column, Runs, Table, Text
from pactwright.facts.parties import on_side, signing
from pactwright.library.words import side_of
from pactwright.printing.context import full_address
from pactwright.printing.lookup import is_empty, value_at
from pactwright.schedules.cells import EMPTY, Row, cell, field_runs, lines_of
from pactwright.schedules.computed import computed_blocks, last_row
from pactwright.schedules.relied import NOTHING, Relied
from pactwright.schedules.rows import asked, every_row, rows_of
from pactwright.schedules.totals import totals
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
        yield from (f"{name}#{part.id}" for part in plan.parts if _shows(context, plan, part))


def has_rows(context: DraftContext) -> Iterator[str]:
    """The parts of the outline's schedules of which the spec has rows at all, whatever they say."""
    for name in context.outline.schedules:
        parts = context.library.schedules[name].parts
        listed = (part for part in parts if part.rows and every_row(value_at(context.spec, part.rows), part))
        yield from (f"{name}#{part.id}" for part in listed)


def shown(
    context: DraftContext, plan: SchedulePlan, part: PartPlan, filling: Filling, relied: Relied
) -> tuple[Block, ...]:
    """What a part that stands shows: its table, and the chart of one that is worked out."""
    if part.figure:
        table, charts = computed_blocks(context, part)
        return (without_empty(table), *charts)
    return (_table(context, plan, part, filling, relied),)


def _table(context: DraftContext, plan: SchedulePlan, part: PartPlan, filling: Filling, relied: Relied) -> Table:
    if not part.rows:
        return _record(context, part, relied)
    parameters = _parameters(context, plan, part)
    rows = _rows(context, part, parameters, relied)
    if rows and filling != "nothing":
        return _listed(context, part, parameters, rows, relied)
    is_meant = part.per or not every_row(value_at(context.spec, part.rows), part)
    if filling == "nothing" or not is_meant:
        return Table((Column(part.heading, WHOLE),), (((Text(context.outline.nothing),),),))
    return _gap(context, plan, part)


def _shows(context: DraftContext, plan: SchedulePlan, part: PartPlan) -> bool:
    if part.per:
        return bool(_rows(context, part, _parameters(context, plan, part), NOTHING))
    if part.rows:
        return bool(rows_of(value_at(context.given, part.rows), part))
    return bool(not part.is_made and _stands(context, part) and any(_said(context, column) for column in part.columns))


def _parameters(context: DraftContext, plan: SchedulePlan, part: PartPlan) -> Shown:
    return context.shown_parameters.get(f"{plan.id}#{part.id}", ())


def _rows(context: DraftContext, part: PartPlan, parameters: Shown, relied: Relied) -> list[tuple[str, Row]]:
    """The rows of a part by their ids, each with what it must still say.

    A part with a column for each of its parameters has the rows of the parties that sign.
    """
    holder = value_at(context.spec, part.rows)
    typed = {address: row for address, _, row in rows_of(value_at(context.given, part.rows), part)}
    silent = _silent(context) if part.rows == "parties" else ()
    declared = tuple(full_address(each.fact) for each in context.spec.open)
    needed = (part.key, *(name for name in relied.needed if name != part.key))
    asked_of = [
        (
            name,
            Row(
                address,
                row,
                typed.get(address, row),
                () if name in silent else (*asked(row, needed, context.library, part.rows), *_below(address, declared)),
            ),
        )
        for address, name, row in every_row(holder, part)
    ]
    rows = [(name, row) for name, row in asked_of if row.address in typed or row.asked]
    if not part.per:
        return rows
    signers = signing(context.spec) if parameters else {}
    return [(name, row) for name, row in rows if name in signers]


def _below(row: str, declared: Iterable[str]) -> Iterator[str]:
    """The fields of a row among the addresses that the spec lists as open."""
    return (each.removeprefix(f"{row}.") for each in declared if each.startswith(f"{row}."))


def _silent(context: DraftContext) -> frozenset[str]:
    """The parties to which nothing is sent and of which nothing is asked: neither bound nor about to be."""
    waiting = (name for name, party in context.spec.parties.items() if party.formation)
    return frozenset(context.spec.parties) - {*signing(context.spec), *waiting}


def _listed(
    context: DraftContext, part: PartPlan, parameters: Shown, rows: list[tuple[str, Row]], relied: Relied
) -> Table:
    """A row for each thing that the spec lists, without columns that stand only where a sentence relies on them."""
    standing = (each for each in part.columns if not each.only_cited or set(each.fields) & set(relied.cited))
    part = replace(part, columns=tuple(standing))
    shown = [(column, lines_of(column, part.rows)) for column in part.columns]
    cells = tuple(
        (*(cell(context, row, column, lines) for column, lines in shown), *_values(context, name, parameters))
        for name, row in rows
    )
    kept = {number for number, column in enumerate(part.columns) if set(column.fields) & set(relied.cited)}
    total = totals(context, part, [row.values for _, row in rows]) or last_row(
        context, part, (*(each.fields[0] for each in part.columns), *(each.name for _, each in parameters))
    )
    return without_empty(Table(_columns(part, parameters), cells, total), kept)


def without_empty(table: Table, kept: Collection[int] = ()) -> Table:
    """The table without the columns in which no row says anything, the others widened to fill its width.

    Those that are `kept` stay: something points at them.
    """
    columns, rows = table.columns, table.rows
    shown = [n for n in range(len(columns)) if n in kept or any(row[n] is not EMPTY for row in rows)] or [0]
    if len(shown) == len(columns):
        return table
    width = sum(columns[number].width for number in shown)
    return Table(
        _filling_up([columns[number].of_width(round(columns[number].width * WHOLE / width)) for number in shown]),
        tuple(tuple(row[number] for number in shown) for row in rows),
        tuple(table.total[number] for number in shown if table.total),
    )


def _filling_up(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, the first as wide as the others leave room for."""
    first, *others = columns
    return (first.of_width(WHOLE - sum(column.width for column in others)), *others)


def _record(context: DraftContext, part: PartPlan, relied: Relied) -> Table:
    """A row for each field that the spec fills or lists as open, or that the document points at.

    One that is open, or that the document needs, is a gap.
    """
    stands = _stands(context, part)
    declared = {name for column in part.columns for name in column.fields if context.spec.is_open(name)}
    told = set(relied.cited) | declared
    filled = {each for each in part.columns if stands and not each.only_cited and _said(context, each)}
    rows = [each for each in part.columns if set(each.fields) & told or each in filled]
    needed = {*relied.needed, *declared}
    if not any(_said(context, each) for each in rows) and not needed:
        needed = {(rows or part.columns)[0].fields[0]}  # a record that says nothing at all
    return Table(
        RECORD,
        tuple(((Text(each.heading),), _record_cell(context, each, needed)) for each in rows or part.columns[:1]),
    )


def _stands(context: DraftContext, part: PartPlan) -> bool:
    """Whether a record has something in one of the fields without which it says nothing."""
    return not part.any or any(not is_empty(value_at(context.given, name)) for name in part.any)


def _said(context: DraftContext, column: ColumnPlan) -> bool:
    return any(not is_empty(value_at(context.given, name)) for name in column.fields)


def _record_cell(context: DraftContext, column: ColumnPlan, needed: Collection[str]) -> Runs:
    [name] = column.fields
    runs = field_runs(context, value_at(context.given, name), name, kind_at(name))
    return runs or ((context.gap(column.heading, name),) if name in needed else EMPTY)


def _gap(context: DraftContext, plan: SchedulePlan, part: PartPlan) -> Table:
    """A table whose only row is the gap that stands for its missing rows."""
    columns = (Column(part.heading, WHOLE),) if part.per else _columns(part, ())
    asked_for = f"{part.heading} for {plan.title.lower()}" if part.heading != plan.title else part.heading
    gap: Runs = (context.gap(asked_for, part.rows),)
    return Table(columns, ((gap, *(EMPTY for _ in columns[1:])),))


def _columns(part: PartPlan, parameters: Shown) -> tuple[Column, ...]:
    """The planned columns and one for each parameter; the widths always sum to 100."""
    planned = [Column(each.heading, each.width, each.align) for each in part.columns]
    own = sum(column.width for column in planned)
    if parameters:
        room = WHOLE - own if own < WHOLE else min(WHOLE // 2, 12 * len(parameters))
        planned = [each.of_width(round(each.width * (WHOLE - room) / own)) for each in planned]
        planned += [
            Column(each.label or each.ask, room // len(parameters), "right" if each.type == "money" else "left")
            for _, each in parameters
        ]
    return _filling_up(planned)


def _values(context: DraftContext, name: str, parameters: Shown) -> Iterator[Runs]:
    for selected, parameter in parameters:
        value: Any = selected.values.get(parameter.name)
        if isinstance(value, dict):
            value = value.get(name)
        side = side_of(context.library.vocabulary, parameter.per)
        is_theirs = not side or name in on_side(context.spec, side)
        if not is_theirs or (value is None and parameter.optional):
            yield EMPTY
        elif value is None:
            yield (context.gap(parameter.label or parameter.ask.rstrip("?"), f"{parameter.address}.{name}"),)
        else:
            yield context.parameter_runs(parameter, value)
