"""Whether the value in the record of the award holds all that the chosen clauses let a partner earn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pactwright.findings import Finding
from pactwright.selection.limits import figures_of, value_of

if TYPE_CHECKING:
    from pactwright.selection.result import Selection
    from pactwright.spec import Spec

SUCCESS: Final = "reward/milestones.success_fee"
SHARED: Final = "reward/avoided-cost.share_days"
"""What only an option has by which a partner earns a part of what is saved."""


def worth_problems(selection: Selection, spec: Spec) -> Iterator[Finding]:
    """Looks for a value in the record of the award that leaves out what a success or a saving may earn.

    Why: the threshold of the law counts all that may be paid, and the record would state less.

    Bad: `procurement: {pilot_value: AUD 25,000}`, a price of AUD 25,000 and a success fee of AUD 3,000

    Good: the same with a `pilot_value` of AUD 28,000
    """
    whole = selection.facts["procurement.whole_value"]
    parts: dict[str, Any] = {"funding.price": spec.funding.price, f"choices.{SUCCESS}": value_of(selection, SUCCESS)}
    parts["funding.capital"] = spec.funding.capital if value_of(selection, SHARED) is not None else None
    earned = {address: each for address, each in parts.items() if each is not None}
    if earned.keys() <= {"funding.price"}:
        return
    earned["procurement.options_value"] = spec.procurement.options_value
    found = figures_of(spec, {"whole": whole} | earned)
    payable = sum((found[each] for each in earned), Decimal(0)) if found else Decimal(0)
    if found and found["whole"] < payable:
        said = ", ".join(f"{found[each]:,} ({each})" for each in earned if found[each])
        seen = f"the record states a value of {found['whole']:,} with options, and {payable:,} may be payable: {said}"
        right = payable - found["procurement.options_value"]
        yield Finding("record-value", "warning", "procurement.pilot_value", seen, f"a pilot of {right:,}")
