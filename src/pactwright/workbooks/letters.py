"""The letters of a cell: in which colour and size they stand, and whether anybody sees them there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pactwright.foreign.look.colours import PAPER, contrast

BLACK: Final = "000000"
SMALLEST: Final = 4.0  # points; the print that is called small has six
FAINTEST: Final = 1.3  # the contrast to the ground, from 1 to 21, below which letters are not there for a reader
USUAL: Final = 11.0


@dataclass(frozen=True, slots=True)
class Letters:
    """A colour, a size in points and whether they are struck out.

    A colour is six digits; one that is not worked out is any other word, which tells it from others all the same.
    """

    colour: str = BLACK
    size: float = USUAL
    is_struck: bool = False

    def is_seen_on(self, ground: str) -> bool:
        """Whether they can be read on a ground.

        >>> Letters("FEFEFE").is_seen_on("FFFFFF"), Letters("FEFEFE").is_seen_on("000080"), Letters("a").is_seen_on("a")
        (False, True, False)
        """
        if self.size < SMALLEST or self.colour == ground:
            return False
        are_known = len(self.colour) == len(ground) == len(PAPER)
        return not are_known or contrast(self.colour, ground) >= FAINTEST


PLAIN: Final = Letters()
