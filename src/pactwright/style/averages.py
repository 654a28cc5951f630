"""How easily each wording of an option reads, and which asks too much of whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pactwright.library.model import Library, Option
from pactwright.wording.parts import Kind, plain
from pactwright.wording.sentences import Readability, average_length, readability

AVERAGE: Final = 22
RULE: Final = "average-length"


def reads(option: Option) -> Mapping[Kind, Readability]:
    """How each wording of an option reads, its common items included; a blank counts as what it prints."""
    return {
        kind: readability(plain(item.parts) for item in wording.walk()) for kind, wording in option.wordings.items()
    }


def too_long(library: Library) -> Iterator[tuple[Option, Kind, float]]:
    """The wordings whose sentences have more words than they should on average, and how many."""
    for option in (each for known in library.options.values() for each in known.values()):
        for kind, wording in option.wordings.items():
            if (found := average_length(plain(item.parts) for item in wording.walk())) > AVERAGE:
                yield option, kind, found
