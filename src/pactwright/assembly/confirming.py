"""What somebody must confirm before anybody signs, as the issues, the options and the place of a document list it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.slot_values import values
from pactwright.assembly.slots import Slot, SlotKind
from pactwright.document import OpenPoint, Paragraph, Reference, Runs, Text, words
from pactwright.findings import Finding
from pactwright.formats import capital
from pactwright.selection.unheld import NOT_IN_DOCUMENT
from pactwright.wording.parts import Blank, Words

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.library.model import Confirm
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected
    from pactwright.spec.choices import Confirmation

SPEC = "confirmed"
"""Where a spec says what has been confirmed."""


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """One thing to confirm: its name ("liability/cap#insured"), what, the clause if it is about one, who, the source.

    `confirmed` is what the spec says of it, nothing while nobody has confirmed it.
    """

    name: str
    what: Runs
    where: Runs
    owner: Runs
    source: str
    confirmed: Confirmation | None

    def point(self, what: str) -> OpenPoint:
        """Its row among the open points of a draft, in the words of the outline."""
        before, _, after = what.partition("{what}")
        runs = (Text(before), *self.what, Text(after))
        return OpenPoint(runs, self.where, self.owner, (), f"{SPEC}.{self.name}", is_gap=False)


def to_confirm(context: DraftContext, body: Body) -> Iterator[ToConfirm]:
    """Everything that has to be confirmed for a document, also what the spec says is confirmed."""
    place = context.library.jurisdiction
    for each in place.confirm:
        if context.selection.holds(each.when) is not False:
            yield _said(context, f"{place.id}#{each.id}", "", each, ())
    for selected in context.selection.issues.values():
        for each in _of_issue(selected):
            if context.holds(selected, each.when) is not False:
                name = f"{selected.issue.id}#{each.id}"
                yield _said(context, name, selected.issue.id, each, _clause(body, selected.issue.id))


def not_asked(context: DraftContext, asked: tuple[ToConfirm, ...]) -> Iterator[Finding]:
    """A note on everything that the spec says is confirmed and that nothing of the document asks for."""
    names = {each.name for each in asked}
    for name in (each for each in context.spec.confirmed if each not in names):
        seen = f"no document drafted here asks to confirm {name}"
        yield Finding(NOT_IN_DOCUMENT, "note", f"{SPEC}.{name}", seen, "", "take it out, or look what has changed")


def _of_issue(selected: Selected) -> tuple[Confirm, ...]:
    if not (selected.option and selected.kinds):
        return ()
    return (*selected.issue.confirm, *selected.option.confirm)


def _clause(body: Body, issue: str) -> Runs:
    """The number of the clause of an issue."""
    clauses = (clause for article in body.articles for clause in article.clauses if clause.id == issue)
    headings = (clause.blocks[0] for clause in clauses)
    found = next((each for each in headings if isinstance(each, Paragraph)), None)
    return (Reference(found.full_label, found.bookmark),) if found else ()


def _said(context: DraftContext, name: str, issue: str, each: Confirm, where: Runs) -> ToConfirm:
    what = tuple(run for part in each.text for run in _printed(context, part, issue))
    return ToConfirm(name, what, where, _owner(context, each.owner), each.source, context.spec.confirmed.get(name))


def _owner(context: DraftContext, owner: str) -> Runs:
    owner = "party" if owner == "all" else owner
    kind: SlotKind = "column" if owner in context.library.vocabulary["columns"] else "role"
    who = values([Slot(kind, owner, format="all" if kind == "role" else "")], context)
    return (Text(capital(words(next(iter(who.values()))))),)


def _printed(context: DraftContext, part: object, issue: str) -> Runs:
    """What a part of a text prints: words, or the value of a blank."""
    if isinstance(part, Words):
        return (Text(part.text),)
    slot = _slot(context, part, issue) if isinstance(part, Blank) else None
    return values([slot], context)[slot] if slot else ()


def _slot(context: DraftContext, blank: Blank, issue: str) -> Slot:
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
