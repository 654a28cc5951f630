"""The ledger says what the sentences say: a row for each option that gives a risk or a reward, typed from its words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pactwright.ledger import Bearing
from pactwright.library.model import EVERY_OTHER, Allocation
from tests.ledger.papers import PLACE, Case, case_paper, cases, found, item_text
from tests.stories import Tree, library, plain


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_ledger_says_what_the_sentence_says(case: Case) -> None:
    made, said = case_paper(case), case.said
    bearing = found(made, case)
    if said["who"] == "none":
        assert bearing is None
        return
    assert bearing
    label, text = item_text(made, case.option, said["item"])
    assert said["says"] in text
    assert (bearing.item, bearing.place) == (said["item"], label)
    assert bearing.to == said["who"]
    assert bearing.manner == ("priced" if said.get("priced") else said["who"])
    assert plain(bearing.trigger) == said.get("trigger", "")
    assert _shares(bearing) == said.get("share", [])
    if "caps" in said:
        assert [(each.who, each.money and each.money.amount) for each in bearing.limits] == [
            (who, Decimal(amount)) for who, amount in said["caps"]
        ]
        return
    assert _limits(bearing) == _expected_limits(said)


def _shares(bearing: Bearing) -> list[list[str]]:
    return [[each.who, plain(each.percent), plain(each.in_money)] for each in bearing.shares]


def _limits(bearing: Bearing) -> list[tuple[str, str, Decimal | None]]:
    return [(each.who, plain(each.said), each.money.amount if each.money else None) for each in bearing.limits]


def _expected_limits(said: dict[str, str]) -> list[tuple[str, str, Decimal | None]]:
    if "cap" not in said:
        return []
    return [(said.get("whose", ""), said["cap"], Decimal(said["money"]) if "money" in said else None)]


def test_every_option_that_gives_a_risk_or_a_reward_has_a_row() -> None:
    giving = {
        f"{issue}/{option.id}"
        for issue, options in library(PLACE).options.items()
        for option in options.values()
        if option.allocates
    }
    assert giving - {case.option for case in cases()} == set()


def test_whoever_flips_a_bearer_or_drops_a_cap_a_share_or_a_trigger_of_any_entry_breaks_a_row() -> None:
    """Because a row holds what its sentence says: every entry has one that the entry, otherwise, would not meet."""
    entries = [
        (f"{issue}/{option.id}", entry)
        for issue, options in library(PLACE).options.items()
        for option in options.values()
        for entry in option.allocates
    ]
    assert len(entries) > 290
    assert [(name, each.kind, each.id, each.item) for name, each in entries if not meets(name, each)] == []
    for name, each in entries:
        others = ("city", "partner", "shared", "each-own", "at-fault", "actual-cost")
        flipped = [replace(each, to=to) for to in others if to != each.to]
        dropped = [
            one for one in (replace(each, cap=""), replace(each, share=""), replace(each, trigger="")) if one != each
        ]
        unnoticed = [one for one in (*flipped, *dropped) if meets(name, one)]
        assert unnoticed == []


def meets(option: str, entry: Allocation) -> bool:
    """Whether a row of the tables expects what an entry says."""
    expected = (each.said for each in cases() if each.option == option and each.said.get("item", "") == entry.item)
    return any(is_about(said, entry) and says(said) == says_of(entry) for said in expected)


def is_about(said: Tree, entry: Allocation) -> bool:
    """Whether a row is about the thing of an entry; what holds for every other risk is shown by one of these."""
    things = {said["of"], said.get("under", "")}
    is_other = entry.id == EVERY_OTHER and any(thing.startswith(entry.kind) for thing in things)
    return is_other or f"{entry.kind} {entry.id}" in things


def says(said: Tree) -> tuple[str, bool, bool, bool]:
    return said["who"], "cap" in said or "caps" in said, "share" in said, "trigger" in said


def says_of(entry: Allocation) -> tuple[str, bool, bool, bool]:
    return entry.to, bool(entry.cap), bool(entry.share), bool(entry.trigger)


def test_a_fee_of_nothing_leaves_the_fixed_amount_alone() -> None:
    case = next(each for each in cases() if "nil" in str(each.said.get("values", {}).get("fee")))
    bearing = found(case_paper(case), case)
    assert bearing
    assert [plain(each.said) for each in bearing.limits] == ["AUD 250,000", "AUD 300,000, at least AUD 250,000"]
