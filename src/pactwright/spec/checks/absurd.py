"""Rules on figures that nobody can mean: a nought too many, a factor typed in percent, a saving that saves nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.figures.rounding import to_places
from pactwright.figures.saving import After, Before, Saving, net_of, saving
from pactwright.findings import Finding
from pactwright.spec.checks.tax import is_one_money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.money import Saved
    from pactwright.spec.root import Spec

HUGE: Final = Decimal(1_000_000_000)
LIKE_A_DOLLAR: Final = frozenset({"AUD", "CAD", "CHF", "EUR", "GBP", "NZD", "SGD", "USD"})
TENFOLD: Final = 10


def huge_amount(spec: Spec) -> Iterator[Finding]:
    """Looks for an amount of 1,000 million or more in a currency that is worth about a dollar. A warning.

    Why: it is most often a few noughts too many, and shares and limits are worked out from it.

    Bad: `funding: {capital: "AUD 450,000,000,000"}`

    Good: `funding: {capital: "AUD 450,000"}`
    """
    for address, amount in spec.amounts:
        if amount.amount >= HUGE and (amount.currency or spec.money.currency) in LIKE_A_DOLLAR:
            seen = f"the amount is {amount.amount:,}"
            yield Finding("huge-amount", "warning", address, seen, f"less than {HUGE:,}", "some noughts too many?")


def no_saving(spec: Spec) -> Iterator[Finding]:
    """Looks for a cost that the project would not lower, and for a factor of nil or of ten and more. A warning.

    So is what the new way costs to run, where it is no less than all that is saved.

    Why: what is saved is shared from these figures, and from such figures nothing is, or far too much.

    Bad: `funding: {savings: [{used: 9,000, expected: 12,000, factor: 102}]}`

    Good: `funding: {savings: [{used: 9,000, expected: 4,000, factor: 1.02}]}`
    """
    for number, each in enumerate(spec.funding.savings):
        address, factor = f"funding.savings.{number}", each.factor
        if factor is not None and not 0 < factor < TENFOLD:
            right = f"did you mean {to_places(factor / 100, 4).normalize():f}?" if factor else "leave it out for none"
            seen, accepted = f"the factor is {factor:f}", f"above 0 and below {TENFOLD}"
            yield Finding("no-saving", "warning", f"{address}.factor", seen, accepted, right)
        else:
            yield from _not_lower(each, address)
    yield from _eaten_up(spec)


def _eaten_up(spec: Spec) -> Iterator[Finding]:
    """A yearly cost to run what saves that leaves nothing of the saving, where every figure of it is stated."""
    running, rows = spec.funding.running_cost, spec.funding.savings
    amounts = (running, *(amount for each in rows for amount in (each.unit_price, each.upkeep, each.expected_upkeep)))
    is_known = rows and all(None not in {each.used, each.expected, each.unit_price} for each in rows)
    if running and is_known and is_one_money(spec, tuple(filter(None, amounts))):
        saved = net_of(map(_saved, rows), Decimal(0))
        if running.amount >= saved:
            seen = f"it costs {running.amount:,} a year to run what saves {saved:,}"
            yield Finding("no-saving", "warning", "funding.running_cost", seen, f"less than {saved:,}")


def _saved(each: Saved) -> Saving:
    """What a year is expected to save; upkeep counts where both figures of it are stated."""
    used, expected, price = each.used or Decimal(0), each.expected or Decimal(0), each.unit_price
    upkeep = (each.upkeep, each.expected_upkeep) if each.upkeep and each.expected_upkeep else (None, None)
    before, after = (amount.amount if amount else Decimal(0) for amount in upkeep)
    adjusters = (each.factor,) if each.factor else ()
    return saving(Before(used, price.amount if price else Decimal(0), before, adjusters), After(expected, after))


def _not_lower(saved: Saved, address: str) -> Iterator[Finding]:
    """What is expected to be used, or to be spent on upkeep, and is no less than before."""
    if saved.used is not None and saved.expected is not None:
        before = (saved.used * (saved.factor or 1)).normalize()
        if saved.expected >= before:
            seen = f"{saved.expected:,f} are expected to be used and {before:,f} were"
            yield Finding("no-saving", "warning", f"{address}.expected", seen, f"less than {before:,f}")
    if saved.upkeep and saved.expected_upkeep and saved.upkeep.currency == saved.expected_upkeep.currency:
        before = saved.upkeep.amount
        if saved.expected_upkeep.amount > before:
            seen = f"the upkeep is expected to be {saved.expected_upkeep.amount:,} and was {before:,}"
            yield Finding("no-saving", "warning", f"{address}.expected_upkeep", seen, f"at most {before:,}")
