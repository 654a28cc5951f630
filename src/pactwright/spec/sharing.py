"""Shares that several parties bear: what they are together, and who can bear one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.spec.root import Spec

WHOLE: Final = Decimal(100)
LAST: Final = Decimal("0.01")
"""The last place to which a share may be rounded: three thirds are 33.33 each."""


def unbound_parties(spec: Spec) -> frozenset[str]:
    """The parties that can bear no share: who neither signs, nor is signed for, nor is stood in for."""
    signing = dict(spec.signing())
    bound = {*signing, *(key for party in signing.values() for key in party.signs_for)}
    forming = (key for key, party in spec.parties.items() if party.formation and party.formation.stands_in in signing)
    return frozenset(spec.parties) - bound - {*forming}


def share_problems(
    rule: str, shares: Mapping[str, Decimal], whole: Decimal, address: str, unbound: Collection[str]
) -> Iterator[Finding]:
    """Shares that are not the whole together, and shares of somebody whom the document does not bind.

    `address` is that of the shares, `unbound` are the parties that can bear none.

    >>> [str(each) for each in share_problems("x", {"a": Decimal(10), "b": Decimal(10)}, WHOLE, "s", ())]
    ['s: error: x: the shares are 20 together; 100 together']
    >>> list(share_problems("x", dict.fromkeys("abc", Decimal("33.33")), WHOLE, "s", ()))
    []
    """
    total = sum(shares.values(), Decimal(0))
    rounded = any(share % 1 for share in shares.values())
    if abs(whole - total) > (LAST * len(shares) / 2 if rounded else 0):
        yield Finding(rule, "error", address, f"the shares are {total:f} together", f"{whole:f} together")
    for party in shares:
        if party in unbound:
            seen = f'"{party}" bears a share and does not sign'
            fix = "let it sign, or give the share to another"
            yield Finding(rule, "error", f"{address}.{party}", seen, "a party that signs", fix)
