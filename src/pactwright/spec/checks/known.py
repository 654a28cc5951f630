"""Whether the spec itself says that a fact is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactwright.spec.root import Spec


def open_facts(spec: Spec) -> frozenset[str]:
    """The facts that `open:` or `disputed:` names."""
    return frozenset(point.fact for point in spec.open) | frozenset(dispute.fact for dispute in spec.disputed)


def is_open(facts: frozenset[str], address: str) -> bool:
    """Whether a fact, or what it stands in, is among the open ones; then its absence is no mistake.

    >>> is_open(frozenset({"sides"}), "sides.partner"), is_open(frozenset({"sides.partner"}), "sides")
    (True, False)
    """
    while address:
        if address in facts:
            return True
        address = address.rpartition(".")[0]
    return False
