"""All that decides about an issue and its options, as a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from pactwright.catalogue.aligned import item_title
from pactwright.catalogue.comparing import asked_by, read_aloud
from pactwright.catalogue.deciding import borne_by, needs_of, parameters_of, shown_figure
from pactwright.catalogue.order import articles, by_stance, documents_with
from pactwright.catalogue.records import (
    AnsweredDay,
    Named,
    Readable,
    ShownIssue,
    ShownItem,
    ShownOption,
    ShownSource,
    ShownWording,
)
from pactwright.catalogue.wording import Piece, pieces
from pactwright.catalogue.words import words
from pactwright.document import words as said_in
from pactwright.errors import UsageError
from pactwright.findings import nearest
from pactwright.library.model import Issue, Library, Option
from pactwright.selection.plain import in_words, only_where
from pactwright.style.averages import reads
from pactwright.wording.notes import WATCH
from pactwright.wording.parts import Kind

Printed: TypeAlias = Mapping[str, tuple[Kind, tuple[Piece, ...]]]
"""For an option its wording as some draft prints it; without one, it stands as the library has it."""
OF_OPTION = 2  # slashes in topic/issue/option


def named(library: Library, name: str) -> tuple[Issue, tuple[Option, ...]]:
    """An issue with its options, or with the one that is named; raises UsageError where the library has neither."""
    issue_id, _, option_id = (name, "", "") if name.count("/") < OF_OPTION else name.rpartition("/")
    options = library.options.get(issue_id, {})
    if issue_id not in library.issues or (option_id and option_id not in options):
        names = [*library.issues, *(f"{key}/{each}" for key, known in library.options.items() for each in known)]
        hint = nearest(name, names)
        message = f'"{name}" is not in the library; pactwright clauses list shows what is; {hint}'
        raise UsageError(message.rstrip("; "))
    found = [options[option_id]] if option_id else options.values()
    return library.issues[issue_id], by_stance(library, found)


def shown(
    library: Library,
    issue: Issue,
    options: Sequence[Option],
    house: Path | None = None,
    printed: Printed | None = None,
    said: str = "",
) -> ShownIssue:
    """The record; `said` tells in which paper the wording is printed, if it is."""
    asked = {each.name: each for option in options for each in parameters_of(library, option)}
    return ShownIssue(
        issue.id,
        issue.question,
        issue.heading,
        issue.purpose,
        next((each.heading for each in articles(library, house) if issue.id in each.issues), ""),
        documents_with(library, issue.id, house),
        _in_memorandum(library, issue),
        tuple(_default(library, issue, number) for number in range(len(issue.defaults))),
        tuple(Named(each, library.seeds.barriers[each].title) for each in issue.barriers),
        tuple(_resource(library, each) for each in issue.resources),
        tuple(shown_figure(library, issue.id, each) for each in asked.values()),
        dict(issue.waits),
        said,
        tuple(_option(library, issue, each, printed or {}) for each in options),
    )


def _in_memorandum(library: Library, issue: Issue) -> str:
    said = words()["standings"]
    told = (
        f"{' and '.join(str(said[name]) for name in each.standings)} {only_where(library, issue.id, each.when)}".strip()
        for each in issue.mou
    )
    return "; ".join(told)


def _default(library: Library, issue: Issue, number: int) -> str:
    """An option that is taken where nobody chooses, and when."""
    default = issue.defaults[number]
    when = only_where(library, issue.id, default.when) or (words()["otherwise"] if number else words()["always"])
    return f"{library.options[issue.id][default.option].title} ({default.option}): {when}"


def _resource(library: Library, name: str) -> ShownSource:
    found = library.seeds.resources[name]
    return ShownSource(name, found.title, found.publisher, found.read_at[0] if found.read_at else "", "")


def _source(library: Library, name: str) -> ShownSource:
    found = library.sources.get(name, {})
    texts = (str(found.get(key) or "") for key in ("title", "publisher", "address", "checked_on"))
    return ShownSource(name, *("" if each == "null" else each for each in texts))


def _option(library: Library, issue: Issue, option: Option, printed: Printed) -> ShownOption:
    days = library.seeds.bad_days
    return ShownOption(
        f"{issue.id}/{option.id}",
        option.title,
        option.short,
        option.summary,
        option.stance,
        option.when_to_use,
        option.differs,
        tuple(_taken(library, issue, option)),
        needs_of(library, option),
        tuple(map(str, option.asks_reason)),
        borne_by(library, option),
        tuple(AnsweredDay(day, days[day].title, tuple(each)) for day, each in option.answers.items() if day in days),
        tuple(each.name for each in parameters_of(library, option)),
        tuple(_wordings(library, option, printed)),
        option.note_parts.get("Why for the city", ""),
        option.note_parts.get("Why for the partner", ""),
        read_aloud(library, option, option.note_parts.get(WATCH, "")),
        asked_by(library, option, "partner"),
        asked_by(library, option, "city"),
        dict(option.next),
        tuple(_source(library, each) for each in option.sources),
        option.version,
        option.review.status,
        tuple(
            Readable(name, each.sentences, float(each.average), each.longest, float(each.flesch))
            for name, each in reads(option).items()
        ),
    )


def _wordings(library: Library, option: Option, printed: Printed) -> Iterator[ShownWording]:
    """The wording that prints, or each that the library has."""
    if option.id in printed:
        yield _wording(*printed[option.id])
    else:
        yield from (_wording(kind, pieces(library, option, kind)) for kind in option.wordings)


def _wording(kind: Kind, items: Iterable[Piece]) -> ShownWording:
    shown_items = (
        ShownItem(each.id, item_title(each.id), each.heading, each.condition, said_in(each.runs)) for each in items
    )
    return ShownWording(kind, tuple(shown_items))


def _taken(library: Library, issue: Issue, option: Option) -> Iterable[str]:
    """When the library takes an option by itself."""
    for number, each in enumerate(issue.defaults):
        if each.option == option.id:
            yield in_words(library, issue.id, each.when) or str(words()["otherwise" if number else "always"])
