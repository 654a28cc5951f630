"""The items of an option as they print: the words of one with all below it, and those of the items above that lead it.

An item's id is in the name of its bookmark, so the paper itself says whether the item stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.anchors import bookmark
from pactwright.assembly.numbers import LEVELS
from pactwright.document import Article, Gap, Paragraph, words

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.selection import Selected

DEPTHS: Mapping[str, int] = {role: depth for depth, role in enumerate(("clause", *LEVELS))}


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """An item as it prints: its address ("topic/issue#id"), its number and its words.

    `has_gap` says that a blank of it waits for a fact, `is_pending` that it may yet fall away, `binds` that it is more
    than a statement. `shown` are the paragraphs that the words come from.
    """

    name: str
    label: str
    text: str
    has_gap: bool
    is_pending: bool
    binds: bool
    shown: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class PrintedItems:
    """Where each bookmark of a body stands, and which may yet fall away."""

    places: Mapping[str, tuple[tuple[Paragraph, ...], int]]
    pending: frozenset[str]

    @classmethod
    def of(cls, body: Body) -> PrintedItems:
        """The items of a body."""
        return cls.among(body.articles, body.plan.pending)

    @classmethod
    def among(cls, articles: Iterable[Article], pending: frozenset[str] = frozenset()) -> PrintedItems:
        """The items of some articles, of which those of some bookmarks may yet fall away."""
        clauses = (clause for article in articles for clause in article.clauses)
        blocks = (tuple(b for b in clause.blocks if isinstance(b, Paragraph)) for clause in clauses)
        found = {each.bookmark: (clause, number) for clause in blocks for number, each in enumerate(clause)}
        return cls(found, pending)

    def named(self, selected: Selected, item: str) -> PrintedItem | None:
        """An item of an issue, or a clause under its id; None where the paper does not have it."""
        kind, mark = self._mark(selected, item)
        return self._item(f"{selected.issue.id}#{item}", mark, binds=kind != "statement") if mark else None

    def binding(self, selected: Selected, item: str) -> Paragraph | None:
        """An item of an issue, or the heading of a clause under its id; None where the paper does not bind by it."""
        kind, mark = self._mark(selected, item)
        if not mark or kind == "statement":
            return None
        clause, number = self.places[mark]
        return clause[number]

    def _mark(self, selected: Selected, item: str) -> tuple[str, str]:
        """The wording in which an item prints, and its bookmark; ("", "") where the paper does not have it."""
        issue = selected.issue.id
        marks = ((kind, bookmark(kind, issue, *parts)) for kind in selected.kinds for parts in (("#", item), (item,)))
        return next((each for each in marks if each[1] in self.places), ("", ""))

    def without(self, others: PrintedItems) -> Iterator[tuple[str, PrintedItem]]:
        """The items that stand right below a heading and that others do not have, each with that heading."""
        for mark, (clause, number) in self.places.items():
            if mark not in others.places and clause[number].role == LEVELS[0]:
                heading = next(each for each in reversed(clause[:number]) if each.role == "clause")
                yield words(heading.runs), self._item("", mark, binds=True)

    def _item(self, name: str, mark: str, *, binds: bool) -> PrintedItem:
        clause, number = self.places[mark]
        shown = (*reversed([*_leads(clause, number)]), clause[number], *_below(clause, number))
        said = tuple(each for each in shown if each.role != "clause")
        text = " ".join(" ".join(words(each.runs) for each in said).split())
        has_gap = any(isinstance(run, Gap) for each in said for run in each.runs)
        return PrintedItem(name, clause[number].full_label, text, has_gap, mark in self.pending, binds, said)


def _depth(each: Paragraph) -> int:
    return DEPTHS.get(each.role, 1)


def _leads(clause: tuple[Paragraph, ...], number: int) -> Iterator[Paragraph]:
    """The items above one that lead into it, the nearest first."""
    depth = _depth(clause[number])
    for each in reversed(clause[:number]):
        if _depth(each) < depth:
            depth = _depth(each)
            yield each


def _below(clause: tuple[Paragraph, ...], number: int) -> Iterator[Paragraph]:
    for each in clause[number + 1 :]:
        if _depth(each) <= _depth(clause[number]):
            return
        yield each
