"""A document drafted in a batch is the one that is drafted alone, whatever its row says and whatever came before it.

A clause of another row would stand in a contract that somebody signs. So each place of the form, each option and each
parameter is changed by a row of its own, and every document of a row, as a draft and as a final, is held against the
same document drafted with nothing reused: its words, choices, findings and digests, and, where its words are new, the
bytes of its Word file.

PACTWRIGHT_ALL_ROWS=1 does the same with every story and every example, at every address at which it says something.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from pactwright.library.model import NONE, Parameter
from tests import stories
from tests.guard.alone import Compared
from tests.guard.form import ANY, Node, places, shape_of
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
    # The library has an order of its own, and an address says which text is meant.
    ("choices", "reversed"),
    ("sure", "reversed"),
    # Why an option was chosen is told by `explain`.
    ("choices.*.reason", "taken away"),
    ("choices.*.reason", "another value"),
}


@pytest.fixture(name="facts", scope="module")
def rows_of_form() -> Compared:
    """What comes of a row for each place of the form."""
    return Compared(groups_of_form(FULL))


@pytest.fixture(name="names", scope="module")
def rows_of_two_parties() -> Compared:
    """What comes of a row for each thing that is said of two parties who are named in every clause."""
    two = put(put(FULL, ("parties", "dale"), None), ("parties", "count"), None)
    groups = groups_of_form({"parties": two["parties"]})
    rows = [row for group in groups for row in group if row.holds is None or row.holds[1] == "another value"]
    return Compared([[Row(row.name, two | row.tree, row.holds) for row in rows]])


@pytest.fixture(name="choices", scope="module")
def rows_of_library() -> Compared:
    """What comes of a row for each option and each parameter."""
    return Compared(groups_of_library(FULL, LIBRARY))


# ------------------------------------------------------------------------------------------------------- the form


def test_no_document_holds_what_a_row_before_it_said_of_its_facts(facts: Compared, names: Compared) -> None:
    assert facts.wrong == []
    assert names.wrong == []


def test_every_place_of_the_form_is_changed_and_every_list_is_longer_shorter_and_reversed(facts: Compared) -> None:
    wanted = {(place, does) for place, node in places().items() for does in done_at(place, node)}
    assert facts.held == wanted
    assert facts.refused <= {(place, "taken away") for place in places()} | {("schema", "another value")}
    assert {each for each in facts.silent if each[1] != "in other digits"} == SHOWS_NOWHERE


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


def test_no_document_holds_what_a_row_before_it_chose(choices: Compared) -> None:
    assert choices.wrong == []


def test_every_option_is_chosen_and_every_parameter_set(choices: Compared) -> None:
    options = {(issue, option) for issue, known in LIBRARY.options.items() for option in (*known, NONE)}
    parameters = {(each[0], name): own for each in options for name, own in taken(LIBRARY, *each).items()}
    assert {each for each in choices.held if len(each) == 2} == options
    assert {each[:2] for each in choices.held if len(each) > 2} == set(parameters)
    assert choices.held >= {(*each, does) for each, own in parameters.items() for does in done_with(own)}
    assert choices.refused == {(issue.id, NONE) for issue in LIBRARY.issues.values() if issue.required}


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
    assert Compared([*groups_of_addresses(tree), *groups_of_library(tree, known, everywhere=True)]).wrong == []
