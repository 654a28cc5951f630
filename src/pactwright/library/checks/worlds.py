"""All cases that some conditions tell apart: for each thing that they test, the values that make a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from math import prod
from typing import Final, TypeAlias

from pactwright.facts import TABLE
from pactwright.facts.conditions import NIL, REACHES, Condition
from pactwright.library.model import NONE, Library, Option

World: TypeAlias = Mapping[str, object]
"""A value for each subject of a condition; "" is a word that no condition names."""
MOST: Final = 256
"""So many cases at most are looked at."""
_WHOLE = re.compile("[0-9]{1,9}")


def worlds(library: Library, option: Option, tests: tuple[Condition, ...]) -> Iterator[World]:
    """Every case that tests of an option tell apart; none where that cannot be said, as of nil, dates and law."""
    subjects = dict.fromkeys(test.subject for test in tests)
    values = [_values(library, option, each, [test for test in tests if test.subject == each]) for each in subjects]
    if all(values) and prod(map(len, values)) <= MOST:
        yield from (dict(zip(subjects, case, strict=True)) for case in product(*values))


def _values(library: Library, option: Option, subject: str, tests: list[Condition]) -> tuple[object, ...]:
    """The values of a subject that make a difference for its tests."""
    kinds, operands = {test.test for test in tests}, tuple(dict.fromkeys(chain.from_iterable(t.operand for t in tests)))
    if REACHES in kinds or NIL in operands:
        return ()
    if "includes" in kinds:
        return _sets(operands) if kinds == {"includes"} else ()
    if kinds & {"min", "max"} or (operands and all(map(_WHOLE.fullmatch, operands))):
        return _numbers(operands) if all(map(_WHOLE.fullmatch, operands)) else ()
    if {*operands} & {"yes", "no"}:
        return (True, False)
    absent = (None,) if "present" in kinds else ()
    return (*(_words(library, option, subject) or (*operands, "")), *absent)


def _sets(words: tuple[str, ...]) -> tuple[object, ...]:
    every = (combinations(words, number) for number in range(len(words) + 1))
    return tuple(frozenset(each) for each in chain.from_iterable(every))


def _numbers(operands: tuple[str, ...]) -> tuple[object, ...]:
    """Each number that is named, and those beside it."""
    return tuple(sorted({n for each in operands for n in (int(each), int(each) + 1, max(0, int(each) - 1))}))


def _words(library: Library, option: Option, subject: str) -> tuple[str, ...]:
    """The words that a subject can be, where they are a closed list."""
    kind, _, name = subject.partition(".")
    if kind == "chosen":
        return (*library.options.get(name, {}), NONE)
    parameter = library.issues[option.issue].parameters.get(name) if kind == "param" else None
    if parameter and parameter.type == "choice" and not parameter.own_words:
        return tuple(each.word for each in parameter.values)
    fact = TABLE.get(subject)
    return (fact.values or tuple(library.vocabulary.get(fact.words, ()))) if fact else ()
