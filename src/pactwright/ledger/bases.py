"""What a limit is a part or a multiple of, in money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from pactwright.figures.one_money import one_money
from pactwright.figures.problems import FigureError
from pactwright.spec import Money, Spec


def base_of(spec: Spec, base: Mapping[str, str], party: str = "") -> Money | None:
    """The amount of a base, an entry of the vocabulary; None where the spec does not say it in one money.

    A part of the price is the whole where one party of its side signs. Of what is left of it, the whole is the most.
    """
    of, side = base.get("of"), base.get("side")
    if of == "price":
        holders = [each for _, each in spec.signing() if each.side == side]
        return spec.funding.price if not side or len(holders) == 1 else None
    if of == "target-cost":
        return spec.funding.target_cost
    if of == "contributions":
        brought = (each for each in spec.contributions if each.party == party and each.value and not each.pledge)
        return _sum({str(number): each.value for number, each in enumerate(brought) if each.value})
    return None


def _sum(amounts: dict[str, Money]) -> Money | None:
    """The sum of amounts in one money, in the words of the first; None where they differ, or there is none."""
    try:
        found = one_money(amounts)
    except FigureError:
        return None
    first = next(iter(amounts.values()), None)
    return replace(first, amount=sum(found.figures.values(), Decimal(0))) if first else None
