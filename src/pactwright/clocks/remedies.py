"""What a paper says if something is not done in time: a later sentence of the same clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pactwright.clocks.sentences import Sentence

_BY_DISTANCE: Final = (
    re.compile(
        r"Silence\b|Otherwise\b|(?:If|Until|Without)\b.*\b(?:(?:in|after|within|by) (?:that|the same) time|then)\b"
    ),
    re.compile(
        r"Without (?:that|such|an answer|an acceptance)\b|If\b.*(?:\bin (?:that )?time\b|\bstill\b|\bcomes late\b)"
    ),
    re.compile(r"If\b.*\b(?:in|after|within) that time\b|If\b.*\b(?:in time|still)\b"),
)
"""How a sentence speaks of what was not done: in the same item, in the next one, and in the one after that."""


def remedy(sentences: Sequence[Sentence], number: int) -> str:
    """The number of the clause and the sentence that say what follows if a duty is not done in time, or nothing."""
    own = sentences[number]
    for each in sentences[number + 1 :]:
        distance = each.item - own.item
        if each.issue != own.issue or distance >= len(_BY_DISTANCE):
            return ""
        if any(pattern.match(each.text) for pattern in (_BY_DISTANCE[distance], *_BY_DISTANCE[2:])):
            return f"{each.label}: {each.text}"
    return ""
