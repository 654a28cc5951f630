"""The schedules of a document: which of their parts stand, under which numbers, and their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from pactwright.assembly.anchors import Anchor, bookmark
from pactwright.data_rights import Matrix, rights_table
from pactwright.document import Block, Paragraph, Schedule, Text
from pactwright.schedules.relied import NOTHING, Relied
from pactwright.schedules.tables import Filling, shown

if TYPE_CHECKING:
    from pactwright.library.model import Library, PartPlan, SchedulePlan
    from pactwright.printing.context import DraftContext
    from pactwright.printing.outline import Outline

Call: TypeAlias = Literal["part", "schedule", ""]


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


@dataclass(frozen=True, slots=True)
class PlannedSchedulePart:
    """A part of a schedule that stands, its place, what fills it, and the columns on which the document relies."""

    id: str
    anchor: Anchor
    filling: Filling
    relied: Relied


@dataclass(frozen=True, slots=True)
class PlannedSchedule:
    """A schedule that stands, and its parts."""

    id: str
    anchor: Anchor
    parts: tuple[PlannedSchedulePart, ...]


def called(outline: Outline, by_clause: Iterable[str], by_definition: Iterable[str]) -> dict[str, Calls]:
    """What calls for each schedule of the outline, among names such as "budget" and "budget#stages"."""
    clauses, definitions = set(by_clause), set(by_definition)
    return {name: Calls(_parts_called(name, clauses), _parts_called(name, definitions)) for name in outline.schedules}


def planned_schedules(
    library: Library,
    outline: Outline,
    calls: Mapping[str, Calls],
    shown: frozenset[str],
    relied: Mapping[str, Relied],
) -> tuple[PlannedSchedule, ...]:
    """The schedules that stand, in the order of the outline; `shown` are the parts with something to show."""
    standing = {name: _standing(library.schedules[name], outline, each, shown) for name, each in calls.items()}
    noun = library.jurisdiction.words.get("schedule", "schedule").capitalize()
    return tuple(
        PlannedSchedule(
            name, Anchor(f"{noun} {number}", bookmark("schedule", name)), tuple(_numbered(name, parts, relied))
        )
        for number, (name, parts) in enumerate(((name, parts) for name, parts in standing.items() if parts), 1)
    )


def schedules(
    context: DraftContext, planned: Iterable[PlannedSchedule], rights: Matrix | None = None
) -> Iterator[Schedule]:
    """The schedules under their numbers; `rights` are those in data, where one of them shows any."""
    for each in planned:
        plan, here = context.library.schedules[each.id], each.anchor
        parts = {part.id: part for part in plan.parts}
        blocks = (block for part in each.parts for block in _blocks(context, plan, parts[part.id], part, rights))
        heading = Paragraph("schedule", (Text(plan.title),), here.label, here.label, here.bookmark)
        yield Schedule(each.id, heading, tuple(blocks))


def _parts_called(schedule: str, names: Iterable[str]) -> frozenset[str]:
    split = (name.partition("#") for name in names)
    return frozenset(part for whole, _, part in split if whole == schedule)


def _standing(plan: SchedulePlan, outline: Outline, calls: Calls, shown: frozenset[str]) -> dict[str, Filling]:
    """The parts that stand, of those in the outline: with something to show, or called for by something."""
    wanted = [part for part in plan.parts if part.id in (outline.schedules[plan.id] or (part.id,))]
    standing = {part.id: filling for part in wanted if (filling := _filling(plan, part, calls, shown))}
    if not standing and calls.all:
        standing = {wanted[0].id: "gap" if calls.by_clause else "nothing"}
    if outline.only_cited and "" not in calls.all:
        return {part: filling for part, filling in standing.items() if part in calls.all}
    return standing


def _filling(plan: SchedulePlan, part: PartPlan, calls: Calls, shown: frozenset[str]) -> Filling | None:
    """What fills a part; nothing where it does not stand.

    What only a definition cites may be empty, and then says so; what a clause calls for and the spec does not say is a
    gap. What the program makes stands where it is cited, and nowhere else.
    """
    if part.is_made:
        return "rows" if part.id in calls.all else None
    call = calls.of(part.id)
    if f"{plan.id}#{part.id}" in shown:
        return "rows"
    if part.rows:
        return "gap" if call == "part" else None
    return "rows" if call == "part" else None


def _numbered(
    schedule: str, parts: Mapping[str, Filling], relied: Mapping[str, Relied]
) -> Iterator[PlannedSchedulePart]:
    """The parts under their numbers; a schedule's only part needs none."""
    for number, (part, filling) in enumerate(parts.items(), 1):
        anchor = Anchor(str(number) if len(parts) > 1 else "", bookmark("schedule", schedule, part))
        yield PlannedSchedulePart(part, anchor, filling, relied.get(f"{schedule}#{part}", NOTHING))


def _blocks(
    context: DraftContext, plan: SchedulePlan, part: PartPlan, planned: PlannedSchedulePart, rights: Matrix | None
) -> tuple[Block, ...]:
    here = planned.anchor
    label = f"{here.label}." if here.label else ""
    heading = Paragraph("schedule-part", (Text(part.heading),), label, here.label, here.bookmark)
    if rights and part.rights:
        return heading, rights_table(context, part, rights)
    return heading, *shown(context, plan, part, planned.filling, planned.relied)
