"""In which currency a spec counts, and where it speaks of another without a rule that turns one into the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.spec.amounts import CURRENCIES, Money

if TYPE_CHECKING:
    from pactwright.spec.root import Spec

# Codes that are words too: "ALL 24 sensors", "TRY 2 sites".
WORDS: Final = frozenset({"ALL", "BAM", "COP", "CUP", "GEL", "MAD", "NAD", "PEN", "SOS", "TOP", "TRY"})
SIGNS: Final = {"\N{EURO SIGN}": "EUR", "\N{POUND SIGN}": "GBP", "\N{YEN SIGN}": "JPY"}
_DIGITS: Final = r"[0-9][0-9,. ]*"
_AMOUNT: Final = re.compile(
    rf"(?<![A-Za-z])(?P<before>[A-Z]{{3}})[ \N{{NO-BREAK SPACE}}]?{_DIGITS}"
    rf"|{_DIGITS}(?P<after>[A-Z]{{3}})(?![A-Za-z])"
    rf"|(?P<sign>[{''.join(SIGNS)}])"
)
ACCEPTED: Final = "one currency, or money: {rate_rule: ...}"


def currency_of(spec: Spec) -> str:
    """The currency in which a spec counts: what it says, else that of its first amount; empty where none says it."""
    named = (amount.currency for _, amount in spec.amounts if amount.currency)
    return spec.money.currency or next(named, "")


def has_rate(spec: Spec) -> bool:
    """Whether a rule turns one currency into another, or is said to be open."""
    return spec.money.rate_rule is not None or spec.is_open("money.rate_rule")


def rate_problems(spec: Spec, value: object, address: str) -> Iterator[Finding]:
    """An amount, or one of several, in another currency than the spec's, where nothing says at which rate."""
    for key, each in value.items() if isinstance(value, Mapping) else (("", value),):
        own = currency_of(spec)
        if isinstance(each, Money) and each.currency and own and each.currency != own and not has_rate(spec):
            seen = f"amounts stand in {own} and {each.currency} and nothing says at which rate"
            yield Finding("rate-rule", "error", f"{address}.{key}".rstrip("."), seen, ACCEPTED)


@lru_cache(maxsize=8192)
def currencies_in(text: str) -> tuple[str, ...]:
    """The currencies of the amounts that a text names.

    >>> currencies_in("up to AUD 120,000, or 80.000 EUR"), currencies_in("ALL 24 sensors, IEC 60529")
    (('AUD', 'EUR'), ())
    """
    codes = (found["before"] or found["after"] or SIGNS[found["sign"]] for found in _AMOUNT.finditer(text))
    return tuple(code for code in codes if code in CURRENCIES and code not in WORDS)
