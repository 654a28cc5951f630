"""Shares that several parties bear: what they are together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pactwright.figures.shares import is_whole
from pactwright.findings import Finding


def share_problems(rule: str, shares: Mapping[str, Decimal], whole: Decimal, address: str) -> Iterator[Finding]:
    """Shares that are not the whole together; `address` is that of the shares.

    >>> [str(each) for each in share_problems("x", {"a": Decimal(10), "b": Decimal(10)}, Decimal(100), "s")]
    ['s: error: x: the shares are 20 together; 100 together']
    >>> list(share_problems("x", dict.fromkeys("abc", Decimal("33.33")), Decimal(100), "s"))
    []
    """
    if not is_whole(shares.values(), whole):
        total = sum(shares.values(), Decimal(0))
        yield Finding(rule, "error", address, f"the shares are {total:f} together", f"{whole:f} together")
