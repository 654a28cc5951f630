"""A playbook: what a party prefers, accepts and refuses, question by question, and who approves a departure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from pactwright.findings import SourceMap

Mark: TypeAlias = Literal["prefers", "accepts", "approval", "never"]
"""How a party stands to an option: one that it names nowhere needs its approval."""
LIVES_WITH: frozenset[Mark] = frozenset({"prefers", "accepts"})
NOWHERE = SourceMap("", {})


@dataclass(frozen=True, slots=True)
class Range:
    """The values of a parameter that a party accepts, as typed values and as they were typed; None is no bound."""

    least: Any = None
    most: Any = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What a party says of an issue: options by id, how much it cares (1 to 3), and values by parameter.

    `private` never leaves what is made for this party.
    """

    issue: str
    prefer: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    weight: int = 1
    approver: str = ""
    ranges: Mapping[str, Range] = field(default_factory=dict)
    private: str = ""

    def mark(self, option: str) -> Mark:
        """How the party stands to an option of the issue."""
        if option in self.prefer:
            return "prefers"
        return "accepts" if option in self.accept else "never" if option in self.never else "approval"


@dataclass(frozen=True, slots=True)
class Playbook:
    """The positions of a party by issue; `party` is its id in a spec, or a side in a playbook of a house."""

    party: str
    positions: Mapping[str, Position]
    marks: SourceMap = field(default=NOWHERE, compare=False, repr=False)
