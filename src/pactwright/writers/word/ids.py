"""The numbers that bookmarks and content controls carry in the file: each clause and each schedule has its own.

So no number depends on what stands before the clause, and a clause is written alike wherever its neighbours change.
"""

from __future__ import annotations

from collections.abc import Iterable

from pactwright.document import Block, Paragraph

_OF_A_PART, _OF_A_CLAUSE = 1_000_000, 10_000


def bookmark_ids(blocks: Iterable[Block], first: int) -> dict[str, int]:
    """The number that each bookmark of some blocks carries in the file, from the first of their own."""
    names = (block.bookmark for block in blocks if isinstance(block, Paragraph) and block.bookmark)
    return {name: id_ for id_, name in enumerate(names, start=first)}


def first_id(part: int, place: int = 0) -> int:
    """The first number of a part, or of a clause; `place` counts the clauses of an article from 1."""
    return part * _OF_A_PART + place * _OF_A_CLAUSE + 1


def last_id(part: int, place: int = 0) -> int:
    """The last number of the same, which is that of the bookmark round the whole."""
    return first_id(part, place + 1) - 1
