"""From a wording to what stands in this document: conditions decided, lists filled and their punctuation mended."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from pactwright.assembly.deciding import Decisions, IssueDecision, item_conditions
from pactwright.assembly.slots import Slot
from pactwright.facts.conditions import Condition, Conditions, all_hold, undecided
from pactwright.library.model import Issue, Library, Option
from pactwright.wording.parts import Blank, Defined, Item, Kind, Part, Words

ResolvedPart: TypeAlias = Part | Slot
_OPENING = re.compile(r" \((?:the|a|an|its|their|each an?|together,? the) ?$")


@dataclass(frozen=True, slots=True)
class ResolvedItem:
    """An item that stands: its parts with lists filled, its sub-items, the punctuation that the engine adds.

    `undecided` are the facts that leave open whether it stands at all.
    """

    id: str
    parts: tuple[ResolvedPart, ...]
    items: tuple[ResolvedItem, ...] = ()
    end: str = ""
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedClause:
    """A numbered clause that stands, with the issue and wording that it comes from.

    `is_undecided` says that it is not decided whether its issue stands at all.
    """

    issue: str
    kind: Kind
    id: str
    heading: str
    items: tuple[ResolvedItem, ...] = field(default=())
    is_undecided: bool = False


def open_clause(issue: Issue, kind: Kind) -> ResolvedClause:
    """The clause of an issue that is open: its heading, and one gap."""
    gap = ResolvedItem("", (Slot("open-choice", issue.id),))
    return ResolvedClause(issue.id, kind, "", issue.heading, (gap,))


@dataclass(frozen=True, slots=True)
class Resolving:
    """Resolves the wording of one issue, as it was decided.

    `lists` are the lengths of the spec's lists, `unheld` the columns whose rows name no party, so that nobody could do
    what an item asks of it.
    """

    issue: Issue
    option: Option
    outcomes: Mapping[Condition, bool | None]
    words: Mapping[str, tuple[str | int, ...] | None]
    lists: Mapping[str, int | None]
    unheld: Collection[str] = ()
    is_undecided: bool = False

    @classmethod
    def of(cls, decision: IssueDecision, decisions: Decisions, library: Library) -> Resolving:
        """What resolves an issue under a decision among those of its document."""
        name, option = decision.issue, decision.option
        outcomes = dict(zip(item_conditions(library, name, option), decision.outcomes, strict=True))
        issue, chosen = library.issues[name], library.options[name][option]
        words, lists = dict(decision.words), dict(decisions.lists)
        return cls(issue, chosen, outcomes, words, lists, decisions.unheld, decision.is_undecided)

    def clauses(self, kind: Kind) -> tuple[ResolvedClause, ...]:
        """The clauses of the issue in one part of the document; none when nothing of it stands."""
        wording = self.option.wording(kind)
        clauses = []
        for section in wording.sections if wording else ():
            if self._stands(section.id) is False:
                continue
            items = tuple(each for item in section.items for each in self._resolved(item))
            if items:
                heading = section.heading or self.issue.heading
                clauses.append(ResolvedClause(self.issue.id, kind, section.id, heading, items, self.is_undecided))
        return tuple(clauses)

    def _resolved(self, item: Item, above: str = "") -> tuple[ResolvedItem, ...]:
        """The item, nothing if it falls away, or one item per value of a list; `above` is the id of its lead-in."""
        if self._stands(item.id) is False or self._is_unheld(item):
            return ()
        if len(item.parts) == 1 and isinstance(item.parts[0], Blank) and item.parts[0].format == "items":
            return self._listed(item.parts[0].name, item.id or above)
        children = tuple(each for child in item.items for each in self._resolved(child, item.id))
        if item.items and not children:
            return ()
        return (
            ResolvedItem(item.id, item.parts, _mended(children, is_or=item.is_or), undecided=self._undecided(item.id)),
        )

    def _is_unheld(self, item: Item) -> bool:
        return any(isinstance(part, Blank) and part.name in self.unheld for part in item.parts)

    def _stands(self, item: str) -> bool | None:
        """Whether an item stands; None while that cannot be decided."""
        return all_hold(self._when(item), self.outcomes.__getitem__)

    def _undecided(self, item: str) -> tuple[str, ...]:
        """The facts that leave open whether an item stands."""
        return undecided(self._when(item), self.outcomes.__getitem__)

    def _when(self, item: str) -> Conditions:
        rule = self.option.items.get(item)
        return rule.when if rule else ()

    def _listed(self, name: str, holder: str) -> tuple[ResolvedItem, ...]:
        """One item per value: phrases or own words of a choice, or texts of the spec; a gap where there is none.

        A fixed value of a choice, which always stands, has an id of its own within that of its `holder`.
        """
        parameter = self.issue.parameters.get(name)
        if parameter is None:
            length = self.lists[name]
            if length is None:
                return (ResolvedItem("", (Slot("missing", name),)),)
            return tuple(ResolvedItem("", (Slot("text", name, position=number),)) for number in range(length))
        words = self.words.get(name)
        if words is None:
            return (ResolvedItem("", (Slot("parameter", name, self.issue.id),)),)
        known = {phrase.word: phrase.parts for phrase in parameter.values}
        return tuple(
            ResolvedItem(f"{holder}.{w}" if holder and w in parameter.fixed else "", tuple(known[w]))
            if isinstance(w, str)
            else ResolvedItem("", (Slot("own-words", name, self.issue.id, position=w),))
            for w in words
        )


def _mended(items: tuple[ResolvedItem, ...], *, is_or: bool, end: str = ".") -> tuple[ResolvedItem, ...]:
    """The items with ";", "; and" or "; or", and the end of the whole list behind the last."""
    mended = []
    for number, item in enumerate(items):
        left = len(items) - number - 1
        own = end if left == 0 else f"; {'or' if is_or else 'and'}" if left == 1 else ";"
        if item.items:
            mended.append(replace(item, items=_ended(item.items, own)))
        else:
            mended.append(replace(item, end=own))
    return tuple(mended)


def _ended(items: tuple[ResolvedItem, ...], end: str) -> tuple[ResolvedItem, ...]:
    *first, last = items
    if last.items:
        return (*first, replace(last, items=_ended(last.items, end)))
    return (*first, replace(last, end=end))


def without_unused(clause: ResolvedClause, unused: Collection[str]) -> ResolvedClause:
    """The clause without the definitions that nothing uses: "(the **Term**)" goes, other words stay as plain words."""
    return replace(clause, items=tuple(_without_unused(item, unused) for item in clause.items))


def _without_unused(item: ResolvedItem, unused: Collection[str]) -> ResolvedItem:
    below = tuple(_without_unused(child, unused) for child in item.items)
    return replace(item, parts=_plain_parts(item.parts, unused), items=below)


def _plain_parts(parts: tuple[ResolvedPart, ...], unused: Collection[str]) -> tuple[ResolvedPart, ...]:
    kept: list[ResolvedPart] = list(parts)
    for number, part in enumerate(parts):
        if not (isinstance(part, Defined) and part.term in unused):
            continue
        before, after = kept[number - 1] if number else None, kept[number + 1] if number + 1 < len(kept) else None
        kept[number] = Words(part.term)
        if (
            isinstance(before, Words)
            and isinstance(after, Words)
            and after.text.startswith(")")
            and _OPENING.search(before.text)
        ):
            kept[number - 1] = replace(before, text=_OPENING.sub("", before.text))
            kept[number] = Words("")
            kept[number + 1] = replace(after, text=after.text.removeprefix(")"))
    return tuple(kept)


def decided(clause: ResolvedClause) -> ResolvedClause:
    """The clause without the items of which it is not decided whether they stand."""
    return replace(clause, items=() if clause.is_undecided else _decided(clause.items))


def _decided(items: tuple[ResolvedItem, ...]) -> tuple[ResolvedItem, ...]:
    return tuple(replace(item, items=_decided(item.items)) for item in items if not item.undecided)


def parts_in(clause: ResolvedClause) -> tuple[ResolvedPart, ...]:
    """Every part of every item of a clause."""
    found: list[ResolvedPart] = []
    waiting = list(reversed(clause.items))
    while waiting:
        item = waiting.pop()
        found.extend(item.parts)
        waiting.extend(reversed(item.items))
    return tuple(found)
