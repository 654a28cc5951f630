"""Who owes what a parameter states beside the price, and how often, as the vocabulary says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pactwright.facts.parties import on_side
from pactwright.spec import Spec

ALL: Final = "all"
OWN: Final = "own"
YEARS: Final = "years"
"""The time over which an amount is owed that is for each year of the pilot."""


def sides(vocabulary: Mapping[str, Any], whose: str = ALL) -> tuple[str, ...]:
    """The sides of a role, or of all roles that have one; none of another word."""
    roles = vocabulary["roles"]
    found = [roles[name].get("side") for name in (roles if whose == ALL else (whose,)) if name in roles]
    return tuple(dict.fromkeys(filter(None, found)))


def owes(vocabulary: Mapping[str, Any], word: str, side: str, *, at_loss: bool) -> bool:
    """Whether a side owes what a word of `owed` is said of: for a loss that it causes, or without one."""
    said = vocabulary["owed"].get(word)
    return bool(said) and said["by"] in {ALL, side} and (said.get("loss") == "yes") == at_loss


def times(vocabulary: Mapping[str, Any], word: str, spec: Spec, side: str) -> int:
    """How often a side owes an amount that is the same for all: once, or for each party of a side."""
    per = vocabulary["owed"][word].get("per")
    return len(on_side(spec, side if per == OWN else per)) if per else 1
