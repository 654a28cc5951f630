"""A document drafted in a batch is the one that is drafted alone, whatever its row says and whatever came before it.

A clause of another row would stand in a contract that somebody signs. So each option is chosen by a row of its own, and
so is each place of the form changed where that makes another plan or is refused; each other place and each parameter is
changed by two rows among others, and every document of a row is held against the same document drafted with nothing
reused: its words, choices, findings and digests, and, where its words are new, the bytes of its Word file. If something
is taken away or options are chosen, it is drafted as a final too.

PACTWRIGHT_ALL_ROWS=1 does the same with every story and every example, at every address at which it says something
and with a row of its own for each parameter.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain

import pytest

from pactwright.library.model import NONE, Parameter
from tests import stories
from tests.guard.alone import Compared
from tests.guard.form import ANY, Node, places, shape_of
from tests.guard.joined import Looked, held_by, joined, looked_at, rows_for
from tests.guard.rows import (
    FULL,
    LIBRARY,
    ORDERS,
    RESPELLED,
    Row,
    can_be_respelled,
    groups_of_addresses,
    groups_of_form,
    groups_of_library,
    put,
    taken,
)
from tests.stories import ROOT, Tree, library, spec_tree, tree_in

EXAMPLES = {path.parent.name: tree_in(path) for path in ROOT.glob("examples/*/spec.yml")}
STORIES = {name: spec_tree(name) for name in stories.names()} | EXAMPLES
STORIES["full in another place"] = put(FULL, ("jurisdiction",), "us-ca")

SHOWS_NOWHERE = {
    # Both documents are drafted of every row, whichever it names.
    *(("documents", order) for order in ORDERS),
    ("documents.*", "another value"),
    # What the story says here is what stands there when nothing is said.
    ("version", "taken away"),
    ("parties.*.signs", "taken away"),
    ("contributions.*.pledge", "taken away"),
    ("sides.public.called_with", "taken away"),
    ("sides.partner.called_with", "taken away"),
    # What a side keeps to itself prints nowhere, and the word for a reward stands for its row.
    *(("choices.*.private", order) for order in ORDERS),
    ("choices.*.private.*", "another value"),
    ("rewards.*.reward", "taken away"),
    ("rewards.*.reward", "another value"),
    # What was approved is held against a playbook, and prints nowhere.
    *(("approvals", order) for order in ORDERS),
    *((f"approvals.*.{name}", "another value") for name in ("fact", "party", "date")),
    # What is disputed prints as a gap, whatever is typed beside.
    ("pilot.attachment", "another value"),
    ("procurement.notice", "another value"),
    # What the law of another place asks about the work.
    *(("pilot.works_value", does) for does in ("taken away", "another value")),
    # What is open is listed in the order of the paper.
    ("open", "reversed"),
    ("disputed", "reversed"),
    # The library has an order of its own, and an address says which text is meant.
    ("choices", "reversed"),
    ("confirmed", "reversed"),
    ("sure", "reversed"),
}

SLICES = 4
"""So many parts, which processes that run tests can share out; of the form half as many, whose rows are joined."""


@pytest.fixture(name="facts", scope="module", params=range(SLICES // 2))
def rows_of_form(request: pytest.FixtureRequest) -> tuple[Looked, Compared]:
    """What each place of the form does, a part of them at a time, and what comes of the rows that change these."""
    looked = looked_at(FULL, changes()[request.param :: SLICES // 2])
    return looked, Compared(rows_for(FULL, looked))


def changes() -> list[Row]:
    """A row for each change of the form."""
    return [row for group in groups_of_form(FULL) for row in group if row.typed]


@pytest.fixture(name="choices", scope="module", params=range(SLICES))
def rows_of_library(request: pytest.FixtureRequest) -> Compared:
    """What comes of a row for each option and each parameter, a part of them at a time."""
    return Compared([*groups_of_library(FULL, LIBRARY)][request.param :: SLICES])


# ------------------------------------------------------------------------------------------------------- the form


def test_a_document_says_what_its_row_says_of_the_facts_and_nothing_of_a_row_before_it(
    facts: tuple[Looked, Compared],
) -> None:
    """Whatever is changed in the form shows in a document, or is refused, as bands that no longer meet are.

    So are the weights of outcomes that are no longer 100 together.
    """
    looked, compared = facts
    assert compared.wrong == []
    assert compared.held == looked.held
    together = {each for each in looked.held if each[0].startswith(("funding.bands", "project.outcomes"))}
    assert compared.refused <= {(place, "taken away") for place in places()} | {("schema", "another value")} | together
    assert compared.refused == held_by(looked.refused)
    assert looked.silent == SHOWS_NOWHERE & looked.held


def test_a_document_says_the_figures_of_its_row_as_they_are_spelt() -> None:
    [*_, respelled] = groups_of_form(FULL)
    assert {does for row in respelled for _, does in row.holds} == {"in other digits"}
    assert Compared([respelled]).wrong == []


def test_many_facts_are_changed_by_two_rows_each_and_no_two_of_one_record_by_one_row() -> None:
    """A name and the role of the same party are apart; a list of that party, or another party, may be with either."""
    names = ["date", "parties.hill.name", "parties.hill.lead.name", "parties.hill.email", "project.title"]
    known = {row.name: row for row in changes()}
    rows = [known[f"{name}: another value"] for name in names] + [known["parties.hill.members: reversed"]]
    pairs = [tuple(each[0] for each in row.holds) for row in joined(FULL, rows)]
    assert sorted(each for pair in pairs for each in pair) == sorted(2 * [row.holds[0][0] for row in rows])
    assert not [pair for pair in pairs if {"parties.*.name", "parties.*.email"} <= set(pair)]
    assert [sorted(map(len, pairs[:2])), sorted(map(len, pairs[2:]))] == [[1, 5], [1, 5]]


def test_no_document_holds_the_name_of_a_party_of_a_row_before_it() -> None:
    """Two parties who are named in every clause."""
    two = put(put(FULL, ("parties", "dale"), None), ("parties", "count"), None)
    groups = groups_of_form({"parties": two["parties"]})
    rows = [row for group in groups for row in group if row.holds and row.holds[0][1] == "another value"]
    assert Compared([[Row("nothing", two), *joined(two, rows)]]).wrong == []


def test_every_place_of_the_form_is_changed_and_every_list_is_longer_shorter_and_reversed() -> None:
    wanted = {(place, does) for place, node in places().items() for does in done_at(place, node)}
    assert held_by(chain.from_iterable(groups_of_form(FULL))) == wanted
    assert wanted >= SHOWS_NOWHERE


def done_at(place: str, node: Node) -> Iterator[str]:
    """What is to be done at a place of the form."""
    if shape_of(node) in {"list", "map"}:
        yield from ORDERS
    elif not place.endswith(f".{ANY}"):
        yield "taken away"
    if shape_of(node) == "value":
        yield "another value"
    if can_be_respelled(node):
        yield "in other digits"


# ---------------------------------------------------------------------------------------------------- the library


def test_a_document_holds_what_its_row_chose_and_nothing_of_a_row_before_it(choices: Compared) -> None:
    """An issue that is left out is refused where it is required, or where another option needs it."""
    assert choices.wrong == []
    required = {(issue.id, NONE) for issue in LIBRARY.issues.values() if issue.required}
    options = [option for known in LIBRARY.options.values() for option in known.values()]
    needed = {(link.issue, NONE) for option in options for group in option.needs for link in group}
    assert required & choices.held <= choices.refused <= (required | needed) & choices.held


def test_every_option_is_chosen_and_every_parameter_set() -> None:
    options = {(issue, option) for issue, known in LIBRARY.options.items() for option in (*known, NONE)}
    parameters = {(each[0], name): own for each in options for name, own in taken(LIBRARY, *each).items()}
    held = held_by(chain.from_iterable(groups_of_library(FULL, LIBRARY)))
    assert {each for each in held if len(each) == 2} == options
    assert {each[:2] for each in held if len(each) > 2} == set(parameters)
    assert held >= {(*each, does) for each, own in parameters.items() for does in done_with(own)}


def done_with(parameter: Parameter) -> Iterator[str]:
    """What is to be done with a parameter, beside giving it another value."""
    yield from (phrase.word for phrase in parameter.values if parameter.type == "choice")
    if parameter.type in RESPELLED:
        yield "in other digits"
    if parameter.per:
        yield from ("of each party", "of each party, reversed")


# ------------------------------------------------------------------------------------------------------ all stories


@pytest.mark.skipif(not os.environ.get("PACTWRIGHT_ALL_ROWS"), reason="takes an hour; PACTWRIGHT_ALL_ROWS=1 runs it")
@pytest.mark.parametrize("name", STORIES)
def test_no_document_of_any_story_holds_what_a_row_before_it_said(name: str) -> None:
    tree: Tree = STORIES[name]
    known = library(tree["jurisdiction"])
    assert Compared([*groups_of_addresses(tree), *groups_of_library(tree, known, one_by_one=True)]).wrong == []
