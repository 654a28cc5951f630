"""The most that the public side may have to pay, held against what was approved and against the figures of law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.assembly.owed import PUBLIC, SPEND
from pactwright.facts.parties import on_side
from pactwright.figures.one_money import one_money
from pactwright.figures.problems import FigureError
from pactwright.figures.thresholds import compared
from pactwright.findings import Finding
from pactwright.library.figures import bound_of, figure_on
from pactwright.spec.amounts import Money

if TYPE_CHECKING:
    from pactwright.assembly.owed import Owed, Term
    from pactwright.findings import Level
    from pactwright.printing.context import DraftContext


def owed_findings(context: DraftContext, owed: tuple[Owed, ...], *, is_final: bool) -> Iterator[Finding]:
    """What is wrong with the most that the public side may have to pay, where the document says any."""
    for each in owed:
        if each.side == PUBLIC and each.heading:
            yield from _above_approval(context, each, is_final=is_final)
            yield from _over_law(context, each)


def _above_approval(context: DraftContext, owed: Owed, *, is_final: bool) -> Iterator[Finding]:
    """An approval of less than what may have to be paid; of several bodies, once each says how much it approved."""
    bodies = on_side(context.spec, owed.side)
    amounts = {
        f"parties.{name}.approval.amount": each.approval.amount
        for name, each in bodies.items()
        if each.approval and each.approval.amount
    }
    if not amounts or len(amounts) < len(bodies):
        return
    level: Level = "error" if is_final else "warning"
    address = max(amounts, key=lambda each: amounts[each].amount)
    whole = {**amounts, "": owed.total} if owed.total else {}
    try:
        found = one_money(whole, context.currency, context.spec.money.tax).figures if whole else {}
    except FigureError:
        found = {}
    if not found:
        seen = (
            "what was approved cannot be held against the most that may have to be paid: that is not known in its money"
        )
        is_open = any(each.amount is None for each in owed.terms)  # which is refused where it is open
        told: Level = "warning" if is_open else level
        yield Finding("approved-amount", told, address, seen, "amounts in one currency, and none open")
        return
    most = found[""]
    approved = sum(found[each] for each in amounts)
    if approved < most:
        seen = f"{approved:,} is approved, and the public side may have to pay {most:,} ({_parts(owed)})"
        right = f"at least {most - approved + found[address]:,} here"
        yield Finding("approved-amount", level, address, seen, right, "have more approved, or lower a part")


def _parts(owed: Owed) -> str:
    return ", ".join(f"{each.amount.amount:,} {each.label or each.address}" for each in owed.terms if each.amount)


def _over_law(context: DraftContext, owed: Owed) -> Iterator[Finding]:
    """A figure of law that the price with what may be bought later stays below, and all that may be owed does not."""
    spend, place, day = context.facts[SPEND], context.library.jurisdiction, context.spec.date
    if not isinstance(spend, Money) or owed.total is None:
        return
    for name in place.figures:
        figure = figure_on(place, name, day)
        if figure is None or not figure.currency or not figure.checked_on or figure.read.is_overdue(day):
            continue
        bound, is_above = bound_of(figure), figure.op == "above"
        before, after = (compared(each, bound, only_above=is_above) for each in (spend, owed.total))
        if before.standing == "below" and after.standing != "below":
            added = _largest(owed)
            said = f"{name.replace('_', ' ')} of {bound} ({figure.source}, from {figure.valid_from})"
            seen = f"the price with what may be bought later comes to {spend}, and {owed.total} may have to be paid"
            fix = f"count it when you choose the route; {added.label or added.address} is the largest part added"
            room = bound.amount - (owed.total.amount - added.amount.amount if added.amount else owed.total.amount)
            accepted = f"less than {room:,} here" if room > 0 else "what the law asks from that figure on"
            yield Finding(
                "owed-threshold", "warning", added.address, f"{seen}, which may reach the {said}", accepted, fix
            )


def _largest(owed: Owed) -> Term:
    """The largest amount that a clause adds to the price."""
    return max(owed.terms[1:] or owed.terms, key=lambda each: each.amount.amount if each.amount else 0)
