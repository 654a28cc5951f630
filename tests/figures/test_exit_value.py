"""What is due where an agreement ends before its time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.early_end import Progress, account, account_of_leaver
from pactwright.figures.exit_value import Milestone, Work, begun_value, by_month
from tests.figures.wrong import said

START = dt.date(2027, 1, 1)
END = dt.date(2027, 12, 31)
INSTALLED = dt.date(2027, 3, 1)
WORK = Work(
    Decimal(180_000),
    START,
    END,
    {
        "plan": Milestone(Decimal(18_000), dt.date(2027, 1, 31)),
        "install": Milestone(Decimal(45_000), INSTALLED),
        "data live": Milestone(Decimal(45_000), INSTALLED + dt.timedelta(61)),
        "mid review": Milestone(Decimal(27_000), dt.date(2027, 8, 1)),
        "report": Milestone(Decimal(45_000), dt.date(2027, 12, 1)),
    },
    Decimal(25),
)
DAY_30 = INSTALLED + dt.timedelta(30)
TWO_ACCEPTED = Progress(("plan", "install"), paid=Decimal(56_700), held=Decimal(6_300))


def test_an_early_end_at_day_30_of_61_is_settled_to_the_cent() -> None:
    found = account(WORK, DAY_30, TWO_ACCEPTED, commitments=Decimal(6_400))
    assert found.accepted == Decimal(63_000)
    assert dict(found.begun) == {"data live": Decimal("22131.15")}
    assert (found.base, found.limit, found.commitments) == (Decimal("94868.85"), Decimal("23717.21"), Decimal(6_400))
    assert (found.value, found.due, found.after_clearing) == (Decimal("91531.15"), Decimal("34831.15"), Decimal(6_300))


def test_commitments_are_paid_up_to_their_limit() -> None:
    assert account(WORK, DAY_30, TWO_ACCEPTED, commitments=Decimal(30_000)).commitments == Decimal("23717.21")


def test_days_count_only_so_far_as_the_work_has_come() -> None:
    behind = TWO_ACCEPTED._replace(reached={"data live": INSTALLED + dt.timedelta(10)})
    assert account(WORK, DAY_30, behind, commitments=Decimal(0)).begun["data live"] == Decimal("7377.05")


def test_a_partner_that_leaves_has_what_is_accepted_and_what_is_kept_less_the_others_cost() -> None:
    nothing = account_of_leaver(WORK, DAY_30, TWO_ACCEPTED, kept=(), cost=Decimal(2_000))
    assert (nothing.value, nothing.due, nothing.commitments) == (Decimal(63_000), Decimal(6_300), Decimal(0))
    assert nothing.base == Decimal(117_000)
    kept = account_of_leaver(WORK, DAY_30, TWO_ACCEPTED, kept=("data live",), cost=Decimal(2_000))
    assert (kept.value, kept.due, kept.base) == (Decimal("83131.15"), Decimal("26431.15"), Decimal("94868.85"))
    dear = account_of_leaver(WORK, DAY_30, TWO_ACCEPTED, kept=("data live",), cost=Decimal(50_000))
    assert dear.value == Decimal(63_000)


def test_who_was_paid_in_advance_pays_back_what_is_not_earned() -> None:
    advance = Progress((), paid=Decimal(36_000))
    assert account(WORK, START, advance, commitments=Decimal(0)).due == Decimal(-36_000)


def test_exit_values_at_the_end_of_each_month_count_from_one_milestone_to_the_next() -> None:
    work = Work(
        Decimal(48_000),
        dt.date(2027, 2, 15),
        dt.date(2027, 9, 30),
        {
            "sensors": Milestone(Decimal(18_000), dt.date(2027, 3, 12)),
            "map": Milestone(Decimal(15_000), dt.date(2027, 6, 18)),
            "report": Milestone(Decimal(15_000), dt.date(2027, 9, 24)),
        },
        Decimal(25),
    )
    expected = [
        ("2027-02-28", "9360.00", "0", "0", "9360.00"),
        ("2027-03-31", "18000.00", "2908.16", "0", "20908.16"),
        ("2027-04-30", "18000.00", "7500.00", "0", "25500.00"),
        ("2027-05-31", "18000.00", "12244.90", "0", "30244.90"),
        ("2027-06-30", "18000.00", "15000.00", "1836.73", "34836.73"),
        ("2027-07-31", "18000.00", "15000.00", "6581.63", "39581.63"),
        ("2027-08-31", "18000.00", "15000.00", "11326.53", "44326.53"),
        ("2027-09-30", "18000.00", "15000.00", "15000.00", "48000.00"),
    ]
    rows = [(str(each.day), *each.values.values(), each.together) for each in by_month(work)]
    assert rows == [(day, *map(Decimal, amounts)) for day, *amounts in expected]


def test_work_without_milestones_has_no_months() -> None:
    assert [each.together for each in by_month(Work(Decimal(0), START, END, {}, Decimal(25)))] == [Decimal(0)]


def test_milestones_on_one_day_count_from_the_same_day() -> None:
    due = dt.date(2027, 1, 11)
    work = Work(
        Decimal(200), START, END, {"a": Milestone(Decimal(100), due), "b": Milestone(Decimal(100), due)}, Decimal(0)
    )
    assert [begun_value(work, each, dt.date(2027, 1, 6)) for each in "ab"] == [Decimal(50), Decimal(50)]


# --------------------------------------------------------------------------------------------- for every figure

days = st.dates(START - dt.timedelta(40), END + dt.timedelta(40))
cents = st.integers(0, 10**9).map(lambda each: Decimal(each).scaleb(-2))


@st.composite
def works(draw: st.DrawFn) -> Work:
    due = draw(st.lists(st.dates(START + dt.timedelta(1), END), min_size=1, max_size=5))
    milestones = {str(n): Milestone(draw(cents), day) for n, day in enumerate(due)}
    price = sum((each.amount for each in milestones.values()), draw(cents))
    return Work(price, START, END, milestones, Decimal(draw(st.integers(0, 100))))


@given(works(), days, st.sampled_from([(), ("0",)]), cents, cents)
def test_an_account_never_passes_the_price_and_adds_up(
    work: Work, day: dt.date, accepted: tuple[str, ...], commitments: Decimal, paid: Decimal
) -> None:
    found = account(work, day, Progress(accepted, paid), commitments=commitments)
    assert found.accepted + sum(found.begun.values()) + found.commitments == found.value <= work.price
    assert found.commitments <= found.limit <= found.base
    assert found.value - found.due == paid
    leaver = account_of_leaver(work, day, Progress(accepted, paid), kept=tuple(found.begun), cost=Decimal(0))
    assert found.accepted <= leaver.value <= found.value


@given(works(), days, days)
def test_a_later_day_is_never_worth_less_and_no_milestone_more_than_its_amount(
    work: Work, one: dt.date, other: dt.date
) -> None:
    early, late = sorted((one, other))
    for name, each in work.milestones.items():
        assert 0 <= begun_value(work, name, early) <= begun_value(work, name, late) <= each.amount
        assert begun_value(work, name, each.due) == each.amount


@given(works(), days)
def test_the_order_in_which_milestones_are_listed_changes_nothing(work: Work, day: dt.date) -> None:
    turned = replace(work, milestones={name: work.milestones[name] for name in reversed(list(work.milestones))})
    here, there = (account(each, day, Progress((), Decimal(0)), commitments=Decimal(100)) for each in (work, turned))
    assert here == there


# --------------------------------------------------------------------------------------------- planted mistakes


@pytest.mark.parametrize(
    ("milestone", "price", "expected"),
    [
        (
            Milestone(Decimal(100), dt.date(2028, 1, 15)),
            100,
            ["milestones.m.due is 2028-01-15 and must be at most 2027-12-31"],
        ),
        (Milestone(Decimal(100), START), 100, ["milestones.m.due is 2027-01-01 and must be after 2027-01-01"]),
        (Milestone(Decimal(150), INSTALLED), 100, ["milestones is 150 and must be at most 100"]),
        (Milestone(Decimal(-1), INSTALLED), 100, ["milestones.m.amount is -1 and must be at least 0"]),
    ],
)
def test_milestones_that_do_not_fit_are_refused(milestone: Milestone, price: int, expected: list[str]) -> None:
    assert said(lambda: Work(Decimal(price), START, END, {"m": milestone}, Decimal(25))) == expected


def test_a_milestone_may_be_due_on_the_last_day_and_no_commitment_passes_what_is_left() -> None:
    last = {"m": Milestone(Decimal(100), END)}
    assert Work(Decimal(100), START, END, last, Decimal(100)).planned_from("m") == START
    expected = ["wind_down_pct is 130 and must be at most 100"]
    assert said(lambda: Work(Decimal(100), START, END, last, Decimal(130))) == expected


def test_rows_that_are_not_there_and_more_held_back_than_accepted_are_named() -> None:
    progress = Progress(("plan", "instal"), paid=Decimal(-1), held=Decimal(20_000), reached={"repot": START})
    rows = "plan, install, data live, mid review, report"
    assert said(lambda: account(WORK, DAY_30, progress, commitments=Decimal(-2))) == [
        "paid is -1 and must be at least 0",
        f"accepted is instal and must be one of {rows}",
        f"reached is repot and must be one of {rows}",
        "held is 20000 and must be at most 18000",
        "commitments is -2 and must be at least 0",
    ]
    unpaid = TWO_ACCEPTED._replace(paid=Decimal(-1))
    assert said(lambda: account_of_leaver(WORK, DAY_30, unpaid, kept=("plan",), cost=Decimal(-3))) == [
        "paid is -1 and must be at least 0",
        "cost is -3 and must be at least 0",
        "kept is plan and must be one of data live, mid review, report",
    ]
