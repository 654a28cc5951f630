"""A change that cannot be seen, told by the names of its characters: a no-break space that became a space."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactwright.compare import Change

_UNSEEN = {"Zs", "Zl", "Zp", "Cf", "Cc", "Co", "Cn"}
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2212\u00ad")


def is_of_signs(change: Change) -> bool:
    """Whether nothing but spaces, hyphens and signs that do not print was changed."""
    return bool(change.drafted and change.returned) and _letters(change.drafted) == _letters(change.returned)


def signs_of(change: Change) -> Iterator[str]:
    """Which signs became which, where nothing else was changed, with how often.

    Signs are told in the order in which they stand; where their numbers differ, those that came and went are told.
    """
    if not is_of_signs(change):
        return
    mine, now = (list(filter(_is_sign, text)) for text in (change.drafted, change.returned))
    if len(mine) == len(now):
        for (one, other), count in Counter(pair for pair in zip(mine, now, strict=True) if pair[0] != pair[1]).items():
            yield f"{_named(one)} -> {_named(other)}{f', {count} times' if count > 1 else ''}"
    else:
        yield from (f"{_named(one)} is gone" for one in Counter(mine) - Counter(now))
        yield from (f"{_named(one)} is new" for one in Counter(now) - Counter(mine))


def _letters(text: str) -> str:
    return "".join(each for each in text if not _is_sign(each))


def _is_sign(letter: str) -> bool:
    return letter in _HYPHENS or unicodedata.category(letter) in _UNSEEN


def _named(letter: str) -> str:
    name = "space" if letter == " " else unicodedata.name(letter, "a sign without a name").lower()
    return f"{name} (U+{ord(letter):04X})"
