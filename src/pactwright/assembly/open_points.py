"""What is still open, in one list: gaps, undecided conditions, facts declared open, facts in dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

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
)
from pactwright.facts import TABLE, missing_fields
from pactwright.formats import capital
from pactwright.printing.context import full_address
from pactwright.printing.lookup import row_name

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
    """Everything that must be settled: a row for each address of the spec, and a row for each dispute.

    `unsaid` are the addresses of texts that say nothing yet.
    """
    rows: dict[str, Open] = {}
    for each in (*_gaps(body, front), *_undecided(context, body)):
        rows.setdefault(each.address, each)
    for each in _disputes(context):
        rows[each.address] = Open(each.what, each.address, rows[each.address].where if each.address in rows else ())
    declared = (each for each in _declared(context, unsaid) if not _is_shown(each.address, set(rows)))
    return tuple(_point(context, each) for each in (*rows.values(), *declared))


def _is_shown(address: str, shown: set[str]) -> bool:
    return any(each == address or each.startswith(f"{address}.") for each in shown)


def _gaps(body: Body, front: Iterable[tuple[str, Runs]]) -> Iterator[Open]:
    """Every gap, at each place that shows it."""
    for where, gap in (*_gaps_in((Text(name), runs) for name, runs in front), *_gaps_of(body)):
        yield Open((Text(_ask(gap)),), gap.address, (where,))


def _ask(gap: Gap) -> str:
    """What a gap asks for, without who answers it; behind the name of an open choice stand its options."""
    text = gap.text.strip("[]")
    return text.partition(":")[0] if gap.address.startswith("choices.") else text.rpartition(":")[0] or text


def _gaps_of(body: Body) -> Iterator[tuple[Run, Gap]]:
    """Every gap of the body, with the reference to the place where it stands; none of what may yet fall away."""
    for recital in body.recitals:
        yield from _gaps_in([(_here(recital, Text("")), recital.runs)])
    clauses = (clause for article in body.articles for clause in article.clauses)
    for bookmark, where, gap in chain.from_iterable(map(_gaps_of_clause, clauses)):
        if bookmark not in body.plan.pending:
            yield where, gap
    yield from chain.from_iterable(map(_gaps_of_schedule, body.schedules))


@lru_cache(maxsize=160)
def _gaps_of_clause(clause: Clause) -> tuple[tuple[str, Run, Gap], ...]:
    """Each gap with the bookmark of its paragraph and the nearest numbered place."""
    if not _has_gaps(clause):
        return ()
    here: Run = Text("")
    found: list[tuple[str, Run, Gap]] = []
    for paragraph in paragraphs_of(clause):
        here = _here(paragraph, here)
        found.extend((paragraph.bookmark, here, gap) for _, gap in _gaps_in([(here, paragraph.runs)]))
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
        for field in _awaited(context, fact):
            known = places.get(field, ())
            places[field] = (*known, *((Text(", "),) if known else ()), here) if here not in known else known
    headings = dict(_headings(body))
    for name, selected in context.selection.issues.items():
        for field in (field for fact in selected.undecided for field in missing_fields(context.spec, fact)):
            places.setdefault(field, (headings.get(name, Text(selected.issue.heading)),))
    for field, where in places.items():
        yield Open((Text(about(context, field)),), field, where)


def _awaited(context: DraftContext, subject: str) -> tuple[str, ...]:
    """The fields that would decide a condition; of a choice that waits for facts, those of the facts."""
    issue = context.selection.issues.get(subject.removeprefix("choices."))
    waits = issue.awaits if issue and issue.is_open else (subject,)
    return tuple(dict.fromkeys(field for each in waits for field in missing_fields(context.spec, each)))


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
        yield Open(tuple(said), full_address(dispute.fact), ())


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
    if len(holders) > 1 and holders[0] != "parties" and (name := row_name(context.row(address))):
        return capital(f"{_spaced(last)} ({name})")
    parties = context.spec.parties
    named = [parties[each].called if each in parties else _spaced(each) for each in holders if each != "parties"]
    within = f" ({' '.join(named)})" if named else ""
    return capital(f"{_spaced(last)}{within}")


def _spaced(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")


def _here(block: Paragraph, before: Run) -> Run:
    """The nearest numbered place: a gap in a paragraph without a number is found by the number before it."""
    return Reference(block.full_label, block.bookmark) if block.bookmark and block.full_label else before
