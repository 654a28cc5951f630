"""Where money is rounded: when it is paid, and nowhere before."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

CENT: Final = Decimal("0.01")
"""The smallest unit that is paid where the currency has cents; of one without them it is 1."""

_ROOMY: Final = Context(prec=60, rounding=ROUND_HALF_UP)
"""Room for every digit of the largest amount, whatever the context of the caller."""


def paid(amount: Decimal, unit: Decimal = CENT) -> Decimal:
    """An amount of money in whole units, half up; what is owed the other way round is rounded alike.

    >>> paid(Decimal("22131.147")), paid(Decimal("-0.005")), paid(Decimal("2400.5"), Decimal(1))
    (Decimal('22131.15'), Decimal('-0.01'), Decimal('2401'))
    """
    return amount.quantize(unit, context=_ROOMY)


def to_places(figure: Decimal, places: int) -> Decimal:
    """A figure that is no money (years, a percentage, a score) with so many decimals, half up.

    >>> to_places(Decimal("5.0688"), 2)
    Decimal('5.07')
    """
    return figure.quantize(Decimal(1).scaleb(-places), context=_ROOMY)


def percent_of(amount: Decimal, percent: Decimal) -> Decimal:
    """So many hundredths of an amount, with every digit.

    >>> percent_of(Decimal(180000), Decimal("2.5"))
    Decimal('4500.0')
    """
    return amount * percent / 100
