"""What stands across many agreements as a report."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from string import Template

from pactwright import report
from pactwright.across.model import Across, Named, Place
from pactwright.across.words import Words, page_words


def across_report(found: Across) -> report.Report:
    """The report: how many, why some failed, money, where agreements depart, and which answers they took."""
    said = page_words()
    return report.Report(
        kicker=said.kicker,
        title=_filled(said.title, made=f"{found.made:,}"),
        lead_in=said.lead_in,
        foot=said.kicker,
        blocks=(
            report.Heading(said.counts),
            report.Pairs(tuple((label, _line(f"{count:,}")) for label, count in _counts(found, said))),
            report.Heading(said.causes),
            _causes(found, said),
            *_money(found, said),
            report.Heading(said.matrix),
            report.Prose(_line(said.matrix_lead)),
            _matrix(found, said),
            report.Heading(said.options),
            _options(found, said),
        ),
        is_wide=True,
    )


def _counts(found: Across, said: Words) -> Iterable[tuple[str, int]]:
    yield from ((said.made, found.made), (said.failed, found.failed))
    yield from ((_filled(said.of_document, document=name), count) for name, count in found.documents.items())


def _causes(found: Across, said: Words) -> report.Grid:
    heads = ((said.cause, 14), (said.where, 20), (said.seen, 26), (said.fix, 22), (said.who, 18))
    rows = ((each.rule, each.address, each.seen, each.fix, _who(each.agreements, said)) for each in found.causes)
    return _grid(said.causes, heads, rows, said.no_causes)


def _money(found: Across, said: Words) -> Iterable[report.Block]:
    heads = ((said.value, 50), (said.sum, 30), (said.count, 20))
    rows = (
        (said.valued[each.address], f"{each.currency} {Decimal(each.amount):,}", f"{each.count:,}")
        for each in found.sums
    )
    yield from (report.Heading(said.money), report.Prose(_line(said.money_lead)))
    yield _grid(said.money, heads, rows, said.no_money)
    for each in found.unvalued:
        told = _filled(said.unvalued, value=said.valued[each.address], who=_who(each.agreements, said))
        yield report.Prose(_line(told))


def _matrix(found: Across, said: Words) -> report.Grid:
    heads = ((said.place, 28), (said.usual, 20), (said.other, 22), (said.who, 30))
    rows = (row for place in found.places for row in _departing(place, said))
    return _grid(said.matrix, heads, rows, said.no_matrix)


def _departing(place: Place, said: Words) -> Iterable[tuple[str, ...]]:
    """A line for each value that departs; one for all where most have their own."""
    where = f"{place.document or said.spec}: {place.address}"
    usual = place.usual or said.nothing
    usual = usual if place.is_base else _filled(said.most, value=usual)
    if place.is_own:
        yield (where, usual, said.own, "")
    for other in place.others:
        yield (where, usual, other.value or said.nothing, _who(other.agreements, said))


def _options(found: Across, said: Words) -> report.Grid:
    heads = ((said.question, 45), (said.option, 40), (said.count, 15))
    rows = ((f"{each.document}: {each.issue}", each.option, f"{each.count:,}") for each in found.options)
    return _grid(said.options, heads, rows, said.no_options)


def _who(agreements: Named, said: Words) -> str:
    pattern = said.and_more if agreements.more else said.named
    return f"{agreements.count:,}: {_filled(pattern, keys=', '.join(agreements.keys), more=f'{agreements.more:,}')}"


def _grid(name: str, heads: tuple[tuple[str, int], ...], rows: Iterable[tuple[str, ...]], nothing: str) -> report.Grid:
    columns = tuple(report.GridColumn(_line(text), width) for text, width in heads)
    return report.Grid(
        name, columns, tuple(report.Row(tuple(report.Cell(_line(text)) for text in row)) for row in rows), nothing
    )


def _filled(pattern: str, **values: str) -> str:
    return Template(pattern).substitute(values)


def _line(text: str) -> report.Line:
    return (report.Words(text),) if text else ()
