"""Rules on limits: no price above what was approved, and nothing out of all proportion to the price."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.spec.checks.tax import is_one_money

if TYPE_CHECKING:
    from pactwright.spec.amounts import Money
    from pactwright.spec.root import Spec

TENFOLD: Final = 10


def limits(spec: Spec) -> Iterator[Finding]:
    """Looks for a price above the budget or the ceiling, and for a ceiling below the target cost and the fee together.

    A warning is a value of the pilot below its price, a fee above the target cost, and a value, a budget, a ceiling, a
    contribution, a unit at risk or the limit of a risk of ten times the price.

    Why: the smaller figure is a promise to whoever approved it, and the larger one breaks it.

    Bad: `funding: {price: AUD 48,000, ceiling: AUD 30,000}`

    Good: `funding: {price: AUD 48,000, ceiling: AUD 50,000}`
    """
    wholes, value = wholes_of(spec), spec.procurement.pilot_value
    price = wholes.get("price")
    for name in ("budget", "ceiling"):
        if (
            price
            and name in wholes
            and is_one_money(spec, (price, wholes[name]))
            and price.amount > wholes[name].amount
        ):
            seen = f"the price of {price.amount:,} is above the {name} of {wholes[name].amount:,}"
            yield Finding("limits", "error", "funding.price", seen, f"a price within funding.{name}")
    if price and value and is_one_money(spec, (price, value)) and value.amount < price.amount:
        seen = f"the pilot's value of {value.amount:,} is below its price of {price.amount:,}"
        yield Finding("limits", "warning", "procurement.pilot_value", seen, "at least funding.price")
    yield from _planned(spec)
    yield from _fee(spec)
    yield from _tenfold(spec)


def _planned(spec: Spec) -> Iterator[Finding]:
    """A ceiling that work at cost passes although everything goes as planned."""
    target, fee, ceiling = spec.funding.target_cost, spec.funding.fee, spec.funding.ceiling
    if target is None or ceiling is None:
        return
    parts = (target, fee) if fee else (target,)
    planned = sum((each.amount for each in parts), Decimal(0))
    if ceiling.amount < planned and is_one_money(spec, (ceiling, *parts)):
        seen = f"the ceiling of {ceiling.amount:,} is below the target cost and the fee, {planned:,} together"
        yield Finding("limits", "error", "funding.ceiling", seen, f"at least {planned:,}")


def _fee(spec: Spec) -> Iterator[Finding]:
    """A fee that is more than the cost above which it is paid."""
    target, fee = spec.funding.target_cost, spec.funding.fee
    if target and fee and not target.is_nil and fee.amount > target.amount and is_one_money(spec, (target, fee)):
        seen = f"the fee of {fee.amount:,} is above the target cost of {target.amount:,}"
        yield Finding("limits", "warning", "funding.fee", seen, f"at most {target.amount:,}", "a nought too many?")


def _tenfold(spec: Spec) -> Iterator[Finding]:
    """What is ten times the price or more, which is most often a nought too many; a pot may be for other work too."""
    price, pilot = spec.funding.price, spec.procurement.pilot_value
    wholes = {} if spec.funding.pot else {f"funding.{name}": each for name, each in wholes_of(spec).items()}
    rows = {
        **{f"contributions.{number}.value": each.value for number, each in enumerate(spec.contributions)},
        **{f"risks.{key}.unit_value": each.unit_value for key, each in spec.risks.items()},
        **{f"risks.{key}.cap": each.cap for key, each in spec.risks.items()},
        "procurement.pilot_value": pilot,
    }
    for address, each in (wholes | {address: each for address, each in rows.items() if each}).items():
        is_far = price and not price.is_nil and each.amount >= TENFOLD * price.amount
        if price and is_far and is_one_money(spec, (price, each)):
            seen = f"{each.amount:,} is {TENFOLD} times the price of {price.amount:,}, or more"
            fix = "a nought too many here, or too few in funding.price?"
            yield Finding("limits", "warning", address, seen, "", fix)


def wholes_of(spec: Spec) -> dict[str, Money]:
    """What the parts are held against, by the key under funding."""
    named = {name: getattr(spec.funding, name) for name in ("price", "budget", "ceiling")}
    return {name: each for name, each in named.items() if each is not None}
