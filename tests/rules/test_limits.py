"""A limit of liability beside the figures of other clauses: told in one line, and only where they differ."""

from __future__ import annotations

import pytest

from pactwright.choices import checked_choices
from pactwright.drafting import selection_for
from pactwright.selection.limits import limit_problems
from pactwright.selection.worth import worth_problems
from tests.solving import FACTS
from tests.stories import Tree, changed, library, spec_of, spec_tree

TARGET = FACTS["funding.has_target_cost is yes"]
CAP, COVER = "choices.liability/cap", "choices.liability/insurance"
PAID_AHEAD: Tree = {"choices.funding/payment": {"option": "advance", "reason": "It buys parts.", "advance_pct": "20"}}


def told(changes: Tree) -> list[str]:
    """What is said of the limits of the story with some places changed."""
    tree = changed(spec_tree("startup-pilot"), {"milestones": None, "funding.stages": None, **changes})
    spec, known = spec_of(tree), library("au-nsw")
    choices = checked_choices(spec, known)
    assert [str(each) for each in choices.findings if each.level == "error"] == []
    made = selection_for(spec, choices, known, "pilot-agreement")
    return [str(each) for rule in (limit_problems, worth_problems) for each in rule(made, spec.settled)]


def limit(option: str, **values: object) -> Tree:
    return {CAP: {"option": option, "reason": "It is what the insurer takes.", **values}}


@pytest.mark.parametrize(
    ("changes", "right", "line"),
    [
        (
            TARGET | limit("fee-or-fixed", fee={"city": "nil", "maker": "AUD 6,000"}),
            TARGET | limit("fee-or-fixed", fee={"city": "nil", "maker": "AUD 8,000"}),
            (
                "fee: error: limits-meet: the fees that limit what partners owe are 6,000 together, and the fee is"
                " AUD 8,000; fees that add up to AUD 8,000"
            ),
        ),
        (
            TARGET
            | limit("low-fixed")
            | {"choices.risk/overrun": {"option": "target-share", "pain_cap": "AUD 80,000"}},
            TARGET
            | limit("low-fixed")
            | {"choices.risk/overrun": {"option": "target-share", "pain_cap": "AUD 50,000"}},
            (
                "low_fixed: warning: limits-meet: the partners may bear up to 80,000 of an overrun, beside a limit of"
                " 50,000; at least 80,000, or both figures side by side in what is decided"
            ),
        ),
        (
            PAID_AHEAD | limit("low-fixed") | {"funding": {"price": "AUD 300,000"}},
            PAID_AHEAD | limit("low-fixed") | {"funding": {"price": "AUD 250,000"}},
            (
                "low_fixed: warning: limits-meet: up to 60,000 of an advance may go back, beside a limit of 50,000;"
                " at least 60,000, or both figures side by side in what is decided"
            ),
        ),
    ],
)
def test_a_limit_that_does_not_go_with_another_figure_is_told(changes: Tree, right: Tree, line: str) -> None:
    assert told(changes) == [f"{CAP}.{line}"]
    assert told(right) == []


def record(value: str) -> Tree:
    return {"procurement": {"route": "challenge-based", "pilot_value": value, "options_value": "AUD 50,000"}}


STEPS: Tree = {
    "milestones": {"m1": {"deliverable": "A unit", "test": "it runs", "due": "2027-02-01"}},
    "funding": {"price": "AUD 25,000"},
    "choices.reward/milestones": {"option": "success-fee", "reason": "It pays.", "success_fee": "AUD 3,000"},
}
SAVED = {key: each for key, each in FACTS["funding.savings is at least 1"].items() if key != "funding.running_cost"}


@pytest.mark.parametrize(
    ("changes", "right", "seen"),
    [
        (
            STEPS,
            "28,000",
            "78,000 may be payable: 25,000 (funding.price), 3,000 (choices.reward/milestones.success_fee)",
        ),
        (
            {"funding": {"price": "AUD 25,000"}, **SAVED},
            "29,000",
            "79,000 may be payable: 25,000 (funding.price), 4,000 (funding.capital), 50,000 (procurement.opt",
        ),
    ],
)
def test_the_record_states_all_that_a_success_or_a_saving_may_earn(changes: Tree, right: str, seen: str) -> None:
    [line] = told({**changes, **record("AUD 25,000")})
    assert line.startswith("procurement.pilot_value: warning: record-value: ")
    assert f"a value of 75,000 with options, and {seen}" in line
    assert line.endswith(f"; a pilot of {right}")
    assert told({**changes, **record(f"AUD {right}")}) == []


def test_a_cover_above_what_the_place_usually_asks_needs_a_reason() -> None:
    spec = spec_of(changed(spec_tree("startup-pilot"), {COVER: {"public_cover": "AUD 30,000,000"}}))
    [line] = [str(each) for each in checked_choices(spec, library("au-nsw")).findings if each.level == "error"]
    assert line.startswith(
        f"{COVER}.public_cover: error: unusual-value: 30000000 is unusual for public_cover; usually "
    )
    assert (
        told({COVER: {"option": "risk-based", "reason": "The show asks it.", "public_cover": "AUD 30,000,000"}}) == []
    )


def test_damage_to_property_is_limited_to_the_cover_and_to_nothing_else() -> None:
    spec = spec_of(changed(spec_tree("startup-pilot"), limit("low-fixed", property_limit="AUD 5,000,000")))
    [line] = [str(each) for each in checked_choices(spec, library("au-nsw")).findings if each.level == "error"]
    assert line.endswith('"property_limit" is set elsewhere; set it under liability/insurance.public_cover')


def test_whoever_owes_a_part_of_its_income_has_a_limit_an_end_an_inspection_and_a_use() -> None:
    for option in library("au-nsw").options["reward/revenue"].values():
        if option.allocates[0].to != "partner":
            assert {"cap", "years", "audit", "purpose"} <= option.ids(), option.id
