"""What a side may have to pay at most: its terms and clauses, by hand; held against approvals and figures of law."""

from __future__ import annotations

import pytest

from pactwright.assembly.owed import Owed
from tests.assembly.test_before_signing import OWED
from tests.stories import Tree, changed, draft, plain, spec_tree

PILOT = changed(spec_tree("startup-pilot"), OWED)
LONGER: Tree = {
    "choices.term/exit": {"option": "exit-plan", "run_on_cap": "AUD 1,000", "run_on_days": "60"},
    "choices.public/community": {"option": "standing-engagement", "panel_cost": "AUD 500"},
    "pilot.start": "2027-02-01",
    "pilot.end": "2028-02-01",
}


def owed(tree: Tree, side: str) -> Owed:
    return next(each for each in draft(tree).owed if each.side == side)


def terms(said: Owed) -> dict[str, tuple[str, bool]]:
    return {each.address.rpartition(".")[2]: (plain(each.printed), bool(each.clause)) for each in said.terms}


def test_each_side_has_its_own_terms_each_with_amount_and_clause() -> None:
    both = {each.side: each for each in draft(PILOT).owed}
    assert terms(both["partner"]) == {"shared_limit": ("AUD 2,000", True)}
    assert plain(both["partner"].printed) == "AUD 2,000"
    assert plain(both["public"].printed) == "AUD 47,750"
    assert all(clause for _, clause in terms(both["public"]).values())


def test_what_is_due_for_each_month_or_year_counts_as_often_as_it_can_be() -> None:
    said = terms(owed(changed(PILOT, LONGER), "public"))
    assert said["run_on_cap"] == ("AUD 3,000", True)  # 60 days can touch three months
    assert said["panel_cost"] == ("AUD 1,000", True)  # the second year begins on the last day


@pytest.mark.parametrize(
    ("approved", "is_final", "told"),
    [
        ("AUD 47,750", True, []),
        ("AUD 47,749", True, [("error", "at least 47,750 here")]),
        ("AUD 47,749", False, [("warning", "at least 47,750 here")]),
        ("EUR 90,000", True, [("error", "amounts in one currency, and none open")]),
    ],
)
def test_more_than_was_approved_keeps_a_final_from_being_made(
    approved: str, *, is_final: bool, told: list[tuple[str, str]]
) -> None:
    made = draft(changed(PILOT, {"parties.city.approval.amount": approved}), is_final=is_final)
    found = [each for each in made.findings if each.rule == "approved-amount"]
    assert [(each.level, each.accepted) for each in found] == told
    assert {each.address for each in found} <= {"parties.city.approval.amount"}


def test_a_figure_of_law_that_only_the_parts_beside_the_price_reach_is_told_at_the_largest_of_them() -> None:
    near = changed(
        PILOT,
        {
            "money.tax": "inclusive",
            "funding.price": "AUD 132,000",
            "choices.risk/allocation.standing_pct": "1",
            "choices.change/control.total_pct": "0",
        },
    )
    [found] = [each for each in draft(near).findings if each.rule == "owed-threshold"]
    # 132,000 and 4,000 and 10,000 lie below 150,000; with 2,000, 1,320 and 3,000 they do not
    assert found.address == "choices.reward/milestones.success_fee"
    assert found.accepted == "less than 680 here"
    assert "146,000" in found.seen
    assert "152,320" in found.seen
    assert "contract register threshold" in found.seen
    assert [each for each in draft(PILOT).findings if each.rule == "owed-threshold"] == []


HURT: Tree = {"choices.liability/cap": {"option": "low-fixed", "low_fixed": "AUD 60,000", "misuse_times": "2"}}
ONE_SIDED: Tree = {"choices.liability/cap": {"option": "one-sided", "partner_cap": "AUD 60,000", "reason": "Ours."}}


def test_what_may_be_owed_for_a_loss_stands_apart_with_what_no_limit_covers() -> None:
    both = {each.side: each for each in draft(changed(PILOT, HURT)).owed}
    for side, said in both.items():
        limits = {each.address.rpartition(".")[2]: plain(each.printed) for each in said.damages}
        assert limits["low_fixed"] == "AUD 60,000", side
        assert limits["misuse_times"] == "AUD 120,000"
        others = [each for name, each in limits.items() if name not in {"low_fixed", "misuse_times"}]
        assert others == ["AUD 10,000,000"]  # damage to property: no cover is asked for, so the usual one
        assert [each.item for each in said.unlimited] == ["liability/cap#uncapped"]
        assert "fraud" in said.unlimited[0].says
    assert plain(both["public"].in_all_printed) == "AUD 10,227,750"
    assert plain(both["partner"].in_all_printed) == "AUD 10,182,000"


def test_a_side_without_a_limit_has_none_in_the_sum_and_the_item_that_says_so() -> None:
    both = {each.side: each for each in draft(changed(PILOT, ONE_SIDED)).owed}
    assert both["public"].damages == ()
    assert {each.item for each in both["public"].unlimited} == {"liability/cap#uncapped", "liability/cap#open"}
    assert "liability/cap#open" not in [each.item for each in both["partner"].unlimited]
    assert len(both["partner"].damages) >= 3
