"""The limits that clauses state as a part of an amount, in money, with the formula that they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from pactwright.document import Runs, Text, Value
from pactwright.facts.bases import parts_of_base
from pactwright.facts.parties import on_side
from pactwright.figures.rounding import paid, percent_of
from pactwright.schedules.computed.base import Cells, Worked, in_one_money, parameter, printed, unit_of

if TYPE_CHECKING:
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext
    from pactwright.spec.amounts import Money


def part_limits(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each limit of the chosen options, or one for each party or milestone whose amount is its own."""
    return Worked(tuple(row for each in context.selection.issues for row in _of_issue(context, part.labels, each)))


def _of_issue(context: DraftContext, labels: Mapping[str, str], issue: str) -> Iterator[Cells]:
    selected = context.selection.issues[issue]
    known = selected.issue.parameters
    for name in (each for each in selected.values if known[each].of) if selected.kinds else ():
        base = context.library.vocabulary["bases"][known[name].of]
        if base.get("of") == "price" and context.facts["funding.has_price"] is False:
            continue  # no clause states a part of a price that there is none of
        percent = Decimal(parameter(context, issue, name))
        said = labels["formula"].format(percent=context.printed(percent, "percent"), base=base["prints"])
        what: Runs = (Text(known[name].key_term or known[name].label),)
        for whose, amounts in _wholes(context, base):
            yield {"limit": what, "formula": (Text(said),), **whose, **_most(context, amounts, percent)}


def _wholes(context: DraftContext, base: Mapping[str, str]) -> Iterator[tuple[Cells, Mapping[str, Money]]]:
    """The amounts of a base, of each milestone or of each party that has its own, with the cell that names it."""
    holders = tuple(on_side(context.spec, base.get("side", "")))
    if base.get("of") == "milestones":
        for key, each in context.spec.milestones.items():
            name: Runs = (Value(each.deliverable or key, f"milestones.{key}.deliverable"),)
            yield {"whose": name}, {f"milestones.{key}.amount": each.amount} if each.amount else {}
    elif len(holders) > 1:
        for party in holders:
            yield {"whose": (context.names.party(party),)}, parts_of_base(context.spec, base, party)
    else:
        yield {}, parts_of_base(context.spec, base)


def _most(context: DraftContext, amounts: Mapping[str, Money], percent: Decimal) -> Cells:
    """The limit in money; nothing where the spec does not say what it is a part of."""
    if not amounts:
        return {}
    money = in_one_money(context, amounts)
    whole = sum(money.figures.values(), Decimal(0))
    return {"most": printed(context, money, paid(percent_of(whole, percent), unit_of(money)))}
