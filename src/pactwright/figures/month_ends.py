"""The last days of months, at which figures that grow with time are shown."""

from __future__ import annotations

import calendar
import datetime as dt


def month_end(day: dt.date) -> dt.date:
    """The last day of the month of a day.

    >>> month_end(dt.date(2028, 2, 3))
    datetime.date(2028, 2, 29)
    """
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_ends(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The last day of each month from that of one day to that of another; none where the other lies before.

    >>> [str(each) for each in month_ends(dt.date(2026, 12, 31), dt.date(2027, 1, 1))]
    ['2026-12-31', '2027-01-31']
    """
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(month_end(dt.date(each // 12, each % 12 + 1, 1)) for each in months)
