"""Rules on currencies: one for the whole spec, or a rule that turns one into the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.spec.amounts import MONEY, is_broken
from pactwright.spec.currencies import currencies_in, currency_of, has_rate, rate_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec


def rate_rule(spec: Spec) -> Iterator[Finding]:
    """Looks for amounts in several currencies without a rule that turns one into the other.

    Why: totals, caps and shares cannot be worked out, and the parties will differ on the rate when it matters.

    Bad: `money: {currency: AUD}` and `funding: {price: EUR 10,000}`

    Good: the same with `money: {rate_rule: the central bank's rate on the day of the invoice}`
    """
    for address, amount in spec.amounts:
        yield from rate_problems(spec, amount, address)


def whole_amount(spec: Spec) -> Iterator[Finding]:
    """Looks for an amount with cents that names no currency, where that of the spec has none.

    Why: nobody can pay half a yen, and the two sides will round to different sums.

    Bad: `money: {currency: JPY}` and `funding: {price: "2,400.50"}`

    Good: the same with `price: "2,400"`
    """
    code = spec.money.currency or ""
    for address, amount in spec.amounts:
        if not amount.currency and is_broken(amount, code):
            seen = f"{amount.amount:,} has cents"
            yield Finding("whole-amount", "error", address, seen, f"whole {code}, which has none")


def text_currency(spec: Spec) -> Iterator[Finding]:
    """Looks for an amount in a text that is in no currency of the spec. A warning.

    Why: whoever changed the currency of the spec has not changed the text, and the paper says both.

    Bad: `money: {currency: USD}` and `funding: {option_later: for not more than AUD 120,000}`

    Good: the same text with USD, or a `rate_rule`
    """
    own = currency_of(spec)
    used = {own, *(amount.currency for _, amount in spec.amounts)}
    for address, text in spec.texts if own and not has_rate(spec) else ():
        named = currencies_in(text)
        other = next((code for code in named if code not in used), None) if named else None
        if other and not MONEY.fullmatch(text):
            seen = f"the text speaks of {other} and the spec counts in {own}"
            yield Finding("text-currency", "warning", address, seen, own, "check the amount, or add a rate_rule")
