"""What a city has of income, after the partner has its outlay back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.revenue import Income, RevenueShare, Year, shared
from tests.figures.wrong import said

TERMS = RevenueShare(Decimal(15), recoup=Decimal(120_000), cap=Decimal(150_000))
FIVE_YEARS = [
    Income(Decimal(90_000), Decimal(40_000)),
    Income(Decimal(160_000), Decimal(55_000)),
    Income(Decimal(260_000), Decimal(80_000)),
    Income(Decimal(420_000), Decimal(110_000)),
    Income(Decimal(500_000), Decimal(120_000)),
]


def test_the_partner_recoups_first_and_the_city_shares_what_is_left() -> None:
    expected = [  # net, recouped, distributable, the city's, the partner's, the city's so far
        (50_000, 50_000, 0, 0, 50_000, 0),
        (105_000, 70_000, 35_000, 5_250, 99_750, 5_250),
        (180_000, 0, 180_000, 27_000, 153_000, 32_250),
        (310_000, 0, 310_000, 46_500, 263_500, 78_750),
        (380_000, 0, 380_000, 57_000, 323_000, 135_750),
    ]
    assert list(shared(TERMS, FIVE_YEARS)) == [Year(*map(Decimal, each)) for each in expected]


def test_a_royalty_is_a_share_of_revenue() -> None:
    [year] = shared(RevenueShare(Decimal(3)), [Income(Decimal(1_200_000), Decimal(0))])
    assert year.city == Decimal(36_000)


def test_the_cap_ends_the_share_to_the_cent() -> None:
    found = shared(
        TERMS, [*FIVE_YEARS, Income(Decimal(500_000), Decimal(120_000)), Income(Decimal(500_000), Decimal(120_000))]
    )
    assert [each.city for each in found[5:]] == [Decimal(14_250), Decimal(0)]
    assert found[-1].city_so_far == Decimal(150_000)


def test_a_year_of_loss_is_the_partners_and_is_not_carried_on() -> None:
    loss, gain = shared(
        RevenueShare(Decimal(15)), [Income(Decimal(10_000), Decimal(30_000)), Income(Decimal(10_000), Decimal(0))]
    )
    assert (loss.net, loss.city, loss.partner) == (Decimal(-20_000), Decimal(0), Decimal(-20_000))
    assert gain.city == Decimal(1_500)


def test_a_floor_is_due_in_a_poor_year_and_in_one_that_only_recoups() -> None:
    terms = RevenueShare(Decimal(15), recoup=Decimal(120_000), floor=Decimal(4_000))
    assert [each.city for each in shared(terms, FIVE_YEARS[:2])] == [Decimal(4_000), Decimal(5_250)]


def test_a_share_that_is_not_worth_an_invoice_is_not_paid() -> None:
    terms = RevenueShare(Decimal(15), de_minimis=Decimal(5_000))
    assert [
        each.city for each in shared(terms, [Income(Decimal(33_333), Decimal(0)), Income(Decimal(33_334), Decimal(0))])
    ] == [
        Decimal(0),
        Decimal("5000.10"),
    ]


def test_a_share_of_exactly_what_is_worth_an_invoice_is_paid_in_whole_cents() -> None:
    terms = RevenueShare(Decimal("33.33"), de_minimis=Decimal("33.33"))
    (found,) = shared(terms, [Income(Decimal("100.01"), Decimal(0))])
    assert (found.city, found.partner) == (Decimal("33.33"), Decimal("66.68"))


cents = st.integers(0, 10**11).map(lambda each: Decimal(each).scaleb(-2))
percents = st.integers(0, 10_000).map(lambda each: Decimal(each).scaleb(-2))
years = st.lists(st.builds(Income, cents, cents), max_size=6)


@given(percents, cents, st.none() | cents, years)
def test_both_have_the_whole_net_within_the_cap_and_after_recoupment(
    percent: Decimal, recoup: Decimal, cap: Decimal | None, listed: list[Income]
) -> None:
    found = shared(RevenueShare(percent, recoup, cap), listed)
    assert all(
        each.city + each.partner == each.net == each.recouped + each.distributable + min(each.net, Decimal(0))
        for each in found
    )
    assert sum(each.recouped for each in found) <= recoup
    assert cap is None or not found or found[-1].city_so_far <= cap
    assert all(0 <= each.city <= each.distributable for each in found)


@given(percents, cents, cents, cents)
def test_more_income_is_never_worse_for_anybody(
    percent: Decimal, recoup: Decimal, one: Decimal, other: Decimal
) -> None:
    low, high = (shared(RevenueShare(percent, recoup), [Income(each, Decimal(0))])[0] for each in sorted((one, other)))
    assert low.city <= high.city
    assert low.partner <= high.partner


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (
            lambda: RevenueShare(Decimal(15), cap=Decimal(1_000), floor=Decimal(2_000)),
            ["cap is 1000 and must be at least 2000"],
        ),
        (
            lambda: RevenueShare(Decimal(15), floor=Decimal(10), de_minimis=Decimal(50)),
            ["floor is 10 and must be at least 50"],
        ),
        (
            lambda: RevenueShare(Decimal(115), recoup=Decimal(-1)),
            ["city_pct is 115 and must be at most 100", "recoup is -1 and must be at least 0"],
        ),
        (
            lambda: shared(TERMS, [Income(Decimal(1), Decimal(1)), Income(Decimal(-90_000), Decimal(1))]),
            ["years.1.gross is -90000 and must be at least 0"],
        ),
    ],
)
def test_terms_that_make_no_sense_are_refused(call: object, expected: list[str]) -> None:
    assert callable(call)
    assert said(call) == expected
