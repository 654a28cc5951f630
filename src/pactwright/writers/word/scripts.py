"""Stretches of text by script: Word lays out right-to-left and East Asian letters only in runs that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, TypeAlias

Script: TypeAlias = Literal["plain", "right-to-left", "east-asian"]

_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_EAST_ASIAN = (
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_OF_NEITHER = re.compile("[\x00-\u058f\u2000-\u206f]*")
"""Latin, Greek and Cyrillic letters with their signs, which is all that most documents hold."""


@cache
def _stretch() -> re.Pattern[str]:
    return re.compile(rf"({_RIGHT_TO_LEFT}+(?:[\W\d_]*{_RIGHT_TO_LEFT}+)*)|({_EAST_ASIAN}+)")


def stretches(text: str) -> Iterator[tuple[Script, str]]:
    """The text cut where its script changes; the pieces joined are the text.

    Spaces, digits and signs between two right-to-left words belong to them.

    >>> list(stretches("Acme (\u0634\u0631\u0643\u0629 1 \u0623) Ltd"))
    [('plain', 'Acme ('), ('right-to-left', '\u0634\u0631\u0643\u0629 1 \u0623'), ('plain', ') Ltd')]
    """
    if _OF_NEITHER.fullmatch(text):
        yield from (("plain", text),) if text else ()
        return
    end = 0
    for found in _stretch().finditer(text):
        if found.start() > end:
            yield "plain", text[end : found.start()]
        yield ("right-to-left" if found[1] else "east-asian"), found[0]
        end = found.end()
    if end < len(text):
        yield "plain", text[end:]
