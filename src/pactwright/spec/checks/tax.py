"""Rules on the basis of tax: whether amounts can be added up and compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.spec.amounts import Money
    from pactwright.spec.root import Spec


def tax_basis(spec: Spec) -> Iterator[Finding]:
    """Looks for a milestone or a stage that holds tax beside a price that does not, or the other way round.

    Contributions are held against the first of them. The same holds of the fee beside a target cost, of what is saved
    and put in, and of a year's income.

    Why: such amounts cannot be added up, and the difference is a tenth or a fifth of the price.

    Bad: `funding: {price: AUD 30,000 exclusive}` and `milestones: {m1: {amount: AUD 30,000 inclusive}}`

    Good: both exclusive
    """
    yield from _mixedtax_of(spec)
    price = spec.funding.price
    stages = {f"funding.stages.{number}.amount": each.amount for number, each in enumerate(spec.funding.stages)}
    parts = {f"milestones.{key}.amount": each.amount for key, each in spec.milestones.items()} | stages
    for address, amount in parts.items():
        tax, other = tax_of(spec, amount), tax_of(spec, price)
        if tax and other and tax != other:
            seen = f"this amount is {tax} of tax and the price is {other}"
            yield Finding("tax-basis", "error", address, seen, "one basis for the price and its parts")
    rows = ((f"contributions.{n}.value", each) for n, each in enumerate(spec.contributions) if not each.pledge)
    brought = {address: tax_of(spec, each.value) for address, each in rows}
    first = next(filter(None, brought.values()), None)
    for address, tax in brought.items():
        if tax and tax != first:
            seen = f"this amount is {tax} of tax and the first contribution is {first}"
            yield Finding("tax-basis", "error", address, seen, f"one basis for all contributions, {first}")


def _mixedtax_of(spec: Spec) -> Iterator[Finding]:
    """Amounts of another basis of tax than the first of those with which they are added up."""
    funding = spec.funding
    work = {f"funding.{name}": getattr(funding, name) for name in ("target_cost", "fee")}
    saved = {f"funding.{name}": getattr(funding, name) for name in ("capital", "running_cost")} | {
        f"funding.savings.{number}.{name}": getattr(each, name)
        for number, each in enumerate(funding.savings)
        for name in ("unit_price", "upkeep", "expected_upkeep")
    }
    years = {
        f"funding.income.{number}.{name}": getattr(each, name)
        for number, each in enumerate(funding.income)
        for name in ("gross", "direct")
    }
    for group in (work if funding.target_cost else {}, saved, years):
        taxes = {address: tax for address, each in group.items() if (tax := tax_of(spec, each))}
        first = next(iter(taxes), "")
        for address, tax in taxes.items():
            if tax != taxes[first]:
                seen = f"this amount is {tax} of tax and {first} is {taxes[first]}"
                yield Finding("tax-basis", "error", address, seen, f"{taxes[first]}, or one basis for all of them")


def is_one_money(spec: Spec, amounts: tuple[Money, ...]) -> bool:
    """Whether amounts can be added up: one currency and one tax basis, where they say any; nil has none."""
    said = [each for each in amounts if not each.is_nil]
    taxes = {tax_of(spec, each) for each in said}
    return len({each.currency or spec.money.currency for each in said}) < 2 and len(taxes - {None}) < 2  # noqa: PLR2004 - one or none


def tax_of(spec: Spec, amount: Money | None) -> str | None:
    """The tax basis of an amount that is more than nothing."""
    return None if amount is None or amount.is_nil else amount.tax or spec.money.tax
