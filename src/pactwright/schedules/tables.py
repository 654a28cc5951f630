"""The parts of a schedule that stand in a document, each with its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pactwright.choices import SIDES
from pactwright.document import Column, Runs, Table, Text
from pactwright.schedules.cells import EMPTY, Lines, cell, field_runs, lines_of
from pactwright.schedules.rows import is_empty, rows_of
from pactwright.spec.form import kind_at

if TYPE_CHECKING:
    from pactwright.library.model import ColumnPlan, Parameter, PartPlan, SchedulePlan
    from pactwright.scene import Scene
    from pactwright.selection import Selected

Call: TypeAlias = Literal["part", "schedule", ""]

WHOLE = 100
RECORD = (("Subject", 34), ("Entry", 66))


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part of a schedule with its table."""

    id: str
    heading: str
    table: Table


@dataclass(frozen=True, slots=True)
class Calls:
    """What calls for a schedule: parts cited by clauses and by definitions, "" for the schedule as a whole."""

    by_clause: frozenset[str] = frozenset()
    by_definition: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Everything that is called for."""
        return self.by_clause | self.by_definition

    def of(self, part: str) -> Call:
        """The strongest call for a part: a clause that cites it, anything that calls for its schedule, or nothing."""
        return "part" if part in self.by_clause else "schedule" if self.all else ""


def filled_parts(scene: Scene, plan: SchedulePlan, calls: Calls) -> tuple[FilledPart, ...]:
    """The parts that have something to show, or that something calls for.

    What only a definition cites may be empty, and then says so; what a clause calls for and the spec does not say is a
    gap.
    """
    parts = [_filled(scene, plan, each, calls.of(each.id)) for each in plan.parts]
    filled = tuple(part for part in parts if part)
    if filled or not calls.all:
        return filled
    first = plan.parts[0]
    return (_with_gap(scene, plan, first) if calls.by_clause else _empty(scene, first),)


def _filled(scene: Scene, plan: SchedulePlan, part: PartPlan, call: Call) -> FilledPart | None:
    """The part as an earlier document of the run had it, if the spec says the same there."""
    if part.rows:
        return scene.memory.recalled(scene, _listed, plan, part, call, scene.value(part.rows))
    names = scene.memory.same(_names, part)
    return scene.memory.recalled(scene, _record, part, call, *(scene.value(name) for name in names))


def _listed(scene: Scene, plan: SchedulePlan, part: PartPlan, call: Call, holder: object) -> FilledPart | None:
    """A row for each thing that the spec lists."""
    parameters = scene.shown_parameters(f"{plan.id}#{part.id}")
    rows = rows_of(holder, part)
    if part.per:
        signing = scene.signing() if parameters else ()
        rows = [row for row in rows if row[1] in signing]
    if not rows:
        return _with_gap(scene, plan, part) if call == "part" else None
    columns = scene.memory.same(_columns, part, parameters)
    planned = ((name, _row(scene, part, address, row)) for address, name, row in rows)
    cells = tuple((*each, *_values(scene, name, parameters)) if parameters else each for name, each in planned)
    return scene.memory.same(_table, part, columns, *cells)


def _row(scene: Scene, part: PartPlan, address: str, row: object) -> tuple[Runs, ...]:
    """The cells of a row as an earlier document of the run had them, if it had the same row at the same address."""
    return scene.memory.recalled(scene, _cells, part, scene.memory.equal(str, address), row)


def _cells(scene: Scene, part: PartPlan, address: str, row: Any) -> tuple[Runs, ...]:  # noqa: ANN401 - rows have many types
    columns = zip(part.columns, scene.memory.same(_lines, part), strict=True)
    return tuple([cell(scene, row, address, column, lines) for column, lines in columns])


def _lines(part: PartPlan) -> tuple[Lines, ...]:
    """The lines of each column."""
    return tuple(lines_of(column, part.rows) for column in part.columns)


def _table(part: PartPlan, columns: tuple[Column, ...], *rows: tuple[Runs, ...]) -> FilledPart:
    """The table without the columns in which no row says anything, the others widened to fill its width."""
    kept = [number for number in range(len(columns)) if any(row[number] is not EMPTY for row in rows)] or [0]
    if len(kept) < len(columns):
        width = sum(columns[number].width for number in kept)
        widened = [Column(columns[number].heading, round(columns[number].width * WHOLE / width)) for number in kept]
        first, *others = widened
        rest = WHOLE - sum(column.width for column in widened)
        columns = (Column(first.heading, first.width + rest), *others)
        rows = tuple(tuple(row[number] for number in kept) for row in rows)
    return FilledPart(part.id, part.heading, Table(columns, rows))


def _record(scene: Scene, part: PartPlan, call: Call, *values: object) -> FilledPart | None:
    """A row for each field that the spec fills; a needed one that is missing is a gap, if the record stands at all.

    `values` are what the spec says at each of the part's names.
    """
    said = dict(zip(_names(part), values, strict=True))
    empty = {name for name, value in said.items() if is_empty(value)}
    stands = not part.any or any(name not in empty for name in part.any)
    filled = [stands and not empty.issuperset(each.show) for each in part.columns]
    needed = bool(call) and any(each.needed for each in part.columns)
    if not any(filled) and call != "part" and not needed:
        return None
    rows = [each for each, is_filled in zip(part.columns, filled, strict=True) if is_filled or each.needed]
    rows = rows or [part.columns[0]]
    cells = tuple(((Text(each.heading),), _record_cell(scene, each, said[each.show[0]])) for each in rows)
    return FilledPart(part.id, part.heading, Table(tuple(Column(*each) for each in RECORD), cells))


def _names(part: PartPlan) -> tuple[str, ...]:
    """Every name of the spec that a record looks at."""
    return tuple(dict.fromkeys((*(name for each in part.columns for name in each.show), *part.any)))


def _record_cell(scene: Scene, column: ColumnPlan, value: object) -> Runs:
    runs = field_runs(scene, value, column.show[0], kind_at(column.show[0]))
    return runs or (scene.gap(column.heading, column.show[0]),)


def _with_gap(scene: Scene, plan: SchedulePlan, part: PartPlan) -> FilledPart:
    """A table whose only row is the gap that stands for its missing rows."""
    columns = (
        tuple(Column(each.heading, each.width) for each in part.columns)
        if part.rows and not part.per
        else (Column(part.heading, WHOLE),)
    )
    gap: Runs = (
        scene.gap(
            f"{part.heading} for {plan.title.lower()}" if part.heading != plan.title else part.heading,
            part.rows or part.columns[0].show[0],
        ),
    )
    return FilledPart(part.id, part.heading, Table(columns, ((gap, *(EMPTY for _ in columns[1:])),)))


def _empty(scene: Scene, part: PartPlan) -> FilledPart:
    """A table that says that there is nothing to list."""
    return FilledPart(
        part.id, part.heading, Table((Column(part.heading, WHOLE),), (((Text(scene.outline.nothing),),),))
    )


def _columns(part: PartPlan, parameters: Sequence[tuple[Selected, Parameter]]) -> tuple[Column, ...]:
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


def _values(scene: Scene, name: str, parameters: Sequence[tuple[Selected, Parameter]]) -> Iterator[Runs]:
    for selected, parameter in parameters:
        value: Any = selected.values.get(parameter.name)
        if isinstance(value, dict):
            value = value.get(name)
        if parameter.per in SIDES and name not in scene.on_side(SIDES[parameter.per]):
            yield EMPTY
        else:
            yield scene.parameter_runs(parameter, value)
