"""What a contribution is worth that is not money, and what share of a match it makes.

All values are money, rounded to units once, at the end; the rates are those that the party would pay or charge anybody
else. Source: how grants in the United States value contributions of third parties (like work at like rates, nothing
above fair rent or fair value). Every function raises FigureError for a negative figure, or one that nothing can be
divided by.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from pactwright.figures.allocation import allocated
from pactwright.figures.problems import Problem, bad_amounts, bad_percents, not_above_nil, refuse
from pactwright.figures.rounding import CENT, paid, percent_of, to_places

MONTHS: Final = Decimal(12)
_MOST_ON_COST: Final = Decimal(200)


def staff(
    salary: Decimal, hours: Decimal, *, on_cost_pct: Decimal, productive_hours: Decimal, unit: Decimal = CENT
) -> Decimal:
    """Hours of people: `salary x (1 + on-cost) x hours / productive hours of a year`; the rate is never rounded.

    >>> staff(Decimal(112000), Decimal(320), on_cost_pct=Decimal(28), productive_hours=Decimal(1650))
    Decimal('27803.15')
    """
    refuse(
        [
            *bad_amounts(salary=salary, hours=hours),
            *bad_percents(most=_MOST_ON_COST, on_cost_pct=on_cost_pct),
            *not_above_nil(productive_hours=productive_hours),
        ]
    )
    return paid(percent_of(salary, 100 + on_cost_pct) * hours / productive_hours, unit)


def rented(yearly_rent: Decimal, units: Decimal, months: Decimal, unit: Decimal = CENT) -> Decimal:
    """Things that others rent: `rent of a year x units x months / 12`.

    >>> rented(Decimal(450), Decimal(40), Decimal(3))
    Decimal('4500.00')
    """
    refuse(bad_amounts(yearly_rent=yearly_rent, units=units, months=months))
    return paid(yearly_rent * units * months / MONTHS, unit)


def owned(cost: Decimal, life_years: Decimal, months: Decimal, unit: Decimal = CENT) -> Decimal:
    """A thing that its owner wears out: `cost x months / (12 x years of life)`, and no month beyond its life.

    >>> owned(Decimal(36000), Decimal(5), Decimal(6))
    Decimal('3600.00')
    """
    found = [*bad_amounts(cost=cost, months=months), *not_above_nil(life_years=life_years)]
    if not found and months > life_years * MONTHS:
        found.append(Problem("amount", "months", months, "be at most", life_years * MONTHS))
    refuse(found)
    return paid(cost * months / (life_years * MONTHS), unit)


def licence(list_price: Decimal, months: Decimal, *, discount_pct: Decimal, unit: Decimal = CENT) -> Decimal:
    """The use of software: `list price of a year x (1 - usual discount) x months / 12`.

    >>> licence(Decimal(30000), Decimal(6), discount_pct=Decimal(35))
    Decimal('9750.00')
    """
    refuse([*bad_amounts(list_price=list_price, months=months), *bad_percents(discount_pct=discount_pct)])
    return paid(percent_of(list_price, 100 - discount_pct) * months / MONTHS, unit)


def site(monthly_fee: Decimal, months: Decimal, unit: Decimal = CENT) -> Decimal:
    """The use of a place: `what a licence for it costs a month on the market x months`.

    >>> site(Decimal(900), Decimal(6))
    Decimal('5400.00')
    """
    refuse(bad_amounts(monthly_fee=monthly_fee, months=months))
    return paid(monthly_fee * months, unit)


def percent_of_whole(part: Decimal, whole: Decimal) -> Decimal:
    """What percentage (to two decimals) a part is of a whole, such as a match of all that a project costs.

    >>> percent_of_whole(Decimal("111053.15"), Decimal("211053.15"))
    Decimal('52.62')
    """
    found = [*bad_amounts(part=part), *not_above_nil(whole=whole)]
    if not found and part > whole:
        found.append(Problem("amount", "part", part, "be at most", whole))
    refuse(found)
    return to_places(part / whole * 100, 2)


def weights(values: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """The share of each party (percent, to two decimals, 100 together) by the value of what it brings.

    Raises FigureError for negative values, and where all of them are nil.
    """
    return allocated(Decimal(100), values)
