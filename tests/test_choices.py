"""Choices of a spec held against a library: what is accepted, and what is said of the rest."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from decimal import Decimal

import pytest

from pactwright.choices import CheckedChoice
from pactwright.library.model import Library
from pactwright.spec.amounts import Money
from tests.library.base import library, swapped
from tests.library.projects import DATA, choices_of

MORE = """\
  words:
    type: choice
    ask: How?
    values: [aloud, softly]
    own-words: yes
  share:
    type: percent
    ask: Which share?
    per: dataset
    shown: budget#milestones
  share_each:
    type: percent
    ask: Which share of each milestone?
    per: milestone
    shown: budget#milestones
  speaker:"""
CAP = swapped("clauses/liability/cap/issue.yml", "  speaker:", MORE)
SEATS = swapped(
    "clauses/governance/structure/issue.yml",
    "parameters:",
    "waits: {jury: reward/bonus}\nparameters:\n  chairs: {type: count, ask: How many?, per: partner, shown: governance#seats}",
)
NAMES = "amount, multiple, reply_days, losses, basis, words, share, share_each, speaker"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The base library with parameters of more types."""
    withdrawn = (
        "withdrawn:\n  - {id: data/control/each-own, reason: We keep control.}\n  - {id: term/term, reason: Ours.}\n"
    )
    return library(
        tmp_path_factory.mktemp("library"), {**CAP, **SEATS}, place="north", house={"withdrawn.yml": withdrawn}
    )


def said(made: Library, choice: str, more: str = "") -> list[str]:
    """What is said about one choice, which stands in line 9, column 3."""
    return choices_of(made, f"choices:\n  {choice}\n{more}")[1]


UNKNOWN = {
    "liability/cup: fixed": (
        '9:3: error: unknown-issue: "liability/cup" is not an issue of the library; pactwright clauses list shows them all; did you mean "liability/cap"?'
    ),
    "public/art: fixed": (
        '9:3: error: unknown-issue: "public/art" is not an issue of the library; pactwright clauses list shows them all'
    ),
    "liability/cap: fixt": (
        '9:3: error: unknown-option: "fixt" is not an option of liability/cap; one of fixed, multiple, none; did you mean "fixed"?'
    ),
    "governance/structure: jury": (
        "9:3: error: unknown-option: governance/structure/jury is not written yet, for it waits for reward/bonus; one of lead, team, none"
    ),
    "liability/cap: {option: Fixed}": (
        '9:3: error: unknown-option: "Fixed" is not an option of liability/cap; one of fixed, multiple, none; did you mean "fixed"?'
    ),
    "liability/cap: {option: fixed, amuont: 5}": (
        f'9:34: error: unknown-parameter: "amuont" is not a parameter of liability/cap; one of {NAMES}, option, reason, private; did you mean "amount"?'
    ),
    "data/control: {share: 5}": (
        '9:18: error: unknown-parameter: "share" is not a parameter of data/control; one of none, option, reason, private'
    ),
    "data/control: each-own": '9:3: error: withdrawn: "each-own" is withdrawn: We keep control.; one of city-control',
    "term/term: fixed": '9:3: error: withdrawn: "term/term" is withdrawn: Ours.',
    "liability/cap: none": "9:3: error: reason-missing: liability/cap is left out without a reason; add reason:",
    "governance/structure: none": (
        "9:3: error: required-issue: governance/structure is left out; it is required: choose one of lead, team"
    ),
    "governance/structure: {option: none, reason: We know each other.}": (
        "9:3: error: required-issue: governance/structure is left out; it is required: choose one of lead, team"
    ),
}


@pytest.mark.parametrize(("choice", "expected"), UNKNOWN.items())
def test_an_issue_an_option_or_a_parameter_that_is_not_there_is_refused(
    made: Library, choice: str, expected: str
) -> None:
    assert said(made, choice) == [f"spec.yml:{expected}"]


