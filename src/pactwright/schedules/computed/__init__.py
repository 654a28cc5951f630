"""The tables of figures: what a clause states in words, worked out from the parties' own numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pactwright.document import Chart, Column, Runs, Table, Text, words
from pactwright.figures.problems import FigureError
from pactwright.findings import Finding
from pactwright.library.computed import COMPUTED
from pactwright.schedules.cells import EMPTY
from pactwright.schedules.computed.base import LackingError, Worked, printed
from pactwright.schedules.computed.cash import cash
from pactwright.schedules.computed.charts import charts
from pactwright.schedules.computed.exit_values import exit_values
from pactwright.schedules.computed.income import income_shares
from pactwright.schedules.computed.limits import liability_limits
from pactwright.schedules.computed.part_limits import part_limits
from pactwright.schedules.computed.payments import milestone_payments
from pactwright.schedules.computed.pool import pool
from pactwright.schedules.computed.savings import net_saving, saving_shares
from pactwright.schedules.computed.shared_limit import shared_limit
from pactwright.schedules.computed.target_cost import gain, overrun
from pactwright.spec import Money

if TYPE_CHECKING:
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext

WORKERS: Final[Mapping[str, Callable[[DraftContext, PartPlan], Worked]]] = {
    "milestone-payments": milestone_payments,
    "cash": cash,
    "exit-values": exit_values,
    "liability-limits": liability_limits,
    "part-limits": part_limits,
    "overrun": overrun,
    "gain": gain,
    "net-saving": net_saving,
    "saving-shares": saving_shares,
    "income-shares": income_shares,
}

LAST_ROWS: Final[Mapping[str, Callable[[DraftContext], Mapping[str, Runs]]]] = {
    "pool": pool,
    "shared-limit": shared_limit,
}


def computed_blocks(context: DraftContext, part: PartPlan) -> tuple[Table, tuple[Chart, ...]]:
    """The table of a part with a figure, and its chart where it has one.

    One gap stands for its rows, and there is no chart, where a number is missing or makes no sense.
    """
    units = COMPUTED[part.figure].columns
    columns = tuple(
        Column(each.heading, each.width, "right" if units[each.fields[0]] == "money" else "left")
        for each in part.columns
    )
    try:
        worked = WORKERS[part.figure](context, part)
    except LackingError as lacking:
        return _gap(context, columns, lacking.ask, lacking.address), ()
    except FigureError as refused:
        return _gap(context, columns, part.heading, refused.problems[0].field), ()
    ids = [each.fields[0] for each in part.columns]
    rows = [tuple(_runs(context, worked, row.get(each, EMPTY)) for each in ids) for row in worked.rows]
    total = [_runs(context, worked, (worked.total or {}).get(each, ())) for each in ids]
    table = Table(columns, tuple(rows), tuple(total) if worked.total else ())
    named = [dict(zip(ids, row, strict=True)) for row in rows]
    return table, tuple(charts(context, part, worked, dict(zip(ids, columns, strict=True)), named))


def last_row(context: DraftContext, part: PartPlan, ids: Sequence[str]) -> tuple[Runs, ...]:
    """The row that is worked out below a part, a cell for each column by its id; none where a number makes no sense."""
    if part.last_row is None:
        return ()
    with suppress(FigureError):
        cells = LAST_ROWS[part.last_row.figure](context)
        if cells:
            return ((Text(part.last_row.label),), *(cells.get(each, ()) for each in ids[1:]))
    return ()


def worked_out(context: DraftContext, figure: str) -> tuple[str, Mapping[str, Money]]:
    """What a figure comes to: the words of its total, or of its first row, and the amounts of that row by columns.

    Nothing where a number is missing or makes no sense; the table of the figure says which.
    """
    parts = (part for plan in context.library.schedules.values() for part in plan.parts)
    part = next(each for each in parts if each.figure == figure)
    with suppress(LackingError, FigureError):
        worked = WORKERS[figure](context, part)
        row, first = worked.total or next(iter(worked.rows), {}), part.columns[0]
        said = words(_runs(context, worked, row.get(first.fields[0], EMPTY)))
        label = said if worked.total else f"in {first.heading} {said}"
        tax: Any = None if context.spec.money.tax else worked.money.tax
        return label.lower(), {
            name: Money(each, worked.money.currency, tax) for name, each in row.items() if isinstance(each, Decimal)
        }
    return "", {}


def figure_findings(context: DraftContext, part: PartPlan) -> Iterator[Finding]:
    """The figures of a part that make no sense, each at its address, with the figure that would be right."""
    try:
        if part.figure:
            WORKERS[part.figure](context, part)
        if part.last_row:
            LAST_ROWS[part.last_row.figure](context)
    except LackingError:
        return
    except FigureError as refused:
        for each in refused.problems:
            seen = f"{part.heading}: the figure is {each.wrong}"
            yield Finding("figure", "error", each.field, seen, f"it must {each.must} {each.right}")


def _gap(context: DraftContext, columns: tuple[Column, ...], ask: str, address: str) -> Table:
    return Table(columns, (((context.gap(ask, address),), *(EMPTY for _ in columns[1:])),))


def _runs(context: DraftContext, worked: Worked, cell: Runs | Decimal) -> Runs:
    return printed(context, worked.money, cell) if isinstance(cell, Decimal) else cell
