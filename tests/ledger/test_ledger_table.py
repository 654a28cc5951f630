"""The ledger says what the sentences say: a row for each option that gives a risk or a reward, typed from its words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pactwright.ledger import Bearing
from tests.ledger.papers import PLACE, Case, case_paper, cases, found, item_text
from tests.stories import library, plain


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
