"""The direction in which a text reads: that of its first strong letter, as Unicode ranks letters."""

from __future__ import annotations

from unicodedata import bidirectional

_RIGHT_TO_LEFT, _STRONG = {"R", "AL"}, {"R", "AL", "L"}


def reads_leftwards(text: str) -> bool:
    r"""Whether a text reads from right to left: its first strong letter is Arabic, Hebrew or the like.

    >>> reads_leftwards("(1) \u05e2\u05d9\u05e8 Ltd"), reads_leftwards("Ltd \u05e2\u05d9\u05e8")
    (True, False)
    """
    if text.isascii():
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in _STRONG)
    return next(strong, "") in _RIGHT_TO_LEFT