NOT_TAKEN = {
    "liability/cap: {amount: lots}": (
        '9:19: error: money: "lots" is not an amount of money; such as "AUD 25,000", "25000", "EUR 1200.50 exclusive" or "nil"'
    ),
    "liability/cap: {amount: [1]}": '9:19: error: wrong-type: "amount" takes one value; money',
    "liability/cap: {amount: {firm: 1}}": '9:19: error: wrong-type: "amount" takes one value; money',
    "governance/structure: {meeting_days: 30.5}": (
        '9:26: error: count: "30.5" is not a whole number; digits only, such as 12'
    ),
    "liability/cap: {losses: {a: b}}": '9:19: error: wrong-type: "losses" is not a list of words; a list',
    "liability/cap: {basis: each-clam}": (
        '9:19: error: unknown-value: "each-clam" is not a value of basis; one of each-claim, all-claims; did you mean "each-claim"?'
    ),
    'liability/cap: {words: "a\\nb"}': (
        '9:19: error: text-line: "a b" runs over more than one line; one line without tabs'
    ),
    "liability/cap: {amount: AUD 999.99}": "9:19: error: out-of-range: AUD 999.99 is out of range for amount; at least AUD 1,000",
    "liability/cap: {multiple: 10.5}": "9:19: error: out-of-range: 10.5 is out of range for multiple; at most 10",
    "governance/structure: {meeting_days: 91, reason: It is slow.}": (
        "9:26: error: out-of-range: 91 is out of range for meeting_days; from 7 to 90; Often enough to see trouble early."
    ),
    "liability/cap: {multiple: 6}": (
        "9:19: error: unusual-value: 6 is unusual for multiple; usually at most 5; add reason: to the choice, or take a usual value"
    ),
    "governance/structure: {meeting_days: 13}": (
        "9:26: error: unusual-value: 13 is unusual for meeting_days; usually from 14 to 60; add reason: to the choice, or take a usual value"
    ),
    "liability/cap: {losses: [fraud, privacy]}": "9:19: error: fixed-value: injury cannot be left out; add injury",
    "liability/cap: {losses: injury}": "9:19: error: too-few: 1 values; at least 2",
    "liability/cap: {losses: [injury, fraud, rain]}": (
        '9:43: error: unknown-value: "rain" is not a value of losses; one of injury, fraud, privacy'
    ),
    "liability/cap: {losses: [injury, fraud, injury]}": (
        '9:43: error: repeated-value: "injury" stands twice; each value once'
    ),
    "liability/cap: {reply_days: 5}": (
        '9:19: error: borrowed-parameter: "reply_days" is set elsewhere; set it under governance/structure.meeting_days'
    ),
    "liability/cap: {speaker: frim}": (
        '9:19: error: unknown-reference: "frim" is not a party; one of town, firm; did you mean "firm"?'
    ),
    "governance/structure: {seats: {frim: 2}}": (
        '9:34: error: unknown-reference: "frim" is not a party; one of town, firm; did you mean "firm"?'
    ),
    "governance/structure: {chairs: {town: 2}}": (
        '9:35: error: unknown-reference: "town" is not a partner; one of firm'
    ),
    "governance/structure: {seats: {firm: 6}}": "9:34: error: out-of-range: 6 is out of range for seats; at most 5",
    "liability/cap: {share: {air: 50}}": (
        '9:27: error: unknown-reference: "air" is not a dataset; one of none: the spec has no such thing'
    ),
}


@pytest.mark.parametrize(("choice", "expected"), NOT_TAKEN.items())
def test_a_value_that_its_parameter_does_not_take_is_refused(made: Library, choice: str, expected: str) -> None:
    assert said(made, choice) == [f"spec.yml:{expected}"]
    assert choices_of(made, f"choices:\n  {choice}\n")[0].by_issue[choice.partition(":")[0]].values.keys() <= {
        "multiple",
        "meeting_days",
    }


