"""What is taken off a month's fee where the service was not as promised."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pactwright.figures.problems import Problem, bad_amounts, bad_percents, refuse
from pactwright.figures.rounding import CENT, paid, percent_of


class Credits(NamedTuple):
    """What all misses of a month come to, the most that may be taken off, and what is taken off."""

    asked: Decimal
    cap: Decimal
    due: Decimal


def credits_of(fee: Decimal, misses: int, *, credit_pct: Decimal, cap_pct: Decimal, unit: Decimal = CENT) -> Credits:
    """The credit of a month (money) for a number of misses, as percentages of the month's fee.

        asked = fee x credit_pct / 100 x misses
        due   = the smaller of that and fee x cap_pct / 100

    Both are rounded to units. Source: service credits as they are usual in contracts for services. Raises FigureError
    for negative figures, percentages out of bounds, and a cap below a single credit.
    """
    found = [*bad_amounts(fee=fee, misses=Decimal(misses)), *bad_percents(credit_pct=credit_pct, cap_pct=cap_pct)]
    if not found and cap_pct < credit_pct:
        found.append(Problem("cap", "cap_pct", cap_pct, "be at least", credit_pct))
    refuse(found)
    asked, cap = paid(percent_of(fee, credit_pct) * misses, unit), paid(percent_of(fee, cap_pct), unit)
    return Credits(asked, cap, min(asked, cap))
