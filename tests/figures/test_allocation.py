"""A total in parts that are whole units of money and add up to it again."""

from __future__ import annotations

from decimal import Decimal, localcontext
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.allocation import allocated
from tests.figures.wrong import said

PARTIES = ("council", "partner", "university", "host", "evaluator")
cents = st.integers(-(10**15) + 1, 10**15 - 1).map(lambda each: Decimal(each).scaleb(-2))
weighed = st.lists(st.integers(0, 10**15 - 1), min_size=1, max_size=5).filter(any)


def _weights(numbers: list[int]) -> dict[str, Decimal]:
    return {party: Decimal(number).scaleb(-2) for party, number in zip(PARTIES, numbers, strict=False)}


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        ("100.00", (1, 1, 1), ("33.34", "33.33", "33.33")),
        ("42500", (50, 30, 20), ("21250", "12750", "8500")),
        ("-80000", (50, 30, 20), ("-40000", "-24000", "-16000")),
        ("0.05", (1, 1, 1), ("0.02", "0.02", "0.01")),
        ("0.01", (0, 1, 1), ("0", "0.01", "0")),
        ("0", (1, 1), ("0", "0")),
        ("10.005", (1, 1), ("5.01", "5.00")),  # no payment has half a cent
    ],
)
def test_a_total_is_shared_by_the_largest_remainder(
    total: str, weights: tuple[int, ...], parts: tuple[str, ...]
) -> None:
    found = allocated(Decimal(total), dict(zip(PARTIES, map(Decimal, weights), strict=False)))
    assert list(found.values()) == [Decimal(each) for each in parts]


def test_a_party_without_a_part_of_a_debt_owes_no_minus_nought() -> None:
    parts = allocated(Decimal("-0.01"), {"a": Decimal(1), "b": Decimal(1)})
    assert [str(each) for each in parts.values()] == ["-0.01", "0.00"]


def test_a_total_that_is_no_number_is_refused() -> None:
    expected = ["total is NaN and must be at least -9999999999999.99"]
    assert said(lambda: allocated(Decimal("NaN"), {"a": Decimal(1)})) == expected


def test_a_currency_without_cents_is_shared_in_whole_units() -> None:
    assert [str(each) for each in allocated(Decimal(100), dict.fromkeys("abc", Decimal(1)), Decimal(1)).values()] == [
        "34",
        "33",
        "33",
    ]


@given(cents, weighed)
def test_the_parts_are_the_whole_and_each_is_within_a_unit_of_its_exact_share(
    total: Decimal, numbers: list[int]
) -> None:
    weights = _weights(numbers)
    parts = allocated(total, weights)
    with localcontext(prec=60):
        assert sum(parts.values()) == total
        for party, weight in weights.items():
            exact = total * weight / sum(weights.values())
            assert abs(parts[party] - exact) < Decimal("0.01")
            assert weight or not parts[party]


@given(cents, weighed, st.randoms(use_true_random=False))
def test_the_order_of_parties_moves_a_cent_at_most_and_none_between_different_remainders(
    total: Decimal, numbers: list[int], random: Random
) -> None:
    weights = _weights(numbers)
    shuffled = list(weights.items())
    random.shuffle(shuffled)
    first, second = allocated(total, weights), allocated(total, dict(shuffled))
    with localcontext(prec=60):
        units = abs(total) * 100
        remainders = [units * each % sum(weights.values()) for each in weights.values()]
    assert all(abs(first[party] - second[party]) <= Decimal("0.01") for party in weights)
    if len(set(remainders)) == len(remainders):
        assert first == second


@given(cents, weighed)
def test_what_is_owed_the_other_way_round_is_shared_alike(total: Decimal, numbers: list[int]) -> None:
    there, back = allocated(total, _weights(numbers)), allocated(-total, _weights(numbers))
    assert {party: -part for party, part in there.items()} == dict(back)


@given(cents, weighed)
def test_equal_parties_have_equal_parts_to_the_cent(total: Decimal, numbers: list[int]) -> None:
    parts = list(allocated(total, _weights([max(numbers), max(numbers), numbers[-1]])).values())
    assert Decimal(0) <= abs(parts[0]) - abs(parts[1]) <= Decimal("0.01")  # the one listed first has the odd cent


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"a": Decimal(-1), "b": Decimal(2)}, ["weights.a is -1 and must be at least 0"]),
        ({"a": Decimal("NaN"), "b": Decimal(2)}, ["weights.a is NaN and must be at least 0"]),
        ({"a": Decimal("Infinity")}, ["weights.a is Infinity and must be at least 0"]),
        ({"a": Decimal(0), "b": Decimal(0)}, ["weights is 0 and must be above 0"]),
        ({}, ["weights is 0 and must be above 0"]),
    ],
)
def test_weights_that_share_nothing_are_refused(weights: dict[str, Decimal], expected: list[str]) -> None:
    assert said(lambda: allocated(Decimal(100), weights)) == expected
