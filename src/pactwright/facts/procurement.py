"""Facts about the procurement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.facts.fact import Around, Fact, counted, stated

if TYPE_CHECKING:
    from pactwright.spec import Money, Spec


def _whole_value(spec: Spec, _: Around) -> Money | None:
    """What the pilot and all options are worth together; not known while one is left out, or they cannot be added.

    A pilot is worth at least its price, whatever is written beside it.
    """
    written, options, price = spec.procurement.pilot_value, spec.procurement.options_value, spec.funding.price
    if written is None or options is None:
        return None
    pilot = price if price and price.amount > written.amount else written
    amounts = [each for each in (pilot, options) if not each.is_nil]
    kinds = {(each.currency or spec.money.currency, each.tax or spec.money.tax) for each in amounts}
    if len(kinds) > 1:
        return None
    currency, tax = next(iter(kinds), (spec.money.currency, None))
    return type(pilot)(pilot.amount + options.amount, currency, tax if tax != "none" else None)


def _missing_values(spec: Spec) -> Iterator[str]:
    names = ("pilot_value", "options_value")
    return (f"procurement.{name}" for name in names if getattr(spec.procurement, name) is None)


FACTS = (
    stated(
        "procurement.route",
        "choice",
        "The lawful route by which the agreement is made.",
        "procurement route",
        words="routes",
    ),
    stated("procurement.notice", "text", "The notice that announced the procurement.", "procurement notice"),
    stated("procurement.basis", "text", "The legal basis of the route.", "legal basis of the procurement"),
    stated("procurement.reference", "text", "The file reference of the procurement.", "procurement reference"),
    stated("procurement.pilot_value", "money", "The estimated value of the pilot.", "estimated value of the pilot"),
    Fact(
        "procurement.whole_value",
        "money",
        "What the pilot and all options are worth together. Not known while one of the two is left out.",
        _whole_value,
        "value of the pilot and its options",
        "procurement.pilot_value",
        missing=_missing_values,
        fields=("procurement.pilot_value", "procurement.options_value", "funding.price", "money"),
    ),
    counted("procurement.disclosures", "How many disclosures to the market are recorded.", "procurement.disclosures"),
)
