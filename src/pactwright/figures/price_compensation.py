"""What a price is lower by because the supplier keeps the rights in what is developed."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pactwright.figures.problems import bad_amounts, bad_percents, refuse
from pactwright.figures.rounding import CENT, paid, percent_of


class Compensation(NamedTuple):
    """The price of a development that would be the buyer's alone, what the rights are worth, and the price without."""

    exclusive: Decimal
    compensation: Decimal
    price: Decimal


def price_compensation(exclusive: Decimal, rights_pct: Decimal, unit: Decimal = CENT) -> Compensation:
    """The compensation (money) for rights that stay with the supplier, as a percentage of the exclusive price.

        compensation = exclusive price x rights_pct / 100, rounded to units
        price        = exclusive price - compensation

    Source: pre-commercial procurement in the European Union, where risks and benefits are shared at market price.
    Raises FigureError for a negative price and a percentage out of bounds.

    >>> price_compensation(Decimal(240000), Decimal(20)).price
    Decimal('192000.00')
    """
    refuse([*bad_amounts(exclusive=exclusive), *bad_percents(rights_pct=rights_pct)])
    compensation = paid(percent_of(exclusive, rights_pct), unit)
    return Compensation(exclusive, compensation, exclusive - compensation)
