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
