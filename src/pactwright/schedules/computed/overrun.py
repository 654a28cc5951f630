"""Who bears what at some costs above the target: the worked example of an overrun in the parties' own money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pactwright.figures.bands import Band, even_bands
from pactwright.figures.rounding import percent_of
from pactwright.figures.target_cost import TargetCost, settled
from pactwright.schedules.computed.base import (
    Cells,
    Worked,
    addressed,
    field_of,
    in_one_money,
    parameter,
    printed,
    unit_of,
)

if TYPE_CHECKING:
    from pactwright.figures.one_money import OneMoney
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext
    from pactwright.spec.amounts import Money

ISSUE = "risk/overrun"
TARGET, FEE, CEILING, CAP = "funding.target_cost", "funding.fee", "funding.ceiling", f"choices.{ISSUE}.pain_cap"


def overrun(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each step, in percent of the target cost, up to what the ceiling leaves the public side to pay."""
    funding = context.spec.funding
    amounts: dict[str, Money] = {
        f"funding.{name}": field_of(funding, "funding", name) for name in ("target_cost", "fee", "ceiling")
    }
    if _asks(context, "pain_cap"):
        amounts[CAP] = parameter(context, ISSUE, "pain_cap")
    money = in_one_money(context, amounts)
    with addressed(_address):
        terms = TargetCost(money.figures[TARGET], _bands(context), pain_cap=money.figures.get(CAP))
    return Worked(tuple(_rows(context, money, terms, part.steps)))


def _rows(context: DraftContext, money: OneMoney, terms: TargetCost, steps: tuple[int, ...]) -> Iterator[Cells]:
    fee = money.figures[FEE]
    for step in steps:
        actual = percent_of(terms.target, Decimal(step))
        found = settled(terms, actual, unit=unit_of(money))
        pays = actual + found.partners + fee
        if pays > money.figures[CEILING]:
            return
        figures = {
            "actual": actual,
            "above": -found.difference,
            "partners": -found.partners,
            "city": -found.city,
            "pays": pays,
            "fee": fee + found.partners,
        }
        yield {name: printed(context, money, each + 0) for name, each in figures.items()}


def _bands(context: DraftContext) -> tuple[Band, ...]:
    """The bands of one share with a margin around the target, where the option has one; else those of the spec."""
    if _asks(context, "partner_share_pct"):
        share, margin = (Decimal(parameter(context, ISSUE, each)) for each in ("partner_share_pct", "dead_band_pct"))
        return even_bands(share, margin)
    return tuple(
        Band(
            Decimal(_of_band(context, number, "from_pct")),
            None if each.to_pct is None else Decimal(each.to_pct),
            Decimal(_of_band(context, number, "partner_pct")),
        )
        for number, each in enumerate(context.spec.funding.bands)
    )


def _of_band(context: DraftContext, number: int, name: str) -> Any:  # noqa: ANN401 - fields have many types
    return field_of(context.spec.funding.bands[number], f"funding.bands.{number}", name)


def _asks(context: DraftContext, name: str) -> bool:
    """Whether the chosen option has a parameter."""
    return name in context.selection.issues[ISSUE].values


def _address(field: str) -> str:
    """Where a figure of the formula stands in the spec."""
    names = {"target": TARGET, "pain_cap": CAP, "partner_pct": f"choices.{ISSUE}.partner_share_pct"}
    return names.get(field, "funding.bands" if field.startswith("bands") else f"choices.{ISSUE}.{field}")
