"""The dates and clocks of a document as a table for a spreadsheet and as a calendar."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import UTC, date, datetime, time, timedelta

from pactwright.batch.problems import as_text
from pactwright.clocks.model import Clock, Dates
from pactwright.clocks.page import when

COLUMNS = ("date", "who", "what", "time", "event", "clause", "if_not", "address")


def csv_table(dates: Dates) -> bytes:
    """A row for each date and clock, with an empty date where there is none yet; no cell is taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for each in (*dates.dated, *dates.waiting, *dates.others):
        day = each.day.isoformat() if each.day else ""
        cells = (day, each.who, each.what, each.time, each.event, each.clause, each.otherwise, each.address)
        writer.writerow([as_text(cell.replace("\xa0", " ")) for cell in cells])
    return written.getvalue().encode("utf-8-sig")  # the mark by which a spreadsheet knows UTF-8


def calendar_file(dates: Dates, title: str, language: str, made: date) -> bytes:
    """An iCalendar file (RFC 5545) with a whole day for each date, and nothing for what has none.

    `made` is the day that stands as the moment at which each entry was made.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - only a calendar needs it

    calendar = Calendar()
    calendar.add("prodid", "-//pactwright//dates//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for each in dates.dated:
        if each.day:
            event = Event()
            event.add("uid", _uid(each, title))
            event.add("dtstamp", datetime.combine(made, time(), UTC))
            event.add("dtstart", each.day)
            event.add("dtend", each.day + timedelta(days=1))
            event.add("summary", ": ".join(filter(None, (each.who, each.what))))
            told = (each.clause, when(each, language), each.otherwise, title)
            event.add("description", "\n".join(filter(None, told)))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid(clock: Clock, title: str) -> str:
    """A name that stays when a date moves, so that a calendar moves the entry."""
    return hashlib.sha256(f"{title}\n{clock.address}\n{clock.clause}\n{clock.form}".encode()).hexdigest()[:32]
