"""What selection rests on: how the facts and the law of one spec answer conditions, and what the spec chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import is_
from typing import TYPE_CHECKING, Self

from pactwright.answering import Answering, question
from pactwright.facts.conditions import Condition, Conditions, all_met, outcome
from pactwright.selection.result import law_value

if TYPE_CHECKING:
    from pactwright.choices import Choice
    from pactwright.facts.fact import FactValue
    from pactwright.library.model import Library


def _facts_in(condition: Condition) -> tuple[str, ...]:
    """The fact that a condition tests; a figure of law depends on the day."""
    return ("agreement.date",) if condition.subject.startswith("law.") else (condition.subject,)


@dataclass(frozen=True)
class Tested(Answering):
    """The facts of a spec as conditions see them: whether each is met, never the value itself.

    So two specs that differ only in what no condition can tell apart get the same selection.
    """

    library: Library
    facts: Mapping[str, FactValue]
    by_issue: Mapping[str, Choice]

    @property
    def ground(self) -> tuple[object, ...]:
        """What every answer rests on."""
        return (self.library,)

    def source(self, name: str) -> object:
        """A fact, by its name; None where the spec does not say it."""
        return self.facts.get(name)

    def unchanged(self, earlier: Self) -> Iterable[str]:
        """The facts that are the very same objects."""
        before = earlier.facts
        return compress(before, map(is_, map(self.facts.get, before), before.values()))

    @question()
    def choices(self) -> Mapping[str, Choice]:
        """What the spec chose, by issue."""
        return self.by_issue

    @question(on=_facts_in)
    def is_met(self, condition: Condition) -> bool | None:
        """Whether a condition on a fact or on the law is met; None while it cannot be decided."""
        kind, _, name = condition.subject.partition(".")
        known = law_value(self.library, name, self.facts) if kind == "law" else self.facts.get(condition.subject)
        return outcome(condition, known)

    def holds(self, conditions: Conditions) -> bool | None:
        """Whether all conditions hold."""
        return all_met([self.is_met(each) for each in conditions])

    def undecided(self, conditions: Conditions) -> tuple[str, ...]:
        """The subjects whose absence leaves the conditions undecided."""
        return tuple(each.subject for each in conditions if self.is_met(each) is None)
