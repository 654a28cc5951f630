"""Law that a place need not have prints only where it is there: a gap in its place could be filled by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.facts.conditions import Condition, Conditions
from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import Place, in_file
from pactwright.library.model import Issue, Library
from pactwright.library.places import JURISDICTIONS
from pactwright.wording.parts import Blank, Parts


def guarded_law(place: Place) -> Iterator[Finding]:
    """Each blank of an item that prints optional law stands under a condition that it is there.

    The wording of a place prints the law of that place, so it needs none.
    """
    file = place.item.file or place.option.file
    rules = (place.option.items[name].when for name in place.way if name in place.option.items)
    present = {name for when in (*rules, place.option.requires, place.issue.when) for name in _present(when)}
    for blank in _optional(place.library, place.item.parts, file):
        if blank.name not in present:
            accepted = f"an item with when: - {blank.name}: present"
            yield place.problem("optional-law", (blank.line, blank.column), _seen(blank), accepted)


def law_in_phrases(library: Library, issue: Issue) -> Iterator[Finding]:
    """A phrase of a choice prints no optional law, unless the whole parameter stands only where that law is there."""
    for name, parameter in issue.parameters.items():
        present = set(_present(parameter.when))
        for phrase in parameter.values:
            for blank in (each for each in _optional(library, phrase.parts, issue.file) if each.name not in present):
                place = issue.marks.place(f"parameters.{name}.values.{phrase.word}")
                yield in_file("optional-law", issue.file, f"{name}: {_seen(blank)}", ACCEPTED, place=place)


def law_in_meanings(library: Library) -> Iterator[Finding]:
    """The meaning of a term or a column prints none either."""
    meanings = [(name, each.means, each.place) for name, each in library.terms.items()]
    meanings += [(name, each.means, each.place) for name, each in library.columns.items()]
    for name, means, place in meanings:
        for blank in _optional(library, means, place):
            seen = f'the meaning of "{name}": {_seen(blank)}'
            yield in_file("optional-law", "clauses/terms.yml", seen, ACCEPTED, place=place)


def law_of_parties(library: Library) -> Iterator[Finding]:
    """A name of law that parties have from their own places says whose it is by a role."""
    roles = library.vocabulary.get("roles", {})
    for name, whose in library.jurisdiction.whose.items():
        if whose.role not in roles:
            seen, accepted = f'{name}: "{whose.role}" is no role', f"one of {', '.join(roles)}"
            file = whose.place.rsplit(":", 2)[0]
            yield in_file("unknown-word", file, seen, accepted, nearest(whose.role, roles), place=whose.place)


ACCEPTED = "law that every place has, or an item of its own with a condition"


def _present(when: Conditions) -> Iterator[str]:
    """What some conditions say is there; of alternatives, none is sure to be."""
    return (each.subject for each in when if isinstance(each, Condition) and each.test == "present")


def _optional(library: Library, parts: Parts, file: str) -> Iterator[Blank]:
    """The blanks that print law which may be absent where the file is read; a place's own file is read there alone."""
    here = {*library.jurisdiction.law, *library.jurisdiction.figures} if f"/{JURISDICTIONS}/" in file else set()
    for part in parts:
        kind, _, name = part.name.partition(".") if isinstance(part, Blank) else ("", "", "")
        if isinstance(part, Blank) and kind == "law" and name in library.optional_law and name not in here:
            yield part


def _seen(blank: Blank) -> str:
    return f"a place may have no {blank.name}, and nothing here says that it is there"
