"""Shares that several parties bear: what they are together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from pactwright.findings import Finding

WHOLE: Final = Decimal(100)
LAST: Final = Decimal("0.01")
"""The last place to which a share may be rounded: three thirds are 33.33 each."""


def share_problems(rule: str, shares: Mapping[str, Decimal], whole: Decimal, address: str) -> Iterator[Finding]:
    """Shares that are not the whole together; `address` is that of the shares.

    >>> [str(each) for each in share_problems("x", {"a": Decimal(10), "b": Decimal(10)}, WHOLE, "s")]
    ['s: error: x: the shares are 20 together; 100 together']
    >>> list(share_problems("x", dict.fromkeys("abc", Decimal("33.33")), WHOLE, "s"))
    []
    """
    total = sum(shares.values(), Decimal(0))
    rounded = any(share % 1 for share in shares.values())
    if abs(whole - total) > (LAST * len(shares) / 2 if rounded else 0):
        yield Finding(rule, "error", address, f"the shares are {total:f} together", f"{whole:f} together")
