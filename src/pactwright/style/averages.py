"""How easily each wording of an option reads, and which asks too much of whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pactwright.library.model import Library, Option
from pactwright.wording.parts import Kind, plain
from pactwright.wording.sentences import Readability, readability

AVERAGE: Final = 22
RULE: Final = "average-length"


def reads(option: Option) -> Mapping[Kind, Readability]:
    """How each wording of an option reads, its common items included; a blank counts as what it prints."""
    return {
        kind: readability(plain(item.parts) for item in wording.walk()) for kind, wording in option.wordings.items()
    }


def too_long(library: Library) -> Iterator[tuple[Option, Kind, Readability]]:
    """The wordings whose sentences have more words than they should on average."""
    for option in (each for known in library.options.values() for each in known.values()):
        for kind, found in reads(option).items():
            if found.average > AVERAGE:
                yield option, kind, found
