"""Where a draft departs from a playbook, who has to approve that, and whether somebody did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pactwright.findings import Finding, Level
from pactwright.library.model import NONE
from pactwright.library.positions import LIVES_WITH, Playbook, Position, Range
from pactwright.selection.result import Selected, Selection
from pactwright.spec import Spec
from pactwright.spec.amounts import Money

Step: TypeAlias = Literal["approval", "never", "range"]
"""Why it departs: an option that needs approval, one that the party never wants, a value outside its range."""
_SAID: Mapping[Step, str] = {
    "never": "is what it never wants",
    "range": "is outside its range",
    "approval": "needs approval",
}


@dataclass(frozen=True, slots=True)
class Departing:
    """A choice or a value that departs: its `fact` ("liability/cap", "liability/cap.low_fixed"), and what it is.

    `wanted` is what the party lives with, `approver` who has to approve ("" where the playbook does not say), and
    `approved_by` who did, for just this value.
    """

    fact: str
    party: str
    value: str
    step: Step
    wanted: str
    approver: str
    approved_by: str = ""
    approved_on: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody has approved it yet."""
        return not self.approved_by


def departing(playbook: Playbook, selection: Selection, spec: Spec) -> tuple[Departing, ...]:
    """Every departure of a draft from a playbook, in the order of the library."""
    parties = _parties(playbook, spec)
    found: list[Departing] = []
    for name, selected in selection.issues.items():
        position = playbook.positions.get(name)
        if position and (selected.option or selected.origin == "spec"):
            found += _options(position, selected, parties, spec)
            found += _values(position, selected, parties, spec)
    return tuple(found)


def departure_problems(selection: Selection, spec: Spec, *, is_final: bool) -> Iterator[Finding]:
    """A warning for each departure from a playbook that nobody has approved, which is an error in a final."""
    level: Level = "error" if is_final else "warning"
    for playbook in selection.library.playbooks.values():
        if not _parties(playbook, spec):
            seen = f'the playbook is of "{playbook.party}", which is neither a party of the spec nor a side of one'
            known = (*spec.parties, *dict.fromkeys(party.side for party in spec.parties.values() if party.side))
            yield Finding("playbook-party", "warning", "parties", seen, f"one of {', '.join(known)}")
        for each in departing(playbook, selection, spec):
            if each.waits:
                seen = f'"{each.value}" departs from the playbook of {each.party} and {_SAID[each.step]}'
                who = each.approver or "whoever approves departures"
                entry = f"{{fact: {each.fact}, party: {each.party}, value: {each.value}, by: {who}, date: ...}}"
                fix = f"change it, or enter the approval under approvals: {entry}"
                yield Finding("playbook-departure", level, f"choices.{each.fact}", seen, each.wanted, fix)


def _parties(playbook: Playbook, spec: Spec) -> tuple[str, ...]:
    """The parties for which a playbook speaks: the one that it names, or all of its side."""
    if playbook.party in spec.parties:
        return (playbook.party,)
    return tuple(key for key, party in spec.parties.items() if party.side == playbook.party)


def _options(position: Position, selected: Selected, parties: tuple[str, ...], spec: Spec) -> Iterator[Departing]:
    mark = position.mark(selected.chosen)
    if mark in LIVES_WITH or selected.is_open:
        return
    wanted = "; ".join(
        f"{said} {', '.join(options)}"
        for said, options in (("prefers", position.prefer), ("accepts", position.accept))
        if options
    )
    for party in parties:
        step: Step = "never" if mark == "never" else "approval"
        yield _approved(position.issue, party, selected.chosen or NONE, step, wanted, position.approver, spec)


def _values(position: Position, selected: Selected, parties: tuple[str, ...], spec: Spec) -> Iterator[Departing]:
    """A value outside a range; of one per party, that of the parties for which the playbook speaks."""
    for name, accepted in position.ranges.items():
        if name not in selected.values:
            continue
        value = selected.values[name]
        for party in parties:
            own = value.get(party) if isinstance(value, Mapping) else value
            if own is not None and not is_within(accepted, own):
                fact = f"{position.issue}.{name}"
                yield _approved(fact, party, str(own), "range", accepted.words, position.approver, spec)


def is_within(accepted: Range, value: Any) -> bool:  # noqa: ANN401 - an amount, a number, a date
    """Whether a value is in a range; an amount in another currency is in none."""
    if isinstance(value, str):  # "none": there is nothing that could be too little or too much
        return True
    for bound, is_least in ((accepted.least, True), (accepted.most, False)):
        if bound is None:
            continue
        if isinstance(bound, Money) and isinstance(value, Money):
            if None not in {bound.currency, value.currency} and bound.currency != value.currency:
                return False
            low, high = (bound.amount, value.amount) if is_least else (value.amount, bound.amount)
        else:
            low, high = (bound, value) if is_least else (value, bound)
        if high < low:
            return False
    return True


def _approved(fact: str, party: str, value: str, step: Step, wanted: str, approver: str, spec: Spec) -> Departing:
    """The departure, with the approval of just this value by the spec."""
    for each in spec.approvals:
        if (each.fact.removeprefix("choices."), each.party, each.value) == (fact, party, value):
            return Departing(fact, party, value, step, wanted, approver, each.by, str(each.date))
    return Departing(fact, party, value, step, wanted, approver)
