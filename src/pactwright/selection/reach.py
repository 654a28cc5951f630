"""Whether a number of months that an issue sets reaches the days that its library says it must reach."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pactwright.facts import TABLE
from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.choices import Choices
    from pactwright.findings import Level
    from pactwright.library.model import Parameter
    from pactwright.selection.result import Selected, Selection

SPARE_DAYS: Final = 30
"""Time after the last of the work to put it right, to clear places and to settle accounts."""


def reach_problems(selection: Selection, choices: Choices, *, is_final: bool) -> Iterator[Finding]:
    """Looks for a term that ends before the pilot, or before the last day on which something is due.

    An error where somebody typed the term, and in a final; a warning in a draft where it is a default, where an event
    starts the clock so that nobody knows the day, and where less than 30 days are left to put the work right.

    Why: what is to be done after the end binds nobody.

    Bad: `date: 2026-12-01`, `pilot: {end: 2029-09-30}` and a term of 12 months

    Good: the same with a term of 36 months
    """
    for name, selected in selection.issues.items():
        typed = choices.by_issue[name].values if name in choices.by_issue else {}
        for parameter in selected.issue.parameters.values():
            if parameter.reaches and _stands(selection, selected, parameter):
                is_firm = (is_final or parameter.name in typed) and not selection.facts["clock.set"]
                yield from _problems(selection, parameter, int(selected.values[parameter.name]), is_firm=is_firm)


def _stands(selection: Selection, selected: Selected, parameter: Parameter) -> bool:
    """Whether a parameter has a value here, and the document uses it."""
    is_used = selection.holds(parameter.when) is not False
    return is_used and bool(selected.kinds) and isinstance(selected.values.get(parameter.name), int)


def _problems(selection: Selection, parameter: Parameter, months: int, *, is_firm: bool) -> Iterator[Finding]:
    """The last day that is not reached, told once: the term counts from the agreement, or from its last condition."""
    starts = [day for fact in ("agreement.date", "conditions.last_day") if (day := _day(selection, fact))]
    days = {fact: day for fact in parameter.reaches if (day := _day(selection, fact))}
    if not starts or not days or _day(selection, "agreement.date") is None:
        return
    start, fact = max(starts), max(days, key=lambda each: days[each])
    end = _later(start, months) - dt.timedelta(days=1)
    said = f"{months} months from {start} end on {end}"
    where = TABLE[fact].address or fact
    if days[fact] > end:
        seen = f"{said}, before {days[fact]} ({where})"
        level: Level = "error" if is_firm else "warning"
        fix = f"at least {_months_to(start, days[fact], SPARE_DAYS)} leave {SPARE_DAYS} days to put the work right"
        accepted = f"{_months_to(start, days[fact], 0)} months or more"
        yield Finding("reach", level, parameter.address, seen, accepted, fix)
    elif end < days[fact] + dt.timedelta(days=SPARE_DAYS):
        seen = f"{said}, {(end - days[fact]).days} days after {days[fact]} ({where})"
        yield Finding("reach", "warning", parameter.address, seen, f"{SPARE_DAYS} days to put the work right")


def _day(selection: Selection, fact: str) -> dt.date | None:
    value = selection.facts[fact]
    return value if isinstance(value, dt.date) else None


def _later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of a shorter month.

    >>> _later(dt.date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _months_to(start: dt.date, day: dt.date, spare: int) -> int:
    """How many months reach a day and some more.

    >>> start, last = dt.date(2026, 12, 1), dt.date(2027, 9, 30)
    >>> _months_to(start, last, 0), _months_to(start, last, 30)
    (10, 11)
    """
    last = day + dt.timedelta(days=spare)
    whole = (last.year - start.year) * 12 + last.month - start.month
    return next(n for n in range(max(whole - 1, 0), whole + 2) if _later(start, n) - dt.timedelta(days=1) >= last)
