"""What selection rests on: how the facts and the law of one spec answer the conditions of a library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pactwright.facts.conditions import REACHES, Condition, Conditions, all_hold, outcome, undecided
from pactwright.library.figures import law_value, reaches
from pactwright.library.model import Library
from pactwright.wording.parts import Wording

if TYPE_CHECKING:
    from pactwright.facts.fact import FactValue

Outcomes = tuple[bool | None, ...]
"""How each condition of a library comes out, in the order of `conditions_of`; None where it cannot be decided."""

_NOT_FACTS = ("param.", "chosen.")


def outcomes_of(library: Library, facts: Mapping[str, FactValue]) -> Outcomes:
    """How each condition of a library comes out for some facts."""
    return tuple([known_outcome(library, each, facts) for each in conditions_of(library)])


def known_outcome(library: Library, condition: Condition, facts: Mapping[str, FactValue]) -> bool | None:
    """How a condition on a fact or on the law comes out; None where it cannot be decided."""
    kind, _, name = condition.subject.partition(".")
    if condition.test == REACHES:
        day, figure = facts.get("agreement.date"), condition.operand[0].removeprefix("law.")
        return reaches(library.jurisdiction, figure, facts.get(condition.subject), day)  # type: ignore[arg-type] # that fact is a date
    return outcome(condition, law_value(library, name, facts) if kind == "law" else facts.get(condition.subject))


@lru_cache(maxsize=16)
def conditions_of(library: Library) -> tuple[Condition, ...]:
    """Every condition on facts or on the law in a library, wherever it stands, once each."""
    found = dict.fromkeys(_conditions_in(library))
    return tuple(each for each in found if not each.subject.startswith(_NOT_FACTS))


def _conditions_in(value: object) -> Iterator[Condition]:
    if isinstance(value, Condition):
        yield value
    elif isinstance(value, Mapping | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _conditions_in(each)
    elif is_dataclass(value) and not isinstance(value, Wording):  # which holds words and blanks alone
        for field in fields(value):
            yield from _conditions_in(getattr(value, field.name))


@dataclass(frozen=True, slots=True)
class SelectionContext:
    """The outcomes of conditions, never the values that they test."""

    library: Library
    outcomes: Mapping[Condition, bool | None]

    @classmethod
    def of(cls, library: Library, outcomes: Outcomes) -> SelectionContext:
        """The context of the outcomes of a library's conditions."""
        return cls(library, dict(zip(conditions_of(library), outcomes, strict=True)))

    def is_met(self, condition: Condition) -> bool | None:
        """Whether a condition on a fact or on the law is met; None while it cannot be decided."""
        return self.outcomes[condition]

    def holds(self, conditions: Conditions) -> bool | None:
        """Whether all conditions hold."""
        return all_hold(conditions, self.is_met)

    def undecided(self, conditions: Conditions) -> tuple[str, ...]:
        """The subjects whose absence leaves the conditions undecided."""
        return undecided(conditions, self.is_met)
