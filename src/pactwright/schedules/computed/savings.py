"""What the project saves by the use that the parties expect, and who has it year by year: an example in their money."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.document import Text, Value
from pactwright.figures.avoided_cost import Recovery, Year, shared
from pactwright.figures.rounding import paid
from pactwright.figures.saving import After, Before, Saving, net_of, saving
from pactwright.formats import NBSP
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
    from pactwright.spec.money import Saved

ISSUE = "reward/avoided-cost"
CAPITAL, RUNNING = "funding.capital", "funding.running_cost"
HALF: Final = Decimal(50)
MONTHS: Final = 12


def net_saving(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each cost, one for what the new way costs to run, and below them what is left."""
    money = in_one_money(context, _amounts(context, RUNNING))
    rows = tuple(_row(context, money, number, each) for number, each in enumerate(_savings(context, money)))
    running: Cells = {"what": (Text(part.labels["running"]),), "saved": -money.figures[RUNNING]}
    total: Cells = {"what": (Text(part.labels["net"]),), "saved": _net(context, money)}
    return Worked((*rows, running), total, money)


def saving_shares(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each year among the steps, as long as savings are shared; the last counts the months that are left."""
    money = in_one_money(context, _amounts(context, RUNNING, CAPITAL))
    years, rest = divmod(int(parameter(context, ISSUE, "term_months")), MONTHS)
    with addressed(_address(context)):
        terms = Recovery(money.figures[CAPITAL], *_percents(context))
    net = _net(context, money)
    nets = [net] * years + ([net * rest / MONTHS] if rest else [])
    found = dict(enumerate(shared(terms, nets, unit_of(money)), 1))
    return Worked(tuple(_year(context, each, found[each]) for each in part.steps if each in found), money=money)


def _year(context: DraftContext, number: int, found: Year) -> Cells:
    return {
        "year": (Text(context.printed(number, "number")),),
        "net": found.net,
        "investor": found.partner,
        "city": found.city,
        "open": found.open_capital,
    }


def _amounts(context: DraftContext, *others: str) -> dict[str, Money]:
    """What is paid for what is saved, and other amounts, by their addresses; upkeep counts only where it is stated."""
    funding = context.spec.funding
    found = {each: field_of(funding, "funding", each.removeprefix("funding.")) for each in others}
    for number, each in enumerate(funding.savings):
        row = f"funding.savings.{number}"
        names = ("unit_price", "upkeep", "expected_upkeep") if each.upkeep else ("unit_price",)
        found |= {f"{row}.{name}": field_of(each, row, name) for name in names}
    return found


def _savings(context: DraftContext, money: OneMoney) -> tuple[Saving, ...]:
    """What is saved of each cost in a year."""
    return tuple(
        _saving(money, each, f"funding.savings.{number}") for number, each in enumerate(context.spec.funding.savings)
    )


def _saving(money: OneMoney, cost: Saved, row: str) -> Saving:
    used, expected = (field_of(cost, row, name) for name in ("used", "expected"))
    price, before, after = (
        money.figures.get(f"{row}.{name}", Decimal(0)) for name in ("unit_price", "upkeep", "expected_upkeep")
    )
    factors = () if cost.factor is None else (cost.factor,)
    with addressed(lambda field: f"{row}.{_NAMES.get(field, field)}"):
        return saving(Before(used, price, before, factors), After(expected, after))


_NAMES = {"quantity": "used", "price": "unit_price", "adjusters.0": "factor"}
"""What a figure of the formula is called in the spec."""


def _net(context: DraftContext, money: OneMoney) -> Decimal:
    return net_of(_savings(context, money), money.figures[RUNNING], unit_of(money))


def _row(context: DraftContext, money: OneMoney, number: int, found: Saving) -> Cells:
    cost = context.spec.funding.savings[number]
    address = f"funding.savings.{number}.what"
    units = NBSP.join(filter(None, (context.printed(found.quantity, "number"), cost.unit)))
    figures = {"usage": found.usage, "upkeep": found.upkeep, "saved": found.gross}
    return {
        "what": (Value(cost.what, address),) if cost.what else (context.gap("what", address),),
        "quantity": (Text(units),),
        **{name: paid(each, unit_of(money)) for name, each in figures.items()},
    }


def _percents(context: DraftContext) -> tuple[Decimal, Decimal]:
    """The investor's share until its capital is back, and from then on."""
    share = share_of(context, ISSUE)
    first = HALF if share == "equal" else Decimal(parameter(context, ISSUE, share))
    return first, Decimal(parameter(context, ISSUE, "later_pct")) if asks(context, ISSUE, "later_pct") else first


def _address(context: DraftContext) -> Callable[[str], str]:
    """Where a figure of the formula stands in the spec."""
    names = {"capital": CAPITAL, "partner_pct": f"choices.{ISSUE}.{share_of(context, ISSUE)}"}
    return lambda field: names.get(field, f"choices.{ISSUE}.{field}")
