"""Rules on days: what comes first must come first, and a year must be one that a person may mean."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pactwright.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pactwright.findings import Level
    from pactwright.spec.root import Spec

AGREEMENT, START, END = "date", "pilot.start", "pilot.end"
NAMES: Final[Mapping[str, str]] = {
    AGREEMENT: "the agreement's date",
    START: "the first day of the pilot",
    END: "the last day of the pilot",
}

FIRST_YEAR: Final = 1990
"""No partnership on smart cities, nor a decision that one rests on, is older; 1026 for 2026 is a slip."""

LAST_YEAR: Final = 2099
"""No project is planned for longer than an office can look ahead; 2206 for 2026 is a slip."""

DAYS_TO_START: Final = 2 * 366
"""The longest time from an agreement to the pilot that is usual: two years of approvals, purchase and building."""

YEARS_AHEAD: Final = 30
"""The longest span from an agreement to anything planned in it: the life of a street's equipment, and some room."""

Side: TypeAlias = Literal["from", "to"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that a date must not lie before (`from`) or after (`to`), and how wrong it is if it does.

    It does not hold where the field `but_with` beside the date says something.
    """

    side: Side
    other: str
    level: Level
    but_with: str = ""


def _must(side: Side, other: str) -> Bound:
    return Bound(side, other, "error")


def _usually(side: Side, other: str, but_with: str = "") -> Bound:
    return Bound(side, other, "warning", but_with)


# Every date of the form and its order; "*" stands for an id or a number. What cannot be meant is an error, what is
# unusual a warning. Nothing done under an agreement is due before it; what it rests on is not decided after it.
ORDER: Final[Mapping[str, tuple[Bound, ...]]] = {
    AGREEMENT: (_must("to", END), _usually("to", START)),
    START: (),  # its order is the rule pilot-dates
    END: (),
    "parties.*.approval.date": (_must("to", AGREEMENT),),
    "parties.*.formation.by": (_usually("to", END),),
    "milestones.*.due": (_must("from", AGREEMENT),),  # towards the pilot: the rule milestone-dates
    "contributions.*.by": (_usually("from", AGREEMENT), _usually("to", END)),
    "rewards.*.by": (_usually("from", AGREEMENT),),
    "procurement.disclosures.*.date": (_usually("to", AGREEMENT),),
    "pilot.activities.*.by": (_must("from", AGREEMENT), _usually("to", END)),
    "pilot.quantities.*.date": (_usually("to", END),),
    "pilot.gates.*.date": (_must("from", AGREEMENT), _usually("to", END)),
    # What holds back a part alone may come when the rest has started.
    "conditions.*.by": (_usually("from", AGREEMENT), _must("to", END), _usually("to", START, but_with="part")),
    "papers.*.date": (_usually("to", AGREEMENT),),
    "special_terms.*.by": (_must("from", AGREEMENT),),
    "confirmed.*.date": (_usually("to", AGREEMENT),),
    "approvals.*.date": (_usually("to", AGREEMENT),),
    "open.*.by": (_usually("to", END),),  # a final that is dated has nothing open: the draft says so itself
}


def pilot_dates(spec: Spec) -> Iterator[Finding]:
    """Looks for a pilot that ends before it starts.

    Why: the term, the milestones and every period are counted from these two days.

    Bad: `pilot: {start: 2027-06-30, end: 2027-01-01}`

    Good: `pilot: {start: 2027-01-01, end: 2027-06-30}`
    """
    start, end = spec.pilot.start, spec.pilot.end
    if start and end and end < start:
        accepted = f"a day on or after {start}, the start"
        yield Finding("pilot-dates", "error", "pilot.end", f"{end} is before the start", accepted, "swap the two days?")


def milestone_dates(spec: Spec) -> Iterator[Finding]:
    """Looks for a milestone that is due before the pilot starts or after it ends.

    A warning; after the end, an error in a final.

    Why: a design beforehand may be right. What is due after the end is paid under no agreement, and neither the money
    by month nor the value at an end counts it; in a draft either day may still move. A report afterwards needs a later
    end, or is an activity.

    Bad: `pilot: {start: 2027-01-01}` and `milestones: {m1: {due: 2026-01-31}}`

    Good: `milestones: {m1: {due: 2027-01-31}}`
    """
    start, end = spec.pilot.start, spec.pilot.end
    for key, milestone in spec.milestones.items():
        due = milestone.due
        if due is None or (start and end and end < start) or (spec.date and due < spec.date):
            continue
        fix = "check the year, or that the agreement is in force on that day"
        address = f"milestones.{key}.due"
        if start and due < start:
            yield Finding("milestone-dates", "warning", address, f"{due} is before the pilot starts ({start})", fix=fix)
        if end and due > end:
            seen, accepted = f"{due} is after the pilot ends ({end})", f"{end} at the latest, or a later pilot.end"
            yield Finding("milestone-dates", "warning", address, seen, accepted, fix)


def late_milestones(spec: Spec) -> Iterator[Finding]:
    """What is wrong in a final with a milestone after the end: each of these, as an error."""
    return (replace(each, level="error") for each in milestone_dates(spec) if each.accepted)


def date_year(spec: Spec) -> Iterator[Finding]:
    """Looks for a year that nobody can mean: before 1990, after 2099, or more than 30 years after the agreement.

    Why: a year typed wrong is the commonest slip in a date, and the paper prints it without a blush.

    Bad: `date: 0001-01-01`, `milestones: {m1: {due: 2127-03-01}}`

    Good: `date: 2026-12-01`, `milestones: {m1: {due: 2027-03-01}}`
    """
    last = _last_year(spec)
    for address, day in _days(spec):
        if not is_meant(spec, day):
            fix = _meant(spec, address, day)
            seen = f"{day} lies in a year that nobody can mean here"
            yield Finding("date-year", "error", address, seen, f"a year from {FIRST_YEAR} to {last}", fix)


def far_start(spec: Spec) -> Iterator[Finding]:
    """Looks for a pilot that starts more than two years after the agreement's date. A warning.

    Why: of two days that are years apart one has a wrong year, and prices, terms and the law are those of the first.

    Bad: `date: 2016-12-01` and `pilot: {start: 2027-01-11}`

    Good: the same with `date: 2026-12-01`
    """
    start = spec.pilot.start
    if spec.date and start and spec.date.year >= FIRST_YEAR and (start - spec.date).days > DAYS_TO_START:
        seen = f"the agreement's date, {spec.date}, is more than two years before the pilot starts, {start} ({START})"
        yield Finding("far-start", "warning", AGREEMENT, seen, fix="check the years of both days")


def is_meant(spec: Spec, day: dt.date) -> bool:
    """Whether somebody can mean a day of a year."""
    return FIRST_YEAR <= day.year <= _last_year(spec)


def date_order(spec: Spec) -> Iterator[Finding]:
    """Looks for a date that lies before or after one that must come first or last; what is only unusual is a warning.

    Why: an approval after the signature approves nothing, and work before the agreement is done under none.

    Bad: `date: 2026-12-01` and `parties: {city: {approval: {date: 2126-11-24}}}`

    Good: the same with `date: 2026-11-24`
    """
    known, last = _known(spec), _last_year(spec)
    for address, day in _days(spec):
        broken = (each for each in _bounds(spec, address) if _breaks(known, day, each))
        bound = min(broken, key=lambda each: each.level, default=None)
        if bound and FIRST_YEAR <= day.year <= last:
            side = "before" if bound.side == "from" else "after"
            other = f"{NAMES[bound.other]}, {known[bound.other]}"
            accepted = f"a day on or {'after' if bound.side == 'from' else 'before'} it"
            seen = f"{day} is {side} {other} ({bound.other})"
            yield Finding("date-order", bound.level, address, seen, accepted, _meant(spec, address, day))


def _days(spec: Spec) -> Iterator[tuple[str, dt.date]]:
    return ((address, value) for address, value in spec.values if isinstance(value, dt.date))


@lru_cache(maxsize=1024)
def _place(address: str) -> str:
    """The place of the form at an address: ids and numbers are any; "" below an id that is no id."""
    if address in ORDER:
        return address
    keys = address.split(".")
    return next((place for place in ORDER if _fits(place.split("."), keys)), "")


def _fits(place: list[str], keys: list[str]) -> bool:
    return len(place) == len(keys) and all(a in {"*", b} for a, b in zip(place, keys, strict=True))


def _known(spec: Spec) -> Mapping[str, dt.date | None]:
    """The days that others are held against; one that is itself out of order holds nothing, so that it is told once."""
    start, end = spec.pilot.start, spec.pilot.end
    if start and end and end < start:
        start = end = None
    is_late = spec.date and end and spec.date > end
    return {AGREEMENT: None if is_late else spec.date, START: start, END: end}


def _bounds(spec: Spec, address: str) -> Iterator[Bound]:
    """What holds for the date at an address, by what the spec says beside it."""
    row = address.rpartition(".")[0]
    for each in ORDER.get(_place(address), ()):
        if not each.but_with or f"{row}.{each.but_with}" not in dict(spec.values):
            yield each


def _breaks(known: Mapping[str, dt.date | None], day: dt.date, bound: Bound) -> bool:
    other = known[bound.other]
    if other is None or not FIRST_YEAR <= other.year <= LAST_YEAR:
        return False
    return day < other if bound.side == "from" else day > other


def _last_year(spec: Spec) -> int:
    is_told = spec.date and FIRST_YEAR <= spec.date.year <= LAST_YEAR
    return spec.date.year + YEARS_AHEAD if spec.date and is_told else LAST_YEAR


def _meant(spec: Spec, address: str, day: dt.date) -> str:
    """The day that may have been meant: the same in another year, or with day and month swapped; only if it is one."""
    known = _known(spec)
    years = {each.year for each in known.values() if each and each.year != day.year}
    bounds = tuple(_bounds(spec, address))
    good: dict[dt.date, None] = {}
    for year, month, number in (
        *((year, day.month, day.day) for year in sorted(years)),
        (day.year, day.day, day.month),
    ):
        with suppress(ValueError):
            other = dt.date(year, month, number)
            if other != day and FIRST_YEAR <= year <= LAST_YEAR and not any(_breaks(known, other, b) for b in bounds):
                good[other] = None
    return f"did you mean {next(iter(good))}?" if len(good) == 1 else ""
