"""What the library answers: a barrier, a resource or a bad day, the issues behind it, and what their options do."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.catalogue.order import by_stance, in_document_order
from pactwright.catalogue.records import Map, Mapped, MappedIssue, MappedOption
from pactwright.errors import UsageError
from pactwright.findings import nearest
from pactwright.library.bad_days import may_answer
from pactwright.library.model import BadDay, Barrier, Library, Option, Resource


def mapped(library: Library, name: str = "") -> Map:
    """One thing, by its id, or everything that is answered; raises UsageError for an id that nothing has."""
    seeds = library.seeds
    every: tuple[Barrier | Resource | BadDay, ...] = (
        *seeds.barriers.values(),
        *seeds.resources.values(),
        *seeds.bad_days.values(),
    )
    if name and name not in {each.id for each in every}:
        known = [each.id for each in every]
        message = f'"{name}" is no barrier, resource or bad day; one of {", ".join(known)}; {nearest(name, known)}'
        raise UsageError(message.rstrip("; "))
    return Map(tuple(_mapped(library, each) for each in every if name in {"", each.id}))


def _mapped(library: Library, each: Barrier | Resource | BadDay) -> Mapped:
    if isinstance(each, Barrier):
        named = [name for name in each.answered_by if name in library.issues]
        more = [name for name in in_document_order(library) if each.id in library.issues[name].barriers]
        issues = tuple(_issue(library, name) for name in dict.fromkeys((*named, *more)))
        return Mapped("barrier", each.id, each.title, each.in_our_words, (), issues)
    if isinstance(each, Resource):
        names = [name for name in in_document_order(library) if each.id in library.issues[name].resources]
        issues = tuple(_issue(library, name) for name in names)
        return Mapped("resource", each.id, each.title, " ".join(each.teaches), each.read_at, issues)
    return Mapped("bad-day", each.id, each.title, "", (), tuple(_answering(library, each)))


def _issue(library: Library, name: str) -> MappedIssue:
    options = by_stance(library, library.options[name].values())
    return MappedIssue(name, library.issues[name].question, tuple(_option(each, each.summary) for each in options))


def _answering(library: Library, day: BadDay) -> Iterator[MappedIssue]:
    """The issues that may answer a point of a day, each with the options that do, and what each of these settles."""
    for name in in_document_order(library):
        if any(may_answer(day, point, name) for point in day.points):
            every = by_stance(library, library.options[name].values())
            able = (each for each in every if day.id in each.answers)
            options = tuple(_option(each, f"{', '.join(each.answers[day.id])}: {each.summary}") for each in able)
            if options:
                yield MappedIssue(name, library.issues[name].question, options)


def _option(option: Option, does: str) -> MappedOption:
    return MappedOption(f"{option.issue}/{option.id}", option.title, option.stance, does)
