"""Our own numbering, under the rules of Word's lists, so that every format agrees.

Clauses run on through the whole document (1, 2, 3); items are 1.1, then (a), then (i). Past z the letters double, as
Word's do: aa, bb.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.anchors import Anchor, bookmark
from pactwright.assembly.resolved import ResolvedClause, ResolvedItem
from pactwright.document import Paragraph, Role, Text
from pactwright.wording.parts import Kind

if TYPE_CHECKING:
    from pactwright.assembly.annexes import PlannedSchedule
    from pactwright.printing.outline import Outline

DEFINITIONS = "definitions"
"""The id of the clause of definitions, which is no issue's."""

LEVELS: tuple[Role, ...] = ("item", "subitem", "subsubitem")
ALPHABET = 26
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """An item with its number."""

    item: ResolvedItem
    role: Role
    label: str
    full_label: str
    bookmark: str
    items: tuple[NumberedItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedClause:
    """A clause with its number."""

    clause: ResolvedClause
    label: str
    bookmark: str
    items: tuple[NumberedItem, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every place that a reference may name.

    Clauses by (kind, issue), items by (kind, issue, id), schedules by id, their parts by (schedule, id).
    """

    clauses: Mapping[tuple[Kind, str], tuple[Anchor, ...]]
    items: Mapping[tuple[Kind, str, str], Anchor]
    schedules: Mapping[str, Anchor]
    parts: Mapping[tuple[str, str], Anchor]


def placed(clauses: Iterable[ResolvedClause], outline: Outline) -> tuple[NumberedClause, ...]:
    """All clauses under their numbers, the definitions last."""
    definitions = ResolvedClause(DEFINITIONS, main_kind(outline), "", outline.definitions.heading)
    return tuple(_numbered(each, str(number)) for number, each in enumerate((*clauses, definitions), 1))


def main_kind(outline: Outline) -> Kind:
    """The kind of wording under which references of definitions are looked up."""
    return "binding" if outline.document == "mou" else "agreement"


def heading(placed: NumberedClause) -> Paragraph:
    """The heading of a numbered clause."""
    return Paragraph("clause", (Text(placed.clause.heading),), placed.label, placed.label, placed.bookmark)


def numbers_of(clauses: Iterable[NumberedClause], schedules: Iterable[PlannedSchedule]) -> Numbers:
    """The places that references may name."""
    headings: dict[tuple[Kind, str], tuple[Anchor, ...]] = {}
    items: dict[tuple[Kind, str, str], Anchor] = {}
    for each in clauses:
        clause, here = each.clause, Anchor(each.label, each.bookmark)
        headings[clause.kind, clause.issue] = (*headings.get((clause.kind, clause.issue), ()), here)
        if clause.id:
            items[clause.kind, clause.issue, clause.id] = here
        for item in _all(each.items):
            if item.item.id:
                items[clause.kind, clause.issue, item.item.id] = Anchor(item.full_label, item.bookmark)
    return Numbers(
        headings,
        items,
        {each.id: each.anchor for each in schedules},
        {(each.id, part.id): part.anchor for each in schedules for part in each.parts},
    )


def letter(number: int) -> str:
    """The letter of a lettered item, from 1.

    >>> letter(1), letter(26), letter(27), letter(28)
    ('a', 'z', 'aa', 'bb')
    """
    times, place = divmod(number - 1, ALPHABET)
    return chr(ord("a") + place) * (times + 1)


def roman(number: int) -> str:
    """A small Roman numeral, from 1.

    >>> [roman(number) for number in (1, 4, 9, 14)]
    ['i', 'iv', 'ix', 'xiv']
    """
    for value, numeral in ROMAN:
        if number >= value:
            return numeral + (roman(number - value) if number > value else "")
    return ""


def _numbered(clause: ResolvedClause, label: str) -> NumberedClause:
    """The clause under its number."""
    place = (clause.kind, clause.issue)
    name = bookmark(*place, clause.id or f"heading {clause.heading}")
    items = tuple(
        _item(item, place, 0, f"{label}.", number, f"{clause.id or clause.heading}.{number}")
        for number, item in enumerate(clause.items, 1)
    )
    return NumberedClause(clause, label, name, items)


def _item(item: ResolvedItem, place: tuple[Kind, str], depth: int, above: str, number: int, path: str) -> NumberedItem:
    label = f"{above}{number}" if depth == 0 else f"({letter(number) if depth == 1 else roman(number)})"
    full = label if depth == 0 else f"{above}{label}"
    below = tuple(_item(child, place, depth + 1, full, n, f"{path}.{n}") for n, child in enumerate(item.items, 1))
    name = bookmark(*place, "#", item.id or path)
    return NumberedItem(item, LEVELS[depth], label, full, name, below)


def _all(items: Iterable[NumberedItem]) -> Iterable[NumberedItem]:
    for item in items:
        yield item
        yield from _all(item.items)
