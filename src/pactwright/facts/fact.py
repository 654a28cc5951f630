"""A fact: a named, typed value computed from the spec, which conditions may test and wording may print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from pactwright.spec import Money, Spec

FactType = Literal["number", "yes-no", "set", "choice", "text", "date", "money"]
FactValue: TypeAlias = "int | Decimal | bool | frozenset[str] | str | date | Money | None"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the table of facts.

    `name` is what conditions and blanks write, `means` one sentence for the documentation, `ask` the label of a gap
    ("the start date of the pilot"), `address` the place in the spec that settles it, and `value` computes it from a
    spec and the kind of document; None means that it is not known.
    """

    name: str
    type: FactType
    means: str
    value: Callable[[Spec, str], FactValue]
    ask: str = ""
    address: str = ""
    values: tuple[str, ...] = ()
