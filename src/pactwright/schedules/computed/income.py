"""What the public side has of what selling is expected to bring, year by year: an example in the parties' money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.document import Text, Value
from pactwright.figures.revenue import Income, RevenueShare, Year, shared
from pactwright.schedules.computed.base import (
    Cells,
    Worked,
    addressed,
    asks,
    field_of,
    in_one_money,
    parameter,
    share_of,
    unit_of,
)

if TYPE_CHECKING:
    from pactwright.figures.one_money import OneMoney
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext
    from pactwright.spec.amounts import Money

ISSUE: Final = "reward/revenue"
AFTER_COST: Final = "recoup"
"""The parameter of an option that takes cost off before anything is shared."""

KEPT_FIRST: Final = (AFTER_COST, "trigger")
"""What the seller keeps before anything is shared, in an option that has it."""

BOUNDS: Final = ("cap", "floor", "de_minimis")
"""What limits a share, and may be left out."""


def income_shares(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each year that is listed and counts, and the sum of what the public side has."""
    money = in_one_money(context, _amounts(context))
    years = [
        Income(*(money.figures.get(f"funding.income.{number}.{name}", Decimal(0)) for name in Income._fields))
        for number in _years(context)
    ]
    with addressed(lambda field: f"choices.{ISSUE}.{field}"):
        found = shared(_terms(context, money), years, unit_of(money))
    rows = tuple(
        _row(context, number, income.gross, each)
        for number, income, each in zip(_years(context), years, found, strict=True)
    )
    total = sum((each.city for each in found), Decimal(0))
    return Worked(rows, {"year": (Text(part.labels["total"]),), "city": total}, money)


def _years(context: DraftContext) -> range:
    """The numbers of the years that are listed and for which the public side has its part."""
    return range(min(len(context.spec.funding.income), int(parameter(context, ISSUE, "term_years"))))


def _amounts(context: DraftContext) -> dict[str, Money]:
    """The amounts that count, by their addresses."""
    found = {f"choices.{ISSUE}.{name}": parameter(context, ISSUE, name) for name in _stated(context)}
    names = Income._fields if asks(context, ISSUE, AFTER_COST) else ("gross",)
    for number in _years(context):
        row = f"funding.income.{number}"
        found |= {f"{row}.{name}": field_of(context.spec.funding.income[number], row, name) for name in names}
    return found


def _stated(context: DraftContext) -> Iterator[str]:
    """The amounts that the chosen option has, without those that may be left out and are."""
    selected = context.selection.issues[ISSUE]
    for name in (*KEPT_FIRST, *BOUNDS):
        is_left_out = selected.values.get(name) is None and selected.issue.parameters[name].optional
        if asks(context, ISSUE, name) and not is_left_out:
            yield name


def _terms(context: DraftContext, money: OneMoney) -> RevenueShare:
    percent = Decimal(parameter(context, ISSUE, share_of(context, ISSUE)))
    stated = {name: money.figures[f"choices.{ISSUE}.{name}"] for name in _stated(context)}
    bounds = {name: figure for name, figure in stated.items() if name in BOUNDS}
    return RevenueShare(percent, sum((stated[each] for each in KEPT_FIRST if each in stated), Decimal(0)), **bounds)


def _row(context: DraftContext, number: int, gross: Decimal, found: Year) -> Cells:
    """A row, without the columns that say nothing new in the chosen option."""
    row, address = context.spec.funding.income[number], f"funding.income.{number}.year"
    figures = {
        "gross": gross,
        **({"net": found.net} if asks(context, ISSUE, AFTER_COST) else {}),
        **({"first": found.recouped} if any(asks(context, ISSUE, each) for each in KEPT_FIRST) else {}),
        "city": found.city,
        "seller": found.partner,
    }
    return {
        "year": (Value(row.year, address),) if row.year else (Text(context.printed(number + 1, "number")),),
        **figures,
    }
