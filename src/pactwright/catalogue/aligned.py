"""The items of several options side by side: by their ids, what is alike in neighbours once, what differs marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactwright.catalogue.differing import LEAST_LIKE, changed_words, is_same, likeness
from pactwright.catalogue.records import ComparedItem, ItemCell, SaidWords
from pactwright.catalogue.wording import Piece
from pactwright.document import words


def aligned(columns: Sequence[Sequence[Piece]], base: int | None = None) -> tuple[ComparedItem, ...]:
    """A row for each id that an option has, in an order that keeps that of each option as far as can be.

    Differences are marked against the column `base`; without one, against the nearest column to the left that prints
    the item.
    """
    by_id = [{each.id: each for each in column} for column in columns]
    return tuple(
        ComparedItem(name, item_title(name), tuple(_cells([each.get(name) for each in by_id], base)))
        for name in _order(columns, base)
    )


def item_title(name: str) -> str:
    """What an item is called where only its id is known.

    >>> item_title("shared-fault")
    'Shared fault'
    """
    return name.replace("-", " ").capitalize()


def _order(columns: Sequence[Sequence[Piece]], base: int | None) -> list[str]:
    first = columns[base] if base is not None else columns[0]
    order = [each.id for each in first]
    for column in columns:
        last = ""
        for each in column:
            if each.id not in order:
                order.insert(order.index(last) + 1 if last else 0, each.id)
            last = each.id
    return order


def _cells(row: Sequence[Piece | None], base: int | None) -> Iterator[ItemCell]:
    """The cells of a row; one that says the same as its neighbour stands once for both."""
    start = 0
    for number in range(1, len(row) + 1):
        if number == len(row) or not _alike(row[start], row[number]):
            yield _cell(row, start, number - start, base)
            start = number


def _alike(one: Piece | None, other: Piece | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.condition == other.condition and bool(one.runs) == bool(other.runs) and is_same(one.runs, other.runs)


def _cell(row: Sequence[Piece | None], start: int, columns: int, base: int | None) -> ItemCell:
    piece = row[start]
    if piece is None:
        return ItemCell("absent", columns)
    if not piece.runs:
        return ItemCell("left-out", columns, piece.condition)
    whole = (SaidWords("same", words(piece.runs)),)
    if base is not None and start <= base < start + columns:
        return ItemCell("same", columns, piece.condition, whole)
    before = row[base] if base is not None else _to_the_left(row, start)
    if before is None or not before.runs:
        return ItemCell("new" if base is not None or start else "same", columns, piece.condition, whole)
    if likeness(before.runs, piece.runs) < LEAST_LIKE:
        return ItemCell("own", columns, piece.condition, whole)
    changed = tuple(SaidWords(each.op, each.text) for each in changed_words(before.runs, piece.runs))
    return ItemCell("same" if is_same(before.runs, piece.runs) else "changed", columns, piece.condition, changed)


def _to_the_left(row: Sequence[Piece | None], start: int) -> Piece | None:
    return next((each for each in reversed(row[:start]) if each and each.runs), None)
