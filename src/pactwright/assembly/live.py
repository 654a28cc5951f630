"""From a wording to what stands in this document: conditions decided, lists filled and their punctuation mended."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from pactwright.document import Gap, Reference, Run, Term, Text, Value
from pactwright.facts.conditions import all_met
from pactwright.wording.parts import Blank, Defined, Item, Kind, Part, Words

if TYPE_CHECKING:
    from pactwright.scene import Scene
    from pactwright.selection import Selected

LivePart: TypeAlias = Part | Run
_OPENING = re.compile(r" \((?:the|a|an|its|their|each an?|together,? the) ?$")
RUNS = (Text, Value, Gap, Term, Reference)


@dataclass(frozen=True, slots=True)
class LiveItem:
    """An item that stands: its parts with lists filled, its sub-items, the punctuation that the engine adds.

    `undecided` are the facts that leave open whether it stands at all.
    """

    id: str
    parts: tuple[LivePart, ...]
    items: tuple[LiveItem, ...] = ()
    end: str = ""
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LiveClause:
    """A numbered clause that stands, with the issue and wording that it comes from."""

    issue: str
    kind: Kind
    id: str
    heading: str
    items: tuple[LiveItem, ...] = field(default=())


def live_clauses(scene: Scene, selected: Selected, kind: Kind) -> tuple[LiveClause, ...]:
    """The clauses of one issue in one part of the document; none when nothing of it stands."""
    wording = selected.option.wording(kind) if selected.option else None
    if wording is None:
        return ()
    clauses = []
    for section in wording.sections:
        if _standing(scene, selected, section.id)[0] is False:
            continue
        items = tuple(live for item in section.items for live in _live(scene, selected, item))
        if items:
            heading = section.heading or selected.issue.heading
            clauses.append(LiveClause(selected.issue.id, kind, section.id, heading, items))
    return tuple(clauses)


def _live(scene: Scene, selected: Selected, item: Item) -> tuple[LiveItem, ...]:
    """The item, nothing if it falls away, or one item per value of a list."""
    stands, undecided = _standing(scene, selected, item.id)
    if stands is False:
        return ()
    if len(item.parts) == 1 and isinstance(item.parts[0], Blank) and item.parts[0].format == "items":
        return _listed(scene, selected, item.parts[0])
    children = tuple(live for child in item.items for live in _live(scene, selected, child))
    if item.items and not children:
        return ()
    return (LiveItem(item.id, item.parts, _mended(children, is_or=item.is_or), undecided=undecided),)


def _standing(scene: Scene, selected: Selected, item: str) -> tuple[bool | None, tuple[str, ...]]:
    """Whether an item stands, and the facts that leave it open; most items have no condition and stand."""
    rule = selected.option.items.get(item) if selected.option else None
    outcomes = [(each.subject, scene.met(selected, each)) for each in (rule.when if rule else ())]
    stands = all_met(met for _, met in outcomes)
    return stands, tuple(subject for subject, met in outcomes if met is None)


def _mended(items: tuple[LiveItem, ...], *, is_or: bool, end: str = ".") -> tuple[LiveItem, ...]:
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


def _ended(items: tuple[LiveItem, ...], end: str) -> tuple[LiveItem, ...]:
    *first, last = items
    if last.items:
        return (*first, replace(last, items=_ended(last.items, end)))
    return (*first, replace(last, end=end))


def _listed(scene: Scene, selected: Selected, blank: Blank) -> tuple[LiveItem, ...]:
    """One item per value: phrases of a choice, or texts of the spec."""
    parameter = selected.issue.parameters.get(blank.name)
    if parameter is None:
        return _texts(scene, blank.name)
    values = selected.values.get(blank.name)
    if values is None:
        return (LiveItem("", (scene.gap(parameter.label or parameter.ask.rstrip("?"), parameter.address),)),)
    known = {phrase.word: phrase.parts for phrase in parameter.values}
    texts = values if isinstance(values, tuple) else (values,)
    return tuple(
        LiveItem("", tuple(known[word]) if word in known else (Value(word, f"{parameter.address}.{number}"),))
        for number, word in enumerate(texts)
    )


def _texts(scene: Scene, name: str) -> tuple[LiveItem, ...]:
    found = scene.texts(name)
    if not found:
        return (LiveItem("", (scene.gap(name.replace(".", " ").replace("_", " "), name.partition(".")[0]),)),)
    return tuple(LiveItem("", (Value(text, address),)) for address, text in found if text)


def without_unused(clause: LiveClause, unused: Collection[str]) -> LiveClause:
    """The clause without the definitions that nothing uses: "(the **Term**)" goes, other words stay as plain words."""
    return replace(clause, items=tuple(_without_unused(item, unused) for item in clause.items))


def _without_unused(item: LiveItem, unused: Collection[str]) -> LiveItem:
    below = tuple(_without_unused(child, unused) for child in item.items)
    return replace(item, parts=_plain_parts(item.parts, unused), items=below)


def _plain_parts(parts: tuple[LivePart, ...], unused: Collection[str]) -> tuple[LivePart, ...]:
    kept: list[LivePart] = list(parts)
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


def parts_in(clause: LiveClause) -> tuple[LivePart, ...]:
    """Every part of every item of a clause."""
    found: list[LivePart] = []
    waiting = list(reversed(clause.items))
    while waiting:
        item = waiting.pop()
        found.extend(item.parts)
        waiting.extend(reversed(item.items))
    return tuple(found)
