"""Who bears what for the facts of one spec: what an option says, and before it what the register says of a risk."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.selection.bearing import Borne, bearing_problems, borne
from tests.library.base import library, swapped
from tests.library.projects import project, selection_of

ALLOCATES = "  - {risk: non-payment, to: city, cap: multiple}\n"
BY_DATE = (
    "  - {risk: non-payment, to: city, when: [pilot.end: {max: 2027-06-30}]}\n"
    "  - {risk: non-payment, to: shared, share: multiple, when: [pilot.end: {min: %s}]}\n"
)
GIVEN = "contributions: [{party: firm, kind: staff, what: work}]\n"
REGISTER = "risks: {late: {risk: non-payment, owner: firm}, open: {risk: non-payment}}\n"
ENDS = "pilot: {end: 2027-06-30}\n"


def test_the_owner_of_a_row_of_the_register_bears_its_risk_before_what_the_option_says(tmp_path: Path) -> None:
    made = library(tmp_path, place="north")
    for more, expected in (
        ("", Borne("risk", "non-payment", "city")),
        (REGISTER, Borne("risk", "non-payment", "firm", "risks.late")),
    ):
        selection = selection_of(made, GIVEN + more)[0]
        assert selection.issues["liability/cap"].chosen == "multiple"
        said = borne(selection, selection.issues["liability/cap"], project(GIVEN + more)[0])
        assert list(said) == [expected]


@pytest.mark.parametrize(
    ("start", "ends", "said"),
    [
        ("2027-07-01", ENDS, ""),
        ("2027-06-30", "", ""),
        ("2027-06-30", ENDS, "liability/cap: multiple gives risk non-payment to city and to shared"),
        ("2027-06-30", "pilot: {end: 2027-06-29}\n", ""),
        ("2027-07-02", "pilot: {end: 2027-07-01}\n", "liability/cap: multiple gives risk non-payment to nobody"),
    ],
)
def test_what_could_not_be_told_apart_at_load_is_told_for_the_facts_at_hand(
    tmp_path: Path, start: str, ends: str, said: str
) -> None:
    made = library(tmp_path, swapped("clauses/liability/cap/multiple.md", ALLOCATES, BY_DATE % start), place="north")
    found = bearing_problems(selection_of(made, GIVEN + ends)[0])
    assert [each.seen for each in found] == ([said] if said else [])
