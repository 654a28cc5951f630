"""Rules on days, money and shares: what comes first must come first, and what is shared must add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.spec.terms import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec

WHOLE: Final = 100


def pilot_dates(spec: Spec) -> Iterator[Finding]:
    """Looks for a pilot that ends before it starts.

    Why: the term, the milestones and every period are counted from these two days.

    Bad: `pilot: {start: 2027-06-30, end: 2027-01-01}`

    Good: `pilot: {start: 2027-01-01, end: 2027-06-30}`
    """
    start, end = spec.pilot.start, spec.pilot.end
    if start and end and end < start:
        accepted = f"a day on or after {start}, the start"
        yield Finding("pilot-dates", "error", "pilot.end", f"{end} is before the start", accepted, "swap the two days?")


def milestone_dates(spec: Spec) -> Iterator[Finding]:
    """Looks for a milestone that is due before the pilot starts or after it ends. A warning.

    Why: it may be right (a design beforehand, a report afterwards), but the agreement must be in force on that day.

    Bad: `pilot: {start: 2027-01-01}` and `milestones: {m1: {due: 2026-01-31}}`

    Good: `milestones: {m1: {due: 2027-01-31}}`
    """
    start, end = spec.pilot.start, spec.pilot.end
    for key, milestone in spec.milestones.items():
        due = milestone.due
        if due is None or (start and end and end < start):
            continue
        fix = "check the year, or that the agreement is in force on that day"
        address = f"milestones.{key}.due"
        if start and due < start:
            yield Finding("milestone-dates", "warning", address, f"{due} is before the pilot starts ({start})", fix=fix)
        if end and due > end:
            yield Finding("milestone-dates", "warning", address, f"{due} is after the pilot ends ({end})", fix=fix)


def rate_rule(spec: Spec) -> Iterator[Finding]:
    """Looks for amounts in several currencies without a rule that turns one into the other.

    Why: totals, caps and shares cannot be worked out, and the parties will differ on the rate when it matters.

    Bad: `money: {currency: AUD}` and `funding: {price: EUR 10,000}`

    Good: the same with `money: {rate_rule: the central bank's rate on the day of the invoice}`
    """
    if spec.money.rate_rule is not None or spec.is_open("money.rate_rule"):
        return
    first = ""
    for address, amount in spec.amounts:
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


def risk_shares(spec: Spec) -> Iterator[Finding]:
    """Looks for shares of a risk that are not 100 together, or that stand beside one owner.

    Why: what no share covers is borne by nobody until there is a dispute about it.

    Bad: `risks: {drift: {owner: shared, shares: {city: 40, partner: 50}}}`

    Good: `risks: {drift: {owner: shared, shares: {city: 40, partner: 60}}}`
    """
    for key, risk in spec.risks.items():
        if not risk.shares:
            continue
        total = sum(risk.shares.values())
        address = f"risks.{key}.shares"
        if risk.owner not in {None, SHARED}:
            seen = f'the risk is shared out and also borne by "{risk.owner}"'
            yield Finding("risk-shares", "error", address, seen, "shares, or one owner", "write owner: shared")
        if total != WHOLE:
            yield Finding("risk-shares", "error", address, f"the shares are {total:f} together", "100 together")
