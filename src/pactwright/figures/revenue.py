"""What a city has of income that it helped to make possible, after the partner has its outlay back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pactwright.figures.problems import Problem, bad_amounts, bad_percents, refuse
from pactwright.figures.rounding import CENT, paid, percent_of


@dataclass(frozen=True, slots=True)
class RevenueShare:
    """The city's share (percent) of net income, and what stands before and around it (money).

    First the partner has `recoup` back. `floor` is the least that the city has for a year, `cap` the most over the
    whole term, and a year's share below `de_minimis` is not paid at all. Raises FigureError for negative amounts, a
    share out of bounds, a floor above the cap, and one that is too small to be paid.
    """

    city_pct: Decimal
    recoup: Decimal = Decimal(0)
    cap: Decimal | None = None
    floor: Decimal = Decimal(0)
    de_minimis: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuses what makes no sense."""
        found = [
            *bad_percents(city_pct=self.city_pct),
            *bad_amounts(recoup=self.recoup, cap=self.cap, floor=self.floor, de_minimis=self.de_minimis),
        ]
        if not found and self.cap is not None and self.cap < self.floor:
            found.append(Problem("cap", "cap", self.cap, "be at least", self.floor))
        if not found and 0 < self.floor < self.de_minimis:
            found.append(Problem("amount", "floor", self.floor, "be at least", self.de_minimis))
        refuse(found)


class Income(NamedTuple):
    """A year's income, and the cost that it directly took."""

    gross: Decimal
    direct: Decimal


class Year(NamedTuple):
    """A year: what income leaves, what the partner recoups of it, what is shared, who has it, and the city's so far."""

    net: Decimal
    recouped: Decimal
    distributable: Decimal
    city: Decimal
    partner: Decimal
    city_so_far: Decimal


def shared(terms: RevenueShare, years: Sequence[Income], unit: Decimal = CENT) -> tuple[Year, ...]:
    """What the city has of the income of each year of the term (money).

        net           = gross - direct cost
        recouped      = the smaller of the net and what is left to recoup
        distributable = net - recouped
        city          = the greater of distributable x city_pct / 100 and the floor, nil below the de minimis,
                        up to what is left of the cap

    A year of loss is the partner's alone: nothing of it is shared, and it makes no later share smaller. The city's part
    is rounded to units, and the partner has the rest of the net. Source: royalties and profit shares after recoupment,
    as publishers and film funds settle them. Raises FigureError for negative income or cost.
    """
    refuse(
        bad_amounts(
            **{f"years.{number}.{key}": getattr(each, key) for number, each in enumerate(years) for key in each._fields}
        )
    )
    found: list[Year] = []
    to_recoup, so_far = terms.recoup, Decimal(0)
    for gross, direct in years:
        net = gross - direct
        recouped = min(max(net, Decimal(0)), to_recoup)
        distributable = max(net, Decimal(0)) - recouped
        city = _city(terms, distributable, so_far, unit)
        to_recoup, so_far = to_recoup - recouped, so_far + city
        found.append(Year(net, recouped, distributable, city, net - city, so_far))
    return tuple(found)


def _city(terms: RevenueShare, distributable: Decimal, so_far: Decimal, unit: Decimal) -> Decimal:
    due = max(paid(percent_of(distributable, terms.city_pct), unit), terms.floor)
    due = due if due >= terms.de_minimis else Decimal(0)
    return due if terms.cap is None else min(due, terms.cap - so_far)
