"""The options of an issue side by side, as the library has them, or each as a draft with it would have it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pactwright.catalogue.aligned import aligned, item_title
from pactwright.catalogue.deciding import borne_by, figures_of, needs_of, parameters_of, shown_figure, sources_of
from pactwright.catalogue.order import by_stance
from pactwright.catalogue.records import ComparedFigure, ComparedOption, Comparison
from pactwright.catalogue.wording import pieces
from pactwright.errors import UsageError
from pactwright.findings import nearest
from pactwright.library.model import Issue, Library, Option
from pactwright.wording.notes import WATCH, Reader, read_by

_ITEM, _OPTION = re.compile(r"#([a-z][a-z0-9-]*)"), re.compile(r"`([a-z0-9/-]+)`")
ASK = "They will ask"


def issue_named(library: Library, name: str) -> Issue:
    """An issue by its id; raises UsageError, with the nearest, where there is none."""
    if name not in library.issues:
        message = f'"{name}" is not an issue; pactwright clauses list shows them all; {nearest(name, library.issues)}'
        raise UsageError(message.rstrip("; "))
    return library.issues[name]


def options_named(library: Library, issue: str, names: Sequence[str]) -> tuple[Option, ...]:
    """Some options of an issue, or all, from the city's side on; raises UsageError for each that it does not have."""
    known = library.options[issue]
    if wrong := [each for each in names if each not in known]:
        said = (f'"{each}" is not an option of {issue}; {nearest(each, known)}'.rstrip("; ") for each in wrong)
        message = f"{'; '.join(said)}; one of {', '.join(known)}"
        raise UsageError(message)
    return by_stance(library, [known[each] for each in names or known])


def comparison(library: Library, issue: Issue, options: Sequence[Option]) -> Comparison:
    """Some options of an issue as the library has them; nothing is drafted."""
    return Comparison(
        issue.id,
        issue.question,
        issue.heading,
        issue.purpose,
        "",
        "",
        tuple(compared(library, issue, each) for each in options),
        amounts_of(library, issue, options, {}),
        aligned([pieces(library, each) for each in options]),
    )


def amounts_of(
    library: Library, issue: Issue, options: Sequence[Option], here: Mapping[str, str]
) -> tuple[ComparedFigure, ...]:
    """The figures that any of some options asks for, each with its value `here`."""
    asked = dict.fromkeys(each.name for option in options for each in parameters_of(library, option))
    figures = (shown_figure(library, issue.id, issue.parameters[name]) for name in asked)
    return tuple(ComparedFigure(each, here.get(each.name, "")) for each in figures)


def compared(library: Library, issue: Issue, option: Option) -> ComparedOption:
    """An option before anybody has drafted it."""
    return ComparedOption(
        option=f"{issue.id}/{option.id}",
        title=option.title,
        stance=option.stance,
        summary=option.summary,
        when_to_use=option.when_to_use,
        differs=option.differs,
        is_in_draft=False,
        is_default=option.id in {each.option for each in issue.defaults},
        refused="",
        figures=figures_of(library, option),
        bears=borne_by(library, option),
        needs=needs_of(library, option),
        changes=(),
        watch=read_aloud(library, option, option.note_parts.get(WATCH, "")),
        city_says=asked_by(library, option, "partner"),
        partner_says=asked_by(library, option, "city"),
        sources=sources_of(library, option),
        version=option.version,
        review=option.review.status,
    )


def asked_by(library: Library, option: Option, reader: Reader) -> str:
    """What one side is told that the other will ask."""
    return read_aloud(library, option, dict(read_by(reader, option.note_parts)).get(ASK, ""))


def read_aloud(library: Library, option: Option, note: str) -> str:
    """A text of a note for people: items and options by their names instead of their ids."""
    options = library.options[option.issue]
    named = _ITEM.sub(lambda found: f"“{item_title(found[1])}”", note)
    return _OPTION.sub(lambda found: f"“{options[found[1]].title}”" if found[1] in options else found[1], named)
