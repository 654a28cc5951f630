"""Rules on who bears a risk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.spec.risks import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec

WHOLE: Final = 100


def risk_shares(spec: Spec) -> Iterator[Finding]:
    """Looks for shares of a risk that are not 100 together, or that stand beside one owner.

    Why: what no share covers is borne by nobody until there is a dispute about it.

    Bad: `risks: {drift: {owner: shared, shares: {city: 40, partner: 50}}}`

    Good: `risks: {drift: {owner: shared, shares: {city: 40, partner: 60}}}`
    """
    for key, risk in spec.risks.items():
        if not risk.shares:
            continue
        total = sum(risk.shares.values())
        address = f"risks.{key}.shares"
        if risk.owner not in {None, SHARED}:
            seen = f'the risk is shared out and also borne by "{risk.owner}"'
            yield Finding("risk-shares", "error", address, seen, "shares, or one owner", "write owner: shared")
        if total != WHOLE:
            yield Finding("risk-shares", "error", address, f"the shares are {total:f} together", "100 together")
