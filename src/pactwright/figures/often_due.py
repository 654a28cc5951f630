"""How often at most an amount for each month or year is due."""

from __future__ import annotations

import datetime as dt
from typing import Final

SHORTEST_MONTH: Final = 28


def most_months(days: int) -> int:
    """The most months that so many days in a row can touch, counted from the first of them.

        days / 28, rounded up

    28 is the length of the shortest month, so that no calendar has more.

    >>> most_months(28), most_months(60), most_months(0)
    (1, 3, 0)
    """
    return -(-days // SHORTEST_MONTH)


def years_begun(first: dt.date, last: dt.date) -> int:
    """The years that have begun from the first to the last day; none where the last lies before the first.

    >>> years_begun(dt.date(2027, 2, 1), dt.date(2028, 1, 31)), years_begun(dt.date(2027, 2, 1), dt.date(2028, 2, 1))
    (1, 2)
    """
    if last < first:
        return 0
    whole = last.year - first.year
    return whole + ((last.month, last.day) >= (first.month, first.day))
