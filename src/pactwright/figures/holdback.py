"""What is paid for each milestone, what is held back of it, and when the rest comes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from pactwright.figures.allocation import allocated
from pactwright.figures.problems import bad_amounts, bad_percents, refuse
from pactwright.figures.rounding import CENT, paid, percent_of
from pactwright.figures.shares import bad_shares

HALF: Final = Decimal(50)


class Step(NamedTuple):
    """A milestone: its amount, what of it is held back, what is paid on acceptance, and what of all held back then."""

    milestone: str
    amount: Decimal
    held: Decimal
    paid: Decimal
    released: Decimal


class Payments(NamedTuple):
    """The milestones in order and their sums; `after_clearing` is held back until the places are clear."""

    steps: tuple[Step, ...]
    amount: Decimal
    held: Decimal
    paid: Decimal
    released: Decimal
    after_clearing: Decimal


def milestone_amounts(price: Decimal, percents: Mapping[str, Decimal], unit: Decimal = CENT) -> Mapping[str, Decimal]:
    """The amount of each milestone (money) from its percentage of the price; together they are the price.

    Rounded by the largest remainder. Raises FigureError for a negative price and percentages that are not 100 together.
    """
    refuse([*bad_amounts(price=price), *bad_shares("percents", percents)])
    return allocated(price, percents, unit)


def payments(
    amounts: Mapping[str, Decimal],
    holdback_pct: Decimal,
    *,
    released_pct: Decimal = HALF,
    unit: Decimal = CENT,
) -> Payments:
    """What is held back of the milestones' amounts (money, in the order of acceptance), and when it is paid.

        held     = amount x holdback_pct / 100, rounded to units
        paid     = amount - held, when the milestone is accepted
        released = all held x released_pct / 100, rounded to units, when the last milestone is accepted
        the rest of what is held comes when the places are clear

    Source: retention as building contracts release it, half at completion. Raises FigureError for negative amounts and
    percentages out of bounds.
    """
    refuse(
        [
            *bad_amounts(**{f"amounts.{key}": each for key, each in amounts.items()}),
            *bad_percents(holdback_pct=holdback_pct, released_pct=released_pct),
        ]
    )
    held = {key: paid(percent_of(each, holdback_pct), unit) for key, each in amounts.items()}
    all_held = sum(held.values(), Decimal(0))
    released = paid(percent_of(all_held, released_pct), unit)
    last = next(reversed(list(amounts)), None)
    steps = tuple(
        Step(key, each, held[key], each - held[key], released if key == last else Decimal(0))
        for key, each in amounts.items()
    )
    amount = sum(amounts.values(), Decimal(0))
    return Payments(steps, amount, all_held, amount - all_held, released, all_held - released)
