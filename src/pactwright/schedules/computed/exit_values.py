"""What would be paid at an early end on the last day of a month, as an example: work that keeps to its plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pactwright.document import Text
from pactwright.figures.early_end import Progress, account
from pactwright.figures.exit_value import Milestone, Work
from pactwright.figures.month_ends import month_ends
from pactwright.schedules.computed.base import (
    Cells,
    Worked,
    addressed,
    field_of,
    in_one_money,
    parameter,
    printed,
    unit_of,
)
from pactwright.schedules.computed.pairs import Pair, amounts_of, names_of, pairs_of

if TYPE_CHECKING:
    from pactwright.figures.one_money import OneMoney
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext
    from pactwright.spec.amounts import Money

TERM = "term/term"
PRICE = "funding.price"
MOST_ROWS = 12


def exit_values(context: DraftContext, _part: PartPlan) -> Worked:
    """A row for each month's end of the work, of a long one for every second or third, and so on: at most twelve."""
    pairs = pairs_of(context)
    money = in_one_money(context, _amounts(context, pairs))
    return Worked(tuple(row for pair in pairs for row in _rows(context, money, pair, pairs)))


def _amounts(context: DraftContext, pairs: tuple[Pair, ...]) -> dict[str, Money]:
    """The amounts by their addresses; the price is one party's own only where nobody else pays."""
    if len(pairs) > 1:
        return amounts_of(context)
    return {PRICE: field_of(context.spec.funding, "funding", "price"), **amounts_of(context)}


def _rows(context: DraftContext, money: OneMoney, pair: Pair, pairs: tuple[Pair, ...]) -> Iterator[Cells]:
    with addressed(_address):
        work = _work(context, money, pair)
    days = month_ends(work.first_day, work.last_day)
    every = -(-len(days) * len(pairs) // MOST_ROWS)
    names = names_of(context, pair, pairs)
    for day in days[::-every][::-1]:
        yield {**names, **_row(context, money, work, day)}


def _row(context: DraftContext, money: OneMoney, work: Work, day: date) -> Cells:
    """What is paid if the work ends on a day and was accepted as planned; commitments up to their limit."""
    accepted = [name for name, each in work.milestones.items() if each.due <= day]
    found = account(work, day, Progress(accepted, Decimal(0)), commitments=work.price, unit=unit_of(money))
    figures = {"accepted": found.accepted, "begun": sum(found.begun.values(), Decimal(0)), "most": found.value}
    if work.wind_down_pct:
        figures["commitments"] = found.limit
    cells = {name: printed(context, money, each) for name, each in figures.items()}
    return {"day": (Text(context.printed(day)),), **cells}


def _work(context: DraftContext, money: OneMoney, pair: Pair) -> Work:
    """The work of a payee: its days run from the start of the pilot, or of the agreement where a step is due before."""
    milestones = {
        key: Milestone(money.figures[f"milestones.{key}.amount"], field_of(each, f"milestones.{key}", "due"))
        for key, each in pair.milestones.items()
    }
    dues = [each.due for each in milestones.values()]
    start = field_of(context.spec.pilot, "pilot", "start")
    if min(dues) <= start:
        start = field_of(context.spec, "", "date")
    price = money.figures.get(PRICE, sum((each.amount for each in milestones.values()), Decimal(0)))
    return Work(price, start, max(dues), milestones, _wind_down(context))


def _wind_down(context: DraftContext) -> Decimal:
    """The most that is paid for commitments, in percent; nil where no clause pays for them."""
    asked = "wind_down_pct" in context.selection.issues[TERM].values
    return Decimal(parameter(context, TERM, "wind_down_pct")) if asked else Decimal(0)


def _address(field: str) -> str:
    """Where a figure of the formula stands in the spec."""
    return {"price": PRICE, "wind_down_pct": f"choices.{TERM}.wind_down_pct"}.get(field, field)
