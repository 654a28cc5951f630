"""Conditions are true, false or undecided; what is missing never counts as false."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pactwright.facts.conditions import TESTS, AnyOf, Condition, Conditions, Test, all_hold, outcome, undecided
from pactwright.spec.amounts import Money

KNOWN: dict[str, object] = {
    "route": "competitive",
    "count": 3,
    "share": Decimal("12.5"),
    "paid": True,
    "shared": False,
    "kinds": frozenset({"video", "audio"}),
    "words": ("one", "two"),
    "start": date(2026, 12, 1),
    "price": Money(Decimal(25000), "AUD"),
    "free": Money(Decimal()),
    "absent": "none",
    "empty": frozenset[str](),
}


@pytest.mark.parametrize(
    ("subject", "test", "operand", "expected"),
    [
        ("route", "is", "competitive", True),
        ("route", "is", "no-effect", False),
        ("route", "not", "no-effect", True),
        ("route", "not", "competitive", False),
        ("route", "in", "no-effect competitive", True),
        ("route", "in", "no-effect below-threshold", False),
        ("route", "not", "no-effect competitive", False),
        ("route", "present", "", True),
        ("absent", "present", "", False),
        ("count", "is", "3", True),
        ("count", "is", "3.0", True),
        ("count", "is", "4", False),
        ("count", "not", "0", True),
        ("count", "min", "3", True),
        ("count", "min", "4", False),
        ("count", "max", "3", True),
        ("count", "max", "2", False),
        ("count", "in", "1 3", True),
        ("share", "min", "12.5", True),
        ("share", "is", "12.50", True),
        ("share", "max", "12", False),
        ("paid", "is", "yes", True),
        ("paid", "is", "no", False),
        ("shared", "is", "no", True),
        ("shared", "present", "", True),
        ("kinds", "includes", "video", True),
        ("kinds", "includes", "movement", False),
        ("empty", "includes", "video", False),
        ("words", "includes", "two", True),
        ("words", "includes", "three", False),
        ("kinds", "min", "2", True),
        ("words", "max", "1", False),
        ("start", "is", "2026-12-01", True),
        ("start", "min", "2026-12-01", True),
        ("start", "min", "2026-12-02", False),
        ("start", "max", "2027-01-01", True),
        ("price", "min", "25000", True),
        ("price", "max", "24999", False),
        ("free", "is", "nil", True),
        ("free", "not", "nil", False),
        ("free", "present", "", True),
        ("price", "is", "nil", False),
        ("price", "not", "nil", True),
        ("missing", "is", "nil", None),
        ("route", "min", "5", False),
        ("route", "max", "5", False),
        ("missing", "is", "yes", None),
        ("missing", "not", "yes", None),
        ("missing", "in", "a b", None),
        ("missing", "min", "1", None),
        ("missing", "max", "1", None),
        ("missing", "includes", "video", None),
        ("missing", "present", "", False),
    ],
)
def test_one_test(subject: str, test: Test, operand: str, *, expected: bool | None) -> None:
    condition = Condition(subject, test, tuple(operand.split()))
    assert outcome(condition, KNOWN.get(subject)) is expected


YES, NO, OPEN = Condition("paid", "is", ("yes",)), Condition("paid", "is", ("no",)), Condition("gone", "is", ("yes",))


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [((), True), ((YES, YES), True), ((YES, NO), False), ((OPEN, NO), False), ((NO, OPEN), False), ((YES, OPEN), None)],
)
def test_all_must_hold_and_one_that_fails_decides(conditions: tuple[Condition, ...], *, expected: bool | None) -> None:
    assert all_hold(conditions, met) is expected


def met(condition: Condition) -> bool | None:
    return outcome(condition, KNOWN.get(condition.subject))


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ((AnyOf((NO, YES)),), True),
        ((AnyOf((NO, NO)),), False),
        ((AnyOf((OPEN, YES)),), True),
        ((AnyOf((OPEN, NO)),), None),
        ((AnyOf((OPEN, YES)), NO), False),
        ((AnyOf((OPEN, NO)), YES), None),
        ((AnyOf((OPEN, NO)), NO), False),
    ],
)
def test_of_alternatives_one_must_hold_and_one_that_holds_decides(
    conditions: Conditions, *, expected: bool | None
) -> None:
    assert all_hold(conditions, met) is expected
    assert undecided(conditions, met) == (("gone",) if conditions[0] == AnyOf((OPEN, NO)) else ())


@pytest.mark.parametrize(
    ("test", "operand", "said"),
    [
        ("is", ("yes",), "funding.paid is yes"),
        ("not", ("a", "b"), "funding.paid is not a, b"),
        ("in", ("a", "b"), "funding.paid is one of a, b"),
        ("min", ("3",), "funding.paid is at least 3"),
        ("max", ("3",), "funding.paid is at most 3"),
        ("includes", ("video",), "funding.paid includes video"),
        ("present", (), "funding.paid is given"),
    ],
)
def test_a_condition_is_said_in_words(test: Test, operand: tuple[str, ...], said: str) -> None:
    assert str(Condition("funding.paid", test, operand)) == said


def test_every_test_is_tried() -> None:
    elsewhere = {"reaches"}  # of figures of law, in tests/library
    assert set(TESTS) == {"is", "not", "in", "min", "max", "includes", "present"} | elsewhere
