"""A saving that pays back what was put in to reach it: who has it until then, and who from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pactwright.figures.problems import Problem, bad_amounts, bad_measures, bad_percents, refuse
from pactwright.figures.rounding import CENT, paid, percent_of


@dataclass(frozen=True, slots=True)
class Recovery:
    """The partner's share of what is saved (percent) until it has its capital (money) back, and from then on.

    Raises FigureError for negative capital, shares out of bounds, and a share that steps up.
    """

    capital: Decimal
    partner_pct: Decimal
    later_pct: Decimal

    def __post_init__(self) -> None:
        """Refuses what makes no sense."""
        found = [
            *bad_amounts(capital=self.capital),
            *bad_percents(partner_pct=self.partner_pct, later_pct=self.later_pct),
        ]
        if not found and self.later_pct > self.partner_pct:
            found.append(Problem("percent", "later_pct", self.later_pct, "be at most", self.partner_pct))
        refuse(found)


class Year(NamedTuple):
    """A year's net saving, what each side has of it, and the capital that the partner still has to recover."""

    net: Decimal
    partner: Decimal
    city: Decimal
    open_capital: Decimal


def shared(terms: Recovery, nets: Sequence[Decimal], unit: Decimal = CENT) -> tuple[Year, ...]:
    """The net savings of some years (money), shared: the partner never bears a part of a year that saved nothing.

        partner = net x partner_pct / 100, up to the capital that is still open
                  + (net - what of it that took) x later_pct / 100

    The share steps down with the very unit that makes the capital whole, in the middle of a year if need be. The
    partner's part is rounded to units, and the city has the rest. Source: shared savings of energy contracts.
    """
    refuse(bad_measures(**{f"nets.{number}": each for number, each in enumerate(nets)}))
    found, open_capital = [], terms.capital
    for exact in nets:
        net = paid(exact, unit)
        partner = paid(_partner(terms, max(net, Decimal(0)), open_capital), unit)
        open_capital = max(open_capital - partner, Decimal(0))
        found.append(Year(net, partner, net - partner, open_capital))
    return tuple(found)


def _partner(terms: Recovery, net: Decimal, open_capital: Decimal) -> Decimal:
    full = percent_of(net, terms.partner_pct)
    if full <= open_capital:
        return full
    if not open_capital:
        return percent_of(net, terms.later_pct)
    return open_capital + percent_of(net, terms.later_pct) - open_capital * terms.later_pct / terms.partner_pct
