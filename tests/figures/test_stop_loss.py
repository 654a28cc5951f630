"""Cost that nobody planned, against a pool or the most that a party accepts to lose."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.stop_loss import called, drawn
from tests.figures.wrong import said

POOL = Decimal(50_000)
DRAWS = [Decimal(12_000), Decimal(21_000), Decimal(9_000), Decimal(15_000)]
WARNINGS = [Decimal(50), Decimal(80), Decimal(100)]


def test_each_draw_is_told_with_its_warnings_and_the_one_that_passes_the_pool_is_refused() -> None:
    found = drawn(POOL, DRAWS, WARNINGS)
    assert [each.percent for each in found] == [Decimal(24), Decimal(66), Decimal(84), Decimal(114)]
    assert [each.warnings for each in found] == [(), (Decimal(50),), (Decimal(80),), ()]
    assert [each.is_refused for each in found] == [False, False, False, True]
    assert [each.left for each in found] == [Decimal(38_000), Decimal(17_000), Decimal(8_000), Decimal(8_000)]


def test_a_refused_draw_leaves_room_for_a_smaller_one_and_the_very_last_cent_is_paid() -> None:
    found = drawn(POOL, [*DRAWS, Decimal(8_000), Decimal("0.01")], WARNINGS)
    assert [(each.is_refused, each.warnings) for each in found[4:]] == [(False, (Decimal(100),)), (True, ())]


def test_a_percentage_has_two_decimals() -> None:
    assert str(drawn(Decimal(3), [Decimal(1)])[0].percent) == "33.33"


def test_one_draw_may_set_off_several_warnings() -> None:
    assert drawn(POOL, [POOL], WARNINGS)[0].warnings == (Decimal(50), Decimal(80), Decimal(100))


def test_parties_pay_in_proportion_to_their_parts_and_none_more_than_its_part() -> None:
    parts = {"city": Decimal(25_000), "partner": Decimal(15_000), "university": Decimal(10_000)}
    found = called(parts, [*DRAWS, Decimal(8_000)])
    assert list(found[0].values()) == [Decimal(6_000), Decimal(3_600), Decimal(2_400)]
    assert set(found[3].values()) == {Decimal(0)}
    assert {party: sum(each[party] for each in found) for party in parts} == parts


def test_odd_cents_go_round_and_nothing_is_left_to_call() -> None:
    cent = Decimal("0.01")
    found = called(dict.fromkeys("abc", cent), [cent, cent, cent, Decimal(0), cent])
    assert [[party for party, share in each.items() if share] for each in found] == [["a"], ["b"], ["c"], [], []]


cents = st.integers(0, 10**9).map(lambda each: Decimal(each).scaleb(-2))


@given(cents.filter(bool), st.lists(cents, max_size=8))
def test_no_limit_is_passed_and_each_warning_comes_once(limit: Decimal, costs: list[Decimal]) -> None:
    found = drawn(limit, costs, WARNINGS)
    assert sum(each.cost for each in found if not each.is_refused) <= limit
    assert all(each.left >= 0 for each in found)
    given_out = [warning for each in found for warning in each.warnings]
    assert given_out == sorted(set(given_out))


@given(st.lists(cents, min_size=2, max_size=4).filter(any), st.lists(cents.map(lambda each: each / 100), max_size=12))
def test_calls_add_up_to_what_is_drawn_and_pass_no_part(numbers: list[Decimal], raw: list[Decimal]) -> None:
    parts = {str(n): each for n, each in enumerate(numbers)}
    costs = [round(each, 2) for each in raw]
    found = called(parts, costs)
    for each, draw in zip(found, drawn(sum(numbers, Decimal(0)), costs), strict=True):
        assert sum(each.values()) == (0 if draw.is_refused else draw.cost)
    for party, part in parts.items():
        paid = sum((each[party] for each in found), Decimal(0))
        assert 0 <= paid <= part


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: drawn(Decimal(0), DRAWS), ["limit is 0 and must be above 0"]),
        (lambda: drawn(POOL, [Decimal(1), Decimal(-12)]), ["costs.1 is -12 and must be at least 0"]),
        (lambda: drawn(POOL, [], [Decimal(80), Decimal(50)]), ["warnings_pct.1 is 50 and must be above 80"]),
        (lambda: drawn(POOL, [], [Decimal(80), Decimal(80)]), ["warnings_pct.1 is 80 and must be above 80"]),
        (lambda: drawn(POOL, [], [Decimal(180)]), ["warnings_pct.0 is 180 and must be at most 100"]),
        (lambda: called({"a": Decimal(-5), "b": Decimal(10)}, []), ["parts.a is -5 and must be at least 0"]),
        (lambda: called({"a": Decimal(0)}, []), ["limit is 0 and must be above 0"]),
    ],
)
def test_figures_that_make_no_sense_are_refused(call: object, expected: list[str]) -> None:
    assert callable(call)
    assert said(call) == expected
