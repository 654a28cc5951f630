"""Rules on a target cost and the bands around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.figures.bands import Band, bad_bands
from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.spec.root import Spec


def share_bands(spec: Spec) -> Iterator[Finding]:
    """Looks for bands around a target cost that overlap, leave a hole, or do not run from 0 without end.

    Nothing is said while a band still lacks where it begins or what part is the partners', or where one ends is open.

    Why: a slice with two shares, or with none, is a dispute about the first dollar in it.

    Bad: `funding: {bands: [{from_pct: 0, to_pct: 100, partner_pct: 40}, {from_pct: 90, partner_pct: 60}]}`

    Good: the same with `from_pct: 100` in the second
    """
    known = tuple(
        Band(each.from_pct, each.to_pct, each.partner_pct)
        for each in spec.funding.bands
        if each.from_pct is not None and each.partner_pct is not None
    )
    is_open = any(spec.is_open(f"funding.bands.{number}.to_pct") for number in range(len(spec.funding.bands)))
    if known and len(known) == len(spec.funding.bands) and not is_open:
        for problem in bad_bands(known):
            accepted = f"{problem.must.removeprefix('be ')} {problem.right}".removeprefix("be ")
            seen = f"{problem.field.rpartition('.')[2]} is {problem.wrong}"
            yield Finding("share-bands", "error", f"funding.{problem.field}", seen, accepted)


def idle_target(spec: Spec) -> Iterator[Finding]:
    """Looks for a target cost beside a price or a milestone, where it decides nothing.

    Why: the table of amounts shows it, and no clause says who bears what the work costs above it.

    Bad: `funding: {price: AUD 48,000, target_cost: AUD 40,000}`

    Good: one of the two
    """
    target, price = spec.funding.target_cost, spec.funding.price
    beside = "funding.price" if price and not price.is_nil else "milestones" if spec.milestones else ""
    if target and not target.is_nil and beside:
        seen = f"a target cost of {target.amount:,} decides nothing beside {beside}"
        yield Finding("idle-target", "warning", "funding.target_cost", seen, "one of the two")
