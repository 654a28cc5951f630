"""How far criteria are met, as one score, and the fee that rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from pactwright.figures.problems import Problem, bad_amounts, bad_measures, bad_percents, bad_score, refuse
from pactwright.figures.rounding import CENT, paid, to_places
from pactwright.figures.shares import bad_shares

_PLACES: Final = 12  # of a score, so that three thirds make a whole


class Criterion(NamedTuple):
    """What is measured: its weight (percent of all), where it begins to count, where it counts in full, and the result.

    Where less is better, the target lies below the floor.
    """

    weight_pct: Decimal
    floor: Decimal
    target: Decimal
    actual: Decimal


class Attained(NamedTuple):
    """How far a criterion is met, and what that adds to the score; both between 0 and 1."""

    met: Decimal
    weighted: Decimal


class Score(NamedTuple):
    """The criteria by their names, and their score between 0 and 1."""

    criteria: Mapping[str, Attained]
    total: Decimal


def scored(criteria: Mapping[str, Criterion]) -> Score:
    """The score of all criteria (a number between 0 and 1, to twelve decimals).

        met   = (actual - floor) / (target - floor), at least 0 and at most 1
        score = sum of met x weight / all weights

    Source: the usual way to weigh how far a gap to a goal is closed. Raises FigureError for weights that are not 100
    together, and for a target that is the floor.
    """
    refuse(_bad_criteria(criteria))
    all_weights = sum((each.weight_pct for each in criteria.values()), Decimal(0))
    found = {name: _attained(each, all_weights) for name, each in criteria.items()}
    total = sum((each.weighted for each in found.values()), Decimal(0))
    return Score(MappingProxyType(found), to_places(total, _PLACES).normalize())


def success_fee(fee: Decimal, score: Decimal, unit: Decimal = CENT) -> Decimal:
    """The part of a success fee (money) that a score between 0 and 1 earns: `fee x score`, rounded to units.

    >>> success_fee(Decimal(20000), Decimal("0.744"))
    Decimal('14880.00')
    """
    refuse([*bad_amounts(fee=fee), *bad_score("score", score)])
    return paid(fee * score, unit)


def passes(score: Decimal, gate_pct: Decimal) -> bool:
    """Whether a score between 0 and 1 reaches the percentage that a gate asks for; exactly that much is enough."""
    refuse([*bad_score("score", score), *bad_percents(gate_pct=gate_pct)])
    return score * 100 >= gate_pct


def _attained(criterion: Criterion, all_weights: Decimal) -> Attained:
    way, gone = criterion.target - criterion.floor, criterion.actual - criterion.floor
    met = min(max(gone / way, Decimal(0)), Decimal(1))
    return Attained(met, criterion.weight_pct * met / all_weights)


def _bad_criteria(criteria: Mapping[str, Criterion]) -> Iterator[Problem]:
    yield from bad_shares("criteria", {name: each.weight_pct for name, each in criteria.items()})
    for name, each in criteria.items():
        measures = {"floor": each.floor, "target": each.target, "actual": each.actual}
        yield from bad_measures(**{f"criteria.{name}.{field}": measure for field, measure in measures.items()})
        if each.target == each.floor:
            yield Problem("score", f"criteria.{name}.target", each.target, "differ from", each.floor)
