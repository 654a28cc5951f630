"""An amount held against a figure that counts with or without tax."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.one_money import one_money
from pactwright.figures.problems import Problem
from pactwright.figures.thresholds import compared
from pactwright.spec.amounts import Money, Tax
from tests.figures.wrong import problems, said

EUROPE = Money(Decimal(216_000), "EUR", "exclusive")
BRITAIN = Money(Decimal(207_720), "GBP", "inclusive")
TWENTY = Decimal(20)


def test_options_lift_a_pilot_over_the_figure_of_europe() -> None:
    assert compared(Money(Decimal(180_000), "EUR", "exclusive"), EUROPE).standing == "below"
    assert compared(Money(Decimal(180_000 + 900_000), "EUR", "exclusive"), EUROPE).standing == "reaches"


def test_the_same_pilot_reaches_the_figure_of_britain_which_counts_with_tax() -> None:
    found = compared(Money(Decimal(180_000), "GBP", "exclusive"), BRITAIN, tax_pct=TWENTY)
    assert (found.standing, found.least, found.most) == ("reaches", Decimal(216_000), Decimal(216_000))


def test_without_the_rate_of_tax_nobody_can_say() -> None:
    found = compared(Money(Decimal(180_000), "GBP", "exclusive"), BRITAIN)
    assert (found.standing, found.least, found.most) == ("unsure", Decimal(180_000), Decimal(228_600))


@pytest.mark.parametrize(
    ("amount", "tax", "figure_tax", "op", "standing"),
    [
        ("100", "inclusive", "inclusive", "at-least", "reaches"),
        ("100", "inclusive", "inclusive", "above", "below"),
        ("100.01", "inclusive", "inclusive", "above", "reaches"),
        ("99.99", "inclusive", "inclusive", "at-least", "below"),
        ("95", "exclusive", None, "at-least", "unsure"),  # nobody knows what the figure holds
        ("78", "exclusive", "inclusive", "at-least", "below"),  # no tax lifts it so far
        ("110", "inclusive", "exclusive", "at-least", "unsure"),
        ("127", "inclusive", "exclusive", "at-least", "reaches"),
        ("95", None, "inclusive", "at-least", "below"),  # an amount on which no tax is due
        ("0", "exclusive", "inclusive", "at-least", "below"),
    ],
)
def test_an_amount_is_held_against_a_figure_on_the_basis_of_the_figure(
    amount: str, tax: Tax | None, figure_tax: Tax | None, op: str, standing: str
) -> None:
    bound = Money(Decimal(100), "AUD", figure_tax)
    assert compared(Money(Decimal(amount), "AUD", tax), bound, only_above=op == "above").standing == standing


def test_a_known_rate_takes_tax_off_where_the_figure_is_known_to_be_without_it() -> None:
    typed = Money(Decimal(120), "AUD", "inclusive")
    found = compared(typed, Money(Decimal(100), "AUD", "exclusive"), tax_pct=TWENTY)
    assert (found.standing, found.least, found.most) == ("reaches", Decimal(100), Decimal(100))
    silent = compared(typed, Money(Decimal(110), "AUD"), tax_pct=TWENTY)
    assert (silent.standing, silent.least, silent.most) == ("unsure", Decimal(100), Decimal(120))


def test_amounts_in_two_currencies_cannot_be_compared_but_nil_can() -> None:
    assert compared(Money(Decimal(1), "USD"), BRITAIN).standing == "unsure"
    assert compared(Money(Decimal(0), "USD"), BRITAIN).standing == "below"


amounts = st.integers(0, 10**11).map(lambda each: Decimal(each).scaleb(-2))
bases = st.sampled_from(["exclusive", "inclusive", None])


@given(amounts, amounts, amounts, bases, bases)
def test_more_money_never_falls_back_below(
    one: Decimal, other: Decimal, bound: Decimal, tax: Tax | None, figure_tax: Tax | None
) -> None:
    ranks = ["below", "unsure", "reaches"]
    figure = Money(bound, "AUD", figure_tax)
    low, high = (ranks.index(compared(Money(each, "AUD", tax), figure).standing) for each in sorted((one, other)))
    assert low <= high


@given(amounts, amounts, st.integers(0, 27), bases, bases)
def test_a_known_rate_decides_nothing_against_what_was_certain_before(
    amount: Decimal, bound: Decimal, rate: int, tax: Tax | None, figure_tax: Tax | None
) -> None:
    figure, typed = Money(bound, "AUD", figure_tax), Money(amount, "AUD", tax)
    before, after = compared(typed, figure), compared(typed, figure, tax_pct=Decimal(rate))
    assert before.least <= after.least <= after.most <= before.most
    assert before.standing in {"unsure", after.standing}


def test_a_rate_of_tax_that_is_none_is_refused() -> None:
    amount = Money(Decimal(1), "GBP", "exclusive")
    assert said(lambda: compared(amount, BRITAIN, tax_pct=Decimal(-20))) == ["tax_pct is -20 and must be at least 0"]


# ---------------------------------------------------------------------------------------------------- one money


def test_amounts_of_one_money_are_bare_figures() -> None:
    found = one_money(
        {"price": Money(Decimal(5), "AUD", "exclusive"), "fee": Money(Decimal(2)), "later": Money(Decimal(0))}, "AUD"
    )
    assert (found.currency, found.tax) == ("AUD", "exclusive")
    assert found.figures == {"price": Decimal(5), "fee": Decimal(2), "later": Decimal(0)}


def test_each_amount_in_another_currency_or_on_another_basis_is_named_with_what_it_should_be() -> None:
    amounts = {
        "price": Money(Decimal(5), "AUD", "exclusive"),
        "stage": Money(Decimal(2), "EUR", "exclusive"),
        "nil": Money(Decimal(0), "NZD", "inclusive"),
        "milestone": Money(Decimal(2), None, "inclusive"),
    }
    assert problems(lambda: one_money(amounts, "AUD", "exclusive")) == (
        Problem("currency", "stage", "EUR", "be", "AUD"),
        Problem("tax-basis", "milestone", "inclusive", "be", "exclusive"),
    )
