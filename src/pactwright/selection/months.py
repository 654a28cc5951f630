"""Months of the calendar: how many reach a day that a library says they must reach."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pactwright.facts.fact import FactValue
    from pactwright.library.model import Parameter

SPARE_DAYS: Final = 30
"""Time after the last of the work to put it right, to clear places and to settle accounts."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The day from which months count, and the days that they must reach, by the names of their facts."""

    start: dt.date
    days: Mapping[str, dt.date]

    @property
    def last(self) -> str:
        """The fact of the last day."""
        return max(self.days, key=lambda each: self.days[each])

    @property
    def needed(self) -> int:
        """The fewest months that reach the last day, and some time to put the work right."""
        return months_to(self.start, self.days[self.last], SPARE_DAYS)

    def end(self, months: int) -> dt.date:
        """The last day of some months."""
        return later(self.start, months) - dt.timedelta(days=1)


def stretch_of(parameter: Parameter, facts: Mapping[str, FactValue]) -> Stretch | None:
    """What a parameter's months must reach; None while the agreement has no date, or no day is known.

    They count from the agreement, or from the last day of its conditions where that is later.
    """
    start, condition = facts.get("agreement.date"), facts.get("conditions.last_day")
    days = {fact: day for fact in parameter.reaches if isinstance(day := facts.get(fact), dt.date)}
    if not days or not isinstance(start, dt.date):
        return None
    return Stretch(max(start, condition) if isinstance(condition, dt.date) else start, days)


def later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of a shorter month.

    >>> later(dt.date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_to(start: dt.date, day: dt.date, spare: int) -> int:
    """How many months reach a day and some more.

    >>> start, last = dt.date(2026, 12, 1), dt.date(2027, 9, 30)
    >>> months_to(start, last, 0), months_to(start, last, 30)
    (10, 11)
    """
    last = day + dt.timedelta(days=spare)
    whole = (last.year - start.year) * 12 + last.month - start.month
    return next(n for n in range(max(whole - 1, 0), whole + 2) if later(start, n) - dt.timedelta(days=1) >= last)
