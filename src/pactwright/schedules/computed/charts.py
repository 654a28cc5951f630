"""The chart beside a table of figures: who pays and who gains, in the words of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final

from pactwright.document import Chart, Column, Runs, Series, Tick, words
from pactwright.formats import NBSP, printed_money
from pactwright.spec.amounts import Money

if TYPE_CHECKING:
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext
    from pactwright.schedules.computed.base import Worked

_FEWEST = 2  # categories that can be compared
_MOST_STEPS: Final = 6
_STEPS: Final = tuple(map(Decimal, ("0.1", "0.2", "0.5", "1", "2")))


def charts(
    context: DraftContext,
    part: PartPlan,
    worked: Worked,
    columns: Mapping[str, Column],
    rows: Sequence[Mapping[str, Runs]],
) -> Iterator[Chart]:
    """The chart of a part that has one, where there is something to compare; `rows` are the printed ones by column."""
    plan = part.chart
    if not plan or len(rows) < _FEWEST:
        return
    amounts = {name: [_amount(row.get(column)) for row in worked.rows] for column, name in plan.series.items()}
    last = {name: words(runs).replace(NBSP, " ") for name, runs in rows[-1].items()}
    yield Chart(
        plan.caption,
        plan.alt.format(**last),
        columns[plan.by].heading,
        worked.money.currency or "",
        tuple(
            Tick(_plain(each), printed_money(Money(each), context.language, None))
            for each in ticks(list(amounts.values()))
        ),
        tuple(words(row[plan.by]) for row in rows),
        tuple(Series(name, tuple(map(_plain, each))) for name, each in amounts.items()),
    )


def ticks(series: Sequence[Sequence[Decimal]]) -> tuple[Decimal, ...]:
    """The lines across columns in which the parts of all series are stacked, in steps of 1, 2 or 5 with noughts.

    >>> [int(each) for each in ticks([[Decimal(-300), Decimal(31000)], [Decimal(0), Decimal(4000)]])]
    [-10000, 0, 10000, 20000, 30000, 40000]
    """
    columns = list(zip(*series, strict=True))
    high = max(sum((max(each, Decimal(0)) for each in column), Decimal(0)) for column in columns)
    low = min(sum((min(each, Decimal(0)) for each in column), Decimal(0)) for column in columns)
    span = high - low or Decimal(1)
    unit = Decimal(1).scaleb(span.adjusted())
    step = next(each * unit for each in _STEPS if span / (each * unit) <= _MOST_STEPS)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * number for number in range(int(first), int(max(last, first + 1)) + 1))


def _amount(cell: Runs | Decimal | None) -> Decimal:
    return cell if isinstance(cell, Decimal) else Decimal(0)


def _plain(amount: Decimal) -> str:
    """An amount in digits.

    >>> _plain(Decimal("8000.00")), _plain(Decimal("-33.5"))
    ('8000', '-33.5')
    """
    return f"{amount.normalize():f}"
