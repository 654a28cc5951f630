"""The amounts that a limit is a part or a multiple of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pactwright.facts.parties import on_side

if TYPE_CHECKING:
    from pactwright.spec import Spec
    from pactwright.spec.amounts import Money


def parts_of_base(spec: Spec, base: Mapping[str, str], party: str = "") -> dict[str, Money]:
    """The amounts that a base, an entry of the vocabulary, is the sum of, by their addresses; none where none is said.

    A part of the price is the whole where one party of its side signs, and else what the milestones state for a party.
    Of what is left of the price, the whole is the most.
    """
    return {address: each for address, each in _parts(spec, base, party) if each is not None}


def _parts(spec: Spec, base: Mapping[str, str], party: str) -> Iterator[tuple[str, Money | None]]:
    of, side = base.get("of"), base.get("side", "")
    if of == "price" and (not side or len(on_side(spec, side)) == 1):
        yield "funding.price", spec.funding.price
    elif of == "price":
        paying = {key: each.payer if side == "public" else each.payee for key, each in spec.milestones.items()}
        theirs = (key for key, each in paying.items() if each == party)
        yield from ((f"milestones.{key}.amount", spec.milestones[key].amount) for key in theirs)
    elif of == "target-cost":
        yield "funding.target_cost", spec.funding.target_cost
    elif of == "contributions":
        rows = ((f"contributions.{number}.value", each) for number, each in enumerate(spec.contributions))
        yield from ((address, each.value) for address, each in rows if each.party == party and not each.pledge)
