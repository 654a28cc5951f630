"""Bad days, the ledger, barriers, values that nobody chose and figures of law, as the draft has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from pactwright.assembly.answering import PointAnswer
from pactwright.assembly.barriers import BarrierAnswer, answered_barriers
from pactwright.document import Value
from pactwright.formats import capital, printed_number
from pactwright.ledger.cells import limit_in_words, share_in_words
from pactwright.ledger.model import Bearing, Row, Share
from pactwright.library.figures import bound_of, figure_on
from pactwright.library.model import Figure
from pactwright.review.case import Case, has_figure
from pactwright.review.chosen import own_reason
from pactwright.review.model import (
    Answered,
    Barrier,
    Bearer,
    Day,
    DayAnswer,
    DefaultValue,
    LawFigure,
    LedgerRow,
    Missing,
    Part,
)
from pactwright.spec.amounts import money

PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)%")
FRESH: Final = timedelta(days=365)
"""So long a figure of law counts as checked."""


def ledger_rows(case: Case) -> tuple[LedgerRow, ...]:
    """Every row of the ledger."""
    return tuple(map(_row, case.draft.ledger.rows))


def _row(row: Row) -> LedgerRow:
    return LedgerRow(row.group, row.id, row.title, tuple(map(_bearer, row.bearings)), row.hole, row.under)


def _bearer(each: Bearing) -> Bearer:
    parts, limits = tuple(map(_part, each.shares)), tuple(map(limit_in_words, each.limits))
    return Bearer(each.to, each.who, parts, limits, each.place, each.source)


def _part(each: Share) -> Part:
    found = PERCENT.fullmatch(each.percent)
    return Part(each.party, float(found[1]) if found else None, share_in_words(each))


def barriers_of(case: Case) -> Iterator[Barrier]:
    """Every barrier to partnership, and which issues of the draft answer it."""
    selection = case.draft.selection
    for found in answered_barriers(case.agreement, selection, selection.library.seeds.barriers):
        yield Barrier(found.barrier.id, found.barrier.title, tuple(_answers(case, found)), tuple(_lacks(case, found)))


def _answers(case: Case, found: BarrierAnswer) -> Iterator[Answered]:
    for each in found.items:
        issue = each.name.partition("#")[0]
        yield Answered(issue, each.label, own_reason(case.now, case.draft.selection.issues[issue]))


def _lacks(case: Case, found: BarrierAnswer) -> Iterator[Missing]:
    for issue in found.missing:
        known = case.library.issues[issue]
        yield Missing(issue, known.short or known.heading)


def days_of(case: Case) -> Iterator[Day]:
    """Every bad day that can happen on these facts."""
    days = {each.day.id: each.day for each in case.draft.days}
    for day in days.values():
        points = (each for each in case.draft.days if each.day.id == day.id)
        yield Day(day.id, day.title, tuple(map(_point, points)))


def _point(found: PointAnswer) -> DayAnswer:
    runs = (run for item in found.items for each in item.shown for run in each.runs if isinstance(run, Value))
    figures = tuple(dict.fromkeys(run.text for run in runs if has_figure(run.text)))
    return DayAnswer(found.point, found.state, tuple(each.label for each in found.items), figures)


def defaults_of(case: Case) -> Iterator[DefaultValue]:
    """Every value of the library's own that the draft prints because nobody named another, in its order."""
    parameters = {
        parameter.address: parameter
        for selected in case.draft.selection.issues.values()
        for name, parameter in selected.issue.parameters.items()
        if name in selected.defaults
    }
    for address, (text, place) in case.printed.items():
        if parameter := parameters.get(address):
            asks = parameter.key_term or parameter.label or parameter.ask
            yield DefaultValue(address, asks, text, place, bool(parameter.key_term))


def law_of(case: Case) -> Iterator[LawFigure]:
    """Every dated figure of law on which the draft rests."""
    place, day = case.library.jurisdiction, case.spec.date
    for name in dict.fromkeys(case.draft.law):
        if figure := figure_on(place, name, day):
            title = capital(name.replace("_", " "))
            is_checked = _is_checked(figure, day)
            yield LawFigure(name, title, value_of(case, figure), figure.valid_from, figure.checked_on, is_checked)


def value_of(case: Case, figure: Figure) -> str:
    """A figure of law as it prints: an amount, or a count."""
    if figure.currency:
        return case.money(bound_of(figure))
    return printed_number(money(figure.value).amount, case.agreement.language)


def _is_checked(figure: Figure, day: date | None) -> bool:
    if not (figure.checked_on and day):
        return False
    return day - date.fromisoformat(figure.checked_on) <= FRESH and not figure.read.is_overdue(day)
