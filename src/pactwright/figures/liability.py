"""The most that a party can owe, and whether that is enough for what it may have to pay."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pactwright.figures.problems import Problem, bad_amounts, refuse
from pactwright.figures.rounding import CENT, paid


def greater_of(fixed: Decimal, multiple: Decimal, base: Decimal, unit: Decimal = CENT) -> Decimal:
    """A limit (money): the greater of a fixed amount and a multiple of a base, such as the price or a contribution.

    Rounded to units. A limit that is a multiple alone has a fixed amount of nil. Source: limits of liability as they
    are usual in contracts for services. Raises FigureError for negative figures.

    >>> greater_of(Decimal(250000), Decimal("1.5"), Decimal(180000))
    Decimal('270000.00')
    """
    refuse(bad_amounts(fixed=fixed, multiple=multiple, base=base))
    return paid(max(fixed, multiple * base), unit)


def too_low(field: str, limit: Decimal, **payable: Decimal) -> Iterator[Problem]:
    """A limit below something that its party may have to pay under the same paper; `right` is the largest of those.

    `payable` are amounts by name, such as the most that it bears of an overrun, and an advance that it may have to pay
    back. A limit below them says at one place that a party pays what another place takes from the other side.

    >>> [str(each) for each in too_low("cap", Decimal(50000), pain_cap=Decimal(80000), advance=Decimal(36000))]
    ['cap is 50000 and must be at least 80000']
    """
    most = max(payable.values(), default=Decimal(0))
    if limit < most:
        yield Problem("cap", field, limit, "be at least", most)
