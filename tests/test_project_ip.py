"""What becomes of what a project creates: in every option, for each side, on the day after the end."""

from __future__ import annotations

import pytest

from pactwright.document import Paragraph, words
from pactwright.library.model import Option
from tests.solving import options, solved
from tests.stories import Tree, plain, spec_tree

ISSUE = "ip/project-ip"
STORY = "startup-pilot"
"""A paid pilot with an item of background IP."""
OPTIONS = [each for each in options("au-nsw") if each.issue == ISSUE]
BACKGROUND = {
    "broad-licence": (
        ("perpetual and without charge, to use, copy and adapt", "only while it owes no amount"),
        "offer",
    ),
    "listed-needed": (
        ("on fair market terms, within 30 days", "until 30 days after it receives an offer"),
        "perpetual",
    ),
    "pilot-only": (("Nobody has to license a listed item after", "must delete or return the copy within"), "offer"),
    "evaluation-only": (("must itself run", "No other party gets a copy"), "must delete"),
}
"""What each answer on background IP says of the end, and does not say."""
every_option = pytest.mark.parametrize("option", OPTIONS, ids=[each.id for each in OPTIONS])


def named(name: str) -> Option:
    """An option on background IP."""
    return next(each for each in options("au-nsw") if (each.issue, each.id) == ("ip/background", name))


def clauses(option: Option, parameters: Tree | None = None, document: str = "pilot-agreement") -> str:
    """The clauses on the issue of an option."""
    made = solved(spec_tree(STORY), document, option, parameters).agreement
    found = (each for article in made.articles for each in article.clauses if each.id == option.issue)
    return plain(" ".join(words(block.runs) for each in found for block in each.blocks if isinstance(block, Paragraph)))


@every_option
def test_the_city_may_always_publish_and_loses_the_rest_only_while_it_does_not_pay(option: Option) -> None:
    said = clauses(option)
    assert "may publish the reports and findings of the Project, whatever they say" in said
    assert "While the Council owes the Sensor Company an amount that is overdue and not in dispute, its licence" in said
    assert "covers the Project only, despite clause" in said


@every_option
def test_the_end_of_the_agreement_takes_no_result_and_no_lasting_licence_away(option: Option) -> None:
    for document in ("pilot-agreement", "mou"):
        assert "or a party leaves" in clauses(option, document=document)


@pytest.mark.parametrize("name", BACKGROUND)
def test_what_becomes_of_the_product_of_a_partner_on_the_day_after_is_said(name: str) -> None:
    says, never = BACKGROUND[name]
    said = clauses(named(name))
    assert [each for each in says if each not in said] == []
    assert never not in said


def test_nobody_gets_the_product_of_a_partner_for_nothing_by_a_default() -> None:
    said = clauses(named("listed-needed"), {"background_after": "yes"})
    for limit in ("cannot reasonably run without a listed item", "no reverse engineering", "30 days after notice"):
        assert limit in said


@every_option
def test_a_memorandum_moves_no_right(option: Option) -> None:
    said = clauses(option, document="mou")
    assert "stays with that party until a pilot agreement says otherwise" in said
    assert " assigns" not in said


@pytest.mark.parametrize("name", BACKGROUND)
def test_a_memorandum_licenses_nothing(name: str) -> None:
    said = clauses(named(name), document="mou")
    assert "Nothing in this memorandum transfers Intellectual Property or grants a licence" in said


def test_ownership_for_a_price_waits_for_the_price() -> None:
    [city_owns] = (each for each in OPTIONS if each.id == "city-owns")
    assert "that goes to the Council for an amount passes when the amount" in clauses(city_owns)
