"""What was typed, fit for any file: words of a line, no character that a file may not hold, which way it reads."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from pactwright.report import Line

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SHOWN = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    r"""The text with a sign in place of each character that a file or a terminal must not hold.

    >>> printable("a\x1b[31mb\r\nc")
    'a\ufffd[31mb\nc'
    """
    return _FORBIDDEN.sub(_SHOWN, text.replace("\r\n", "\n").replace("\r", "\n"))


def text_of(line: Line) -> str:
    """The words of a line, without their tones."""
    return "".join(words.text for words in line)


def has_leftward(text: str) -> bool:
    """Whether some letter of a text reads from right to left."""
    return not text.isascii() and any(bidirectional(letter) in {"R", "AL"} for letter in text)
