"""Gain and pain: who keeps what a job cost less than its target, and who bears what it cost more."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pactwright.figures.bands import Band, Slice, bad_bands, slices
from pactwright.figures.problems import bad_amounts, bad_score, not_above_nil, refuse
from pactwright.figures.rounding import CENT, paid


@dataclass(frozen=True, slots=True)
class TargetCost:
    """What the parties settle before: the target, the shares by band, and the most that the partners gain or bear.

    Money is in one currency and without the fee. `even_bands` makes the bands of one share with a dead band around the
    target. A cap left out (None) is none. Below `least_score` nothing is gained. Raises FigureError for a target that
    is not above nil, for bands that do not fit, and for negative caps.
    """

    target: Decimal
    bands: tuple[Band, ...]
    gain_cap: Decimal | None = None
    pain_cap: Decimal | None = None
    least_score: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuses what makes no sense."""
        refuse(
            [
                *not_above_nil(target=self.target),
                *bad_bands(self.bands),
                *bad_amounts(gain_cap=self.gain_cap, pain_cap=self.pain_cap),
                *bad_score("least_score", self.least_score),
            ]
        )


class Settlement(NamedTuple):
    """What a difference means to each side: a gain above nil, pain below; both sides together are the difference.

    `difference` is the target less the actual cost; `before_cap` is the partners' part of all slices and `over_cap`
    what of that their cap turns over to the city, both with every digit and without a sign.
    """

    difference: Decimal
    slices: tuple[Slice, ...]
    before_cap: Decimal
    over_cap: Decimal
    partners: Decimal
    city: Decimal


def settled(terms: TargetCost, actual: Decimal, *, score: Decimal = Decimal(1), unit: Decimal = CENT) -> Settlement:
    """What both sides gain or bear at an actual cost (money), both costs adjusted for agreed change.

    With S the sum of the partners' shares of all slices:

        actual below target:   gain = score x min(S, gain cap), nil where the score is below the least
        actual above target:   pain = min(S, pain cap); no score makes it smaller

    The score lies between 0 and 1. The partners' part is rounded to units, and the city has the rest of the difference.
    Source: alliance contracting in Australia (shared evenly, capped at the fee, the gain weighed by results); the dead
    band and the gain cap are our own. Raises FigureError for a negative cost and a score out of bounds.
    """
    refuse([*bad_amounts(actual=actual), *bad_score("score", score)])
    parts = slices(terms.bands, terms.target, actual)
    share = sum((each.partners for each in parts), Decimal(0))
    is_gain = actual < terms.target
    cap = terms.gain_cap if is_gain else terms.pain_cap
    capped = share if cap is None else min(share, cap)
    earned = score if score >= terms.least_score else Decimal(0)
    partners = paid(capped * earned if is_gain else -capped, unit) + 0
    difference = terms.target - actual
    return Settlement(difference, parts, share, share - capped, partners, difference - partners)
