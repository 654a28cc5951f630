"""Days in order: every date of the form against those that must come before or after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pactwright.errors import InputError
from pactwright.spec import reading_from
from pactwright.spec.checks.dates import NAMES, ORDER
from pactwright.spec.form import place_at
from tests.guard.form import said_in
from tests.stories import NOWHERE, ROOT, Tree, changed, tree_in

Told = Callable[..., list[str]]

FULL = tree_in(ROOT / "tests" / "guard" / "full.yml")
PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
AGREEMENT, START, END = "2026-12-01", "2027-01-01", "2027-06-30"
FIRST = {found.place: ".".join(map(str, found.keys)) for found in reversed(tuple(said_in(FULL)))}
"""By place of the form, the first address at which the full spec says something there."""


def rules(tree: Tree) -> list[tuple[str, str, str]]:
    """Rule, level and address of what is found about dates."""
    try:
        found = reading_from(tree, NOWHERE, lambda _: (None, ())).remarks
    except InputError as error:
        found = error.findings
    return [(each.rule, each.level, each.address) for each in found if "date" in each.rule]


def test_every_date_of_the_form_has_an_order() -> None:
    form = {place: place_at(address) for place, address in FIRST.items()}
    assert {place for place, there in form.items() if there and there.reads == "date"} == set(ORDER)


def test_the_full_spec_and_the_example_are_in_order() -> None:
    assert [each for each in rules(FULL) if each[1] == "error"] == []
    assert rules(PILOT) == []


BOUNDS = [(place, bound) for place, bounds in ORDER.items() for bound in bounds]
OTHER = {"date": AGREEMENT, "pilot.start": START, "pilot.end": END}


@pytest.mark.parametrize(("place", "bound"), BOUNDS, ids=lambda each: getattr(each, "other", each))
def test_a_date_on_the_wrong_side_is_told_and_the_same_day_is_right(place: str, bound: object) -> None:
    side, other, level = (getattr(bound, name) for name in ("side", "other", "level"))
    address = FIRST[place]
    year, rest = OTHER[other].split("-", 1)
    far = f"{int(year) + (-1 if side == 'from' else 1)}-{rest}"
    assert ("date-order", level, address) in rules(changed(FULL, {address: far})) or level == "warning"
    assert any(each[2] == address for each in rules(changed(FULL, {address: far})))
    if place != "date":
        assert ("date-order", level, address) not in rules(changed(FULL, {address: OTHER[other]}))


@pytest.mark.parametrize("place", sorted(ORDER))
@pytest.mark.parametrize("day", ["0001-01-01", "1926-12-01", "2127-03-01", "9999-12-31"])
def test_a_year_that_nobody_can_mean_is_refused(place: str, day: str) -> None:
    found = rules(changed(FULL, {FIRST[place]: day}))
    assert ("date-year", "error", FIRST[place]) in found


@pytest.mark.parametrize(
    ("changes", "meant"),
    [
        ({"pilot.activities.0.by": "1999-02-19"}, "2027-02-19"),
        ({"parties.council.approval.date": "2126-11-24"}, "2026-11-24"),
        ({"milestones.sensors-up.due": "2026-03-15"}, "2027-03-15"),
        ({"parties.council.approval.date": "2026-12-11", "date": "2026-12-01"}, "2026-11-12"),
    ],
)
def test_a_slip_is_asked_back_where_one_day_can_be_meant(changes: Tree, meant: str) -> None:
    with pytest.raises(InputError) as caught:
        reading_from(changed(PILOT, changes), NOWHERE, lambda _: (None, ()))
    assert [each.fix for each in caught.value.findings if each.level == "error"] == [f"did you mean {meant}?"]


def test_an_agreement_dated_after_the_pilot_is_told_once() -> None:
    assert rules(changed(PILOT, {"date": "2028-12-01"})) == [("date-order", "error", "date")]


def test_an_agreement_signed_after_the_start_is_unusual_and_not_wrong() -> None:
    assert ("date-order", "warning", "date") in rules(changed(PILOT, {"date": "2027-02-16"}))


def test_what_holds_back_a_part_alone_may_come_after_the_start() -> None:
    whole = changed(PILOT, {"conditions.poles.by": "2027-03-01", "conditions.poles.part": None})
    assert ("date-order", "warning", "conditions.poles.by") in rules(whole)
    assert rules(changed(whole, {"conditions.poles.part": "Station Street"})) == []


def test_one_of_two_dates_missing_is_no_fault() -> None:
    for address in ("date", "pilot.start", "pilot.end"):
        assert rules(changed(PILOT, {address: None})) == []


def test_the_other_place_is_named(told: Told) -> None:
    [line] = told("date: 2026-12-01\npilot: {activities: [{by: 2025-11-30}]}\n")
    assert line == (
        "spec.yml:17:23: error: date-order: 2025-11-30 is before the agreement's date, 2026-12-01 (date); "
        "a day on or after it"
    )
    assert set(NAMES) == {"date", "pilot.start", "pilot.end"}


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2016-12-01", [("far-start", "warning", "date")]),
        ("2024-12-01", [("far-start", "warning", "date")]),
        ("2025-12-01", []),
        ("2036-12-01", [("date-order", "error", "date")]),
    ],
)
def test_an_agreement_years_before_its_pilot_is_asked_back(day: str, told: list[tuple[str, str, str]]) -> None:
    found = remarks(changed(PILOT, {"date": day}))
    assert [each for each in found if each[2] == "date"] == told


def remarks(tree: Tree) -> list[tuple[str, str, str]]:
    """Rule, level and address of all that is found."""
    try:
        found = reading_from(tree, NOWHERE, lambda _: (None, ())).remarks
    except InputError as error:
        found = error.findings
    return [(each.rule, each.level, each.address) for each in found]
