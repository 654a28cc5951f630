"""The most that a party owes, what is taken off a fee, and what a price is lower by."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.liability import greater_of, too_low
from pactwright.figures.price_compensation import price_compensation
from pactwright.figures.problems import Problem
from pactwright.figures.service_credits import credits_of
from tests.figures.wrong import said

cents = st.integers(0, 10**11).map(lambda each: Decimal(each).scaleb(-2))
percents = st.integers(0, 10_000).map(lambda each: Decimal(each).scaleb(-2))


@pytest.mark.parametrize(
    ("fixed", "multiple", "base", "limit"),
    [
        ("250000", "1.5", "180000", "270000"),
        ("1000000", "5", "180000", "1000000"),
        ("250000", "1.5", "100000", "250000"),
        ("0", "3", "270000", "810000"),
    ],
)
def test_a_limit_is_the_greater_of_an_amount_and_a_multiple(fixed: str, multiple: str, base: str, limit: str) -> None:
    assert greater_of(Decimal(fixed), Decimal(multiple), Decimal(base)) == Decimal(limit)


def test_a_limit_below_what_the_paper_makes_payable_names_the_figure_that_would_do() -> None:
    found = list(too_low("cap", Decimal(50_000), pain_cap=Decimal(80_000), advance=Decimal(36_000)))
    assert found == [Problem("cap", "cap", Decimal(50_000), "be at least", Decimal(80_000))]
    assert not list(too_low("cap", Decimal(80_000), pain_cap=Decimal(80_000), advance=Decimal(36_000)))
    assert not list(too_low("cap", Decimal(0)))


def test_service_credits_of_two_misses_stay_below_their_cap() -> None:
    found = credits_of(Decimal(12_000), 2, credit_pct=Decimal(5), cap_pct=Decimal(15))
    assert (found.asked, found.cap, found.due) == (Decimal(1_200), Decimal(1_800), Decimal(1_200))


def test_a_fourth_miss_takes_nothing_more_off() -> None:
    assert credits_of(Decimal(12_000), 4, credit_pct=Decimal(5), cap_pct=Decimal(15)).due == Decimal(1_800)


def test_credits_and_their_cap_are_whole_cents() -> None:
    found = credits_of(Decimal("99.99"), 3, credit_pct=Decimal(5), cap_pct=Decimal(15))
    assert (str(found.asked), str(found.cap)) == ("15.00", "15.00")


@given(cents, st.integers(0, 50), percents, percents)
def test_no_credit_passes_its_cap_nor_the_fee(fee: Decimal, misses: int, one: Decimal, other: Decimal) -> None:
    credit, cap = sorted((one, other))
    found = credits_of(fee, misses, credit_pct=credit, cap_pct=cap)
    more = credits_of(fee, misses + 1, credit_pct=credit, cap_pct=cap)
    assert found.due <= more.due <= more.cap <= fee


def test_a_supplier_that_keeps_its_rights_is_paid_less_by_what_they_are_worth() -> None:
    found = price_compensation(Decimal(240_000), Decimal(20))
    assert (found.price, found.compensation) == (Decimal(192_000), Decimal(48_000))


@given(cents, percents)
def test_price_and_compensation_are_the_exclusive_price(exclusive: Decimal, percent: Decimal) -> None:
    found = price_compensation(exclusive, percent)
    assert found.price + found.compensation == exclusive
    assert 0 <= found.price <= exclusive


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (
            lambda: greater_of(Decimal(-1), Decimal(-2), Decimal(3)),
            ["fixed is -1 and must be at least 0", "multiple is -2 and must be at least 0"],
        ),
        (
            lambda: credits_of(Decimal(12_000), 2, credit_pct=Decimal(20), cap_pct=Decimal(15)),
            ["cap_pct is 15 and must be at least 20"],
        ),
        (
            lambda: credits_of(Decimal(12_000), -2, credit_pct=Decimal(5), cap_pct=Decimal(15)),
            ["misses is -2 and must be at least 0"],
        ),
        (
            lambda: credits_of(Decimal(-1), 2, credit_pct=Decimal(5), cap_pct=Decimal(150)),
            ["fee is -1 and must be at least 0", "cap_pct is 150 and must be at most 100"],
        ),
        (lambda: price_compensation(Decimal(-1), Decimal(20)), ["exclusive is -1 and must be at least 0"]),
        (lambda: price_compensation(Decimal(240_000), Decimal(120)), ["rights_pct is 120 and must be at most 100"]),
    ],
)
def test_figures_that_make_no_sense_are_refused(call: object, expected: list[str]) -> None:
    assert callable(call)
    assert said(call) == expected
