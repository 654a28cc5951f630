"""From the chosen answer of an issue to the others: a step to each side, other ways, and what is not open here.

What a step does is the difference of two drafts: the one that stands, and the one with the other option, everything
else as it is. What is further than a step is named and not drafted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias, cast

from msgspec import Struct

from pactwright.catalogue.comparing import options_named
from pactwright.catalogue.in_draft import draft_with, refusal
from pactwright.catalogue.words import words
from pactwright.drafting import selection_for
from pactwright.errors import InputError
from pactwright.library.model import Option
from pactwright.review.effect import StepEffect, effect_of
from pactwright.review.question_words import said
from pactwright.selection import Selected, Selection
from pactwright.selection.meeting import broken
from pactwright.selection.plain import all_of, alternatives_in_words, in_words
from pactwright.what_if import Standing, otherwise
from pactwright.what_if.option import asked_for

Way: TypeAlias = Literal["city", "partner", "other", "further", "closed"]
BESIDE: Final = "model"
REASON: Final = "-"
"""Stands for the reason that somebody would have to give, so that an option which asks for one can be looked at."""
OF_LINK: Final = {"needs": "needs", "conflicts with": "conflicts"}


class Step(Struct, frozen=True):
    """An option that is not the chosen one: which way it lies, and what it would do.

    `opens` is what would have to hold for one that is closed, `refused` why it is closed in the words of `check`.
    """

    option: str
    title: str
    differs: str
    way: Way
    effect: StepEffect | None = None
    opens: str = ""
    refused: str = ""


def steps_from(now: Standing, selected: Selected) -> tuple[Step, ...]:
    """The other options of an issue of a draft, from the city's side on."""
    if selected.option is None:
        return ()
    known = now.source.library.options[selected.issue.id]
    others = [each for each in options_named(now.source.library, selected.issue.id, ()) if each.id != selected.chosen]
    closed = {each.id: step for each in others if (step := _closed(now, selected, each))}
    ways = _ways(known, selected.option, closed)
    return tuple(closed.get(each.id) or _taken(now, each, ways.get(each.id, "further")) for each in others)


def _ways(known: Mapping[str, Option], chosen: Option, closed: Mapping[str, Step]) -> dict[str, Way]:
    """Which way the options lie: to a side lies the first on its way that is not closed."""
    beside = {BESIDE, chosen.stance}
    found: dict[str, Way] = {name: "other" for name, each in known.items() if each.stance in beside}
    for side in chosen.next:
        passed = {chosen.id}
        at = chosen.next.get(side, "")
        while at in closed and at not in passed:
            passed.add(at)
            at = known[at].next.get(side, "")
        if at and at not in passed:
            found[at] = cast("Way", side)
    return found


def _taken(now: Standing, option: Option, way: Way) -> Step:
    """A step that is open so far: drafted, unless it is further away."""
    if way == "further":
        return _step(option, way)
    draft = draft_with(now, option, REASON)
    refused = draft if isinstance(draft, str) else refusal(now.draft, draft, option.issue)
    if refused or isinstance(draft, str):
        return _step(option, "closed", refused=refused)
    return _step(option, way, effect_of(now, draft, option))


def _closed(now: Standing, selected: Selected, option: Option) -> Step | None:
    """An option that cannot be chosen here, as far as that shows before anything is drafted."""
    try:
        source = otherwise(now, asked_for(now.base.tree, now.source.library, option, REASON))
    except InputError as wrong:
        return _step(option, "closed", refused=wrong.findings[0].seen)
    selection = selection_for(source.spec, source.choices, source.library, now.draft.selection.document)
    told = dict.fromkeys((*_facts(selection, option), *_links(selection, option)))
    if told:
        return _step(option, "closed", opens=all_of(told))
    if selection.issues[option.issue].chosen != option.id:
        why = next(each.why for each in selected.passed_over if each.option == option.id)
        return _step(option, "closed", refused=why)
    return None


def _facts(selection: Selection, option: Option) -> Iterator[str]:
    """The facts that an option requires, and which are otherwise."""
    address = f"choices.{option.issue}"
    failed = tuple(condition for each in selection.unmet if each.address == address for condition in each.conditions)
    if failed:
        yield in_words(selection.library, option.issue, failed)


def _links(selection: Selection, option: Option) -> Iterator[str]:
    """The other answers without which, or beside which, an option cannot stand, whichever side says so."""
    for each in selection.issues.values():
        for verb, links in broken(selection, each.option):
            if each.issue.id == option.issue:
                yield str(words()[OF_LINK[verb]]).format(links=alternatives_in_words(selection.library, links))
            elif links[0].issue == option.issue:
                yield said("another", heading=each.issue.heading)


def _step(option: Option, way: Way, effect: StepEffect | None = None, *, opens: str = "", refused: str = "") -> Step:
    return Step(option.id, option.title, option.differs, way, effect, opens, refused)
