"""The day on which a period ends, where the day of its event is known and days can be counted without a calendar.

Business days and hours are never counted: the paper lets holidays and the hour of an event decide.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from msgspec import convert

from pactwright.clocks.model import Form
from pactwright.clocks.reading import PERIOD
from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text

_MONTHS: Final = {"month": 1, "year": 12}
_DAYS: Final = {"day": 1, "week": 7}


@cache
def events() -> Mapping[str, str]:
    """The address of the date in a spec, by the words for the event in the library; from seeds/events.yml."""
    path = data_root() / "seeds" / "events.yml"
    tree, _ = parsed(read_text(path), path.name)
    return {said: address for address, known in convert(tree, dict[str, list[str]]).items() for said in known}


def day_of(form: Form, time: str, event: date) -> date | None:
    r"""The day that a period names, counted from the day after its event; None where only a calendar could say.

    >>> day_of("within", "90\xa0days", date(2027, 9, 30)), day_of("before", "1\xa0month", date(2027, 3, 31))
    (datetime.date(2027, 12, 29), datetime.date(2027, 2, 28))
    """
    found = PERIOD.fullmatch(time)
    if not found or form not in {"within", "at", "for", "before"}:
        return None
    count = int(found["count"].replace(",", "")) * (-1 if form == "before" else 1)
    if found["unit"] in _DAYS:
        return event + timedelta(days=count * _DAYS[found["unit"]])
    return _months_on(event, count * _MONTHS[found["unit"]]) if found["unit"] in _MONTHS else None


def _months_on(day: date, months: int) -> date:
    """The same day of another month, or its last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
