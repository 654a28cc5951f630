"""What is paid for each milestone, what is held back of it, and when the rest comes."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.holdback import milestone_amounts, payments
from tests.figures.wrong import said

PRICE = Decimal(180_000)
PERCENTS = {
    "plan": Decimal(10),
    "install": Decimal(25),
    "data live": Decimal(25),
    "mid review": Decimal(15),
    "report": Decimal(25),
}


def test_a_tenth_is_held_back_half_of_it_until_the_last_milestone_and_half_until_the_places_are_clear() -> None:
    found = payments(milestone_amounts(PRICE, PERCENTS), Decimal(10))
    assert [(each.amount, each.held, each.paid, each.released) for each in found.steps] == [
        (Decimal(18_000), Decimal(1_800), Decimal(16_200), Decimal(0)),
        (Decimal(45_000), Decimal(4_500), Decimal(40_500), Decimal(0)),
        (Decimal(45_000), Decimal(4_500), Decimal(40_500), Decimal(0)),
        (Decimal(27_000), Decimal(2_700), Decimal(24_300), Decimal(0)),
        (Decimal(45_000), Decimal(4_500), Decimal(40_500), Decimal(9_000)),
    ]
    assert (found.amount, found.held, found.paid) == (Decimal(180_000), Decimal(18_000), Decimal(162_000))
    assert (found.released, found.after_clearing) == (Decimal(9_000), Decimal(9_000))


def test_the_odd_cent_of_what_is_held_back_is_lost_to_nobody() -> None:
    found = payments({"a": Decimal("10.10"), "b": Decimal("10.10"), "c": Decimal("10.10")}, Decimal(10))
    assert (found.held, found.released, found.after_clearing) == (Decimal("3.03"), Decimal("1.52"), Decimal("1.51"))


def test_what_is_held_back_is_paid_in_whole_cents() -> None:
    (found,) = payments({"a": Decimal("10.15")}, Decimal(10)).steps
    assert (found.held, found.paid, found.released) == (Decimal("1.02"), Decimal("9.13"), Decimal("0.51"))


def test_no_milestone_and_no_holdback_are_sums_of_nothing() -> None:
    assert payments({}, Decimal(10)).amount == 0
    assert payments({"a": Decimal(100)}, Decimal(0)).held == 0


amounts = st.lists(st.integers(0, 10**12).map(lambda each: Decimal(each).scaleb(-2)), max_size=6)
percents = st.integers(0, 10_000).map(lambda each: Decimal(each).scaleb(-2))


@given(amounts, percents, percents)
def test_all_that_is_paid_is_the_whole_price(listed: list[Decimal], holdback: Decimal, released: Decimal) -> None:
    found = payments({str(n): each for n, each in enumerate(listed)}, holdback, released_pct=released)
    assert found.paid + found.released + found.after_clearing == sum(listed)
    assert all(0 <= each.held <= each.amount for each in found.steps)
    assert sum(each.paid + each.released for each in found.steps) == found.paid + found.released


@given(st.integers(0, 10**15 - 1).map(lambda each: Decimal(each).scaleb(-2)))
def test_the_amounts_of_milestones_are_the_price(price: Decimal) -> None:
    assert sum(milestone_amounts(price, PERCENTS).values()) == price


def test_percentages_that_are_not_the_whole_are_refused() -> None:
    assert said(lambda: milestone_amounts(PRICE, PERCENTS | {"report": Decimal(20)})) == [
        "percents is 95 and must be 100"
    ]
    assert said(lambda: milestone_amounts(Decimal(-1), PERCENTS)) == ["price is -1 and must be at least 0"]


def test_a_negative_amount_and_more_than_all_held_back_are_refused() -> None:
    expected = ["amounts.a is -5 and must be at least 0", "holdback_pct is 110 and must be at most 100"]
    assert said(lambda: payments({"a": Decimal(-5)}, Decimal(110))) == expected
