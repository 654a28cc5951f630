"""What nobody said is not known: it is neither nil nor guessed from something else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pactwright.choices import checked_choices
from pactwright.document import words
from pactwright.drafting import Draft, drafted
from pactwright.facts.conditions import Condition
from pactwright.library.model import ItemRule
from pactwright.service import outline
from tests import stories
from tests.stories import Tree, changed, draft, plain, spec_of, spec_tree

AMOUNTS = {f"milestones.{key}.amount": None for key in spec_tree("startup-pilot")["milestones"]}


def asked(made: Draft) -> list[str]:
    """Everything that the list of open points asks for."""
    return [each for point in made.agreement.open_points for each in words(point.what).split("; ")]


def text(made: Draft) -> str:
    """Everything that the agreement says, line by line."""
    return plain("\n".join(words(each.runs) for each in made.agreement.paragraphs()))


def startup(changes: Tree) -> Draft:
    """The pilot agreement of the start-up with some changes."""
    return stories.sound(changed(spec_tree("startup-pilot"), changes))


NOTHING_PAID = {**AMOUNTS, "funding": None, "money.rate_rule": None, "choices.funding/costs": None}


def test_a_price_that_is_left_out_is_open_and_one_of_nil_is_said() -> None:
    assert "Price" in asked(startup(NOTHING_PAID))
    nil = startup({**NOTHING_PAID, "funding": {"price": "nil"}, "milestones": None, "choices.funding/costs": None})
    assert "Price" not in asked(nil)
    assert "No party owes another a price, a fee or a refund" in text(nil)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"funding.ceiling": None}, "Ceiling"),
        ({"funding.price": None, "funding.stages": None}, "Price"),
        ({"money.tax": None}, "Tax basis of amounts"),
        ({"datasets.air.personal": None}, "Personal (Air readings)"),
    ],
)
def test_what_decides_whether_a_sentence_stands_is_asked_for(changes: Tree, what: str) -> None:
    assert what not in asked(startup({}))
    assert what in asked(startup(changes))


def test_a_currency_is_not_taken_from_the_place() -> None:
    made = startup({"money.currency": None, "funding.budget": "60000"})
    shown = next(each for each in made.agreement.key_terms if each.label == "Budget")
    assert plain(words(shown.runs)) == "[Currency: the Council to supply] 60,000"
    assert asked(made).count("Currency") == 1


def test_an_amount_with_its_own_currency_and_one_of_nil_ask_for_none() -> None:
    tree: dict[str, Any] = spec_tree("street-demonstration")
    assert "Currency" not in asked(draft(tree, "pilot-agreement"))


LIMIT = "choices.risk/allocation.shared_limit"
SHARED = {LIMIT: None}


def test_a_parameter_without_a_value_is_a_gap_where_it_would_print_and_refused_in_a_final() -> None:
    made = startup(SHARED)
    assert "No party has to pay more than [Most that one party pays for shared risks" in text(made)
    assert asked(made).count("Most that one party pays for shared risks") == 1
    final = draft(changed(spec_tree("startup-pilot"), SHARED), is_final=True)
    assert LIMIT in {finding.address for finding in final.findings if finding.rule == "gap-in-final"}


DAY = "certificate_date"


def certified(day: str | None) -> Draft:
    """The pilot agreement of the start-up with a date that its issue lets stay out, in a library of our own."""
    issue, known = "data/security", stories.library("au-nsw")
    held = known.issues[issue]
    parameter = replace(held.parameters[DAY], optional=True, absent="They are held from the first day.")
    option = known.options[issue]["certified"]
    rule = ItemRule(when=(Condition(f"param.{DAY}", "present", ("yes",)),), shrinks=True)
    option = replace(option, items={**option.items, "by-date": rule})
    own = replace(
        known,
        read=f"{known.digest} with a date that may stay out",
        issues={**known.issues, issue: replace(held, parameters={**held.parameters, DAY: parameter})},
        options={**known.options, issue: {**known.options[issue], "certified": option}},
    )
    choice = {"option": "certified", "reason": "A test.", **({DAY: day} if day else {})}
    spec = spec_of(changed(spec_tree("startup-pilot"), {f"choices.{issue}": choice}))
    made = drafted(spec, checked_choices(spec, own), own, outline("pilot-agreement"))
    assert made.is_sound
    return made


def test_a_parameter_that_its_issue_lets_stay_out_asks_for_nothing_and_none_says_so_aloud() -> None:
    silent, none, given = certified(None), certified("none"), certified("2027-03-01")
    assert "1 March 2027" not in text(silent) + text(none)
    assert "do the partners hold" not in asked(silent) + asked(none)
    assert "must hold them from 1 March 2027 at the latest" in text(given)


def test_none_is_no_value_of_a_parameter_that_may_not_stay_out() -> None:
    made = draft(changed(spec_tree("startup-pilot"), {LIMIT: "none"}))
    assert LIMIT in {finding.address for finding in made.findings if finding.level == "error"}


CAP = {"choices.liability/cap": {"option": "low-fixed", "reason": "A test."}}


def test_a_default_amount_holds_in_its_own_currency_and_is_open_in_another() -> None:
    yen = {"money.currency": "JPY", LIMIT: "JPY 200,000"}
    assert "pay more than AUD 50,000 (its" in text(startup(CAP))
    assert "pay more than [Liability cap: the Council to supply] (its" in text(startup({**CAP, **yen}))
    given = {"choices.liability/cap": {**CAP["choices.liability/cap"], "low_fixed": "5,000,000"}}
    assert "pay more than JPY 5,000,000 (its" in text(startup({**given, **yen}))


def test_a_bound_on_an_amount_holds_in_its_own_currency_only() -> None:
    low = {"choices.liability/cap": {**CAP["choices.liability/cap"], "low_fixed": "100"}}
    refused = draft(changed(spec_tree("startup-pilot"), low))
    assert "out-of-range" in {finding.rule for finding in refused.findings}
    startup({**low, "money.currency": "JPY", LIMIT: "JPY 200,000"})


def test_a_list_of_defaults_has_one_for_each_place() -> None:
    made = stories.sound(changed(spec_tree("california"), CAP))
    assert "pay more than USD 50,000 (its" in text(made)


@pytest.mark.parametrize("currency", ["AUD", "USD", None])
def test_a_figure_of_law_prints_in_the_currency_and_with_the_tax_of_the_law(currency: str | None) -> None:
    made = draft(changed(spec_tree("startup-pilot"), {"money.currency": currency}))
    assert "if its value is, or is likely to be, AUD 150,000 (including tax) or more" in text(made)
