"""Where a text says what is not said: the words that a pattern finds, in sentences that nothing makes right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactwright.library.model import Pattern

_MARKS = re.compile(r"\{\{.*?\}\}|\[\[.*?\]\]")
_STOP = re.compile(r"[.?!](?:\s+|$)")


def pattern_hits(pattern: Pattern, kinds: Collection[str], said: str) -> Iterator[str]:
    """The words that a pattern finds in a text of some kinds, outside blanks and references."""
    if not any(each in pattern.kinds for each in kinds):
        return
    for found in finds(pattern.finds, said):
        is_mark = any(mark.start() <= found.start() and found.end() <= mark.end() for mark in _MARKS.finditer(said))
        if not is_mark and not any(finds(pattern.unless, _sentence(said, found))):
            yield found[0].strip()


def finds(expression: str, said: str) -> Iterator[re.Match[str]]:
    """Where a text has what an expression of a pattern means; an empty one means nothing.

    >>> [each[0] for each in finds("and/or", "A and/or B")], list(finds("", "A"))
    (['and/or'], [])
    """
    return re.finditer(expression or "(?!)", said, re.IGNORECASE)


def _sentence(said: str, found: re.Match[str]) -> str:
    start = max((stop.end() for stop in _STOP.finditer(said, 0, found.start())), default=0)
    behind = _STOP.search(said, found.end())
    return said[start : behind.end() if behind else len(said)]
