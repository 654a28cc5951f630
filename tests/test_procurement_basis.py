"""What a paper says of the route by which it is made: true figures, and a door that stays open to both sides."""

from __future__ import annotations

from copy import deepcopy

import pytest

from pactwright.document import Paragraph, Table, words
from pactwright.library.model import Option
from tests.solving import can_stand, options, solved
from tests.stories import Tree, changed, draft, plain, spec_tree

ISSUE = "procurement/basis"
CHOICE = f"choices.{ISSUE}"
OPTIONS = [each for each in options("au-nsw") if each.issue == ISSUE]


def clause(option: Option, document: str = "pilot-agreement") -> str:
    """The clause on the basis of award under an option, between two parties where two can choose it."""
    stories = (spec_tree(name) for name in ("startup-pilot", "two-cities"))
    tree = next(each for each in stories if can_stand(option, each, document))
    found = (each for part in solved(tree, document, option).agreement.articles for each in part.clauses)
    blocks = (block for each in found if each.id == ISSUE for block in each.blocks)
    return plain(" ".join(words(block.runs) for block in blocks if isinstance(block, Paragraph)))


@pytest.mark.parametrize("option", OPTIONS, ids=[each.id for each in OPTIONS])
def test_taking_part_is_neither_a_head_start_nor_by_itself_a_bar(option: Option) -> None:
    for document in ("pilot-agreement", "mou"):
        assert "is not by itself a reason to exclude" in clause(option, document)


def named(name: str) -> Option:
    """The option of that id."""
    return next(each for each in OPTIONS if each.id == name)


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("open-call", "by those criteria among all who applied in time"),
        ("open-call", "may fill every other place, also with a competitor"),
        ("open-call", "Nothing is bought under this agreement"),
        ("market-sounding", "to at least 2 other suppliers, or publish them"),
        ("market-sounding", "must give that record to every bidder on the day of the notice"),
        ("market-sounding", "Nothing is bought under this agreement"),
        ("aggregation", "is not bound to buy anything, alone or together with another party"),
        ("aggregation", "must publish each estimate on the day on which a Maker receives it"),
        ("aggregation", "Nothing is bought under this agreement"),
        ("per-city", "owes nothing for what another party buys"),
        ("per-city", "That end is no breach by a Maker that did not cause it"),
        ("dialogue", "have changed nothing on which the choice rested"),
        ("dialogue", "without the written consent of that bidder"),
    ],
)
def test_each_route_says_what_keeps_it_fair(option: str, says: str) -> None:
    assert says in clause(named(option))


def test_a_memorandum_on_talks_binds_the_city_to_tell_every_bidder_what_it_told_one() -> None:
    assert "must give to every bidder on the day of the notice" in clause(named("market-sounding"), "mou")


@pytest.mark.parametrize("route", ["open-call", "market-sounding", "aggregation"])
def test_nobody_is_paid_on_a_route_on_which_nothing_is_bought(route: str) -> None:
    changes: Tree = {"model": None, "procurement.route": route, "funding.price": "AUD 9,000", CHOICE: route}
    told = [each.seen for each in draft(changed(spec_tree("two-cities"), changes)).findings if each.rule == "requires"]
    assert told == [f"procurement/basis: {route} does not fit: a partner is paid money, by funding.price"]


OWN: Tree = {"route": "below-threshold", "pilot_value": "AUD 15,000", "options_value": "nil", "reason": "three quotes"}
EACH: Tree = {
    "model": None,
    "procurement.route": "per-city",
    "funding.price": "AUD 20,000",
    "parties.hill.purchase": OWN,
    "parties.dale.purchase": {**OWN, "route": "competitive", "pilot_value": "AUD 900,000"},
    CHOICE: None,
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"parties.hill.purchase.options_value": "AUD 235,000"}, [("error", "parties.hill.purchase.options_value")]),
        ({"parties.hill.purchase.options_value": None}, [("warning", "parties.hill.purchase.options_value")]),
        ({"parties.dale.purchase": None}, [("warning", "parties.dale.purchase.route")]),
    ],
)
def test_the_largest_purchase_without_a_tender_is_held_against_the_figure(
    changes: Tree, expected: list[tuple[str, str]]
) -> None:
    findings = draft(changed(spec_tree("two-cities"), deepcopy(EACH) | changes)).findings
    assert [(each.level, each.address) for each in findings if each.rule == "threshold"] == expected


def test_the_route_of_each_city_stands_in_the_record() -> None:
    made = draft(changed(spec_tree("two-cities"), EACH)).agreement
    [record] = [each for each in made.schedules if each.id == "procurement-record"]
    [table] = [block for block in record.blocks if isinstance(block, Table) and len(block.columns) > 2]
    rows = [[plain(words(cell)) for cell in row] for row in table.rows]
    assert [row[:2] for row in rows] == [
        ["Hill", "purchase below the tender threshold"],
        ["Dale", "open competition"],
    ]


def test_a_purchase_below_the_threshold_prints_the_amount_and_its_day() -> None:
    assert "On 1 December 2026 that amount is AUD 250,000" in clause(named("below-threshold"))


def test_a_challenge_lets_follow_only_what_the_record_puts_a_value_on() -> None:
    said = clause(named("challenge-based"))
    assert "The limit is the value of options in" in said
    assert "If no value of options stands there" in said


def test_a_stop_for_want_of_a_route_costs_nobody_and_has_an_end() -> None:
    said = clause(named("no-procurement"))
    assert "Each party bears its own cost of the stop" in said
    assert "if the stop lasts 30 days" in said
