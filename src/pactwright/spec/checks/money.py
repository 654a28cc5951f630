"""Rules on money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.spec.checks.known import is_open, open_facts
from pactwright.spec.walk import amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec


def rate_rule(spec: Spec) -> Iterator[Finding]:
    """Looks for amounts in several currencies without a rule that turns one into the other.

    Why: totals, caps and shares cannot be worked out, and the parties will differ on the rate when it matters.

    Bad: `money: {currency: AUD}` and `funding: {price: EUR 10,000}`

    Good: the same with `money: {rate_rule: the central bank's rate on the day of the invoice}`
    """
    if spec.money.rate_rule is not None or is_open(open_facts(spec), "money.rate_rule"):
        return
    first = ""
    for address, amount in amounts(spec):
        code = amount.currency or spec.money.currency or ""
        first = first or spec.money.currency or code
        if code != first and code:
            seen = f"amounts stand in {first} and {code} and nothing says at which rate"
            yield Finding("rate-rule", "error", address, seen, "one currency, or money: {rate_rule: ...}")
            return


def milestone_sum(spec: Spec) -> Iterator[Finding]:
    """Looks for milestones whose amounts do not add up to the price.

    Why: the document then states two prices, and each side will believe in its own.

    Bad: `funding: {price: AUD 30,000}` and two milestones of `amount: AUD 10,000`

    Good: the same with `amount: AUD 15,000` each
    """
    price = spec.funding.price
    paid = [(key, milestone.amount) for key, milestone in spec.milestones.items() if milestone.amount is not None]
    if price is None or not paid or len(paid) < len(spec.milestones):
        return
    if len({amount.currency or spec.money.currency for amount in (price, *(each for _, each in paid))}) > 1:
        return
    total = sum(amount.amount for _, amount in paid)
    if total != price.amount:
        seen = f"the milestones add up to {total:,} and the price is {price.amount:,}"
        address = f"milestones.{paid[-1][0]}.amount"
        yield Finding("milestone-sum", "error", address, seen, "milestones that add up to funding.price")
