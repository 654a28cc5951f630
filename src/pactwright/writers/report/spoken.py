"""A line in letters alone: what is added or missing stands in brackets, and the address of a page behind its name."""

from __future__ import annotations

from pactwright.report import Line, Words
from pactwright.writers.report.typed import printable

_AROUND = {"added": ("{+", "+}"), "removed": ("[-", "-]")}


def said(line: Line) -> str:
    """The line as text.

    >>> said((Words("AUD "), Words("100", "removed"), Words(" "), Words("250", "added"), Words("law", to="https://x.y")))
    'AUD [-100-] {+250+}law <https://x.y>'
    """
    return "".join(map(_words, line))


def _words(words: Words) -> str:
    text = printable(words.text)
    if words.tone in _AROUND and (core := text.strip()):
        before, after = _AROUND[words.tone]
        text = text.replace(core, f"{before}{core}{after}")
    if words.to and not words.to.startswith("#") and words.to != words.text:
        text = f"{text} <{printable(words.to)}>"
    return text