TAKEN = {
    "liability/cap: fixed": CheckedChoice("fixed"),
    "liability/cap: {option: fixed, reason: It is known.}": CheckedChoice("fixed", "It is known."),
    "liability/cap: {option: none, reason: We are insured.}": CheckedChoice("none", "We are insured."),
    'liability/cap: {amount: "EUR 5,000 exclusive"}': CheckedChoice(
        values={"amount": Money(Decimal(5000), "EUR", "exclusive")}
    ),
    "liability/cap: {amount: 1000}": CheckedChoice(values={"amount": Money(Decimal(1000))}),
    "liability/cap: {amount: JPY 100}": CheckedChoice(values={"amount": Money(Decimal(100), "JPY")}),
    "liability/cap: {multiple: 6, reason: The insurer asks for it.}": CheckedChoice(
        "", "The insurer asks for it.", {"multiple": Decimal(6)}
    ),
    "governance/structure: {meeting_days: 60}": CheckedChoice(values={"meeting_days": 60}),
    "governance/structure: {meeting_days: 7, reason: Fast.}": CheckedChoice("", "Fast.", {"meeting_days": 7}),
    "liability/cap: {losses: [privacy, injury]}": CheckedChoice(values={"losses": ("privacy", "injury")}),
    "liability/cap: {basis: each-claim}": CheckedChoice(values={"basis": "each-claim"}),
    "liability/cap: {words: as a song}": CheckedChoice(values={"words": "as a song"}),
    "liability/cap: {speaker: firm}": CheckedChoice(values={"speaker": "firm"}),
    "governance/structure: {seats: 2}": CheckedChoice(values={"seats": 2}),
    "governance/structure: {seats: {town: 3, firm: 0}}": CheckedChoice(values={"seats": {"town": 3, "firm": 0}}),
    "governance/structure: {chairs: {firm: 1}}": CheckedChoice(values={"chairs": {"firm": 1}}),
}


@pytest.mark.parametrize(("choice", "expected"), TAKEN.items())
def test_a_right_choice_has_its_typed_values(made: Library, choice: str, expected: CheckedChoice) -> None:
    choices, findings = choices_of(made, f"choices:\n  {choice}\n")
    assert findings == []
    assert choices.by_issue == {choice.partition(":")[0]: expected}


def test_maps_by_data_set_and_by_milestone_know_their_ids(made: Library) -> None:
    things = DATA % "no" + "milestones: {first: {deliverable: A report}}\n"
    assert said(made, "liability/cap: {share: {air: 50%}, share_each: {first: 10}}", things) == []
    assert said(made, "liability/cap: {share: {first: 50%}, share_each: {frist: 10}}", things) == [
        'spec.yml:9:27: error: unknown-reference: "first" is not a dataset; one of air',
        'spec.yml:9:53: error: unknown-reference: "frist" is not a milestone; one of first; did you mean "first"?',
    ]


def test_all_problems_are_told_at_once_in_the_order_of_the_spec(made: Library) -> None:
    wrong = "liability/cup: fixed\n  governance/structure: {meeting_day: 3, seats: x}\n  data/control: citi-control"
    assert [line.partition(": error: ")[0] for line in said(made, wrong)] == [
        "spec.yml:9:3",
        "spec.yml:10:26",
        "spec.yml:10:42",
        "spec.yml:11:3",
    ]


@pytest.mark.parametrize(("typed", "own"), [("JPY 2,400.50", "AUD"), ("2,400.50", "JPY")])
def test_an_amount_of_a_choice_has_no_more_cents_than_its_currency(made: Library, typed: str, own: str) -> None:
    told = said(
        made, f'liability/cap: {{option: fixed, reason: A test., amount: "{typed}"}}', f"money: {{currency: {own}}}\n"
    )
    assert [each for each in told if f"{typed}" in each and "has cents; whole JPY, which has none" in each]
