"""The row of totals below a table: the sums of the columns that the plan says to add up, where a sum has meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pactwright.document import Runs, Text
from pactwright.printing.lookup import value_at
from pactwright.spec import Money

if TYPE_CHECKING:
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext

_FEWEST = 2  # rows that need adding up


def totals(context: DraftContext, part: PartPlan, rows: Sequence[Any]) -> tuple[Runs, ...]:
    """A cell for each planned column: what the row is called, sums, nothing; no cell at all where nothing adds up."""
    if not part.total or len(rows) < _FEWEST:
        return ()
    sums = [
        _sum(context, [value_at(row, each.fields[0]) for row in rows]) if each.sum else None for each in part.columns
    ]
    if not any(sums):
        return ()
    name, *cells = ((Text(context.printed(each)),) if each else () for each in sums)
    return (name or (Text(part.total),), *cells)


def _sum(context: DraftContext, amounts: Sequence[Any]) -> Money | None:
    """The sum of amounts that all are known, in one currency and on one basis of tax; None where they are not."""
    stated = [each for each in amounts if isinstance(each, Money)]
    paid = [each for each in stated if not each.is_nil]
    kinds = {(each.currency or context.currency, each.tax) for each in paid}
    if len(stated) < len(amounts) or len(kinds) != 1 or not all(currency for currency, _ in kinds):
        return None
    return replace(paid[0], amount=sum((each.amount for each in paid), Decimal()))
