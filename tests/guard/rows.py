"""Rows that change one thing of a spec each: a fact, its spelling, an entry of a list, a choice, a parameter.

Each row says what it holds, so that it can be counted whether anything of the form or the library was forgotten.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from pactwright.library.model import NONE, Library, Parameter
from pactwright.library.words import side_of
from tests.guard.form import ANY, Found, Keys, Node, nodes_below, said_in
from tests.stories import ROOT, Tree, library, tree_in

FULL: Final = tree_in(ROOT / "tests" / "guard" / "full.yml")
"""A project that says something at every place of the form."""

LIBRARY: Final = library(FULL["jurisdiction"])

Way: TypeAlias = Literal["draft", "final", "notes"]
"""How a document is asked for."""

DRAFT: Final[tuple[Way, ...]] = ("draft",)
FINAL: Final[tuple[Way, ...]] = ("draft", "final")
NOTES: Final[tuple[Way, ...]] = ("draft", "final", "notes")

Held: TypeAlias = tuple[str, ...]
"""What a row holds: where, and what it does there."""

Typed: TypeAlias = tuple[tuple[Keys, Any], ...]
"""What is typed where; None is typed where a thing is taken away."""

ORDERS: Final = ("an entry more", "the first entry taken away", "the last entry taken away", "reversed")

TEXTS: Final[Mapping[str, Tree]] = {
    "schema": {"schema": "2"},
    "model": {"model": "demonstrator"},
    "jurisdiction": {"jurisdiction": "us-ca"},
    "risks.*.owner": {"risks.theft.owner": "hill"},
    "risks.*.shares.*": {"risks.drift.shares.hill": "30", "risks.drift.shares.maker": "70"},
    "project.barriers.*": {"project.barriers.0": "fixed-budgets"},
    "parties.*.side": {"parties.dale.side": "partner"},
    "parties.*.signs": {"parties.dale.signs": "no"},
    "parties.*.place_of_law": {"parties.dale.place_of_law": "us-ca"},
    "parties.*.signs_for.*": {"parties.hill.signs_for.1": "count"},
    "money.tax": {"money.tax": "inclusive", "funding.price": "AUD 25,000 inclusive"},
    "funding.price": {"funding.price": "AUD 26,000 exclusive"},
    "funding.budget": {"funding.budget": "61000"},
    "funding.ceiling": {"funding.ceiling": "EUR 31,000 inclusive"},
    "milestones.*.amount": {"milestones.plan.amount": "37", "milestones.sensors-up.amount": "AUD 24,963"},
    "sure.*": {"sure.0": "risks.theft.response"},
    "choices.*.option": {"choices.liability/cap": "low-fixed"},
    "approvals.*.fact": {"approvals.0.fact": "risk/allocation"},
    "approvals.*.party": {"approvals.0.party": "maker"},
    "open.*.fact": {"open.0.fact": "parties.maker.authority"},
    "disputed.*.fact": {"disputed.0.fact": "pilot.method"},
}
"""What is typed for another value where the schema does not tell what else may stand there."""

RESPELLED: Final = {"money", "number", "percent"}
"""The types whose values can be typed in two ways."""

NAMED: Final = {("parties", "hill"), ("parties", "maker")}
"""The parties of the story of which most is said."""

CHOSEN: Final = 12
"""Issues for which a row chooses at once."""

TOGETHER: Final = 8
"""Places whose rows follow one another, before the spec itself comes again."""

LOTS: Final = 4
"""So many rows say all figures in other digits."""

PARTY: Final[Node] = {"type": "string"}
"""What the schema says of a place that names a party."""

WORDS: Final = "other <b>words</b> & {{ x }} [[y]] \N{CJK UNIFIED IDEOGRAPH-57CE}"

ENTRIES: Final[Mapping[str, tuple[str, Any]]] = {
    "project.barriers": ("2", "fixed-budgets"),
    "outsiders.*.rates": ("count", "37"),
    "risks.*.shares": ("count", "0"),
    "choices.*.private": ("public", "Twice is enough."),
    "choices": ("data/retention", "return-delete"),
    "sure": ("2", "risks.theft.response"),
    "confirmed": ("risk/allocation#no-risks", {"by": "the broker", "date": "2026-11-20"}),
    "approvals": (
        "2",
        {"fact": "liability/cap", "party": "dale", "value": "low-fixed", "by": "the board", "date": "2026-11-21"},
    ),
    "open": ("2", {"fact": "parties.maker.authority"}),
    "disputed": (
        "2",
        {"fact": "pilot.method", "values": [{"value": "a", "source": "b"}, {"value": "c", "source": "d"}]},
    ),
}
"""An entry more where a copy of the last in other words would name what is not there."""


@dataclass(frozen=True)
class Row:
    """A spec, what is held when its documents are those drafted alone, and the ways in which they are asked for.

    `typed` is what it changes, where it changes a fact.
    """

    name: str
    tree: Tree
    holds: tuple[Held, ...] = ()
    ways: tuple[Way, ...] = DRAFT
    typed: Typed = ()


Group: TypeAlias = list[Row]
"""A row, and behind it those that differ from it in one thing."""


# ------------------------------------------------------------------------------------------------------- the form


def groups_of_form(tree: Tree) -> Iterator[Group]:
    """The spec and rows that change it, for every place of the form: where that is said first, and at NAMED."""
    said = list(said_in(tree))
    first = {found.place: found for found in reversed(said)}
    places = (found for found in said if found is first[found.place] or found.keys[:2] in NAMED)
    return _groups(tree, places, TEXTS)


def groups_of_addresses(tree: Tree) -> Iterator[Group]:
    """The spec and rows that change it, for every address at which it says something."""
    return _groups(tree, said_in(tree), {})


def _groups(tree: Tree, places: Iterable[Found], typed: Mapping[str, Tree]) -> Iterator[Group]:
    said = list(places)
    rows = [list(_rows(tree, found, typed)) for found in said]
    for few in (rows[number : number + TOGETHER] for number in range(0, len(rows), TOGETHER)):
        yield [Row("nothing", tree, ways=FINAL), *chain.from_iterable(few)]
    yield [
        Row("nothing", tree, ways=FINAL),
        *_in_other_digits(tree, [each for each in said if can_be_respelled(each.node)]),
    ]


def _in_other_digits(tree: Tree, said: list[Found]) -> Iterator[Row]:
    """A row for every so many figures; two that stand in one record are in two rows, in case one hides the other."""
    for lot in range(LOTS):
        new = tree
        for found in said[lot::LOTS]:
            new = put(new, found.keys, _respelled(found.value))
        yield Row(
            f"in other digits, lot {lot}", new, tuple((found.place, "in other digits") for found in said[lot::LOTS])
        )


def _rows(tree: Tree, found: Found, typed: Mapping[str, Tree]) -> Iterator[Row]:
    """A row for each change.

    What is taken away is asked for as a final too, which refuses what a draft leaves open, and what is confirmed stands
    on the sheet beside a final alone.
    """
    at = ".".join(map(str, found.keys))
    for does, new in _changes(tree, found, typed):
        in_final = does == "taken away" or found.keys[0] == "confirmed"
        yield Row(f"{at}: {does}", saying(tree, new), ((found.place, does),), FINAL if in_final else DRAFT, new)


def _changes(tree: Tree, found: Found, typed: Mapping[str, Tree]) -> Iterator[tuple[str, Typed]]:
    if found.shape in {"list", "map"}:
        does = ORDERS if len(found.value) > 1 else ORDERS[:-1]  # one entry is in one order only
        yield from zip(does, (((found.keys, each),) for each in _orders(found, tree)), strict=False)
    elif not found.place.endswith(f".{ANY}"):
        yield "taken away", ((found.keys, None),)
    if found.shape == "value":
        other = typed.get(found.place) or {".".join(map(str, found.keys)): _another(found.node, found.value, tree)}
        yield "another value", tuple((_keys(address), text) for address, text in other.items())


def can_be_respelled(node: Node) -> bool:
    """Whether an amount, a number with decimals or a share stands at a place: 50 is 50.00."""
    return "number" in node.get("type", ()) and "minLength" not in node


def _respelled(text: str) -> str:
    return "0" if text == "nil" else re.sub(r"\d(?=\D*$)", r"\g<0>.00", text)


def _another(node: Node, text: str, tree: Tree) -> str:
    """Another value of the kind that the form asks for."""
    if node == PARTY:
        return next(str(party) for party in reversed(tree["parties"]) if party != text)
    if "enum" in node:
        return str(node["enum"][(node["enum"].index(text) + 1) % len(node["enum"])])
    if "minLength" in node:
        return f"{WORDS}, not {text}"
    if node.get("pattern", "").startswith("^([0-9]{4}-"):
        return (dt.date.fromisoformat(text) + dt.timedelta(1)).isoformat()
    return f"other-{text}" if node.get("format") == "email" else "37"


def _orders(found: Found, tree: Tree) -> Iterator[Any]:
    """The list or the map with an entry more, without its first, without its last, and the other way round."""
    is_list = isinstance(found.value, list)
    pairs: list[tuple[Any, Any]] = [*(enumerate(found.value) if is_list else found.value.items())]
    for order in ([*pairs, _entry_more(found, tree)], pairs[1:], pairs[:-1], pairs[::-1]):
        yield [value for _, value in order] if is_list else dict(order)


def _entry_more(found: Found, tree: Tree) -> tuple[str, Any]:
    """An id that is not there yet, and a copy of the last entry in other words."""
    if found.place in ENTRIES:
        return ENTRIES[found.place]
    [entry_node] = nodes_below(found.node).values()
    entry: Any = [*(found.value.values() if isinstance(found.value, dict) else found.value)][-1]
    if isinstance(entry, str):
        return "another", _another(entry_node, entry, tree)
    for each in said_in(entry, node=entry_node):
        if "minLength" in each.node:
            entry = put(entry, each.keys, f"{each.value} too")
    return "another", entry


# ---------------------------------------------------------------------------------------------------- the library


def groups_of_library(tree: Tree, known: Library, *, one_by_one: bool = False) -> Iterator[Group]:
    """For every option of every issue the spec with it; then rows that choose options of many issues, and parameters.

    The first row of such a group chooses so many options, and is asked for as a final and with notes, too; the others
    change one parameter of each. What would be hidden there, because two things change at once, shows in a second lot.
    A parameter that several options take is set under the first. `one_by_one` gives each parameter under each option a
    row of its own.
    """
    if one_by_one:
        every = (_of_option(tree, known, *each) for each in _options(known))
        yield from ([_chosen(tree, [each], NOTES) for each in choices] for choices in every)
        return
    yield from ([_chosen(tree, [Choice(*each, {}, each)], DRAFT)] for each in _options(known))
    for lot in range(2):
        yield from (_steps(tree, dealt, lot) for dealt in _dealt([*_own(tree, known)], lot))


class Choice(NamedTuple):
    """What is chosen for an issue, with its parameters, and what is held when it is."""

    issue: str
    option: str
    values: Tree
    held: Held


def _options(known: Library) -> Iterator[tuple[str, str]]:
    yield from ((issue, option) for issue, options in known.options.items() for option in (*options, NONE))


def _of_option(tree: Tree, known: Library, issue: str, option: str) -> Iterator[Choice]:
    """An option with nothing beside it, then with each value of each parameter."""
    yield Choice(issue, option, {}, (issue, option))
    for name, parameter in taken(known, issue, option).items():
        side = side_of(known.vocabulary, parameter.per)
        parties = [party for party, said in tree["parties"].items() if side in {None, said["side"]}]
        for does, value in values_of(parameter, parties):
            yield Choice(issue, option, {name: value}, (issue, name, does))


def _own(tree: Tree, known: Library) -> Iterator[list[Choice]]:
    """Every option, then each value of each parameter that no option before it takes."""
    done: set[Held] = set()
    for issue, option in _options(known):
        choices = [each for each in _of_option(tree, known, issue, option) if each.held not in done]
        done |= {each.held for each in choices}
        if option != NONE:
            yield choices


def _dealt(options: list[list[Choice]], lot: int) -> list[list[list[Choice]]]:
    """The options by lot, so many at a time of as many issues, those with many values together."""
    rows: list[list[list[Choice]]] = []
    shuffled = random.Random(lot).sample(options, len(options))  # noqa: S311 - an order, no secret
    for each in sorted(shuffled, key=len, reverse=True):
        issue = each[0].issue
        fits = (row for row in rows if len(row) < CHOSEN and issue not in {other.issue for other, *_ in row})
        if (row := next(fits, None)) is None:
            rows.append(row := [])
        row.append(each)
    return rows


def _steps(tree: Tree, dealt: list[list[Choice]], lot: int) -> Group:
    """A row for some options, then one for the first value of each, the second, and so on."""
    steps = [[each[step if step < len(each) else 0] for each in dealt] for step in range(max(map(len, dealt)))]
    return [_chosen(tree, choices, DRAFT if number or lot else NOTES) for number, choices in enumerate(steps)]


def _chosen(tree: Tree, choices: list[Choice], ways: tuple[Way, ...]) -> Row:
    """The spec with some choices in place of its own."""
    for each in choices:
        tree = put(tree, ("choices", each.issue), {"option": each.option, "reason": "a test", **each.values})
    held = tuple(each.held for each in choices)
    return Row(f"{'; '.join(map(': '.join, held))} ({', '.join(ways)})", tree, held, ways)


def taken(known: Library, issue: str, option: str) -> Mapping[str, Parameter]:
    """The parameters that a spec can set for an option."""
    parameters = known.issues[issue].parameters
    own = {name: each for name, each in parameters.items() if not each.source and option != NONE}
    return {name: each for name, each in own.items() if not each.options or option in each.options}


def values_of(parameter: Parameter, parties: list[str]) -> Iterator[tuple[str, Any]]:
    """What a spec can give a parameter for its default, each with a word for it."""
    words = [phrase.word for phrase in parameter.values]
    if parameter.type == "choice":
        yield from ((word, word) for word in words)
    elif parameter.type == "choices":
        fewest = [*parameter.fixed, *(word for word in words if word not in parameter.fixed)][
            : max(parameter.at_least, len(parameter.fixed))
        ]
        yield from (("all", words), ("all reversed", words[::-1]), ("as few as can be", fewest))
    else:
        yield from _values(parameter, parties)
    if parameter.own_words:
        yield "own words", [*words, WORDS] if parameter.type == "choices" else WORDS


def _values(parameter: Parameter, parties: list[str]) -> Iterator[tuple[str, Any]]:
    text = next(each for each in (*_typed(parameter), "") if each != _first(parameter.default or ""))
    yield "another value", text
    if parameter.type in RESPELLED:
        yield "in other digits", _respelled(text)
    if parameter.per:
        of_each = [(parties[0], text), (parties[1], _first(parameter.default or "0"))]
        yield from (("of each party", dict(of_each)), ("of each party, reversed", dict(reversed(of_each))))


def _typed(parameter: Parameter) -> tuple[str, ...]:
    texts = {
        "text": ("other words",),
        "yes-no": ("no", "yes"),
        "date": ("2027-02-03",),
        "money": ("7,000",),
        "party": ("maker",),
        "phrase": ("other words",),
    }
    return (_first(parameter.max), _first(parameter.min)) if parameter.max else texts[parameter.type]


def _first(values: str | tuple[str, ...]) -> str:
    """One value, or the first of several: an amount in the currency of the trial."""
    return values if isinstance(values, str) else values[0]


# ------------------------------------------------------------------------------------------------------------ trees


def put(tree: Any, keys: Keys, value: Any) -> Any:  # noqa: ANN401 - a tree of text
    """A copy with a value at a place, or without it where the value is None; what is beside the way is shared."""
    key, *below = keys
    new: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    if below:
        within = new.get(key, {}) if isinstance(new, dict) else new[key]
        new[key] = put(within, tuple(below), value)
    elif value is None:
        del new[key]
    else:
        new[key] = value
    return new


def saying(tree: Tree, typed: Typed) -> Tree:
    """The tree with what is typed at some places."""
    for keys, value in typed:
        tree = put(tree, keys, value)
    return tree


def _keys(address: str) -> Keys:
    return tuple(int(key) if key.isdecimal() else key for key in address.split("."))
