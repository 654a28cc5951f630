"""What somebody must confirm before anybody signs, as the issues, the options and the place of a document list it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.slot_values import values
from pactwright.assembly.slots import Slot, SlotKind
from pactwright.document import Runs, Text, words
from pactwright.facts.conditions import all_met
from pactwright.formats import capital
from pactwright.wording.parts import Blank, Words

if TYPE_CHECKING:
    from pactwright.library.model import Confirm
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """One thing to confirm: its id ("liability/cap#insured"), the issue that it belongs to, what, who, the source."""

    id: str
    issue: str
    what: str
    owner: str
    source: str


def to_confirm(context: DraftContext) -> Iterator[ToConfirm]:
    """Everything that must be confirmed for this document and that the spec does not say is confirmed."""
    place = context.library.jurisdiction
    for each in place.confirm:
        if context.selection.holds(each.when) is not False:
            yield _said(context, f"{place.id}#{each.id}", "", each)
    for selected in context.selection.issues.values():
        for each in _of_issue(selected):
            if all_met(context.met(selected, test) for test in each.when) is not False:
                yield _said(context, f"{selected.issue.id}#{each.id}", selected.issue.id, each)


def _of_issue(selected: Selected) -> tuple[Confirm, ...]:
    if not (selected.option and selected.kinds):
        return ()
    return (*selected.issue.confirm, *selected.option.confirm)


def _said(context: DraftContext, name: str, issue: str, each: Confirm) -> ToConfirm:
    parts = [part.text if isinstance(part, Words) else _printed(context, part, issue) for part in each.text]
    owner = "party" if each.owner == "all" else each.owner
    kind: SlotKind = "column" if owner in context.library.vocabulary["columns"] else "role"
    who = values([Slot(kind, owner, format="all" if kind == "role" else "")], context)
    return ToConfirm(name, issue, "".join(parts), capital(words(next(iter(who.values())))), each.source)


def _printed(context: DraftContext, part: object, issue: str) -> str:
    if not isinstance(part, Blank):
        return ""
    slot = _slot(context, part, issue)
    runs: Runs = values([slot], context)[slot] if slot else (Text(part.name),)
    return words(runs)


def _slot(context: DraftContext, blank: Blank, issue: str) -> Slot | None:
    holder, _, name = blank.name.partition(".")
    if blank.name in context.library.vocabulary["roles"]:
        return Slot("role", blank.name, format=blank.format, owner=blank.possessive)
    if blank.name in context.library.vocabulary["columns"]:
        return Slot("column", blank.name, owner=blank.possessive)
    if holder == "fact":
        return Slot("fact", name, format=blank.format)
    if holder == "law":
        return Slot("law", name, format=blank.format)
    return Slot("parameter", blank.name, issue, blank.format)
