"""Money by month for each party: what a day is stated for in months, the lowest point named, the rest listed apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pactwright.document import Runs, Text, Value
from pactwright.facts.money import money_brought
from pactwright.facts.parties import signing
from pactwright.figures.cash import Month, Transfer, by_month, lowest
from pactwright.schedules.computed.base import Cells, Worked, in_one_money, printed
from pactwright.schedules.computed.pairs import Pair, amounts_of, pairs_of
from pactwright.schedules.computed.payments import payments_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactwright.figures.one_money import OneMoney
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext


class Payment(NamedTuple):
    """What is paid: for what, on which day if one is known, by whom and to whom ("" for somebody outside), how much."""

    what: Runs
    day: date | None
    payer: str
    payee: str
    amount: Decimal


def cash(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each month in which a party receives, pays or has least, and for each payment without a day."""
    brought = money_brought(context.spec)
    amounts = {f"{address}.value": each.value for address, each in brought if each.value}
    money = in_one_money(context, {**amounts_of(context), **amounts})
    found = [
        *(each for pair in pairs_of(context) for each in _for_milestones(context, part.labels, money, pair)),
        *(
            Payment((Value(each.what or "", f"{address}.what"),), _day(each.by), each.party or "", "", amount)
            for address, each in brought
            if (amount := money.figures.get(f"{address}.value"))
        ),
    ]
    moving = {name for each in found for name in (each.payer, each.payee)}
    parties = [name for name in signing(context.spec) if name in moving]
    return Worked(tuple(row for name in parties for row in _of_party(context, part, money, found, name)))


def _day(by: date | str | None) -> date | None:
    """A day that is stated; none where it is left out, or said to be none."""
    return by if isinstance(by, date) else None


def _for_milestones(context: DraftContext, labels: Mapping[str, str], money: OneMoney, pair: Pair) -> Iterator[Payment]:
    """What is paid for each milestone on its day, half of what is held back with the last, the rest on no day."""
    found = payments_of(context, money, pair)
    dues = {key: each.due for key, each in pair.milestones.items()}
    for step in found.steps:
        name = pair.milestones[step.milestone].deliverable or step.milestone
        what: Runs = (Value(name, f"milestones.{step.milestone}.deliverable"),)
        yield Payment(what, dues[step.milestone], pair.payer, pair.payee, step.paid)
    days = [each for each in dues.values() if each]
    last = max(days) if len(days) == len(dues) else None
    yield Payment((Text(labels["released"]),), last, pair.payer, pair.payee, found.released)
    yield Payment((Text(labels["rest"]),), None, pair.payer, pair.payee, found.after_clearing)


def _of_party(
    context: DraftContext, part: PartPlan, money: OneMoney, found: list[Payment], party: str
) -> Iterator[Cells]:
    dated = [Transfer(each.day, each.payer, each.payee, each.amount) for each in found if each.day]
    months = by_month(dated, party)
    least = lowest(months)
    for month in months:
        if month.received or month.paid or month is least:
            yield {"party": (context.names.party(party),), **_month(context, part.labels, money, month, least)}
    for each in found:
        if each.day is None and each.amount and party in {each.payer, each.payee}:
            column = "received" if each.payee == party else "paid"
            what: Runs = (Text(f"{part.labels['undated']} "), *each.what)
            yield {"party": (context.names.party(party),), "day": what, column: printed(context, money, each.amount)}


def _month(
    context: DraftContext, labels: Mapping[str, str], money: OneMoney, month: Month, least: Month | None
) -> Cells:
    day = context.printed(month.end)
    return {
        "day": (Text(labels["lowest"].format(day=day) if month is least else day),),
        "received": printed(context, money, month.received),
        "paid": printed(context, money, month.paid),
        "balance": printed(context, money, month.balance),
    }
