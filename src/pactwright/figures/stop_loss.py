"""Cost that nobody planned against a sum set aside for it: the warnings on the way, and the stop at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from pactwright.figures.allocation import allocated
from pactwright.figures.problems import Problem, bad_amounts, bad_percents, not_above_nil, refuse
from pactwright.figures.rounding import CENT, to_places


class Draw(NamedTuple):
    """A cost, what all would be with it and what percentage (two decimals) of the sum, the warnings it sets off.

    One that is refused sets off none and takes nothing: `left` stays what it was.
    """

    cost: Decimal
    total: Decimal
    percent: Decimal
    warnings: tuple[Decimal, ...]
    is_refused: bool
    left: Decimal


def drawn(limit: Decimal, costs: Sequence[Decimal], warnings_pct: Sequence[Decimal] = ()) -> tuple[Draw, ...]:
    """What becomes of each cost (money) in its turn, against a pool or the most that a party accepts to lose.

        total    = cost + all earlier costs that were not refused
        percent  = 100 x total / limit; above 100 the cost is refused, at exactly 100 it is the last
        warnings = each of `warnings_pct` that the total reaches for the first time

    A refused cost leaves room for a smaller one. Source: contingency pools of project alliances. Raises FigureError for
    a limit that is not above nil, negative costs, and warnings that are no percentages or do not rise.
    """
    refuse([*not_above_nil(limit=limit), *bad_amounts(**_numbered("costs", costs)), *_bad_warnings(warnings_pct)])
    found, before = [], Decimal(0)
    for cost in costs:
        total = before + cost
        is_refused = total > limit
        reached = tuple(each for each in warnings_pct if before * 100 < each * limit <= total * 100)
        before = before if is_refused else total
        percent = to_places(total * 100 / limit, 2)
        found.append(Draw(cost, total, percent, () if is_refused else reached, is_refused, limit - before))
    return tuple(found)


def called(
    parts: Mapping[str, Decimal], costs: Sequence[Decimal], unit: Decimal = CENT
) -> tuple[Mapping[str, Decimal], ...]:
    """What each party pays of each cost out of a pool (all money) that is the sum of the parties' parts.

    A cost is shared by the largest remainder in proportion to what is left of the parts, so that parties pay in
    proportion to their parts and none pays more than its part, to the last unit. A cost that is refused is paid by
    nobody. Raises FigureError for negative parts or costs, and parts that are nil together.
    """
    refuse(bad_amounts(**{f"parts.{party}": part for party, part in parts.items()}))
    left, found = dict(parts), []
    for draw in drawn(sum(parts.values(), Decimal(0)), costs):
        shares = allocated(Decimal(0) if draw.is_refused else draw.cost, left if any(left.values()) else parts, unit)
        left = {party: left[party] - share for party, share in shares.items()}
        found.append(MappingProxyType(dict(shares)))
    return tuple(found)


def _bad_warnings(warnings_pct: Sequence[Decimal]) -> Iterator[Problem]:
    yield from bad_percents(**_numbered("warnings_pct", warnings_pct))
    for number in range(1, len(warnings_pct)):
        if not warnings_pct[number] > warnings_pct[number - 1]:
            field = f"warnings_pct.{number}"
            yield Problem("percent", field, warnings_pct[number], "be above", warnings_pct[number - 1])


def _numbered(field: str, figures: Sequence[Decimal]) -> dict[str, Decimal]:
    return {f"{field}.{number}": each for number, each in enumerate(figures)}
