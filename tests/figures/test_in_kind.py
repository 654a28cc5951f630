"""What a contribution is worth that is not money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.in_kind import licence, owned, percent_of_whole, rented, site, staff, weights
from tests.figures.wrong import said

VALUED = {
    "27803.15": staff(Decimal(112_000), Decimal(320), on_cost_pct=Decimal(28), productive_hours=Decimal(1_650)),
    "4500.00": rented(Decimal(450), Decimal(40), Decimal(3)),
    "3600.00": owned(Decimal(36_000), Decimal(5), Decimal(6)),
    "9750.00": licence(Decimal(30_000), Decimal(6), discount_pct=Decimal(35)),
    "5400.00": site(Decimal(900), Decimal(6)),
}
IN_KIND = sum(VALUED.values(), Decimal(0))


def test_each_kind_has_its_formula_and_the_values_add_up() -> None:
    assert [str(each) for each in VALUED.values()] == list(VALUED)
    assert str(IN_KIND) == "51053.15"


def test_a_match_is_a_share_of_all_that_the_project_costs() -> None:
    own = Decimal(60_000) + IN_KIND
    assert own == Decimal("111053.15")
    assert percent_of_whole(own, own + Decimal(100_000)) == Decimal("52.62")
    assert percent_of_whole(IN_KIND, own) == Decimal("45.97")


def test_a_thing_used_all_its_life_is_worth_its_cost_and_a_whole_is_all_of_itself() -> None:
    assert owned(Decimal(36_000), Decimal(5), Decimal(60)) == Decimal(36_000)
    assert percent_of_whole(Decimal(7), Decimal(7)) == Decimal(100)


def test_weights_follow_what_each_party_brings() -> None:
    found = weights({"city": Decimal(60_000), "partner": Decimal("51053.15"), "university": Decimal(15_000)})
    assert list(found.values()) == [Decimal("47.60"), Decimal("40.50"), Decimal("11.90")]


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=6).filter(any))
def test_weights_are_a_hundred_together(values: list[int]) -> None:
    assert sum(weights({str(n): Decimal(each) for n, each in enumerate(values)}).values()) == 100


@given(st.integers(1, 600), st.integers(1, 600), st.integers(0, 10**9))
def test_a_thing_is_worth_no_more_than_it_cost(years: int, months: int, cost: int) -> None:
    life = Decimal(years)
    if months <= years * 12:
        assert 0 <= owned(Decimal(cost), life, Decimal(months)) <= cost


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (
            lambda: staff(Decimal(-1), Decimal(320), on_cost_pct=Decimal(280), productive_hours=Decimal(0)),
            [
                "salary is -1 and must be at least 0",
                "on_cost_pct is 280 and must be at most 200",
                "productive_hours is 0 and must be above 0",
            ],
        ),
        (lambda: rented(Decimal(450), Decimal(-40), Decimal(3)), ["units is -40 and must be at least 0"]),
        (lambda: owned(Decimal(-1), Decimal(5), Decimal(6)), ["cost is -1 and must be at least 0"]),
        (
            lambda: licence(Decimal(-1), Decimal(6), discount_pct=Decimal(35)),
            ["list_price is -1 and must be at least 0"],
        ),
        (lambda: percent_of_whole(Decimal(-1), Decimal(2)), ["part is -1 and must be at least 0"]),
        (lambda: owned(Decimal(36_000), Decimal(5), Decimal(72)), ["months is 72 and must be at most 60"]),
        (lambda: owned(Decimal(36_000), Decimal(0), Decimal(6)), ["life_years is 0 and must be above 0"]),
        (
            lambda: licence(Decimal(30_000), Decimal(6), discount_pct=Decimal(135)),
            ["discount_pct is 135 and must be at most 100"],
        ),
        (lambda: site(Decimal(900), Decimal(-6)), ["months is -6 and must be at least 0"]),
        (lambda: percent_of_whole(Decimal(3), Decimal(2)), ["part is 3 and must be at most 2"]),
        (lambda: percent_of_whole(Decimal(0), Decimal(0)), ["whole is 0 and must be above 0"]),
        (lambda: weights({"a": Decimal(0)}), ["weights is 0 and must be above 0"]),
    ],
)
def test_figures_that_value_nothing_are_refused(call: object, expected: list[str]) -> None:
    assert callable(call)
    assert said(call) == expected
