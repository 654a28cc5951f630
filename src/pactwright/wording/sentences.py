"""Sentences of a text as it was typed or printed: where they end, how many words they have, how easily they read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_END = re.compile(r"(?<=[.?!])[\"\u201d')]*\s+(?=\S)|\n\s*\n")
_MARKS = re.compile(r"\{\{ [\w./-]+(?: \| (?P<format>\w+))? \}\}(?:['\u2019]s)?|\[\[(?P<cite>[^\[\]]*)\]\]")
_WORD = re.compile(r"[^\W_](?:[\w'\u2019./,:@&-]*[^\W_])?%?")
_VOWELS = re.compile("[aeiouy]+")
PRINTED = {"all": 4, "others": 4, "items": 0, "text": 0, "list": 8, "days_notice": 3, "business_days_notice": 4}
"""How many words a blank prints in a document of two parties, or some more, where these are not two."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a lead-in that ends with a colon is one, too.

    >>> sentences("A party may pay early. If it does, it must say so.")
    ('A party may pay early.', 'If it does, it must say so.')
    """
    return tuple(each.strip() for each in _END.split(text) if each.strip())


def length(sentence: str) -> int:
    """How many words a sentence has; a blank or a reference counts as many as it prints.

    >>> length("{{ partner | a }} must pay within {{ pay_days | days }}, as [[#price]] says.")
    11
    """
    return len(_WORD.findall(_MARKS.sub(_filled, sentence)))


def flesch(said: Sequence[str]) -> float:
    """How easily sentences read, as Flesch counts it: 100 very easily, 30 with trouble.

    >>> round(flesch(["The cat sat on the mat."]))
    116
    """
    found = [word for each in said for word in _WORD.findall(_MARKS.sub(_filled, each))]
    if not found:
        return 0.0
    return 206.835 - 1.015 * len(found) / len(said) - 84.6 * sum(map(syllables, found)) / len(found)


def syllables(word: str) -> int:
    """About how many syllables a word has.

    >>> [syllables(word) for word in ("pay", "device", "agreement", "table")]
    [1, 2, 3, 2]
    """
    lower = word.lower()
    silent = lower.endswith("e") and not lower.endswith(("le", "ee"))
    return max(1, len(_VOWELS.findall(lower)) - silent)


@dataclass(frozen=True, slots=True)
class Readability:
    """How sentences read: how many, their average and longest length in words, and Flesch's figure."""

    sentences: int
    average: float
    longest: int
    flesch: float


def readability(texts: Iterable[str]) -> Readability:
    """How some texts read together."""
    said = [each for text in texts for each in sentences(text)]
    longest = max(map(length, said), default=0)
    return Readability(len(said), _average(said), longest, round(flesch(said), 1))


def average_length(texts: Iterable[str]) -> float:
    """How many words the sentences of some texts have on average, to one decimal; 0 where there is none."""
    return _average([each for text in texts for each in sentences(text)])


def _average(said: Sequence[str]) -> float:
    return round(sum(map(length, said)) / len(said), 1) if said else 0.0


def _filled(found: re.Match[str]) -> str:
    """As many words as a blank or a reference prints."""
    cited = found["cite"]
    number = PRINTED.get(found["format"] or "", 2) if cited is None else 2 * (1 + cited.count(", "))
    return " ".join(["word"] * number)
