"""What is still open, in one list: gaps, undecided conditions, facts declared open, facts in dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactwright.document import (
    Clause,
    Gap,
    OpenPoint,
    Paragraph,
    Piece,
    Reference,
    Run,
    Runs,
    Schedule,
    Text,
    Value,
    paragraphs_of,
    runs_of,
    words,
)
from pactwright.facts import TABLE, missing_fields
from pactwright.formats import capital
from pactwright.printing.context import full_address

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.printing.context import DraftContext


@dataclass(frozen=True, slots=True)
class Open:
    """One open fact: what it is, at which address of the spec, and where the document shows it."""

    what: Runs
    address: str
    where: Runs


def open_points_of(
    context: DraftContext, body: Body, front: Iterable[tuple[str, Runs]], unsaid: Iterable[str] = ()
) -> tuple[OpenPoint, ...]:
    """Everything that must be settled: a row for what one party owes by one day, and a row for each dispute.

    `unsaid` are the addresses of texts that say nothing yet.
    """
    gaps = tuple(each for each in _gaps(body, front) if not context.dispute(each.address))
    shown = {gap.address for gap in gaps}
    declared = (each for each in _declared(context, unsaid) if not _is_shown(each.address, shown))
    rows: dict[tuple[str, str], OpenPoint] = {}
    undecided = (each for each in _undecided(context, body) if each.address not in shown)
    for each in (*gaps, *undecided, *declared):
        point = _point(context, each)
        key = (words(point.owner), words(point.by))
        rows[key] = _together(rows[key], point) if key in rows else point
    return (*rows.values(), *(_point(context, each) for each in _disputes(context)))


def _together(row: OpenPoint, point: OpenPoint) -> OpenPoint:
    """The row with one more thing that its party owes, and its place if that is new."""
    known = {run.text for run in row.where}
    added = point.where and words(point.where) not in known
    where = (*row.where, *((Text(", "),) if row.where else ()), *point.where) if added else row.where
    return replace(row, what=(*row.what, Text("; "), *point.what), where=where, count=row.count + point.count)


def _is_shown(address: str, shown: set[str]) -> bool:
    return any(each == address or each.startswith(f"{address}.") for each in shown)


def _gaps(body: Body, front: Iterable[tuple[str, Runs]]) -> Iterator[Open]:
    """Every gap, once, at the first place that shows it; a fact of the table is one gap, whatever its labels."""
    seen: set[tuple[str, str]] = set()
    for where, gap in (*_gaps_in((Text(name), runs) for name, runs in front), *_gaps_of(body)):
        what = gap.text.strip("[]").partition(":")[0]
        key = ("" if gap.address in _FACTS else what, gap.address)
        if key not in seen:
            seen.add(key)
            yield Open((Text(what),), gap.address, (where,))


_FACTS = frozenset(fact.address for fact in TABLE.values() if fact.address)


def _gaps_of(body: Body) -> Iterator[tuple[Run, Gap]]:
    """Every gap of the body, with the reference to the place where it stands."""
    clauses = (clause for article in body.articles for clause in article.clauses)
    yield from chain.from_iterable(map(_gaps_of_clause, clauses))
    yield from chain.from_iterable(map(_gaps_of_schedule, body.schedules))


@lru_cache(maxsize=160)
def _gaps_of_clause(clause: Clause) -> tuple[tuple[Run, Gap], ...]:
    if not _has_gaps(clause):
        return ()
    here: Run = Text("")
    found: list[tuple[Run, Gap]] = []
    for paragraph in paragraphs_of(clause):
        here = _here(paragraph, here)
        found.extend(_gaps_in([(here, paragraph.runs)]))
    return tuple(found)


def _gaps_of_schedule(schedule: Schedule) -> tuple[tuple[Run, Gap], ...]:
    if not _has_gaps(schedule):
        return ()
    place = Reference(schedule.heading.label, schedule.heading.bookmark, "own")
    return _gaps_in((place, runs) for runs in runs_of(schedule))


def _has_gaps(piece: Piece) -> bool:
    return Gap in map(type, chain.from_iterable(runs_of(piece)))


def _gaps_in(groups: Iterable[tuple[Run, Runs]]) -> tuple[tuple[Run, Gap], ...]:
    return tuple((where, run) for where, runs in groups for run in runs if isinstance(run, Gap))


def _undecided(context: DraftContext, body: Body) -> Iterator[Open]:
    """Fields on which it depends whether an item, or an issue, stands at all."""
    places: dict[str, Runs] = {}
    for fact, anchor in body.plan.undecided:
        here = Reference(anchor.label, anchor.bookmark)
        for field in missing_fields(context.spec, fact):
            known = places.get(field, ())
            places[field] = (*known, *((Text(", "),) if known else ()), here) if here not in known else known
    headings = dict(_headings(body))
    for name, selected in context.selection.issues.items():
        for field in (field for fact in selected.undecided for field in missing_fields(context.spec, fact)):
            places.setdefault(field, (headings.get(name, Text(selected.issue.heading)),))
    for field, where in places.items():
        yield Open((Text(about(context, field)),), field, where)


def _headings(body: Body) -> Iterator[tuple[str, Run]]:
    """The place of each issue of the document."""
    for clause in (clause for article in body.articles for clause in article.clauses):
        if isinstance(heading := clause.blocks[0], Paragraph):
            yield clause.id, Reference(heading.full_label, heading.bookmark)


def _declared(context: DraftContext, unsaid: Iterable[str]) -> Iterator[Open]:
    """Facts that the spec itself declares open, and `unsaid` ones."""
    listed = (full_address(point.fact) for point in context.spec.open)
    for address in dict.fromkeys((*listed, *unsaid)):
        yield Open((Text(about(context, address)),), address, ())


def _disputes(context: DraftContext) -> Iterator[Open]:
    for dispute in context.spec.disputed:
        said: list[Run] = [Text(f"{about(context, dispute.fact)}: ")]
        for number, version in enumerate(dispute.values):
            said += [Text(" / ")] if number else []
            said += [Value(version.value, "disputed"), Text(" ("), Value(version.source, "disputed"), Text(")")]
        yield Open(tuple(said), dispute.fact, ())


def _point(context: DraftContext, each: Open) -> OpenPoint:
    owner, by = context.supplier(each.address)
    day: Runs = (Text(context.printed(by)),) if by else ()
    return OpenPoint(each.what, each.where, (Text(capital(owner)),), day, each.address)


def about(context: DraftContext, address: str) -> str:
    """A fact in words: its own label, else the words of its address, the thing itself first."""
    known = TABLE.get(address) or next((fact for fact in TABLE.values() if fact.address == address and fact.ask), None)
    if known:
        return capital(known.ask or known.means.rstrip("."))
    if issue := context.library.issues.get(address.removeprefix("choices.").partition(".")[0]):
        parameter = issue.parameters.get(address.rpartition(".")[2])
        return capital(parameter.label or parameter.ask.rstrip("?")) if parameter else issue.heading
    *holders, last = address.removeprefix("choices.").split(".")
    named = [context.spec.parties[each].called if each in context.spec.parties else each for each in holders]
    within = f" ({' '.join(named)})" if named else ""
    return capital(f"{last.replace('_', ' ')}{within}".replace("-", " "))


def _here(block: Paragraph, before: Run) -> Run:
    """The nearest numbered place: a gap in a paragraph without a number is found by the number before it."""
    return Reference(block.full_label, block.bookmark) if block.bookmark and block.full_label else before
