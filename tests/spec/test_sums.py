"""Money and shares: what is a part of something adds up to it, in one currency, and is borne by who signs."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from pactwright.choices import checked_choices
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.library.words import words_of
from pactwright.spec import reading_from
from pactwright.spec.currencies import currencies_in
from tests.stories import NOWHERE, ROOT, Tree, changed, library, tree_in

PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
STAGES = {"funding.stages": [{"name": "One", "amount": "18,000"}, {"name": "Two", "amount": "30,000"}]}
AT_COST: Tree = {
    "funding.price": None,
    "milestones": None,
    "funding.target_cost": "100,000",
    "funding.fee": "8,000",
    "funding.ceiling": "130,000",
}
BANDS: Tree = {
    "funding.bands": [
        {"from_pct": "0", "to_pct": "100", "partner_pct": "40"},
        {"from_pct": "100", "partner_pct": "60"},
    ]
}
NO_PRICE: Tree = {"funding.price": None}


def found(changes: Tree) -> tuple[Finding, ...]:
    """What is found about the example with some places changed, by the rules of a spec and by its choices."""
    known = library("au-nsw")
    try:
        tree = changed(PILOT, copy.deepcopy(changes))
        reading = reading_from(
            tree, NOWHERE, lambda spec: (None, checked_choices(spec, known).findings), words_of(known.vocabulary)
        )
    except InputError as error:
        return error.findings
    return reading.remarks


def said(changes: Tree) -> list[tuple[str, str, str]]:
    return [(each.rule, each.level, each.address) for each in found(changes)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"milestones.map-live.amount": "15,001"}, [("milestone-sum", "error", "milestones.report.amount")]),
        ({"milestones.map-live.amount": None}, [("milestone-sum", "warning", "milestones.map-live.amount")]),
        ({"milestones.map-live.amount": "nil"}, [("milestone-sum", "error", "milestones.report.amount")]),
        (  # what the company pays is no part of the price that the council pays
            {"milestones.report.payer": "company", "milestones.report.payee": "council"},
            [("milestone-sum", "error", "milestones.map-live.amount")],
        ),
        (
            {"milestones.map-live.amount": None, "milestones.report.amount": "50,000"},
            [("milestone-sum", "error", "milestones.report.amount")],
        ),
        ({"milestones.map-live.amount": None, "milestones.report.amount": None}, []),
        ({**NO_PRICE, "funding.ceiling": "48,000"}, []),
        ({**NO_PRICE, "funding.ceiling": "47,999"}, [("milestone-sum", "error", "milestones.report.amount")]),
        ({**NO_PRICE, "funding.budget": "47,999"}, [("milestone-sum", "error", "milestones.report.amount")]),
        ({**NO_PRICE, "funding.ceiling": "EUR 1"}, [("rate-rule", "error", "funding.ceiling")]),  # and not held here
        ({**NO_PRICE, **STAGES}, []),
        (
            {**NO_PRICE, **STAGES, "funding.stages.1.amount": "20,000"},
            [("milestone-sum", "error", "milestones.report.amount")],
        ),
        ({**NO_PRICE, **STAGES, "funding.stages.1.amount": None}, []),
        (STAGES, []),
        ({**STAGES, "funding.stages.1.amount": "200,000"}, [("stage-sum", "error", "funding.stages.1.amount")]),
        ({**STAGES, "funding.stages.0.amount": "200,000"}, [("stage-sum", "error", "funding.stages.0.amount")]),
        ({**STAGES, "funding.stages.1.amount": "20,000"}, [("stage-sum", "warning", "funding.stages.1.amount")]),
        ({**STAGES, "funding.stages.1.amount": None}, [("stage-sum", "warning", "funding.stages.1.amount")]),
        ({**STAGES, "funding.stages.1.amount": "20,000", "funding.pot": "yes"}, []),
        ({**STAGES, "funding.budget": "60,000"}, []),
        ({**STAGES, "funding.budget": "60,000", "funding.stages.1.amount": "42,000"}, []),
        (
            {**STAGES, "funding.budget": "60,000", "funding.stages.1.amount": "42,001"},
            [("stage-sum", "error", "funding.stages.1.amount")],
        ),
        ({"funding.budget": "48,000", "funding.ceiling": "48,000"}, []),
        ({"funding.budget": "47,999"}, [("limits", "error", "funding.price")]),
        ({"funding.ceiling": "47,999"}, [("limits", "error", "funding.price")]),
        (AT_COST, []),
        ({**AT_COST, "funding.ceiling": "107,999"}, [("limits", "error", "funding.ceiling")]),
        ({**AT_COST, "funding.fee": "100,000", "funding.ceiling": "200,000"}, []),
        (
            {**AT_COST, "funding.fee": "100,001", "funding.ceiling": "300,000"},
            [("limits", "warning", "funding.fee")],
        ),
        ({**AT_COST, "funding.fee": "8,000 inclusive"}, [("tax-basis", "error", "funding.fee")]),
        (
            {"funding.capital": "9,000", "funding.running_cost": "90 inclusive"},
            [("tax-basis", "error", "funding.running_cost")],
        ),
        (
            {"funding.income": [{"gross": "9,000 inclusive", "direct": "4,000"}]},
            [("tax-basis", "error", "funding.income.0.direct")],
        ),
        (
            {"funding.income": [{"gross": "9,000", "direct": "EUR 4,000"}]},
            [("rate-rule", "error", "funding.income.0.direct")],
        ),
        ({"funding.savings": [{"unit_price": "EUR 0.22"}]}, [("rate-rule", "error", "funding.savings.0.unit_price")]),
        ({**AT_COST, **BANDS}, []),
        (
            {**AT_COST, **BANDS, "funding.bands.1.from_pct": "90"},
            [("share-bands", "error", "funding.bands.1.from_pct")],
        ),
        (
            {**AT_COST, **BANDS, "funding.bands.1.from_pct": "110"},
            [("share-bands", "error", "funding.bands.1.from_pct")],
        ),
        ({**AT_COST, **BANDS, "funding.bands.1.to_pct": "120"}, [("share-bands", "error", "funding.bands.1.to_pct")]),
        (
            {**AT_COST, **BANDS, "funding.bands.0.partner_pct": "101"},
            [("share-bands", "error", "funding.bands.0.partner_pct")],
        ),
        ({"procurement.pilot_value": "9,000"}, [("limits", "warning", "procurement.pilot_value")]),
        (
            {"milestones.report.amount": "15,000 inclusive"},
            [("tax-basis", "error", "milestones.report.amount")],
        ),
        ({"contributions.2.value": "22,400 inclusive"}, [("tax-basis", "error", "contributions.2.value")]),
        ({"contributions.2.value": "22,400,000"}, [("limits", "warning", "contributions.2.value")]),
        ({"risks.vandalism.unit_value": "AUD 800,000"}, [("limits", "warning", "risks.vandalism.unit_value")]),
        ({"milestones.map-live.amount": "15,000,000"}, [("milestone-sum", "error", "milestones.map-live.amount")]),
    ],
)
def test_parts_are_held_against_their_whole(changes: Tree, expected: list[tuple[str, str, str]]) -> None:
    assert said(changes) == expected


LEFT, NIL = "nothing is left", "nil, or less for the others"
WHOLE, HAVE = "milestones that add up to funding.price", "that have an amount add up to 48,000"
MAP, REPORT = "milestones.map-live.amount", "milestones.report.amount"
MILESTONES = "the milestones that have an amount add up to {} and the price is 48,000"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({MAP: None}, ("warning", MAP, MILESTONES.format("33,000"), "the rest is 15,000")),
        ({MAP: None, REPORT: "30,000"}, ("warning", MAP, f"{MILESTONES.format('48,000')}: {LEFT}", NIL)),
        (
            {MAP: None, REPORT: None, "milestones.sensors-up.amount": "48,000"},
            ("warning", MAP, f"{MILESTONES.format('48,000')}: {LEFT}", NIL),
        ),
        ({MAP: None, REPORT: "30,000.01"}, ("error", REPORT, MILESTONES.format("48,000.01"), WHOLE)),
        (
            {**STAGES, "funding.stages.0.amount": None, "funding.stages.1.amount": "48,000"},
            ("warning", "funding.stages.0.amount", f"the stages {HAVE} and the price is 48,000: {LEFT}", NIL),
        ),
    ],
)
def test_what_is_left_for_an_amount_that_is_missing_is_said(changes: Tree, expected: tuple[str, ...]) -> None:
    [told] = found(changes)
    assert (told.level, told.address, told.seen, told.accepted) == expected


def test_nothing_is_said_of_an_amount_that_the_spec_lists_as_open() -> None:
    for amount in ("15,000", "30,000"):
        unsettled: Tree = {MAP: None, REPORT: amount, "open": [{"fact": MAP, "owner": "council"}]}
        assert said(unsettled) == []


COSTS: Tree = {"choices.funding/costs": {"option": "shared-pct", "reason": "We share."}}
SHARES = "choices.funding/costs.share_pct"


@pytest.mark.parametrize(
    ("shares", "seen"),
    [
        ({"council": "40", "company": "60"}, []),
        ({"council": "100", "company": "0"}, []),
        ({"council": "33.33", "company": "66.67"}, []),
        ({"council": "10", "company": "10"}, ["the shares are 20 together"]),
        ({"council": "60", "company": "60"}, ["the shares are 120 together"]),
        ({"council": "40"}, ["the shares are 40 together"]),
        ({"council": "33.33", "company": "33.33"}, ["the shares are 66.66 together"]),
        ({"council": "40", "network": "60"}, ['"network" does not sign, so nothing binds it here']),
    ],
)
def test_shares_of_a_cost_are_the_whole_together(shares: Tree, seen: list[str]) -> None:
    assert [each.seen for each in found({**COSTS, SHARES: shares}) if each.level == "error"] == seen


OBSERVER: Tree = {
    "parties.lab": {
        "name": "Example University",
        "side": "independent",
        "kind": "university",
        "called": "the University",
    }
}
THIRDS = dict.fromkeys(("council", "company", "lab"), "33.33")


def test_three_thirds_are_the_whole_and_who_does_not_sign_bears_none() -> None:
    shares: Any = {**COSTS, **OBSERVER, SHARES: THIRDS}
    [problem] = [each for each in found(shares) if each.rule in {"shares", "unbound"}]
    assert (problem.address, problem.level) == (f"{SHARES}.lab", "error")
    assert not [each for each in found({**shares, "parties.lab.signs": "yes"}) if each.rule in {"shares", "unbound"}]
    signed_for = {**shares, "parties.council.signs_for": ["lab"], "parties.council.authority": "a deed"}
    assert not [each for each in found(signed_for) if each.rule in {"shares", "unbound"}]


def test_the_same_holds_for_the_shares_of_a_risk() -> None:
    risk: Any = {"risks.wind": {"event": "a storm", "owner": "shared", "shares": THIRDS}}
    assert [each.address for each in found({**OBSERVER, **risk}) if each.level == "error"] == ["risks.wind.shares.lab"]
    assert not [
        each
        for each in found({**OBSERVER, **risk, "parties.lab.signs": "yes"})
        if each.rule in {"risk-shares", "unbound"}
    ]


CAP, RISK = "choices.liability/cap.low_fixed", "choices.risk/allocation"


@pytest.mark.parametrize(
    ("changes", "addresses"),
    [
        ({CAP: "AUD 100,000"}, []),
        ({CAP: "EUR 100,000"}, [CAP]),
        ({CAP: "EUR 100,000", "money.rate_rule": "the rate of the day"}, []),
        ({CAP: "EUR nil"}, [CAP]),  # no amount at all
        (
            {"money.currency": "USD"},
            [CAP, "choices.liability/insurance.public_cover", f"{RISK}.shared_limit", "risks.vandalism.unit_value"],
        ),
        (
            {"funding.ceiling": "EUR 50,000", "procurement.options_value": "NZD 1"},
            ["funding.ceiling", "procurement.options_value"],
        ),
    ],
)
def test_a_spec_counts_in_one_currency_in_its_choices_too(changes: Tree, addresses: list[str]) -> None:
    assert sorted(each.address for each in found(changes) if each.level == "error") == sorted(addresses)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("for not more than AUD 120,000", False),
        ("for not more than USD 120,000", True),
        ("for not more than 120,000 EUR", True),
        ("for not more than \N{EURO SIGN}5", True),
        ("ALL 24 sensors of IEC 60529", False),
        ("up to 40 more sensors", False),
    ],
)
def test_a_text_in_another_currency_is_remarked(text: str, *, warned: bool) -> None:
    rules = [each.rule for each in found({"funding.option_later": text}) if each.address == "funding.option_later"]
    assert rules == (["text-currency"] if warned else [])


def test_an_amount_in_a_choice_is_told_once() -> None:
    assert [each.rule for each in found({CAP: "EUR 100,000"})] == ["rate-rule"]
    assert currencies_in("NZD 5 and 5 GBP") == ("NZD", "GBP")


PERCENTS = ["choices.reward/milestones.holdback_pct", "choices.term/term.wind_down_pct", "outsiders.network.match_pct"]


@pytest.mark.parametrize("address", PERCENTS)
@pytest.mark.parametrize("typed", ["0.05", "0.5", "0.1000"])
def test_a_percentage_typed_as_a_fraction_is_asked_back(address: str, typed: str) -> None:
    [problem] = [each for each in found({address: typed}) if each.level == "error"]
    assert (problem.rule, problem.address) == ("percent-fraction", address)
    assert "did you mean" in problem.fix


def test_what_was_most_likely_meant_is_named() -> None:
    [problem] = found({"outsiders.network.match_pct": "0.05"})
    assert problem.fix == "did you mean 5? Write 0.05% if not"


@pytest.mark.parametrize("typed", ["0.05%", "0.5 %", "0", "1", "5", "1.5", "100"])
def test_a_percentage_with_its_sign_or_of_one_and_more_is_taken(typed: str) -> None:
    assert not [each for each in found({"outsiders.network.match_pct": typed}) if each.level == "error"]


@pytest.mark.parametrize("shares", [{"council": "0.4", "company": "0.6"}])
def test_shares_typed_as_fractions_are_asked_back_each(shares: Tree) -> None:
    problems = [each for each in found({**COSTS, SHARES: shares}) if each.level == "error"]
    assert [each.rule for each in problems] == ["percent-fraction", "percent-fraction"]
