"""A date or a period that a paper sets, and what the paper says of it."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct

Form: TypeAlias = Literal[
    "date",  # a day that the spec names
    "within",  # until then, counted from an event
    "before",  # at the latest so long before an event
    "at",  # just then
    "for",  # all the time until then
    "every",  # again and again
    "notice",  # how long before its effect a notice is given
    "length",  # how long something may take or lasts, counted from no event
]
COUNTED: Final = frozenset({"within", "before", "at", "for", "notice"})
"""The forms that count from an event."""


class Clock(Struct, frozen=True):
    """A date or a period in a sentence or a row of a schedule.

    `who` has the duty or the right ("" where it happens by itself), `what` is the sentence. `time` is the period as it
    prints, and `event` that from which it counts ("" where the paper names none). `day` is the date where it is known,
    `counted_from` the date of its event. `otherwise` is what the paper says if it is not done, after the number of the
    clause that says so. `clause` is a number, `issue` the id of its issue ("" in a schedule), and `address` where the
    spec sets the date or period.
    """

    form: Form
    what: str
    who: str
    time: str
    event: str
    clause: str
    issue: str
    address: str
    day: date | None = None
    counted_from: date | None = None
    otherwise: str = ""

    @property
    def waits(self) -> bool:
        """Whether its event has not happened, so that it has no date yet."""
        return self.day is None and self.form in COUNTED


class Dates(Struct, frozen=True):
    """Every date and clock of a document: those with a day, those that wait for an event, and all others."""

    document: str
    dated: tuple[Clock, ...]
    waiting: tuple[Clock, ...]
    others: tuple[Clock, ...]
