"""The limits of liability in money, with the formula that they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pactwright.document import Runs, Text, words
from pactwright.facts.parties import signing
from pactwright.figures.liability import greater_of
from pactwright.schedules.computed.base import (
    Cells,
    LackingError,
    Worked,
    field_of,
    in_one_money,
    parameter,
    printed,
    unit_of,
)

if TYPE_CHECKING:
    from pactwright.figures.one_money import OneMoney
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext
    from pactwright.spec.amounts import Money

ISSUE: Final = "liability/cap"
PRICE: Final = "funding.price"


class Limit(NamedTuple):
    """The addresses of what a limit comes from: a fixed amount, a multiple and what it multiplies, a fee."""

    fixed: str
    times: Decimal = Decimal(0)
    base: tuple[str, ...] = ()
    label: str = ""


def liability_limits(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each party whose limit differs from that of the others, or one for all."""
    values = context.selection.issues[ISSUE].values
    if "low_fixed" in values:
        return Worked(_for_all(context, part.labels, _typed(context, "low_fixed"), Limit(_at("low_fixed"))))
    if "partner_cap" in values:
        whose = (context.names.role("partner", "all"),)
        return Worked((_row(context, part.labels, whose, _typed(context, "partner_cap"), Limit(_at("partner_cap"))),))
    if "price_fixed" in values:
        price = {PRICE: field_of(context.spec.funding, "funding", "price")}
        times = Decimal(parameter(context, ISSUE, "price_multiple"))
        limit = Limit(_at("price_fixed"), times, (PRICE,), "greater")
        return Worked(_for_all(context, part.labels, _typed(context, "price_fixed") | price, limit))
    return Worked(tuple(_by_party(context, part.labels)))


def _by_party(context: DraftContext, labels: Mapping[str, str]) -> Iterator[Cells]:
    of_fee = "fee" in context.selection.issues[ISSUE].values
    for name in signing(context.spec):
        amounts = _typed(context, "fixed", name)
        if of_fee:
            amounts |= _typed(context, "fee", name)
            limit = Limit(_at("fixed", name), Decimal(1), (_at("fee", name),), "fee")
        else:
            brought = _brought(context, name)
            limit = Limit(_at("fixed", name), Decimal(_of_party(context, "multiple", name)), tuple(brought), "greater")
            amounts |= brought
        yield _row(context, labels, (context.names.party(name),), amounts, limit)


def _for_all(
    context: DraftContext, labels: Mapping[str, str], amounts: dict[str, Money], limit: Limit
) -> tuple[Cells, ...]:
    return (_row(context, labels, (Text(labels["each"]),), amounts, limit),)


def _row(
    context: DraftContext, labels: Mapping[str, str], party: Runs, amounts: dict[str, Money], limit: Limit
) -> Cells:
    money = in_one_money(context, amounts)
    base = sum((money.figures[each] for each in limit.base), Decimal(0))
    fixed = money.figures[limit.fixed]
    cap = greater_of(fixed, limit.times, base, unit_of(money))
    misuse = greater_of(Decimal(0), Decimal(parameter(context, ISSUE, "misuse_times")), cap, unit_of(money))
    said = {"fixed": _words(context, money, fixed), "base": _words(context, money, base)}
    formula = labels[limit.label].format(**said, times=context.printed(limit.times, "number")) if limit.label else ""
    return {
        "party": party,
        **({"formula": (Text(formula),)} if formula else {}),
        "cap": printed(context, money, cap),
        "misuse": printed(context, money, misuse),
    }


def _words(context: DraftContext, money: OneMoney, amount: Decimal) -> str:
    return words(printed(context, money, amount))


def _brought(context: DraftContext, party: str) -> dict[str, Money]:
    """The Agreed Values of what a party brings, by their addresses; a pledge has none."""
    rows = ((f"contributions.{n}", each) for n, each in enumerate(context.spec.contributions))
    return {
        f"{address}.value": field_of(each, address, "value")
        for address, each in rows
        if each.party == party and not each.pledge
    }


def _typed(context: DraftContext, name: str, party: str = "") -> dict[str, Money]:
    """An amount that a parameter states, by its address."""
    return {_at(name, party): _of_party(context, name, party) if party else parameter(context, ISSUE, name)}


def _of_party(context: DraftContext, name: str, party: str) -> Any:  # noqa: ANN401 - parameters have many types
    value = parameter(context, ISSUE, name)
    value = value.get(party) if isinstance(value, Mapping) else value
    if value is None:
        asked = context.selection.issues[ISSUE].issue.parameters[name]
        raise LackingError(_at(name, party), asked.label or asked.ask.rstrip("?"))
    return value


def _at(name: str, party: str = "") -> str:
    return f"choices.{ISSUE}.{name}" + (f".{party}" if party else "")
