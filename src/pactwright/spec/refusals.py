"""What is wrong with a tree of text, each problem with its place, until `reading` makes findings of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from pactwright.validation import RefusedError

if TYPE_CHECKING:
    from pactwright.textfile import Tree

Location: TypeAlias = tuple[str | int, ...]


class Problem(Struct, frozen=True):
    """What is wrong at a place: what stands there is refused, or the key is missing, or nobody knows it."""

    where: Location
    value: Tree
    refused: RefusedError | None = None


class BadTreeError(ValueError):
    """A tree that is no spec, or a part of one that is none, with every problem in the order of the form."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problems")


def under(key: str | int, part: Tree, bad: RefusedError | BadTreeError) -> Iterable[Problem]:
    """What is wrong with a part, from one key further up."""
    if isinstance(bad, RefusedError):
        return [Problem((key,), part, bad)]
    return [Problem((key, *each.where), each.value, each.refused) for each in bad.problems]
