"""A file that came back, held against the one that was sent."""

from __future__ import annotations

from functools import lru_cache

from pactwright.compare import Comparison, compared, word_file
from pactwright.compare.opening import WordFile

_sent = lru_cache(maxsize=8)(word_file)


def held_against(sent: bytes, returned: bytes) -> Comparison:
    """What is seen of a file that came back."""
    drafted: WordFile = _sent(sent, "the draft")
    return compared(drafted, word_file(returned, "returned.docx"))
