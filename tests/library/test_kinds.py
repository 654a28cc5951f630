"""Kinds of project propose risks in the words of a spec: whole, with a reason, for sides and never for parties."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.library.load import loaded
from pactwright.library.proposals import proposed_risks
from pactwright.spec import Spec
from pactwright.textfile import parsed
from tests.library.base import library, told
from tests.library.projects import SPEC

KIND = "seeds/kinds/sensors.yml"
ROW = """\
    risk: non-payment
    event: Rain comes
    managed_by: partner
    owner: shared
    shares: {city: 40, partner: 60}
    cap: 2,000
    above: each its own
    time: dates
    unit: a device
    unit_value: 300
    trigger: {measure: days of rain, number: 3, window: a week}
    steps: [wait, decide]
    why: Nobody makes the rain.
"""
TEXT = f"title: Sensors\nis: devices in streets\nrisks:\n  rain:\n{ROW}"


def test_a_kind_is_read_and_a_house_puts_its_own_risk_in_place_of_ours(tmp_path: Path) -> None:
    more = "risks:\n  rain: {risk: non-payment, event: Snow, managed_by: city, owner: city, time: none, why: Ours.}\n"
    made = library(tmp_path, {KIND: TEXT}, house={"kinds/sensors.yml": more})
    kind = made.kinds["sensors"]
    assert (kind.title, kind.meaning, kind.risks["rain"]["event"]) == ("Sensors", "devices in streets", "Snow")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("risk: non-payment", "risk: rain", 'unknown-word: "rain" is not accepted; one of non-payment'),
        ("managed_by: partner", "managed_by: firm", 'side: "firm" is no side; one of city, partner'),
        ("owner: shared", "owner: nobody", 'side: "nobody" is no side; one of city, partner, shared, each-own, outside'),
        ("    unit_value: 300\n", "", 'missing-key: "unit_value" is missing; what a shared risk costs whom; add "unit_value:"'),
        ("partner: 60", "partner: 50", "shares: they add up to 90; 100"),
        ("    above: each its own\n", "", 'missing-key: "above" is missing; what happens with the cost above the cap; add "above:"'),
        (", window: a week", "", 'missing-key: "window" is missing; a measure, a number and a window; add "window:"'),
        ("trigger: {measure: days of rain, number: 3, window: a week}", "trigger: 3 days of rain", 'missing-key: "number" is missing; a measure, a number and a window; add "number:"'),
        ("    why: Nobody makes the rain.\n", "", 'missing-key: "why" is missing; add "why:"'),
        ("time: dates", "time: later", 'risk-time: "later" is not an effect on time; one of none, dates, dates-and-price'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_proposal_is_found_in_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert TEXT.count(old) == 1
    found = told(tmp_path, {KIND: TEXT.replace(old, new)})
    assert found[0].startswith(f"{KIND}:")
    assert said in found[0]


@pytest.mark.parametrize("name", ["street-sensors", "lighting"])
def test_what_ships_can_be_taken_over_into_a_spec_as_it_is_shown(name: str) -> None:
    text = proposed_risks(loaded().kinds[name]).replace("city", "town").replace("partner", "firm")
    risks, _ = parsed(f"{SPEC}{text}", "spec.yml")
    spec = Spec.model_validate(risks)
    assert [*spec.risks] == [*loaded().kinds[name].risks]
