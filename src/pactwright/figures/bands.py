"""The difference between a target cost and the actual cost in slices, each with its own share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from pactwright.figures.problems import Problem, bad_percents, refuse
from pactwright.figures.rounding import percent_of

NO_END: Final = "without end"
_MOST: Final = Decimal(1000)
"""The highest bound of a band, in percent of the target: ten times the cost that everybody planned."""


class Band(NamedTuple):
    """From one percentage of the target cost to another, or without end (None): what percentage is the partners'."""

    from_pct: Decimal
    to_pct: Decimal | None
    partner_pct: Decimal


class Slice(NamedTuple):
    """How much of the difference lies in a band, and what of it is the partners', with every digit."""

    band: Band
    amount: Decimal
    partners: Decimal


def even_bands(partner_pct: Decimal, dead_band_pct: Decimal = Decimal(0)) -> tuple[Band, ...]:
    """One share on both sides of the target, of what lies beyond a dead band around it (both in percent).

    >>> [f"{each.from_pct} to {each.to_pct}: {each.partner_pct}" for each in even_bands(Decimal(50), Decimal(2))]
    ['0 to 98: 50', '98 to 102: 0', '102 to None: 50']
    """
    refuse(bad_percents(partner_pct=partner_pct, dead_band_pct=dead_band_pct))
    below, above = 100 - dead_band_pct, 100 + dead_band_pct
    bands = (Band(Decimal(0), below, partner_pct), Band(below, above, Decimal(0)), Band(above, None, partner_pct))
    return tuple(each for each in bands if each.from_pct != each.to_pct)


def slices(bands: Sequence[Band], target: Decimal, actual: Decimal) -> tuple[Slice, ...]:
    """The slices of the difference between target and actual cost that are not empty, from the lowest band up.

    In each band lies what of the cost between the two falls between `target x from_pct` and `target x to_pct`; of that
    `partner_pct` is the partners'. Source: the share ranges of target contracts (NEC4, option C).
    """
    low, high = min(target, actual), max(target, actual)
    found = []
    for band in bands:
        top = high if band.to_pct is None else min(high, percent_of(target, band.to_pct))
        amount = top - max(low, percent_of(target, band.from_pct))
        if amount > 0:
            found.append(Slice(band, amount, percent_of(amount, band.partner_pct)))
    return tuple(found)


def bad_bands(bands: Sequence[Band]) -> Iterator[Problem]:
    """Bands that overlap or leave a hole, do not begin at 0, do not go on without end, or have no share of 0 to 100."""
    if not bands:
        yield Problem("bands", "bands", "none", "be at least", Decimal(1))
        return
    found = [each for number, band in enumerate(bands) for each in _bad_band(f"bands.{number}", band)]
    yield from found
    if any(each.rule == "percent" for each in found):
        return
    if bands[0].from_pct:
        yield Problem("bands", "bands.0.from_pct", bands[0].from_pct, "be", Decimal(0))
    for number, (below, above) in enumerate(pairwise(bands)):
        if below.to_pct is None:
            yield Problem("bands", f"bands.{number}.to_pct", NO_END, "be", above.from_pct)
        elif below.to_pct != above.from_pct:
            yield Problem("bands", f"bands.{number + 1}.from_pct", above.from_pct, "be", below.to_pct)
    if bands[-1].to_pct is not None:
        yield Problem("bands", f"bands.{len(bands) - 1}.to_pct", bands[-1].to_pct, "be", NO_END)


def _bad_band(field: str, band: Band) -> Iterator[Problem]:
    bounds = {f"{field}.from_pct": band.from_pct}
    if band.to_pct is not None:
        bounds[f"{field}.to_pct"] = band.to_pct
    found = [*bad_percents(most=_MOST, **bounds), *bad_percents(**{f"{field}.partner_pct": band.partner_pct})]
    yield from found
    if not found and band.to_pct is not None and band.to_pct <= band.from_pct:
        yield Problem("bands", f"{field}.to_pct", band.to_pct, "be above", band.from_pct)
