"""Rows that change many facts at once, of those that each show in a document and leave its plan as it is.

What is kept without a fact is found out in such a row as in one of its own, unless its key holds another fact of the
row. Two facts of one record, which a clause would name together, are therefore never in one row; each fact is in two
rows, among others; and a fact that makes another plan, as a whole document has one key for it, has a row of its own.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from pactwright.assembly.deciding import Decisions, decisions
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.printing.context import DraftContext
from pactwright.service import drafts_of, read_tree
from tests.guard.alone import choices_in
from tests.guard.form import Keys
from tests.guard.rows import DRAFT, FINAL, TOGETHER, Group, Held, Row, Way, saying
from tests.stories import DOCUMENTS, NOWHERE, Tree, outline_of

MANY: Final = 16
"""Facts that a row changes at once."""

LOTS: Final = 2


@dataclass(frozen=True)
class Looked:
    """What some rows do to a spec, each by itself: refused, with a plan of its own, or neither; and what shows."""

    refused: list[Row]
    apart: list[Row]
    alike: list[Row]
    shown: set[Held]

    @property
    def held(self) -> set[Held]:
        """What the rows hold."""
        return held_by((*self.refused, *self.apart, *self.alike))

    @property
    def silent(self) -> set[Held]:
        """What no row does so that it shows anywhere, but that the spec is another."""
        return self.held - self.shown


def looked_at(tree: Tree, rows: Iterable[Row]) -> Looked:
    """What each row does, drafted among others and held against the spec itself."""
    plain = Drafts(tree)
    looked = Looked([], [], [], set())
    for row in rows:
        try:
            made = Drafts(row.tree)
        except InputError:
            looked.refused.append(row)
            looked.shown.update(row.holds)
            continue
        (looked.alike if made.decided == plain.decided else looked.apart).append(row)
        if any(part != other for way in row.ways for part, other in zip(made.said(way), plain.said(way), strict=True)):
            looked.shown.update(row.holds)
    return looked


class Drafts:
    """The documents of a spec."""

    def __init__(self, tree: Tree) -> None:
        self.source = read_tree(Path("spec.yml"), tree, NOWHERE)
        self.made: dict[Way, tuple[Draft, ...]] = {}

    def drafts(self, way: Way) -> tuple[Draft, ...]:
        """All of them, asked for in some way."""
        if way not in self.made:
            self.made[way] = drafts_of(self.source, DOCUMENTS, is_final=way == "final")
        return self.made[way]

    @cached_property
    def decided(self) -> list[Decisions]:
        """All that the plan of each depends on."""
        spec, drafts = self.source.spec, zip(DOCUMENTS, self.drafts("draft"), strict=True)
        return [
            decisions(DraftContext(spec.settled, draft.selection, outline_of(document), given=spec))
            for document, draft in drafts
        ]

    def said(self, way: Way) -> Iterator[object]:
        """All that is told a reader, part by part."""
        drafts = self.drafts(way)
        yield from ((draft.agreement, draft.sheet) for draft in drafts)
        yield {repr(each) for draft in drafts for each in draft.findings}
        yield {each for draft in drafts for each in draft.unprinted}
        yield [[*choices_in(draft.selection)] for draft in drafts]


def rows_for(tree: Tree, looked: Looked) -> Iterator[Group]:
    """The rows that stand for all that was looked at, the spec itself before every few of them."""
    rows = [*looked.refused, *looked.apart, *joined(tree, looked.alike)]
    for number in range(0, len(rows), TOGETHER):
        yield [Row("nothing", tree, ways=FINAL), *rows[number : number + TOGETHER]]


def held_by(rows: Iterable[Row]) -> set[Held]:
    """What some rows hold."""
    return {each for row in rows for each in row.holds}


def joined(tree: Tree, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows that change what many rows change, in lots by chance."""
    by_ways = {ways: [row for row in rows if row.ways == ways] for ways in (DRAFT, FINAL)}
    for lot in range(LOTS):
        for ways, alike in by_ways.items():
            for number, few in enumerate(_dealt(alike, lot)):
                typed = tuple(chain.from_iterable(row.typed for row in few))
                held = tuple(chain.from_iterable(row.holds for row in few))
                yield Row(f"lot {lot}, {number}: {'; '.join(row.name for row in few)}", saying(tree, typed), held, ways)


def _dealt(rows: list[Row], lot: int) -> list[list[Row]]:
    """So many rows at a time, in an order by chance, none of which change one record."""
    dealt: list[list[Row]] = []
    for row in random.Random(lot).sample(rows, len(rows)):  # noqa: S311 - an order, no secret
        fits = (few for few in dealt if len(few) < MANY and not any(are_near(row, other) for other in few))
        if (few := next(fits, None)) is None:
            dealt.append(few := [])
        few.append(row)
    return dealt


def are_near(row: Row, other: Row) -> bool:
    """Whether two rows change facts of one record, or one of them what stands below what the other changes."""
    return any(
        _record(*typed) == _record(*others) or _is_above(typed[0], others[0]) or _is_above(others[0], typed[0])
        for typed in row.typed
        for others in other.typed
    )


def _record(keys: Keys, value: object) -> Keys:
    """The record of a fact; a list has one of its own."""
    return keys[:-1] if value is None or isinstance(value, str) else keys


def _is_above(keys: Keys, others: Keys) -> bool:
    return keys == others[: len(keys)]
