"""Amounts of many agreements, added up by currency and never over currencies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from pactwright.across.model import Named, Sum, Unvalued
from pactwright.spec.amounts import MONEY, NOTHING

CURRENCY = "money.currency"


class Purse:
    """The sums at some addresses of the spec, and who has none there."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._sums: dict[tuple[str, str], tuple[Decimal, int]] = {}
        self._none: dict[str, list[str]] = {address: [] for address in addresses}

    def take(self, key: str, facts: Mapping[str, str]) -> None:
        """Adds the amounts of an agreement; nil is an amount of nothing, in the currency of its agreement."""
        own = _currency(facts)
        for address, missing in self._none.items():
            text = facts.get(address, "")
            found = MONEY.fullmatch(text)
            amount = Decimal(found["digits"].replace(",", "")) if found else Decimal(0)
            currency = (found["currency"] if found else None) or own
            if currency and (found or text in NOTHING):
                before, count = self._sums.get((address, currency), (Decimal(0), 0))
                self._sums[address, currency] = before + amount, count + 1
            else:
                missing.append(key)

    def sums(self) -> tuple[Sum, ...]:
        """Each sum, by address and currency."""
        found = sorted(self._sums.items())
        return tuple(Sum(address, str(amount), currency, count) for (address, currency), (amount, count) in found)

    def unvalued(self, named: Callable[[Sequence[str]], Named]) -> tuple[Unvalued, ...]:
        """Who has no amount at an address that could be added up."""
        return tuple(Unvalued(address, named(keys)) for address, keys in self._none.items() if keys)


def _currency(facts: Mapping[str, str]) -> str:
    """The currency in which an agreement counts: what it says, else the first that an amount of it names."""
    amounts = (MONEY.fullmatch(text) for text in facts.values())
    return facts.get(CURRENCY) or next((found["currency"] for found in amounts if found and found["currency"]), "")
