"""Limits of liability that do not go with what another clause earns or makes payable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pactwright.facts.parties import on_side
from pactwright.figures.liability import too_low
from pactwright.figures.one_money import one_money
from pactwright.figures.problems import FigureError
from pactwright.figures.rounding import percent_of
from pactwright.findings import Finding
from pactwright.spec.amounts import Money

if TYPE_CHECKING:
    from pactwright.selection.result import Selection
    from pactwright.spec import Spec

CAP: Final = "liability/cap"
FEE, PAIN, ADVANCE = f"{CAP}.fee", "risk/overrun.pain_cap", "funding/payment.advance_pct"
FOR_ALL: Final = ("low_fixed", "price_fixed")
"""The parameters that state one limit for every party, or the least that it is."""


def limit_problems(selection: Selection, spec: Spec) -> Iterator[Finding]:
    """Looks for a limit of liability that contradicts another figure of the same paper.

    An error where the fees that limit what partners owe are not the fee that they earn. A remark where partners may
    bear more of an overrun, or have to pay back more of an advance, than the limit: both are due beside it, but whoever
    reads the limit takes it for the most that can be lost.

    Why: a limit that is not the fee is no limit by the fee, and a budget that rests on the limit alone is too small.

    Bad: `funding: {fee: AUD 8,000}` and `liability/cap: {option: fee-or-fixed, fee: {partner: AUD 6,000}}`

    Good: both AUD 8,000
    """
    yield from _fees(selection, spec)
    yield from _beside(selection, spec)


def _fees(selection: Selection, spec: Spec) -> Iterator[Finding]:
    fees = value_of(selection, FEE)
    partners = on_side(spec, "partner")
    parts = fees if isinstance(fees, Mapping) else {}
    whole = spec.funding.fee if selection.facts["funding.has_target_cost"] else None
    found = figures_of(spec, {"whole": whole} | {name: parts.get(name) for name in partners})
    if found and (together := sum((found[name] for name in partners), Decimal(0))) != found["whole"]:
        seen = f"the fees that limit what partners owe are {together:,} together, and the fee is {whole}"
        yield Finding("limits-meet", "error", f"choices.{FEE}", seen, f"fees that add up to {whole}")


def _beside(selection: Selection, spec: Spec) -> Iterator[Finding]:
    """What is due beside the limit and is more than it."""
    name = next((each for each in FOR_ALL if value_of(selection, f"{CAP}.{each}")), "")
    percent = value_of(selection, ADVANCE)
    parts: tuple[tuple[str, Any, Decimal], ...] = (
        ("the partners may bear up to {} of an overrun", value_of(selection, PAIN), Decimal(100)),
        ("up to {} of an advance may go back", spec.funding.price, Decimal(percent or 0)),
    )
    for said, amount, share in parts:
        found = figures_of(spec, {"limit": value_of(selection, f"{CAP}.{name}"), "payable": amount})
        for problem in too_low("limit", found["limit"], payable=percent_of(found["payable"], share)) if found else ():
            seen = f"{said.format(f'{problem.right:,}')}, beside a limit of {problem.wrong:,}"
            accepted = f"at least {problem.right:,}, or both figures side by side in what is decided"
            yield Finding("limits-meet", "warning", f"choices.{CAP}.{name}", seen, accepted)


def figures_of(spec: Spec, amounts: Mapping[str, Any]) -> Mapping[str, Decimal]:
    """The figures of amounts that are all there, in one currency and on one basis of tax; nothing else is compared."""
    known = {name: each for name, each in amounts.items() if isinstance(each, Money)}
    try:
        return one_money(known, spec.money.currency, spec.money.tax).figures if len(known) == len(amounts) else {}
    except FigureError:
        return {}


def value_of(selection: Selection, name: str) -> Any:  # noqa: ANN401 - parameters have many types
    """The value of a parameter in this document; None where no clause of it asks for one."""
    issue, _, parameter = name.rpartition(".")
    selected = selection.issues.get(issue)
    return selected.values.get(parameter) if selected and selected.option and selected.kinds else None
