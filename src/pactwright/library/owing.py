"""Who owes what a parameter states beside the price, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pactwright.facts.parties import on_side
from pactwright.spec import Spec

SIDES: Final = ("public", "partner")
OWN: Final = "own"
YEARS: Final = "years"
"""The time over which an amount is owed that is for each year of the pilot."""


WHOSE: Final[Mapping[str, tuple[str, ...]]] = {"all": SIDES, "city": SIDES[:1], "partner": SIDES[1:]}
"""The sides that a word means where an item says whose debt has no limit, or an entry whose limit it names."""


class Owing(NamedTuple):
    """The sides that owe an amount, each for itself, and the side for each party of which it is due; "" for once.

    `at_loss` says that it is the most that is owed for a loss that the party causes.
    """

    by: tuple[str, ...]
    each: str = ""
    at_loss: bool = False

    def times(self, spec: Spec, side: str) -> int:
        """How often the side owes an amount that is the same for all."""
        counted = side if self.each == OWN else self.each
        return (len(on_side(spec, counted)) if counted else 1) if side in self.by else 0


OWED: Final[Mapping[str, Owing]] = {
    "together": Owing(("public",)),
    "each-city": Owing(("public",), OWN),
    "each-partner": Owing(("public",), "partner"),
    "each-party": Owing(SIDES, OWN),
    "loss": Owing(SIDES, OWN, at_loss=True),
}
"""Who owes what a parameter states: the public side once, for each city, or for each partner; each party of both."""
