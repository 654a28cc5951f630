"""The few words that the writers of reports say themselves."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, convert


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """The link past the head of a page, "1 of 3" on paper, what is said before and after marked words, and filters."""

    skip: str
    of: str
    added: str
    removed: str
    ended: str
    filters: str
    all: str


def labels_of(tree: Mapping[str, object]) -> Labels:
    """The labels in a file's tree; raises msgspec's ValidationError when one is missing or not known."""
    return convert(tree, Labels)
