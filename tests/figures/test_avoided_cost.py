"""What a year saved, and who has it until the capital is back and after."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.avoided_cost import Recovery, shared
from pactwright.figures.saving import After, Before, saving
from tests.figures.wrong import said

LAMPS = Before(Decimal(1_460_000), Decimal("0.22"), Decimal(64_000), (Decimal("1.02"),))
MEASURED = After(Decimal(803_000), Decimal(41_000), Decimal(26_000))
RECOVERY = Recovery(Decimal(450_000), Decimal(60), Decimal(10))
NET = Decimal("147964.00")


def test_what_street_lights_saved_is_what_they_would_have_cost_less_what_they_did() -> None:
    found = saving(LAMPS, MEASURED)
    assert (found.quantity, found.usage, found.upkeep) == (Decimal(686_200), Decimal("150964.00"), Decimal(23_000))
    assert (found.gross, found.net) == (Decimal("173964.00"), NET)


def test_the_partner_has_its_share_and_the_city_the_rest() -> None:
    (found,) = shared(RECOVERY, [NET])
    assert (found.partner, found.city, found.open_capital) == (
        Decimal("88778.40"),
        Decimal("59185.60"),
        Decimal("361221.60"),
    )


def test_what_is_shared_and_what_each_side_has_are_whole_cents() -> None:
    (found,) = shared(Recovery(Decimal(1_000), Decimal("33.33"), Decimal(0)), [Decimal("100.005")])
    assert (found.net, found.partner, found.city) == (Decimal("100.01"), Decimal("33.33"), Decimal("66.68"))


def test_equal_years_pay_the_capital_back_in_five_years_and_a_month() -> None:
    years = shared(Recovery(Decimal(450_000), Decimal(60), Decimal(60)), [Decimal(147_964)] * 6)
    assert [each.partner for each in years[:5]] == [Decimal("88778.40")] * 5
    assert [each.open_capital for each in years[4:]] == [Decimal("6108.00"), Decimal(0)]  # 6,108 is 0.07 of a year


def test_the_share_steps_down_with_the_cent_that_makes_the_capital_whole() -> None:
    years = shared(RECOVERY, [NET] * 7)
    assert [each.partner for each in years[:5]] == [Decimal("88778.40")] * 5
    assert years[4].open_capital == Decimal("6108.00")
    # 6,108.00 takes 10,180.00 of the sixth year; of the other 137,784.00 a tenth is the partner's.
    assert (years[5].partner, years[5].open_capital) == (Decimal("19886.40"), Decimal(0))
    assert years[6].partner == Decimal("14796.40")


def test_a_year_that_saved_nothing_takes_nothing_from_the_partner() -> None:
    (found,) = shared(RECOVERY, [Decimal(-5_000)])
    assert (found.partner, found.city, found.open_capital) == (Decimal(0), Decimal(-5_000), Decimal(450_000))


cents = st.integers(-(10**9), 10**11).map(lambda each: Decimal(each).scaleb(-2))
percents = st.integers(0, 10_000).map(lambda each: Decimal(each).scaleb(-2))


@given(cents.map(abs), st.tuples(percents, percents).map(sorted), st.lists(cents, max_size=8))
def test_both_have_the_whole_saving_and_the_partner_no_more_than_its_share(
    capital: Decimal, shares: list[Decimal], nets: list[Decimal]
) -> None:
    later, first = shares
    years = shared(Recovery(capital, first, later), nets)
    assert [each.partner + each.city for each in years] == nets
    half = Decimal("0.005")
    for each in years:
        full = max(each.net, Decimal(0)) * first / 100
        assert max(each.net, Decimal(0)) * later / 100 - half <= each.partner <= full + half
    taken = sum((each.partner for each in years), Decimal(0))
    assert not years or years[-1].open_capital == max(capital - taken, Decimal(0))


@given(cents.map(abs), percents, cents, cents)
def test_a_larger_saving_is_better_for_both(capital: Decimal, first: Decimal, one: Decimal, other: Decimal) -> None:
    terms = Recovery(capital, first, Decimal(0))
    low, high = (shared(terms, [each])[0] for each in sorted((one, other)))
    assert low.partner <= high.partner
    assert low.city <= high.city


@pytest.mark.parametrize(
    ("capital", "first", "later", "expected"),
    [
        (450_000, 60, 70, ["later_pct is 70 and must be at most 60"]),
        (-1, 160, 10, ["capital is -1 and must be at least 0", "partner_pct is 160 and must be at most 100"]),
    ],
)
def test_terms_that_make_no_sense_are_refused(capital: int, first: int, later: int, expected: list[str]) -> None:
    assert said(lambda: Recovery(Decimal(capital), Decimal(first), Decimal(later))) == expected


def test_negative_quantities_are_refused() -> None:
    assert said(lambda: Before(Decimal(1), Decimal(1), adjusters=(Decimal("1.02"), Decimal(-1)))) == [
        "adjusters.1 is -1 and must be at least 0"
    ]
    assert said(lambda: After(Decimal(-803_000))) == ["quantity is -803000 and must be at least 0"]
    assert said(lambda: shared(RECOVERY, [NET, Decimal("NaN")])) == [
        "nets.1 is NaN and must be at least -9999999999999.99"
    ]
