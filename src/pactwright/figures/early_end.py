"""What is due where an agreement ends before its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from pactwright.figures.exit_value import Work, begun_value
from pactwright.figures.problems import Problem, bad_amounts, refuse, unknown_rows
from pactwright.figures.rounding import CENT, paid, percent_of


class Account(NamedTuple):
    """What is due at an early end (money).

    `begun` has the exit value of each milestone begun and not accepted; `base` is what is left of the price, `limit`
    the most that is paid for commitments, and `commitments` what is. `due` is the value less what was paid: below nil
    it is paid back. `after_clearing` is that part of it which was held back and waits until the places are clear.
    """

    accepted: Decimal
    begun: Mapping[str, Decimal]
    base: Decimal
    limit: Decimal
    commitments: Decimal
    value: Decimal
    due: Decimal
    after_clearing: Decimal


class Progress(NamedTuple):
    """How the work stands on the last day: what is accepted, by name, and in money what is paid and held back of it.

    `reached` has the day of the plan that the work on a milestone has come to, where that lies before the last day.
    """

    accepted: Collection[str]
    paid: Decimal
    held: Decimal = Decimal(0)
    reached: Mapping[str, dt.date] = MappingProxyType({})


def account(work: Work, day: dt.date, progress: Progress, *, commitments: Decimal, unit: Decimal = CENT) -> Account:
    """What is due where an agreement ends on a day, by nobody's breach and for a reason that it lists (money).

        value = accepted amounts + exit values of what is begun + commitments
        commitments: proven and unavoidable, at most wind_down_pct / 100 x (price - accepted - exit values)
        due   = value - paid

    The limit is rounded to units. Raises FigureError for negative amounts and for milestones that are not there.
    """
    refuse([*_bad_progress(work, progress), *bad_amounts(commitments=commitments)])
    accepted = _accepted(work, progress)
    begun = _begun(work, day, progress, [name for name in work.milestones if name not in progress.accepted], unit)
    base = work.price - accepted - sum(begun.values(), Decimal(0))
    limit = paid(percent_of(base, work.wind_down_pct), unit)
    covered = min(commitments, limit)
    value = work.price - base + covered
    return Account(accepted, begun, base, limit, covered, value, value - progress.paid, progress.held)


def account_of_leaver(
    work: Work, day: dt.date, progress: Progress, *, kept: Collection[str], cost: Decimal, unit: Decimal = CENT
) -> Account:
    """What is due to a partner that leaves without a reason, or whose breach ends the agreement (money).

        value = accepted amounts + (exit values of unfinished results that are kept - the other's proven cost)

    What is kept is worth no less than nil: a larger cost is no matter of this account. No commitment is paid. Raises
    FigureError for negative amounts, and for milestones that are not there or are accepted.
    """
    unfinished = [name for name in work.milestones if name not in progress.accepted]
    refuse([*_bad_progress(work, progress), *bad_amounts(cost=cost), *unknown_rows("kept", kept, unfinished)])
    accepted = _accepted(work, progress)
    begun = _begun(work, day, progress, [name for name in unfinished if name in kept], unit)
    of_kept = sum(begun.values(), Decimal(0))
    value = accepted + max(of_kept - cost, Decimal(0))
    nil = Decimal(0)
    return Account(
        accepted, begun, work.price - accepted - of_kept, nil, nil, value, value - progress.paid, progress.held
    )


def _accepted(work: Work, progress: Progress) -> Decimal:
    return sum((each.amount for name, each in work.milestones.items() if name in progress.accepted), Decimal(0))


def _begun(work: Work, day: dt.date, progress: Progress, names: Sequence[str], unit: Decimal) -> Mapping[str, Decimal]:
    values = {name: begun_value(work, name, min(day, progress.reached.get(name, day)), unit) for name in names}
    return MappingProxyType({name: value for name, value in values.items() if value})


def _bad_progress(work: Work, progress: Progress) -> Iterator[Problem]:
    yield from bad_amounts(paid=progress.paid, held=progress.held)
    yield from unknown_rows("accepted", progress.accepted, work.milestones)
    yield from unknown_rows("reached", progress.reached, work.milestones)
    if progress.held > (accepted := _accepted(work, progress)):
        yield Problem("amount", "held", progress.held, "be at most", accepted)
