"""Shares of one whole: whether they are the whole together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Final

from pactwright.figures.problems import Problem, bad_percents

WHOLE: Final = Decimal(100)
LAST: Final = Decimal("0.01")
"""The last place to which a share may be rounded: three thirds are 33.33 each."""


def is_whole(shares: Collection[Decimal], whole: Decimal = WHOLE) -> bool:
    """Whether shares add up to their whole; only shares with decimals may miss it by what rounding takes from them.

    >>> is_whole([Decimal(40), Decimal(50)]), is_whole([Decimal("33.33")] * 3)
    (False, True)
    """
    rounded = any(share % 1 for share in shares)
    return abs(whole - sum(shares, Decimal(0))) <= (LAST * len(shares) / 2 if rounded else 0)


def bad_shares(field: str, shares: Mapping[str, Decimal]) -> Iterator[Problem]:
    """Shares that are no percentages, or that are not 100 together: then `wrong` is what they are."""
    found = [each for key, share in shares.items() for each in bad_percents(**{f"{field}.{key}": share})]
    yield from found
    if not found and not is_whole(shares.values()):
        yield Problem("shares", field, sum(shares.values(), Decimal(0)), "be", WHOLE)
