"""What selection gives back: every issue as it stands in one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pactwright.facts.conditions import Condition, Conditions, all_hold, outcome
from pactwright.facts.fact import FactValue
from pactwright.findings import Finding
from pactwright.library.model import NONE, Issue, Library, Option
from pactwright.wording.parts import Kind

if TYPE_CHECKING:
    from pactwright.selection.context import SelectionContext

OPEN = "open"
"""What stands for the option of an issue that is open."""

Origin: TypeAlias = Literal["spec", "house library", "model", "library"]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An option that was not taken, and what would change that."""

    option: str
    why: str


@dataclass(frozen=True, slots=True)
class Selected:
    """An issue as it stands in one document; `option` is None when the issue is not in it, or is open.

    While it is open, `on_table` are the options from which it may still be chosen, and `awaits` what has to be settled
    first: the choice itself ("choices.liability/cap"), or facts. `kinds` are the wordings that print, `undecided` the
    facts that leave its place or its choice open, `values` the parameters' values (None: open, or left out where it may
    be), `defaults` the names of those whose value is the library's own, so that nobody chose it, `unsettled` the names
    of those that the spec lists as open.
    """

    issue: Issue
    option: Option | None
    reason: str
    origin: Origin
    kinds: tuple[Kind, ...]
    passed_over: tuple[PassedOver, ...]
    undecided: tuple[str, ...]
    values: Mapping[str, Any]
    on_table: tuple[str, ...] = ()
    awaits: tuple[str, ...] = ()
    defaults: frozenset[str] = frozenset()
    unsettled: frozenset[str] = frozenset()

    @property
    def chosen(self) -> str:
        """The option's id, "open", or "none"."""
        return self.option.id if self.option else OPEN if self.is_open else NONE

    @property
    def is_open(self) -> bool:
        """Whether nobody has chosen yet."""
        return bool(self.awaits)

    @property
    def stands(self) -> bool:
        """Whether the document has a clause for it, be it only a gap."""
        return self.option is not None or self.is_open


@dataclass(frozen=True, slots=True)
class Unmet:
    """What the facts forbid: the choice in words, its address, the conditions that fail, and what else to choose."""

    rule: str
    choice: str
    address: str
    conditions: Conditions
    instead: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Every issue of the library, for one spec and one document, what is wrong with the set, and what facts forbid."""

    document: str
    facts: Mapping[str, FactValue]
    context: SelectionContext
    issues: Mapping[str, Selected]
    findings: tuple[Finding, ...]
    unmet: tuple[Unmet, ...] = ()

    @property
    def library(self) -> Library:
        """The library that the options come from."""
        return self.context.library

    def is_met(self, condition: Condition) -> bool | None:
        """Whether a condition on a fact, the law or another issue is met; None while it cannot be decided."""
        kind, _, name = condition.subject.partition(".")
        return chosen_outcome(condition, self.issues, name) if kind == "chosen" else self.context.is_met(condition)

    def holds(self, conditions: Conditions) -> bool | None:
        """Whether all conditions hold."""
        return all_hold(conditions, self.is_met)

    def is_met_in(self, issue: str, condition: Condition) -> bool | None:
        """Whether a condition of an issue is met, which may test its own parameters, or those of another issue.

        A test of another issue's parameter fails where that issue, or the parameter, is not in the document.
        """
        kind, _, name = condition.subject.partition(".")
        if kind != "param":
            return self.is_met(condition)
        other, _, own = name.rpartition(".")
        holder = self.issues.get(other or issue)
        if other and not (holder and holder.kinds and (holder.is_open or self._is_asked(holder, own))):
            return False
        if holder is None or holder.is_open:
            return None
        if own not in holder.values:
            return False
        value = holder.values[own]
        is_open = value is None and (own in holder.unsettled or not holder.issue.parameters[own].optional)
        return None if is_open else outcome(condition, value)

    def holds_in(self, issue: str, conditions: Conditions) -> bool | None:
        """Whether all conditions of an issue hold."""
        return all_hold(conditions, partial(self.is_met_in, issue))

    def _is_asked(self, holder: Selected, name: str) -> bool:
        """Whether an issue that stands has a parameter, under its option and these facts."""
        return name in holder.values and self.holds_in(holder.issue.id, holder.issue.parameters[name].when) is not False


def chosen_outcome(condition: Condition, issues: Mapping[str, Selected], name: str) -> bool | None:
    """How a condition on the option of an issue comes out; None while the issue is open."""
    chosen = issues[name].chosen if name in issues else NONE
    return None if chosen == OPEN else outcome(condition, chosen)
