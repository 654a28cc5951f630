"""A rule on what each outcome counts of all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pactwright.figures.shares import WHOLE, is_whole
from pactwright.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec


def outcome_weights(spec: Spec) -> Iterator[Finding]:
    """Looks for weights of outcomes that are not 100 together, or that some outcomes have and others lack.

    Why: a fee or a saving that follows the results would be paid in part for nothing, or never in full.

    Bad: `outcomes: [{text: Cleaner air, weight_pct: 40}, {text: Less noise, weight_pct: 50}]`

    Good: the same with `weight_pct: 60` in the second
    """
    weights = {f"project.outcomes.{n}.weight_pct": each.weight_pct for n, each in enumerate(spec.project.outcomes)}
    known = {address: each for address, each in weights.items() if each is not None}
    missing = [address for address in weights if address not in known and not spec.is_open(address)]
    total = sum(known.values(), Decimal(0))
    seen, accepted = f"the weights are {total:f} together", f"{WHOLE:f} together"
    if known and missing and total <= WHOLE:
        others = "here" if len(missing) == 1 else f"for {len(missing)} outcomes"
        yield Finding(
            "outcome-weights", "error", missing[0], f"{seen}, and this one has none", f"{WHOLE - total:f} {others}"
        )
    elif known and (total > WHOLE or len(known) == len(weights)) and not is_whole(known.values(), WHOLE):
        last = list(known)[-1]
        right = known[last] + WHOLE - total
        yield Finding("outcome-weights", "error", last, seen, accepted, f"{right:f} here" if right > 0 else "")
