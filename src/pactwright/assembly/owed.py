"""The most that the public side may have to pay, but for damages and shares of what it saves: parts, and their sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pactwright.document import Gap, Value, runs_of
from pactwright.facts.bases import parts_of_base
from pactwright.facts.parties import on_side
from pactwright.figures.one_money import one_money
from pactwright.figures.problems import FigureError
from pactwright.figures.rounding import percent_of
from pactwright.spec.amounts import Money

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.library.model import Parameter
    from pactwright.printing.context import DraftContext

SPEND = "funding.public_spend"


def owed_rows(context: DraftContext, body: Body) -> Iterator[tuple[str, str, str]]:
    """A row for what is paid for the work, one for each amount that a clause adds to it, and one for all together."""
    said = context.outline.before_signing
    spend: Any = context.facts[SPEND]
    parts = {"funding": _whole(context, {SPEND: spend})}
    labels = {"funding": said.owed}
    for parameter, value in _added(context, body):
        parts[parameter.address] = _times(context, parameter, value)
        labels[parameter.address] = parameter.key_term or parameter.label
    for address, amount in parts.items():
        yield labels[address], said.unknown if amount is None else context.printed(amount), address
    whole = _whole(context, parts)
    yield said.total, said.unknown if whole is None else context.printed(whole), ""


def _added(context: DraftContext, body: Body) -> Iterator[tuple[Parameter, Any]]:
    """Every parameter that says that it is owed and that the document prints, with its value."""
    pieces = (piece for article in body.articles for piece in article.clauses)
    printed = {
        run.address for piece in pieces for runs in runs_of(piece) for run in runs if isinstance(run, Value | Gap)
    }
    for selected in context.selection.issues.values():
        for name, value in selected.values.items() if selected.kinds else ():
            parameter = selected.issue.parameters[name]
            if parameter.owed and (parameter.address in printed or parameter.per):
                yield parameter, value


def _times(context: DraftContext, parameter: Parameter, value: Any) -> Money | None:  # noqa: ANN401 - values have many types
    """What a parameter comes to for all who owe it; None where it is open."""
    cities, partners = on_side(context.spec, "public"), on_side(context.spec, "partner")
    if isinstance(value, Mapping):
        return _whole(context, {party: value.get(party) for party in cities})
    if parameter.of:
        base = _whole(
            context, parts_of_base(context.spec, {**context.library.vocabulary["bases"][parameter.of], "side": ""})
        )
        return replace(base, amount=percent_of(base.amount, Decimal(value))) if base and value is not None else None
    often = {"each-city": len(cities), "each-partner": len(partners)}.get(parameter.owed, 1)
    return replace(value, amount=value.amount * often) if value is not None else None


def _whole(context: DraftContext, amounts: Mapping[str, Money | None]) -> Money | None:
    """The sum of amounts; None where one is open, or they are not in one money."""
    known = {name: each for name, each in amounts.items() if each is not None}
    try:
        found = one_money(known, context.currency, context.spec.money.tax)
    except FigureError:
        return None
    tax: Any = None if context.spec.money.tax else found.tax
    total = Money(sum(found.figures.values(), Decimal(0)), found.currency, tax)
    return total if len(known) == len(amounts) else None
