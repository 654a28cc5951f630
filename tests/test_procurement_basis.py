"""What a paper says of the route by which it is made: true figures, and a door that stays open to both sides."""

from __future__ import annotations

import pytest

from pactwright.document import Paragraph, words
from pactwright.library.model import Option
from tests.solving import can_stand, options, solved
from tests.stories import plain, spec_tree

ISSUE = "procurement/basis"
OPTIONS = [each for each in options("au-nsw") if each.issue == ISSUE]


def clause(option: Option, document: str = "pilot-agreement") -> str:
    """The clause on the basis of award under an option."""
    tree = spec_tree("startup-pilot")
    assert can_stand(option, tree, document)
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
