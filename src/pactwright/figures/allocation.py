"""One amount in parts, so that the parts are whole units of money and add up to it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from types import MappingProxyType

from pactwright.figures.problems import Problem, bad_amounts, bad_measures, refuse
from pactwright.figures.rounding import CENT, paid

_DIGITS = 60  # the largest amount times the largest weight, with every digit


def allocated(total: Decimal, weights: Mapping[str, Decimal], unit: Decimal = CENT) -> Mapping[str, Decimal]:
    """The part of each party in a total (money, either sign) by weights (of any kind): the largest remainder.

    Each party first gets `total x weight / sum of weights`, cut off to whole units; the units that are left go one by
    one to those from whom most was cut off, of equals to the one that is listed first. A total with parts of a unit is
    rounded to units before. Source: the method of Hamilton, also Hare-Niemeyer, for seats in a parliament.

    Raises FigureError for weights that are negative, or nil together.

    >>> [str(part) for part in allocated(Decimal(100), dict.fromkeys("abc", Decimal(1))).values()]
    ['33.34', '33.33', '33.33']
    """
    refuse([*bad_measures(total=total), *_bad_weights(weights)])
    with localcontext(prec=_DIGITS):
        units = paid(abs(total), unit) / unit
        sum_of_weights = sum(weights.values())
        exact = {party: divmod(units * weight, sum_of_weights) for party, weight in weights.items()}
        left = int(units - sum(whole for whole, _ in exact.values()))
        most_cut_off = sorted(exact, key=lambda party: exact[party][1], reverse=True)[:left]
        sign = -unit if total < 0 else unit
        return MappingProxyType({each: (exact[each][0] + (each in most_cut_off)) * sign + 0 for each in weights})


def _bad_weights(weights: Mapping[str, Decimal]) -> Iterator[Problem]:
    found = [each for key, weight in weights.items() for each in bad_amounts(**{f"weights.{key}": weight})]
    yield from found
    if not found and not any(weights.values()):
        yield Problem("weights", "weights", Decimal(0), "be above", Decimal(0))
