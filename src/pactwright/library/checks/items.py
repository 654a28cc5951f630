"""Items say what they may say, and their lists hold."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.findings import Finding
from pactwright.library.checks.place import Place
from pactwright.library.model import Library
from pactwright.library.words import is_collective
from pactwright.wording.checks import CHECKS, Names, WordingContext, one_of
from pactwright.wording.parts import Blank, Item

SHORTEST_LIST = 2


def said_well(place: Place, names: Names) -> Iterator[Finding]:
    """What clause text must not say (`wording.checks`)."""
    kind, acts = place.wording.kind, place.issue.acts
    context = WordingContext(place.item, kind, names, place.lead_in, place.before, acts)
    for rule, check in CHECKS.items():
        for seen, accepted in check(context):
            yield place.problem(rule, (0, 0), seen, accepted)


def lists_hold(place: Place) -> Iterator[Finding]:
    """A list that can fall below two items says so, because its lead-in was written for several."""
    rules, items = place.option.items, place.item.items
    is_marked = place.item.id in rules and rules[place.item.id].shrinks
    firm = [item for item in items if not (item.id in rules and rules[item.id].when)]
    if items and not is_marked and len(firm) < SHORTEST_LIST and not any(_is_filled(item) for item in items):
        fix = "give the lead-in an id and items: <id>: {shrinks: yes}"
        yield place.problem("short-list", (0, 0), "this list can fall below two items", "", fix)


def _is_filled(item: Item) -> bool:
    """Whether an item stands for as many values as there are."""
    return any(isinstance(part, Blank) and part.format in {"items", "text"} for part in item.parts)


def names_of(library: Library) -> Names:
    """The names of a library that the checks of wording know."""
    roles = library.vocabulary.get("roles", {})
    provided = {(issue.id, name) for issue in library.issues.values() for name in issue.provides}
    bodies = {name for _, name in provided} | {f"{issue}.{name}" for issue, name in provided}
    common = (entry for name, entry in roles.items() if is_collective(library.vocabulary, name))
    nouns = (entry[form] for entry in common for form in ("one", "many") if form in entry)  # one missed is told
    actors = (form for term in library.terms.values() if term.acts for form in (term.name, term.plural) if form)
    lifted = library.jurisdiction.lifts
    synonyms = {each: term.name for term in library.terms.values() for each in term.forbidden if each not in lifted}
    return Names(
        bearers=frozenset({*roles, *library.columns, *bodies}),
        roles=frozenset(roles),
        columns=frozenset(library.columns),
        nouns=one_of(nouns),
        actors=one_of(actors),
        forbidden=one_of(synonyms),
        terms=synonyms,
    )
