"""What the data rights of a document are: for each data set and right, who has it and by which clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from pactwright.document import Paragraph
from pactwright.selection import Selected

_NUMBERS: Final = re.compile("[0-9]+")

Place: TypeAlias = Paragraph
"""The paragraph of an item that binds, with its number and its bookmark."""
Places: TypeAlias = Callable[[Selected, str], Place | None]
"""Where an item of an issue stands; None where the paper does not bind by it."""


@dataclass(frozen=True, slots=True)
class Given:
    """A right that a clause gives to some parties; `source` is its item ("topic/issue/option#id")."""

    parties: tuple[str, ...]
    place: Place
    source: str


@dataclass(frozen=True, slots=True)
class SetRights:
    """The rights in one data set, each with what gives it; of one that `is_open` the register does not say enough."""

    address: str
    name: str
    given: Mapping[str, tuple[Given, ...]]
    is_open: bool = False

    def holders(self, right: str) -> tuple[str, ...]:
        """Who has a right, each once."""
        return tuple(dict.fromkeys(party for each in self.given[right] for party in each.parties))

    def places(self, right: str, party: str) -> tuple[Place, ...]:
        """The clauses that give a right to a party, each once, in the order of their numbers."""
        found = dict.fromkeys(each.place for each in self.given[right] if party in each.parties)
        return tuple(sorted(found, key=lambda place: [int(each) for each in _NUMBERS.findall(place.full_label)]))


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rights in the data sets of one document, in the order of its register."""

    sets: tuple[SetRights, ...]
