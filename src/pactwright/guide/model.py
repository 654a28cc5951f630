"""The values of the guide's file: questions, what each answer speaks for, and where another form fits better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

UNKNOWN: Final = "unknown"
"""What is answered by whoever does not know; it speaks for nothing."""

Given: TypeAlias = Mapping[str, str]
"""The answers that were given, by question, each by its id."""
Picked: TypeAlias = Mapping[str, tuple[str, ...]]
"""Answers of some questions, any of which will do."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer brings with it: points for options ("topic/issue/option"), facts and open points of the spec.

    It holds with these `models` alone, if any are named, and beside one of these other answers (`when`).
    """

    options: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    open: Mapping[str, str] = field(default_factory=dict)
    models: tuple[str, ...] = ()
    when: Picked = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: points for models, models that it leaves no room for with why, and its effects, the first always."""

    id: str
    says: str
    reason: str
    points: Mapping[str, int]
    never: Mapping[str, str]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, what is meant by it, and its answers by their ids."""

    id: str
    ask: str
    help: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Clash:
    """Answers of two questions that cannot stand side by side, and why."""

    both: Picked
    because: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where something about a form was read."""

    title: str
    address: str
    checked_on: str
    note: str


@dataclass(frozen=True, slots=True)
class Instead:
    """A form that fits better than an agreement where some answers are given; `nearest` says how to go about it."""

    id: str
    title: str
    when: Picked
    reason: str
    nearest: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole guide: `models` from the lightest paper, `close` how few points between two are few."""

    models: tuple[str, ...]
    close: int
    questions: Mapping[str, Question]
    clashes: tuple[Clash, ...]
    instead: tuple[Instead, ...]

    def answers(self, given: Given) -> Iterator[tuple[Question, Answer]]:
        """The answers that say something, in the order of the questions."""
        for question in self.questions.values():
            if answer := question.answers.get(given.get(question.id, UNKNOWN)):
                yield question, answer


def holds(picked: Picked, given: Given) -> bool:
    """Whether each of these questions has one of these answers.

    >>> holds({"pays": ("price", "cost")}, {"pays": "cost"}), holds({"pays": (UNKNOWN,)}, {})
    (True, True)
    """
    return all(given.get(question, UNKNOWN) in answers for question, answers in picked.items())
