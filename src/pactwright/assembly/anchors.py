"""Where a paragraph stands, and the name of its bookmark."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a paragraph stands: the number that a reference prints, and its bookmark."""

    label: str
    bookmark: str


def bookmark(*names: str) -> str:
    """A hidden bookmark's name for a place: "_pw_" and 12 hex digits, the same for the same place for ever.

    >>> bookmark("agreement", "liability/cap", "cap")
    '_pw_961c904586c8'
    """
    return f"_pw_{hashlib.sha256('|'.join(names).encode()).hexdigest()[:12]}"
