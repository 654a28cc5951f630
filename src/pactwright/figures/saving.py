"""A cost that is no longer there: what a year would have cost, and what it did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import NamedTuple

from pactwright.figures.problems import bad_amounts, refuse
from pactwright.figures.rounding import CENT, paid


@dataclass(frozen=True, slots=True)
class Before:
    """A year as it was: the quantity used, factors for what has changed since, the price of a unit, other running cost.

    `price` is that of the year that is measured; `adjusters` are factors such as 1.02 for two percent more lamps.
    Raises FigureError for negative figures.
    """

    quantity: Decimal
    price: Decimal
    upkeep: Decimal = Decimal(0)
    adjusters: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        """Refuses what is negative."""
        factors = {f"adjusters.{number}": each for number, each in enumerate(self.adjusters)}
        refuse(bad_amounts(quantity=self.quantity, price=self.price, upkeep=self.upkeep, **factors))


@dataclass(frozen=True, slots=True)
class After:
    """A year as it is measured: the quantity used, the running cost that is left, and what the new way costs to run.

    Raises FigureError for negative figures.
    """

    quantity: Decimal
    upkeep: Decimal = Decimal(0)
    operating: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuses what is negative."""
        refuse(bad_amounts(quantity=self.quantity, upkeep=self.upkeep, operating=self.operating))


class Saving(NamedTuple):
    """The quantity that was not used and what it would have cost, what upkeep fell by; both, and net of new cost."""

    quantity: Decimal
    usage: Decimal
    upkeep: Decimal
    gross: Decimal
    net: Decimal


def saving(before: Before, after: After) -> Saving:
    """What a year saved (money, with every digit); negative where it cost more.

        gross = (quantity before x adjusters - quantity after) x price + (upkeep before - upkeep after)
        net   = gross - operating cost

    Source: the avoided cost of measured energy savings (the family of methods of the IPMVP).
    """
    quantity = before.quantity * prod(before.adjusters, start=Decimal(1)) - after.quantity
    usage, upkeep = quantity * before.price, before.upkeep - after.upkeep
    return Saving(quantity, usage, upkeep, usage + upkeep, usage + upkeep - after.operating)


def net_of(savings: Iterable[Saving], operating: Decimal, unit: Decimal = CENT) -> Decimal:
    """What several savings of a year come to (money), each in whole units, less what the new way costs to run.

    >>> power = saving(Before(Decimal(1200), Decimal("0.25")), After(Decimal(800)))
    >>> net_of([power, power], Decimal(26))
    Decimal('174.00')
    """
    refuse(bad_amounts(operating=operating))
    return sum((paid(each.gross, unit) for each in savings), Decimal(0)) - operating
