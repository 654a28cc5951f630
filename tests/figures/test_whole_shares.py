"""Whether shares are their whole, and where money is rounded."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal, localcontext

import pytest

from pactwright.figures.problems import Problem
from pactwright.figures.rounding import paid
from pactwright.figures.shares import bad_shares


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("40", "60"), []),
        (("33.33", "33.33", "33.33"), []),
        (("40", "50"), [Problem("shares", "shares", Decimal(90), "be", Decimal(100))]),
        (("33.32", "33.32", "33.32"), [Problem("shares", "shares", Decimal("99.96"), "be", Decimal(100))]),
        (("33.3", "33.3", "33.3"), [Problem("shares", "shares", Decimal("99.9"), "be", Decimal(100))]),
        (
            ("120", "-20"),
            [
                Problem("percent", "shares.0", Decimal(120), "be at most", Decimal(100)),
                Problem("percent", "shares.1", Decimal(-20), "be at least", Decimal(0)),
            ],
        ),
        (("Infinity",), [Problem("percent", "shares.0", Decimal("Infinity"), "be at least", Decimal(0))]),
    ],
)
def test_shares_that_are_not_the_whole_are_told_with_what_they_are(shares: list[str], expected: list[Problem]) -> None:
    assert list(bad_shares("shares", {str(n): Decimal(each) for n, each in enumerate(shares)})) == expected


def test_money_is_rounded_half_up_whatever_the_program_around_it_does() -> None:
    with localcontext(prec=4, rounding=ROUND_DOWN):
        assert paid(Decimal("9999999999999.985")) == Decimal("9999999999999.99")
