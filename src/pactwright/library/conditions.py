"""Conditions as files write them: facts, each with what is tested of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import PlainValidator, TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails

from pactwright.facts import TABLE, type_of
from pactwright.facts.conditions import TESTS, Condition, Conditions, Test
from pactwright.facts.fact import FactType
from pactwright.findings import nearest
from pactwright.spec.scalars import date
from pactwright.validation import RefusedError

PREFIXES = ("param.", "chosen.", "law.")
BOUNDS = ("min", "max")
SINGLE = ("is", "includes", *BOUNDS)
SUITS: Mapping[str, tuple[Test, ...]] = {
    "number": ("is", "not", "in", "min", "max"),
    "yes-no": ("is", "not", "in"),
    "set": ("includes", "min", "max"),
    "choice": ("is", "not", "in"),
    "text": ("is", "not", "in"),
    "date": ("is", "not", "in", "min", "max"),
    "money": ("min", "max"),
}
_MAPS = TypeAdapter(tuple[dict[str, Any], ...])
_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _conditions(typed: object) -> Conditions:
    """The conditions of a list of maps, in order; ValidationError with all that is wrong, each at its fact."""
    maps = enumerate(_MAPS.validate_python(() if typed in (None, "") else typed))
    tested = [(number, subject, value) for number, each in maps for subject, value in each.items()]
    wrong = [
        InitErrorDetails(type="value_error", loc=(number, subject), input=value, ctx={"error": problem})
        for number, subject, value in tested
        for problem in _problems(subject, value)
    ]
    if wrong:
        raise ValidationError.from_exception_data(str(typed), wrong)
    return tuple(Condition(subject, *test) for _, subject, value in tested for test in _tests(value))


When = Annotated[Conditions, PlainValidator(_conditions)]


def _problems(subject: str, value: object) -> Iterator[RefusedError]:
    """What is wrong with a fact and its tests."""
    if not type_of(subject) and not subject.startswith(PREFIXES):
        seen, fix = f'"{subject}" is not a fact', nearest(subject, TABLE)
        yield RefusedError(rule="unknown-fact", seen=seen, accepted="see the table of facts", fix=fix)
    elif not isinstance(value, str | dict):
        seen = f"a {'list' if isinstance(value, list) else 'text'} is not a test"
        yield RefusedError(rule="wrong-type", seen=seen, accepted="a value, present, or a map of tests")
    else:
        for test, operand in _tests(value):
            wrong = _form_problems(test, operand) if isinstance(value, dict) else ()
            yield from wrong or _suits(subject, test, operand)


def _tests(value: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:  # noqa: ANN401 - as it is typed
    """Each test with its operand; one value is the test that a fact is that value."""
    if isinstance(value, dict):
        yield from ((test, tuple(each) if isinstance(each, list) else (each,)) for test, each in value.items())
    else:
        yield ("present", ()) if value == "present" else ("is", (value,))


def _form_problems(test: str, operand: tuple[object, ...]) -> list[RefusedError]:
    """What is wrong with a test, whatever it tests."""
    if test not in TESTS:
        accepted = f"a value, present, or one of {', '.join(TESTS[1:-1])}"
        return [RefusedError(rule="unknown-test", seen=f'"{test}" is not a test', accepted=accepted)]
    is_text = all(isinstance(each, str) for each in operand)
    if not (operand and is_text and (len(operand) == 1 or test not in SINGLE)):
        accepted = "one value" if test in SINGLE else "a value, or a list of values"
        return [RefusedError(rule="wrong-type", seen=f'"{test}" is not followed by its value', accepted=accepted)]
    return []


def _suits(subject: str, test: Test, operand: tuple[str, ...]) -> Iterator[RefusedError]:
    """What a test asks that does not suit the type of its fact, and operands that it can never equal."""
    fact = type_of(subject)
    if test in BOUNDS and not all(_AMOUNT.fullmatch(each) or _is_day(each) for each in operand):
        yield RefusedError(
            rule="wrong-type", seen=f'"{operand[0]}" is no bound', accepted="a number, or year-month-day"
        )
    elif fact and test != "present" and test not in SUITS[fact]:
        seen = f'"{test}" does not suit {subject}, which is of the type {fact}'
        accepted = f"one of {', '.join((*SUITS[fact], 'present'))}"
        yield RefusedError(rule="unknown-test", seen=seen, accepted=accepted)
    elif fact:
        for each in operand:
            yield from _never_equal(subject, fact, each)


def _never_equal(subject: str, fact: FactType, operand: str) -> Iterator[RefusedError]:
    """A word of a list of the vocabulary waits until the whole library is read (`checks/conditions.py`)."""
    accepted = ("yes", "no") if fact == "yes-no" else TABLE[subject].values if subject in TABLE else ()
    if accepted and operand not in accepted:
        seen, accepted_words = f'"{operand}" is not a value of {subject}', f"one of {', '.join(accepted)}"
        yield RefusedError(rule="unknown-word", seen=seen, accepted=accepted_words, fix=nearest(operand, accepted))
    if fact in {"number", "money"} and not _AMOUNT.fullmatch(operand):
        yield RefusedError(rule="wrong-type", seen=f'"{operand}" is not a number', accepted="digits")
    if fact == "date" and not _is_day(operand):
        yield RefusedError(rule="wrong-type", seen=f'"{operand}" is not a date', accepted="year-month-day")


def _is_day(typed: str) -> bool:
    try:
        date(typed)
    except RefusedError:
        return False
    return True
