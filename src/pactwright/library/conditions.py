"""Conditions as files write them: facts, each with what is tested of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import PlainValidator, TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails

from pactwright.facts import TABLE, type_of
from pactwright.facts.conditions import NIL, REACHES, TESTS, AnyOf, Condition, Conditions, Test
from pactwright.facts.fact import FactType
from pactwright.findings import nearest
from pactwright.spec.scalars import date
from pactwright.validation import RefusedError

ANY_OF = "any-of"
SHORTEST = 2
"""So many alternatives at least."""
PREFIXES = ("param.", "chosen.", "law.")
BOUNDS = ("min", "max")
SINGLE = ("is", "includes", REACHES, *BOUNDS)
SUITS: Mapping[str, tuple[Test, ...]] = {
    "number": ("is", "not", "in", "min", "max"),
    "yes-no": ("is", "not", "in"),
    "set": ("includes", "min", "max"),
    "choice": ("is", "not", "in"),
    "text": ("is", "not", "in"),
    "date": ("is", "not", "in", "min", "max"),
    "money": ("is", "not", "min", "max", "reaches"),
}
Way: TypeAlias = tuple[int | str, ...]
_MAPS = TypeAdapter(tuple[dict[str, Any], ...])
_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _conditions(typed: object) -> Conditions:
    """The conditions of a list of maps, in order; ValidationError with all that is wrong, each at its fact.

    The maps under "any-of" are alternatives.
    """
    maps = enumerate(_MAPS.validate_python(() if typed in (None, "") else typed))
    tested = [((number, subject), subject, value) for number, each in maps for subject, value in each.items()]
    wrong = [
        InitErrorDetails(type="value_error", loc=(*above, *below), input=value, ctx={"error": problem})
        for above, subject, value in tested
        for below, problem in _problems(subject, value)
    ]
    if wrong:
        raise ValidationError.from_exception_data(str(typed), wrong)
    return tuple(each for _, subject, value in tested for each in _said(subject, value))


def _said(subject: str, value: Any) -> Iterator[Condition | AnyOf]:  # noqa: ANN401 - as it is typed
    if subject == ANY_OF:
        maps = (pair for each in value for pair in each.items())
        yield AnyOf(tuple(Condition(name, *test) for name, below in maps for test in _tests(_in_full(name, below))))
    else:
        yield from (Condition(subject, *test) for test in _tests(_in_full(subject, value)))


When = Annotated[Conditions, PlainValidator(_conditions)]


def _problems(subject: str, value: object) -> Iterator[tuple[Way, RefusedError]]:
    """What is wrong with a fact and its tests, or with alternatives, each with the way to it from there."""
    if subject == ANY_OF:
        yield from _problems_of_alternatives(value)
    else:
        yield from (((), problem) for problem in _problems_of_fact(subject, value))


def _problems_of_alternatives(value: object) -> Iterator[tuple[Way, RefusedError]]:
    """Two lines or more, each with one test of one fact: which lines hold together would else be anybody's guess."""
    lines = value if isinstance(value, list) else []
    is_single = all(isinstance(each, dict) and len(each) <= 1 for each in lines)  # empty where it was refused before
    if len(lines) < SHORTEST or not is_single:
        seen, accepted = f"these are no alternatives of {ANY_OF}", "two lines or more, each with one fact"
        yield (), RefusedError(rule="wrong-type", seen=seen, accepted=accepted)
        return
    for number, (subject, test) in ((number, pair) for number, each in enumerate(lines) for pair in each.items()):
        if isinstance(test, dict) and len(test) > 1:
            seen = f"{subject} has {len(test)} tests, which would have to hold together"
            yield (number, subject), RefusedError(rule="wrong-type", seen=seen, accepted="one test a line")
        yield from (((number, subject), problem) for problem in _problems_of_fact(subject, test))


def _problems_of_fact(subject: str, value: object) -> Iterator[RefusedError]:
    """What is wrong with a fact and its tests."""
    if not type_of(subject) and not subject.startswith(PREFIXES):
        seen, fix = f'"{subject}" is not a fact', nearest(subject, TABLE)
        yield RefusedError(rule="unknown-fact", seen=seen, accepted="see the table of facts", fix=fix)
    elif not isinstance(value, str | dict):
        seen = f"a {'list' if isinstance(value, list) else 'text'} is not a test"
        yield RefusedError(rule="wrong-type", seen=seen, accepted="a value, present, or a map of tests")
    else:
        for test, operand in _tests(_in_full(subject, value)):
            wrong = _form_problems(test, operand) if isinstance(value, dict) else ()
            yield from wrong or _suits(subject, test, operand)


def _in_full(subject: str, value: object) -> object:
    """A test as it is typed; any option of an issue is there, as any value is."""
    return "present" if value == "any" and subject.startswith("chosen.") else value


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
    if test == REACHES and not (operand[0].startswith("law.") and fact == "money"):
        yield RefusedError(rule="wrong-type", seen=f'"{operand[0]}" is no figure', accepted="law.x, for an amount")
    elif test in BOUNDS and not all(_AMOUNT.fullmatch(each) or _is_day(each) for each in operand):
        yield RefusedError(
            rule="wrong-type", seen=f'"{operand[0]}" is no bound', accepted="a number, or year-month-day"
        )
    elif fact and test != "present" and test not in SUITS[fact]:
        seen = f'"{test}" does not suit {subject}, which is of the type {fact}'
        accepted = f"one of {', '.join((*SUITS[fact], 'present'))}"
        yield RefusedError(rule="unknown-test", seen=seen, accepted=accepted)
    elif fact and test != REACHES:
        for each in operand:
            yield from _never_equal(subject, fact, test, each)


def _never_equal(subject: str, fact: FactType, test: Test, operand: str) -> Iterator[RefusedError]:
    """A word of a list of the vocabulary waits until the whole library is read (`checks/conditions.py`)."""
    accepted = ("yes", "no") if fact == "yes-no" else TABLE[subject].values if subject in TABLE else ()
    if accepted and operand not in accepted:
        seen, accepted_words = f'"{operand}" is not a value of {subject}', f"one of {', '.join(accepted)}"
        yield RefusedError(rule="unknown-word", seen=seen, accepted=accepted_words, fix=nearest(operand, accepted))
    if fact == "number" and not _AMOUNT.fullmatch(operand):
        yield RefusedError(rule="wrong-type", seen=f'"{operand}" is not a number', accepted="digits")
    if fact == "money" and test not in BOUNDS and operand != NIL:
        seen, accepted_words = f'"{operand}" is one amount among many', f"{NIL}, or min or max with an amount"
        yield RefusedError(rule="wrong-type", seen=seen, accepted=accepted_words)
    if fact == "date" and not _is_day(operand):
        yield RefusedError(rule="wrong-type", seen=f'"{operand}" is not a date', accepted="year-month-day")


def _is_day(typed: str) -> bool:
    try:
        date(typed)
    except RefusedError:
        return False
    return True
