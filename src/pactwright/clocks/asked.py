"""The dates of a document that somebody asks for, in the form that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pactwright.clocks.listed import listed
from pactwright.clocks.model import Dates
from pactwright.clocks.page import dates_report
from pactwright.clocks.tables import calendar_file, csv_table
from pactwright.document import Agreement, words
from pactwright.service import documents_of, drafts_of, read
from pactwright.themes import report_theme
from pactwright.writers.report import REPORT_WRITERS

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class AskedDates:
    """The dates of a document, the document, and the day that stands for the moment of making (its own date)."""

    dates: Dates
    agreement: Agreement
    made: date


def asked_dates(path: Path, document: str | None = None, house: Path | None = None) -> AskedDates:
    """The dates of a document of a spec, by default of the first that it names; raises as reading and drafting do."""
    source = read(path, house)
    [draft] = drafts_of(source, (document or documents_of(source.spec, source.library)[0],))
    return AskedDates(listed(draft, source.spec), draft.agreement, source.spec.date or EPOCH)


def _report(form: str) -> Callable[[AskedDates], bytes]:
    return lambda asked: REPORT_WRITERS[form](dates_report(asked.dates, asked.agreement), report_theme())


def _calendar(asked: AskedDates) -> bytes:
    title = words(asked.agreement.project) or asked.agreement.title
    return calendar_file(asked.dates, title, asked.agreement.language, asked.made)


SHEETS: Final[Mapping[str, Callable[[AskedDates], bytes]]] = MappingProxyType(
    {
        "csv": lambda asked: csv_table(asked.dates),
        "ics": _calendar,
        **{form: _report(form) for form in ("txt", "html", "docx")},
    }
)
