"""The milestones of a spec by who pays whom, for figures that each payer and payee have of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.document import Runs
from pactwright.schedules.computed.base import field_of

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext
    from pactwright.spec.amounts import Money
    from pactwright.spec.money import Milestone


@dataclass(frozen=True, slots=True)
class Pair:
    """A payer, a payee, and the milestones for which one pays the other, by id."""

    payer: str
    payee: str
    milestones: Mapping[str, Milestone]


def pairs_of(context: DraftContext) -> tuple[Pair, ...]:
    """The pairs in the order of the spec; raises LackingError where a milestone does not say who pays whom."""
    found: dict[tuple[str, str], dict[str, Milestone]] = {}
    for key, each in context.spec.milestones.items():
        payer, payee = (field_of(each, f"milestones.{key}", name) for name in ("payer", "payee"))
        found.setdefault((payer, payee), {})[key] = each
    return tuple(Pair(payer, payee, milestones) for (payer, payee), milestones in found.items())


def amounts_of(context: DraftContext) -> dict[str, Money]:
    """The amount of each milestone by its address; raises LackingError where one has none."""
    rows = ((f"milestones.{key}", each) for key, each in context.spec.milestones.items())
    return {f"{address}.amount": field_of(each, address, "amount") for address, each in rows}


def names_of(context: DraftContext, pair: Pair, pairs: tuple[Pair, ...]) -> dict[str, Runs]:
    """The cells that name a payer and a payee, each only where another row has another."""
    named = {"payer": pair.payer, "payee": pair.payee}
    told = {name: party for name, party in named.items() if any(getattr(each, name) != party for each in pairs)}
    return {name: (context.names.party(party),) for name, party in told.items()}
