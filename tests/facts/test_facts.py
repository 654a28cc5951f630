"""Facts are computed from the spec; what the spec does not say is 0, no, or not known, never a guess."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pactwright.facts import TABLE, facts_of, missing_fields, type_of
from pactwright.facts.conditions import Condition, Test, outcome
from pactwright.facts.fact import FactValue
from pactwright.library.bodies import around
from pactwright.library.load import loaded
from pactwright.spec import spec_from
from pactwright.spec.amounts import Money
from pactwright.textfile import parsed, read_text
from tests.library.projects import project

LIBRARY = loaded("au-nsw")
FULL = Path(__file__).parents[1] / "spec" / "full.yml"
NO_DATA = {"data.personal", "data.sensitive", "data.public_space", "data.leaves_place", "data.indigenous"}


ASKED = {"funding.paid", "funding.has_price", "pilot.on_behalf", "pilot.installs"}
"""What nobody may take for a no before somebody has said so."""


def facts(more: str = "", document: str = "pilot-agreement") -> dict[str, FactValue]:
    """The facts of the small spec with lines behind it."""
    spec, _ = project(more)
    return facts_of(spec, around(LIBRARY, spec, document))


def test_a_spec_that_says_little_has_counts_of_nothing_and_unknown_texts() -> None:
    little = facts()
    for name, fact in TABLE.items():
        if fact.type == "number" and not name.startswith("parties.") and name != "pilot.days":
            assert little[name] == 0, name
        if fact.type == "yes-no" and name not in ASKED | {"contributions.valued"}:
            assert little[name] is False, name
        if fact.type in {"text", "date", "money"} and name not in {"agreement.date", "project.title"}:
            assert little[name] is None, name
    assert little["pilot.days"] is None
    assert little["procurement.route"] is None
    assert {name for name in TABLE if little[name] is True} == {"contributions.valued"}


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ("", "parties.count", 2),
        ("", "parties.cities", 1),
        ("", "parties.partners", 1),
        ("", "parties.kinds", frozenset({"council", "company"})),
        ("", "agreement.date", date(2026, 12, 1)),
        ("funding: {price: 25000}\n", "funding.paid", True),
        ("funding: {price: nil}\n", "funding.paid", False),
        ("milestones: {m: {amount: 10}}\n", "funding.paid", True),
        ("milestones: {m: {amount: 10, payee: town}}\n", "funding.paid", None),
        ("funding: {price: nil}\nmilestones: {m: {amount: nil}}\n", "funding.paid", False),
        ("milestones: {m: {amount: nil, payer: town, payee: firm}}\n", "funding.paid", None),
        ("funding: {price: 0}\n", "funding.has_price", False),
        ("funding: {price: nil}\n", "funding.has_price", False),
        ("funding: {price: }\n", "funding.has_price", None),
        ("", "funding.has_price", None),
        ("milestones: {m: {amount: 10}}\n", "funding.has_price", None),
        ("", "funding.has_budget", False),
        ("funding: {pot: yes}\n", "funding.has_budget", None),
        ("funding: {pot: yes, budget: nil}\n", "funding.has_budget", False),
        ("funding: {budget: 9}\n", "funding.has_budget", True),
        ("", "funding.has_ceiling", False),
        ("funding: {at_cost: yes}\n", "funding.has_ceiling", None),
        ("funding: {at_cost: yes, ceiling: nil}\n", "funding.has_ceiling", False),
        ("funding: {option_later: none}\n", "funding.option_later", False),
        ("funding: {option_later: more sensors}\n", "funding.option_later", True),
        ("", "money.tax", None),
        ("money: {tax: none}\n", "money.tax", "none"),
        ("", "money.currencies", 0),
        ("funding: {price: 5}\n", "money.currencies", None),
        ("funding: {price: nil}\n", "money.currencies", 0),
        ("funding: {price: EUR 25000}\n", "funding.price", Money(Decimal(25000), "EUR")),
        ("funding: {price: EUR 5, budget: 9}\nmoney: {currency: AUD, rate_rule: x}\n", "money.currencies", 2),
        (  # a sum of several currencies is in none of them, so that no figure of law is told to lie above it
            "funding: {price: EUR 5}\nprocurement: {options_value: NZD 2}\nmoney: {currency: AUD, rate_rule: x}\n",
            "funding.public_spend",
            Money(Decimal(7), "XXX"),  # the code of ISO 4217 for no currency
        ),
        ("contributions: [{kind: cash, value: 5}, {kind: staff, pledge: yes}]\n", "contributions.count", 1),
        ("contributions: [{kind: cash, value: 5}, {kind: staff, pledge: yes}]\n", "contributions.pledges", 1),
        ("contributions: [{kind: cash}, {kind: staff, pledge: yes}]\n", "contributions.kinds", frozenset({"cash"})),
        ("contributions: [{kind: cash, pledge: yes}]\n", "contributions.cash", False),
        (
            (
                "milestones: {a: {due: 2027-03-01, amount: 5}, b: {due: 2027-03-01, amount: nil}, c: {amount: 5}}\n"
                "contributions: [{kind: cash, by: 2027-03-01, value: 5}, {kind: cash, by: none, value: 5},"
                " {kind: staff, by: 2027-03-01, value: 5}, {bought: yes, by: 2027-03-01, value: 5}]\n"
            ),
            "funding.dated_payments",
            3,
        ),
        ("contributions: [{what: x}, {kind: staff}]\n", "contributions.cash", None),
        ("contributions: [{what: x}, {kind: cash}]\n", "contributions.cash", True),
        ("contributions: [{kind: cash, value: 5}, {kind: staff}]\n", "contributions.valued", None),
        ("contributions: [{kind: cash, value: 5}, {kind: staff, value: nil}]\n", "contributions.valued", True),
        ("pilot: {start: 2027-01-01, end: 2027-01-08}\n", "pilot.days", 8),
        ("pilot: {start: 2027-01-01}\n", "pilot.days", None),
        ("datasets: {a: {personal: no}, b: {personal: possible}}\n", "data.personal", True),
        ("datasets: {a: {personal: no}, b: {personal: no}}\n", "data.personal", False),
        ("datasets: {a: {personal: no}, b: {}}\n", "data.personal", None),
        ("datasets: {a: {personal: yes}, b: {}}\n", "data.personal", True),
        ("datasets: {a: {personal: yes}}\n", "data.sensitive", False),
        ("datasets: {a: {personal: sensitive}}\n", "data.sensitive", True),
        ("datasets: {a: {kinds: [video, audio]}}\n", "data.kinds", frozenset({"video", "audio"})),
        ("datasets: {a: {}}\n", "data.shared_under_mou", False),
        ("risks: {r: {owner: shared, shares: {town: 50, firm: 50}}}\n", "risks.shared", True),
        ("papers: [{title: A, relation: replaces}, {title: B, relation: under}]\n", "papers.replaced", 1),
        ("risks: {r: {shares: {town: 50, firm: 50}}}\n", "risks.shared", True),
        ("risks: {r: {event: x}}\n", "risks.shared", None),
        ("risks: {r: {event: x}, s: {owner: firm}}\n", "risks.owned", None),
        ("risks: {r: {owner: town}, s: {owner: shared}}\n", "risks.owned", 1),
        ("papers: [{title: A}]\n", "papers.replaced", None),
        ("outsiders: {o: {part: funder}}\n", "outsiders.funders", 1),
        ("outsiders: {o: {name: X}}\n", "outsiders.funders", None),
        ("clock: {starts: a permit}\n", "clock.set", True),
        ("clock: {confirmed_by: town}\n", "clock.set", None),
        ("", "clock.set", False),
        ("", "parties.small_businesses", None),
    ],
)
def test_a_fact_of_a_spec(more: str, name: str, value: FactValue) -> None:
    assert facts(more)[name] == value


def test_data_really_flow_only_under_a_memorandum_with_data_sets() -> None:
    assert facts("datasets: {a: {}}\n", "mou")["data.shared_under_mou"] is True
    assert facts("", "mou")["data.shared_under_mou"] is False
    assert facts("datasets: {a: {class: project}}\n", "mou")["data.shared_under_mou"] is False
    assert facts("datasets: {a: {class: project}, b: {class: city}}\n", "mou")["data.shared_under_mou"] is True
    assert facts("", "mou")["document.kind"] == "mou"


def test_only_parties_that_sign_are_counted() -> None:
    more = "  trust: {name: Trust, side: independent, kind: non-profit, called: the Trust, roles: [evaluator]%s}\n"
    silent, counted = facts(more % "", "mou"), facts(more % ", signs: yes", "mou")
    assert (silent["parties.count"], silent["parties.evaluators"]) == (2, 0)
    assert (counted["parties.count"], counted["parties.evaluators"], counted["parties.independents"]) == (3, 1, 1)


def test_a_spec_without_data_sets_holds_no_personal_data() -> None:
    little = facts()
    assert {name: little[name] for name in NO_DATA} == dict.fromkeys(NO_DATA, False)


def test_every_fact_of_a_full_spec_has_a_value_of_its_type() -> None:
    types = {"number": int, "yes-no": bool, "set": frozenset, "choice": str, "text": str, "date": date, "money": Money}
    spec = spec_from(*parsed(read_text(FULL), str(FULL)))
    full = facts_of(spec, around(LIBRARY, spec, "pilot-agreement"))
    assert {name for name, value in full.items() if not isinstance(value, types[type_of(name) or ""])} == set()


@pytest.mark.parametrize(
    ("more", "name", "fields"),
    [
        ("", "funding.paid", ["funding.price"]),
        ("", "parties.small_businesses", ["parties.firm.small_business"]),
        (
            "datasets: {a: {personal: no}, b: {}, c: {}}\n",
            "data.personal",
            ["datasets.b.personal", "datasets.c.personal"],
        ),
        ("datasets: {a: {}}\n", "data.kinds", ["datasets.a.kinds"]),
        ("contributions: [{pledge: yes}, {value: 5}, {what: x}]\n", "contributions.valued", ["contributions.2.value"]),
        ("risks: {r: {owner: town}, s: {}}\n", "risks.shared", ["risks.s.owner"]),
        ("papers: [{title: A}]\n", "papers.replaced", ["papers.0.relation"]),
        ("pilot: {start: 2027-01-01}\n", "pilot.days", ["pilot.end"]),
        ("", "money.tax", ["money.tax"]),
    ],
)
def test_an_unknown_fact_names_the_fields_that_leave_it_unknown(more: str, name: str, fields: list[str]) -> None:
    assert list(missing_fields(project(more)[0], name)) == fields


@pytest.mark.parametrize(
    ("test", "operand", "met"),
    [
        ("includes", "video", True),
        ("includes", "audio", None),
        ("min", "1", True),
        ("min", "2", None),
        ("max", "0", False),
    ],
)
def test_what_a_set_holds_is_decided_and_what_it_may_hold_is_not(test: Test, operand: str, *, met: bool | None) -> None:
    kinds = facts("datasets: {a: {kinds: [video]}, b: {}}\n")["data.kinds"]
    assert outcome(Condition("data.kinds", test, (operand,)), kinds) is met


@pytest.mark.parametrize("name", TABLE)
def test_a_fact_says_what_it_means_and_one_that_may_be_missing_how_to_ask_for_it(name: str) -> None:
    fact = TABLE[name]
    assert fact.name == name
    assert fact.means.endswith(".")
    if fact.type in {"text", "date", "money"}:
        assert fact.ask
        assert fact.address or fact.missing


def test_every_answer_of_yes_or_no_has_words_for_a_person() -> None:
    answers = {name: fact.says for name, fact in TABLE.items() if fact.type == "yes-no"}
    assert answers
    assert [name for name, says in answers.items() if not all(says) or says[0] == says[1]] == []
    assert [name for name, fact in TABLE.items() if any(fact.says) and fact.type != "yes-no"] == []
