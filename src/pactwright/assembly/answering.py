"""How a paper answers the bad days that its facts make possible: each point once, proved by the words that print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from pactwright.assembly.printed_items import PrintedItem, PrintedItems
from pactwright.assembly.proof import Proof
from pactwright.facts.conditions import Condition, Conditions, all_hold
from pactwright.library.bad_days import may_answer
from pactwright.library.model import Answer, BadDay, Library, Option, question
from pactwright.selection.context import known_outcome
from pactwright.selection.result import chosen_outcome
from pactwright.wording.parts import Kind, ids_in

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected

State: TypeAlias = Literal[
    "answered",
    "nobody",  # an option says why nobody has to
    "unanswered",  # no clause of the paper answers it, though an option does, or its words lack something
    "twice",  # two issues answer it, and neither yields
    "undecided",  # an item that answers it may yet fall away, or has a gap
    "open",  # an issue that may answer it is open
    "waits",  # no option of the library answers it yet
]
KEPT = 32
"""Tables of who can answer that are kept: one for each place and kind of document of a run."""


@dataclass(frozen=True, slots=True)
class PointAnswer:
    """How a paper answers one point of a day.

    `items` are those that answer it, `lacks` is what their words do not say, and `options` ("topic/issue/option") are
    those of the library that can answer it.
    """

    day: BadDay
    point: str
    state: State
    items: tuple[PrintedItem, ...] = ()
    lacks: str = ""
    options: tuple[str, ...] = ()


def answers_in(context: DraftContext, body: Body) -> Iterator[PointAnswer]:
    """The answer to each point of each bad day that the facts of a document make possible."""
    able = able_options(context.library, context.outline.document)
    printed, proof = PrintedItems.of(body), Proof.among(context.names)
    for day in context.library.seeds.bad_days.values():
        if not _holds(context, day.when):
            continue
        acts: set[str] = set()
        for point in day.points_in(context.outline.document):
            if _holds(context, day.only_when.get(point, ())) and _is_asked(context, able.get((day.id, point), ())):
                options = able.get((day.id, point), ())
                found = replace(_answer(context, printed, day, point), options=options) if options else None
                found = found or PointAnswer(day, point, "waits")
                yield _proved(found, proof, acts)
                acts |= {each.name for each in found.items if question(point) == "act"}


@lru_cache(maxsize=KEPT)
def owners_of(library: Library) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The issues of a library that may answer each point of each day."""
    return {
        (day.id, point): tuple(name for name in library.issues if may_answer(day, point, name))
        for day in library.seeds.bad_days.values()
        for point in day.points
    }


@lru_cache(maxsize=KEPT)
def able_options(library: Library, document: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The options that can answer each point of each day ("topic/issue/option") in a kind of document."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for issue, options in library.options.items():
        for option in options.values():
            ids = _ids(library, option, document)
            for day, points in option.answers.items():
                for point, answer in points.items():
                    if answer.none or ids & {*answer.items}:
                        found[day, point] = (*found.get((day, point), ()), f"{issue}/{option.id}")
    return found


def _ids(library: Library, option: Option, document: str) -> frozenset[str]:
    """The ids of an option that can print in a kind of document."""
    stands = {each for one in option.mou or library.issues[option.issue].mou for each in one.standings}
    kinds: tuple[Kind, ...] = ("statement", "binding") if document == "mou" else ("agreement",)
    wordings = (option.wording(kind) for kind in kinds if kind == "agreement" or kind in stands)
    return ids_in([each for each in wordings if each])


def _holds(context: DraftContext, conditions: Conditions) -> bool:
    """Whether conditions hold for certain; those on an option look at what was chosen."""
    return all_hold(conditions, partial(_met, context)) is True


def _met(context: DraftContext, condition: Condition) -> bool | None:
    kind, _, name = condition.subject.partition(".")
    if kind == "chosen":
        return chosen_outcome(condition, context.selection.issues, name)
    return known_outcome(context.library, condition, context.facts)


def _is_asked(context: DraftContext, options: tuple[str, ...]) -> bool:
    """Whether an issue that can answer is one for these facts: interest is no question where nobody pays."""
    issues = {each.rpartition("/")[0] for each in options}
    return not issues or any(
        context.selection.context.holds(context.library.issues[each].when) is not False for each in issues
    )


def _answer(context: DraftContext, printed: PrintedItems, day: BadDay, point: str) -> PointAnswer:
    """Who answers a point; what the words say is not looked at yet."""
    issues = context.selection.issues
    owners = [issues[name] for name in owners_of(context.library)[day.id, point] if name in issues]
    said = [(each, each.option.answers.get(day.id, {}).get(point, Answer())) for each in owners if each.option]
    items = [(each, found) for each, answer in said if (found := _printed(printed, each, answer))]
    names = {item.name for _, found in items for item in found}
    printing = {each.issue.id for each, _ in items}
    yielding = {each.issue.id for each, _ in items if each.option and names & {*each.option.yields}}
    standing = [(each, found) for each, found in items if each.issue.id not in yielding or printing == yielding]
    every = tuple(item for _, found in standing for item in found)
    if len(standing) > 1:
        return PointAnswer(day, point, "twice", every)
    if standing:
        return PointAnswer(day, point, "answered", every)
    if any(each.is_open for each in owners):
        return PointAnswer(day, point, "open")
    is_nobody = any(answer.none and each.kinds for each, answer in said)
    return PointAnswer(day, point, "nobody" if is_nobody else "unanswered")


def _printed(printed: PrintedItems, selected: Selected, answer: Answer) -> tuple[PrintedItem, ...]:
    found = (printed.named(selected, each) for each in answer.items)
    return tuple(each for each in found if each)


def _proved(found: PointAnswer, proof: Proof, acts: set[str]) -> PointAnswer:
    """The answer after a look at its words; it is not proved while an item may fall away or a blank is open."""
    if found.state not in {"answered", "twice"}:
        return found
    if any(each.is_pending for each in found.items):
        return replace(found, state="undecided")
    if found.state == "twice":
        return found
    asked = question(found.point)
    text, binds = " ".join(each.text for each in found.items), all(each.binds for each in found.items)
    lacks = proof.lacks(asked, text, binds=binds)
    if asked == "else" and not {each.name for each in found.items} - acts:
        lacks = "another item than the one that says who acts"
    if not lacks:
        return found
    return replace(found, state="undecided" if any(each.has_gap for each in found.items) else "unanswered", lacks=lacks)
