"""Money in and out of one party's hands, month by month."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.cash import Transfer, by_month, lowest
from tests.figures.wrong import said

LISTED = (
    Transfer(dt.date(2027, 1, 10), "firm", "", Decimal(30_000)),
    Transfer(dt.date(2027, 1, 31), "city", "firm", Decimal(16_200)),
    Transfer(dt.date(2027, 3, 1), "firm", "", Decimal(20_000)),
    Transfer(dt.date(2027, 4, 2), "city", "firm", Decimal(40_500)),
)


def test_the_months_of_a_party_and_the_one_in_which_it_has_least() -> None:
    found = by_month(LISTED, "firm")
    assert [(str(each.end), each.received, each.paid, each.balance) for each in found] == [
        ("2027-01-31", Decimal(16_200), Decimal(30_000), Decimal(-13_800)),
        ("2027-02-28", Decimal(0), Decimal(0), Decimal(-13_800)),
        ("2027-03-31", Decimal(0), Decimal(20_000), Decimal(-33_800)),
        ("2027-04-30", Decimal(40_500), Decimal(0), Decimal(6_700)),
    ]
    assert lowest(found) == found[2]
    assert lowest(by_month(LISTED, "city")) == by_month(LISTED, "city")[3]


def test_nobody_who_pays_has_months() -> None:
    assert by_month((), "firm") == ()
    assert lowest(()) is None


transfers = st.builds(
    Transfer,
    st.dates(dt.date(2027, 1, 1), dt.date(2029, 12, 31)),
    st.sampled_from(["city", "firm", "uni"]),
    st.sampled_from(["city", "firm", "uni"]),
    st.integers(0, 10**9).map(lambda each: Decimal(each).scaleb(-2)),
)


@given(st.lists(transfers, max_size=12))
def test_what_one_party_is_better_off_the_others_are_worse_off(listed: list[Transfer]) -> None:
    rows = zip(*(by_month(listed, each) for each in ("city", "firm", "uni")), strict=True)
    assert all(sum(each.balance for each in row) == 0 for row in rows)


def test_a_negative_payment_is_refused() -> None:
    refund = Transfer(dt.date(2027, 1, 1), "city", "firm", Decimal(-5))
    assert said(lambda: by_month([refund], "firm")) == ["transfers.0.amount is -5 and must be at least 0"]
