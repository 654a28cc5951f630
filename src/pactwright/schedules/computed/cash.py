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
    from pactwright.spec.amounts import Money


class Payment(NamedTuple):
    """What is paid: for what, on which day if one is known, by whom and to whom ("" for somebody outside), how much.

    `amount` is nothing where it cannot be added to the others, being in other money; `shown` is how it prints.
    """

    what: Runs
    day: date | None
    payer: str
    payee: str
    amount: Decimal | None
    shown: Runs


def cash(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each month in which a party receives, pays or has least, and for each payment that counts in none."""
    money = in_one_money(context, amounts_of(context))
    milestones = (each for pair in pairs_of(context) for each in _for_milestones(context, part.labels, money, pair))
    found = [*milestones, *_brought(context, money), *_granted(context, money)]
    moving = {name for each in found for name in (each.payer, each.payee)}
    parties = [name for name in signing(context.spec) if name in moving]
    return Worked(tuple(row for name in parties for row in _of_party(context, part, money, found, name)))


def _brought(context: DraftContext, money: OneMoney) -> Iterator[Payment]:
    for address, each in money_brought(context.spec):
        if each.value and not each.value.is_nil:
            what: Runs = (Value(each.what or "", f"{address}.what"),)
            day = each.by if isinstance(each.by, date) else None
            yield Payment(what, day, each.party or "", "", *_amount(context, money, each.value))


def _granted(context: DraftContext, money: OneMoney) -> Iterator[Payment]:
    """What funders pay; on which day, no spec says."""
    for key, each in context.spec.outsiders.items():
        if each.part == "funder" and each.recipient and each.amount and not each.amount.is_nil:
            what: Runs = (Value(each.name or key, f"outsiders.{key}.name"),)
            yield Payment(what, None, "", each.recipient, *_amount(context, money, each.amount))


def _amount(context: DraftContext, money: OneMoney, amount: Money) -> tuple[Decimal | None, Runs]:
    """An amount as it counts and as it prints; in other money than the milestones it counts in no sum."""
    spec = context.spec.money
    is_other = (amount.currency or context.currency, amount.tax or spec.tax) != (money.currency, money.tax or spec.tax)
    if is_other:
        return None, (Text(context.printed(amount)),)
    return amount.amount, printed(context, money, amount.amount)


def _for_milestones(context: DraftContext, labels: Mapping[str, str], money: OneMoney, pair: Pair) -> Iterator[Payment]:
    """What is paid for each milestone on its day, half of what is held back with the last, the rest on no day."""
    found, between = payments_of(context, money, pair), (pair.payer, pair.payee)
    dues = {key: each.due for key, each in pair.milestones.items()}
    for step in found.steps:
        name = pair.milestones[step.milestone].deliverable or step.milestone
        what: Runs = (Value(name, f"milestones.{step.milestone}.deliverable"),)
        yield Payment(what, dues[step.milestone], *between, step.paid, printed(context, money, step.paid))
    days = [each for each in dues.values() if each]
    last = max(days) if len(days) == len(dues) else None
    for label, day, amount in (("released", last, found.released), ("rest", None, found.after_clearing)):
        yield Payment((Text(labels[label]),), day, *between, amount, printed(context, money, amount))


def _of_party(
    context: DraftContext, part: PartPlan, money: OneMoney, found: list[Payment], party: str
) -> Iterator[Cells]:
    counted = ((each, each.day, each.amount) for each in found)
    dated = [Transfer(day, each.payer, each.payee, amount) for each, day, amount in counted if day and amount]
    months = by_month(dated, party)
    least = lowest(months)
    for month in months:
        if month.received or month.paid or month is least:
            yield {"party": (context.names.party(party),), **_month(context, part.labels, money, month, least)}
    for each in found:
        if (each.day is None or each.amount is None) and each.amount != 0 and party in {each.payer, each.payee}:
            label = part.labels["undated" if each.day is None else "apart"]
            cells: Cells = {"day": (Text(f"{label} "), *each.what)}
            column = "received" if each.payee == party else "paid"
            yield {"party": (context.names.party(party),), **cells, column: each.shown}


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
