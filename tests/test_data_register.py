"""What a paper says of its list of data: every counter is on it, and silence stops nobody for ever."""

from __future__ import annotations

import pytest

from pactwright.document import Paragraph, words
from tests.solving import options, solved
from tests.stories import plain, spec_tree

ISSUE = "data/register"
OPTIONS = {each.id: each for each in options("au-nsw") if each.issue == ISSUE}


def clause(option: str) -> str:
    """The clause on the register under an option, between two parties."""
    made = solved(spec_tree("startup-pilot"), "pilot-agreement", OPTIONS[option]).agreement
    found = (each for article in made.articles for each in article.clauses if each.id == ISSUE)
    return plain(" ".join(words(block.runs) for each in found for block in each.blocks if isinstance(block, Paragraph)))


@pytest.mark.parametrize("option", OPTIONS)
def test_every_counter_is_listed_and_a_silent_party_stops_nothing_for_ever(option: str) -> None:
    said = clause(option)
    assert "each device and each counter of its own that collects data" in said
    assert "still not given it 5 business days after a reminder" in said
    assert "This does not hold for data about people" in said
    assert "Dates that wait for a late answer move" in said
    assert "what the measuring device is calibrated to" in said


def test_categories_let_a_new_set_start_with_a_notice_and_keep_people_out() -> None:
    said = clause("categories")
    assert "within 5 business days after the start" in said
    assert "must not collect data that can be about people before that data has an entry of its own" in said
