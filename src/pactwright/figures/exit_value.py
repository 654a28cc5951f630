"""What work is worth that is begun and not accepted, if an agreement ends on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from pactwright.figures.month_ends import month_ends
from pactwright.figures.problems import Problem, bad_amounts, bad_percents, refuse
from pactwright.figures.rounding import CENT, paid


class Milestone(NamedTuple):
    """What is paid for a milestone (money), and the day by which it is due."""

    amount: Decimal
    due: dt.date


@dataclass(frozen=True, slots=True)
class Work:
    """What one party pays another for: its part of the price (money), the first and the last day, and the milestones.

    `wind_down_pct` is the most that is paid for commitments, in percent of what accepted and begun work leaves of the
    price. Raises FigureError for negative amounts, milestones that are more than the price together, and one that is
    due before or on the first day, or after the last.
    """

    price: Decimal
    first_day: dt.date
    last_day: dt.date
    milestones: Mapping[str, Milestone]
    wind_down_pct: Decimal

    def __post_init__(self) -> None:
        """Refuses what makes no sense."""
        refuse(self._problems())

    def planned_from(self, name: str) -> dt.date:
        """The day from which the days of a milestone count: the last earlier date of one, or the first day."""
        due = self.milestones[name].due
        return max((each.due for each in self.milestones.values() if each.due < due), default=self.first_day)

    def _problems(self) -> Iterator[Problem]:
        amounts = {f"milestones.{name}.amount": each.amount for name, each in self.milestones.items()}
        found = [*bad_amounts(price=self.price, **amounts), *bad_percents(wind_down_pct=self.wind_down_pct)]
        yield from found
        together = sum(amounts.values(), Decimal(0))
        if not found and together > self.price:
            yield Problem("amount", "milestones", together, "be at most", self.price)
        for name, each in self.milestones.items():
            if each.due <= self.first_day:
                yield Problem("dates", f"milestones.{name}.due", each.due, "be after", self.first_day)
            elif each.due > self.last_day:
                yield Problem("dates", f"milestones.{name}.due", each.due, "be at most", self.last_day)


def begun_value(work: Work, name: str, day: dt.date, unit: Decimal = CENT) -> Decimal:
    """The exit value (money) of a milestone that is not accepted, on a day that the work has reached.

        amount x days since the last earlier date of a milestone / days planned, at most the amount

    Days run from the first day of the work where no milestone lies before. Rounded to units; nil where the milestone is
    not begun. Source: the clause on an early end, which states it in words.
    """
    start, milestone = work.planned_from(name), work.milestones[name]
    planned, gone = (milestone.due - start).days, (day - start).days
    return paid(milestone.amount * min(max(gone, 0), planned) / planned, unit)


class MonthEnd(NamedTuple):
    """The exit value (money) of each milestone at the end of a month, none accepted, and their sum."""

    day: dt.date
    values: Mapping[str, Decimal]
    together: Decimal


def by_month(work: Work, unit: Decimal = CENT) -> tuple[MonthEnd, ...]:
    """The exit values at the end of each month, from that of the first day to that in which the last milestone is due.

    A milestone that is accepted drops out of its month and of the sum.
    """
    last = max((each.due for each in work.milestones.values()), default=work.first_day)
    return tuple(_at(work, day, unit) for day in month_ends(work.first_day, last))


def _at(work: Work, day: dt.date, unit: Decimal) -> MonthEnd:
    values = {name: begun_value(work, name, day, unit) for name in work.milestones}
    return MonthEnd(day, MappingProxyType(values), sum(values.values(), Decimal(0)))
