"""The dates and clocks of a document as a report."""

from __future__ import annotations

from datetime import date
from string import Template

from pactwright import report
from pactwright.clocks.model import Clock, Dates
from pactwright.clocks.words import Words, page_words
from pactwright.document import Agreement, words
from pactwright.formats import printed_date

WIDTHS = (17, 16, 36, 10, 21)


def dates_report(dates: Dates, agreement: Agreement) -> report.Report:
    """The report: three tables, of what has a date, what waits for an event, and all others."""
    said = page_words()
    parts = (
        (said.dated, said.dated_lead, dates.dated, said.day),
        (said.waiting, said.waiting_lead, dates.waiting, said.time),
        (said.others, said.others_lead, dates.others, said.time),
    )
    blocks: list[report.Block] = []
    for heading, lead, clocks, first in parts:
        rows = tuple(_row(each, agreement.language, said) for each in clocks)
        columns = (first, said.who, said.what, said.clause, said.otherwise)
        grid = report.Grid(
            heading,
            tuple(report.GridColumn(_line(each), width) for each, width in zip(columns, WIDTHS, strict=True)),
            rows,
            said.nothing,
        )
        blocks += [report.Heading(heading), report.Prose(_line(lead)), grid]
    return report.Report(
        kicker=said.kicker,
        title=words(agreement.project) or agreement.title,
        lead_in=Template(said.lead_in).substitute(document=agreement.title.lower()),
        foot=f"{said.kicker} \N{MIDDLE DOT} {words(agreement.project)}",
        blocks=(*blocks, report.Prose(_line(said.breach))),
        language=agreement.language,
        paper=agreement.paper,
        is_wide=True,
    )


def when(clock: Clock, language: str) -> str:
    """By when, in words: a date and how it was counted, or the period and its event."""
    said = page_words()
    if clock.day and clock.counted_from:
        pattern = said.counted_back if clock.form == "before" else said.counted
        origin = printed_date(clock.counted_from, language)
        return Template(pattern).substitute(time=clock.time, event=clock.event, **{"from": origin})
    if clock.event:
        pattern = said.back if clock.form == "before" else said.after
        return f"{clock.time} {Template(pattern).substitute(event=clock.event)}"
    return clock.time


def _row(clock: Clock, language: str, said: Words) -> report.Row:
    first = _dated(clock.day, clock, language) if clock.day else _line(when(clock, language))
    cells = (_line(clock.who or said.nobody), _line(clock.what), _line(clock.clause or said.front))
    return report.Row(tuple(map(report.Cell, (first, *cells, _line(clock.otherwise)))))


def _dated(day: date, clock: Clock, language: str) -> report.Line:
    counted = when(clock, language)
    shown = (report.Words(printed_date(day, language), "strong"),)
    return (*shown, report.Words(f" {counted}", "quiet")) if counted else shown


def _line(text: str) -> report.Line:
    return (report.Words(text),) if text else ()
