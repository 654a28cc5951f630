"""What a side may have to pay for a loss that it causes: each limit that the cap of liability sets, in money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from pactwright.facts.parties import on_side
from pactwright.ledger.entries import Entry
from pactwright.ledger.figures import limits_of
from pactwright.library.owing import ALL, sides

if TYPE_CHECKING:
    from collections.abc import Collection

    from pactwright.library.model import Parameter
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected
    from pactwright.spec.amounts import Money

CAP: Final = "liability/cap"
GENERAL: Final = ("cap", "figure")
MISUSE: Final = "misuse_times"


class Damage(NamedTuple):
    """A limit by the parameter that states it: what it comes to for each party of a side, None where one is open."""

    address: str
    label: str
    amounts: tuple[Money | None, ...]


def damages(context: DraftContext, printed: Collection[str], side: str) -> Iterator[Damage]:
    """Every limit of the option that caps liability, once, as far as the document prints it and the side has it.

    The entries of the option name them; what one is for does not matter here, since what is paid under one limit does
    not count towards another. `printed` are the addresses that print.
    """
    selected = context.selection.issues.get(CAP)
    if selected is None or selected.option is None or not selected.kinds:
        return
    misuse = selected.issue.parameters[MISUSE]
    for each in {(said.cap, said.whose): said for said in selected.option.allocates if said.cap}.values():
        parameter = parameter_of(context, selected, each.cap)
        if side not in sides(context.library.vocabulary, each.whose or ALL) or not (
            parameter.per or parameter.address in printed
        ):
            continue
        amounts = _amounts(context, Entry(selected, each, ""), side)
        yield Damage(parameter.address, parameter.key_term or parameter.label, amounts)
        if each.item in GENERAL and misuse.address in printed:
            times = Decimal(selected.values[MISUSE])
            several = (one and replace(one, amount=one.amount * times) for one in amounts)
            yield Damage(misuse.address, misuse.key_term, tuple(several))


def _amounts(context: DraftContext, entry: Entry, side: str) -> tuple[Money | None, ...]:
    """A limit in money for each party of a side; one that names no party is the same for all."""
    limits = {each.party: each.money for each in limits_of(context, entry)}
    return tuple(limits.get(party, limits.get("")) for party in on_side(context.spec, side))


def unlimited(context: DraftContext, selected: Selected, side: str) -> Iterator[str]:
    """The items of an option by which what a side owes has no limit."""
    for name, rule in selected.option.items.items() if selected.option and selected.kinds else ():
        said = rule.unlimited
        if said and side in sides(context.library.vocabulary, selected.values.get(said, said)):
            yield name


def parameter_of(context: DraftContext, selected: Selected, name: str) -> Parameter:
    """The parameter that a cap names, of its own issue or of another one."""
    other, _, own = name.rpartition(".")
    return (context.selection.issues[other] if other else selected).issue.parameters[own]
