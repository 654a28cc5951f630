"""What is paid when each milestone is accepted, and when the part that is held back of it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from pactwright.document import Text, Value
from pactwright.figures.holdback import Payments, payments
from pactwright.schedules.computed.base import Cells, Worked, addressed, in_one_money, parameter, printed, unit_of
from pactwright.schedules.computed.pairs import Pair, amounts_of, names_of, pairs_of

if TYPE_CHECKING:
    from pactwright.figures.one_money import OneMoney
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext

ISSUE = "reward/milestones"


def milestone_payments(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each milestone, two for what is held back, and their sums, which end at what the milestones cost."""
    pairs = pairs_of(context)
    money = in_one_money(context, amounts_of(context))
    rows = tuple(row for pair in pairs for row in _rows(context, part.labels, money, pair, pairs))
    whole = sum(money.figures.values(), Decimal(0))
    held = sum((payments_of(context, money, pair).held for pair in pairs), Decimal(0))
    cells = {
        name: printed(context, money, each) for name, each in {"amount": whole, "held": held, "paid": whole}.items()
    }
    return Worked(rows, {"milestone": (Text(part.labels["total"]),), **cells})


def _rows(
    context: DraftContext, labels: Mapping[str, str], money: OneMoney, pair: Pair, pairs: tuple[Pair, ...]
) -> Iterator[Cells]:
    names, found = names_of(context, pair, pairs), payments_of(context, money, pair)
    for step in found.steps:
        address = f"milestones.{step.milestone}.deliverable"
        name = pair.milestones[step.milestone].deliverable
        figures = {"amount": step.amount, "held": step.held, "paid": step.paid}
        yield {
            **names,
            "milestone": (Value(name, address),) if name else (context.gap("deliverable", address),),
            **{column: printed(context, money, each) for column, each in figures.items()},
        }
    for label, amount in (("released", found.released), ("rest", found.after_clearing)):
        yield {**names, "milestone": (Text(labels[label]),), "paid": printed(context, money, amount)}


def payments_of(context: DraftContext, money: OneMoney, pair: Pair) -> Payments:
    """What a payer pays a payee for its milestones; nothing is held back where no clause asks for it."""
    amounts = {key: money.figures[f"milestones.{key}.amount"] for key in pair.milestones}
    asked = "holdback_pct" in context.selection.issues[ISSUE].values
    percent = Decimal(parameter(context, ISSUE, "holdback_pct")) if asked else Decimal(0)
    with addressed(_address):
        return payments(amounts, percent, unit=unit_of(money))


def _address(field: str) -> str:
    """Where a figure of the formula stands in the spec."""
    rows, _, key = field.partition(".")
    return f"milestones.{key}.amount" if rows == "amounts" else f"choices.{ISSUE}.{field}"
