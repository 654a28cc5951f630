"""How far criteria are met, as one score, and the fee that rests on it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.score import Criterion, passes, scored, success_fee
from tests.figures.wrong import said

FOUR = {
    "travel time": Criterion(Decimal(40), Decimal(4), Decimal(10), Decimal(7)),
    "uptime": Criterion(Decimal(30), Decimal(97), Decimal("99.5"), Decimal("99.2")),
    "satisfaction": Criterion(Decimal(20), Decimal("3.0"), Decimal("4.0"), Decimal("3.9")),
    "datasets": Criterion(Decimal(10), Decimal(0), Decimal(10), Decimal(12)),
}


def test_a_score_weighs_how_far_each_criterion_is_met() -> None:
    found = scored(FOUR)
    assert [each.met for each in found.criteria.values()] == [
        Decimal("0.5000"),
        Decimal("0.8800"),
        Decimal("0.9000"),
        Decimal("1.0000"),
    ]
    assert [each.weighted for each in found.criteria.values()] == [
        Decimal("0.2"),
        Decimal("0.264"),
        Decimal("0.18"),
        Decimal("0.1"),
    ]
    assert found.total == Decimal("0.7440")


def test_a_success_fee_is_earned_in_proportion_to_the_score() -> None:
    assert success_fee(Decimal(20_000), scored(FOUR).total) == Decimal("14880.00")


def test_a_gate_is_passed_at_its_very_percentage() -> None:
    assert passes(scored(FOUR).total, Decimal(70))
    assert passes(Decimal("0.7"), Decimal(70))
    assert not passes(Decimal("0.699999"), Decimal(70))


def test_three_thirds_make_a_whole() -> None:
    third = Criterion(Decimal("33.33"), Decimal(0), Decimal(3), Decimal(1))
    assert scored(dict.fromkeys("abc", third)).total == scored({"a": third._replace(weight_pct=Decimal(100))}).total
    assert scored(dict.fromkeys("abc", third._replace(actual=Decimal(3)))).total == 1
    assert passes(
        scored(
            {
                "a": third._replace(weight_pct=Decimal(30)),
                "b": Criterion(Decimal(70), Decimal(0), Decimal(1), Decimal(0)),
            }
        ).total,
        Decimal(10),
    )


def test_where_less_is_better_the_target_lies_below_the_floor() -> None:
    assert scored({"wait": Criterion(Decimal(100), Decimal(10), Decimal(5), Decimal(7))}).total == Decimal("0.6")
    assert scored({"wait": Criterion(Decimal(100), Decimal(10), Decimal(5), Decimal(12))}).total == 0
    assert scored({"wait": Criterion(Decimal(100), Decimal(10), Decimal(5), Decimal(4))}).total == 1


numbers = st.integers(-(10**6), 10**6).map(lambda each: Decimal(each).scaleb(-2))


@given(st.lists(st.tuples(numbers, numbers, numbers).filter(lambda each: each[0] != each[1]), min_size=4, max_size=4))
def test_a_score_lies_between_nil_and_one_whatever_the_order(rows: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    weights = (Decimal(40), Decimal(30), Decimal(20), Decimal(10))
    named = [(str(n), Criterion(weight, *row)) for n, (weight, row) in enumerate(zip(weights, rows, strict=True))]
    found = scored(dict(named))
    assert 0 <= found.total <= 1
    assert found.total == scored(dict(reversed(named))).total
    for name, each in named:
        better = each._replace(actual=each.actual + (each.target - each.floor))
        assert scored({**dict(named), name: better}).total >= found.total


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"datasets": Decimal(20)}, ["criteria is 110 and must be 100"]),
        ({"datasets": Decimal(-10)}, ["criteria.datasets is -10 and must be at least 0"]),
    ],
)
def test_weights_that_are_not_the_whole_are_refused(changed: dict[str, Decimal], expected: list[str]) -> None:
    made = {name: each._replace(weight_pct=changed.get(name, each.weight_pct)) for name, each in FOUR.items()}
    assert said(lambda: scored(made)) == expected


def test_a_target_that_is_where_counting_begins_is_refused() -> None:
    made = {"a": Criterion(Decimal(100), Decimal(5), Decimal(5), Decimal(5))}
    assert said(lambda: scored(made)) == ["criteria.a.target is 5 and must differ from 5"]


def test_a_result_that_is_no_number_is_refused() -> None:
    made = {"a": Criterion(Decimal(100), Decimal(0), Decimal(5), Decimal("NaN"))}
    assert said(lambda: scored(made)) == ["criteria.a.actual is NaN and must be at least -9999999999999.99"]


def test_a_score_in_percent_is_refused_before_it_pays_a_hundredfold() -> None:
    assert said(lambda: success_fee(Decimal(20_000), Decimal("74.4"))) == ["score is 74.4 and must be at most 1"]
    assert said(lambda: success_fee(Decimal(-1), Decimal(1))) == ["fee is -1 and must be at least 0"]
    assert said(lambda: passes(Decimal(70), Decimal(70))) == ["score is 70 and must be at most 1"]
    assert said(lambda: passes(Decimal("0.7"), Decimal(700))) == ["gate_pct is 700 and must be at most 100"]
