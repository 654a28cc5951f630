"""The numbers that bookmarks and content controls carry in the file: each part of the agreement has its own."""

from __future__ import annotations

from pactwright.document import Part, paragraphs_of


def bookmark_ids(part: Part, number: int) -> dict[str, int]:
    """The number that each bookmark of a part carries in the file; `number` is the part's own place."""
    names = (paragraph.bookmark for paragraph in paragraphs_of(part) if paragraph.bookmark)
    return {name: id_ for id_, name in enumerate(names, start=first_id(number))}


def first_id(number: int) -> int:
    """The first of a part's own numbers, a million of them: none depends on what stands before the part."""
    return number * 1_000_000 + 1
