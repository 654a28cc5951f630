"""Conditions: tests, and alternatives, that must all hold. A missing fact leaves a test undecided, never false."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal

from pactwright.facts.fact import Partial

NIL = "nil"
"""What a spec types for no money at all; a test of it holds for every amount of nothing."""
Test = Literal["is", "not", "in", "min", "max", "reaches", "includes", "present"]
TESTS: tuple[Test, ...] = ("is", "not", "in", "min", "max", "reaches", "includes", "present")
REACHES: Final = "reaches"
"""The test of an amount against a figure of law ("law.x"), which says itself from when it holds and what it catches."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One test: `subject` is a fact, or "param.x", "param.topic/issue.x", "chosen.topic/issue" or "law.x".

    Operands stay text.
    """

    subject: str
    test: Test
    operand: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The condition as a person would say it.

        >>> print(Condition("parties.count", "min", ("3",)))
        parties.count is at least 3
        """
        said = {
            "is": "is",
            "not": "is not",
            "in": "is one of",
            "min": "is at least",
            "max": "is at most",
            "reaches": "reaches",
            "includes": "includes",
            "present": "is given",
        }[self.test]
        return " ".join([self.subject, said, ", ".join(self.operand)]).strip()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Alternatives: one of these tests must hold."""

    alternatives: tuple[Condition, ...]

    def __str__(self) -> str:
        """The alternatives as a person would say them.

        >>> print(AnyOf((Condition("funding.paid", "is", ("yes",)), Condition("parties.count", "min", ("3",)))))
        funding.paid is yes or parties.count is at least 3
        """
        return " or ".join(map(str, self.alternatives))


Conditions = tuple[Condition | AnyOf, ...]
Result = Callable[[Condition], bool | None]
"""How a test comes out; None where it cannot be decided."""


def tests_in(conditions: Conditions) -> Iterator[Condition]:
    """Every test, those among alternatives too."""
    for each in conditions:
        yield from each.alternatives if isinstance(each, AnyOf) else (each,)


def all_hold(conditions: Conditions, result: Result) -> bool | None:
    """Whether all conditions hold; None where that cannot be decided."""
    return all_met([_result(each, result) for each in conditions])


def undecided(conditions: Conditions, result: Result) -> tuple[str, ...]:
    """The subjects whose absence leaves conditions undecided."""
    left_open = tuple(each for each in conditions if _result(each, result) is None)
    return tuple(each.subject for each in tests_in(left_open) if result(each) is None)


def _result(each: Condition | AnyOf, result: Result) -> bool | None:
    """How one entry comes out: of alternatives, one that holds decides."""
    if isinstance(each, Condition):
        return result(each)
    outcomes = [result(one) for one in each.alternatives]
    return True if True in outcomes else None if None in outcomes else False


def all_met(outcomes: Iterable[bool | None]) -> bool | None:
    """Whether every outcome is true; None when none is false and at least one is undecided."""
    results = tuple(outcomes)
    return False if False in results else None if None in results else True


def outcome(condition: Condition, value: object) -> bool | None:
    """Whether a value passes a test; None when it is missing and the test needs it."""
    if condition.test == "present":
        return value is not None and value != "none"
    if value is None:
        return None
    if condition.test == "includes":
        return _includes(value, condition.operand[0])
    if condition.test in {"min", "max"}:
        return _compared(value, condition)
    matches = any(_equal(value, operand) for operand in condition.operand)
    return not matches if condition.test == "not" else matches


def _includes(value: object, word: str) -> bool | None:
    if isinstance(value, Partial) and word not in value:
        return None
    return isinstance(value, frozenset | tuple) and word in value


def _equal(value: object, operand: str) -> bool:
    if operand == NIL:
        return getattr(value, "is_nil", False) is True
    if isinstance(value, bool):
        return ("yes" if value else "no") == operand
    if isinstance(value, int | Decimal):
        return Decimal(value) == _number(operand)
    if isinstance(value, date):
        return value.isoformat() == operand
    return str(value) == operand


def _compared(value: object, condition: Condition) -> bool | None:
    if isinstance(value, Partial):
        is_over = len(value) > Decimal(condition.operand[0]) - (condition.test == "min")
        return condition.test == "min" if is_over else None
    if isinstance(value, date):
        left: Any = value
        right: Any = date.fromisoformat(condition.operand[0])
    elif isinstance(value, frozenset | tuple):
        left, right = Decimal(len(value)), _number(condition.operand[0])
    else:
        left, right = _number(str(getattr(value, "amount", value))), _number(condition.operand[0])
    if left is None or right is None:
        return False
    return bool(left >= right) if condition.test == "min" else bool(left <= right)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
