"""Facts about the procurement."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.facts.fact import Around, Fact, counted, stated
from pactwright.facts.parties import SIGNS, on_side
from pactwright.spec.amounts import Money

if TYPE_CHECKING:
    from pactwright.spec import Spec
    from pactwright.spec.parties import Purchase

DIRECT: Final = "below-threshold"
"""The route of a purchase that is too small for a tender."""


def _whole_value(spec: Spec, _: Around) -> Money | None:
    """What the pilot and all options are worth together; not known while one is left out, or they cannot be added.

    A pilot is worth at least its price, whatever is written beside it.
    """
    written, price = spec.procurement.pilot_value, spec.funding.price
    pilot = price if written and price and price.amount > written.amount else written
    return _together(spec, pilot, spec.procurement.options_value)


def _together(spec: Spec, pilot: Money | None, options: Money | None) -> Money | None:
    """Two amounts added; not known while one is, or where they count in two ways."""
    if pilot is None or options is None:
        return None
    amounts = [each for each in (pilot, options) if not each.is_nil]
    kinds = {(each.currency or spec.money.currency, each.tax or spec.money.tax) for each in amounts}
    if len(kinds) > 1:
        return None
    currency, tax = next(iter(kinds), (spec.money.currency, None))
    return Money(pilot.amount + options.amount, currency, tax if tax != "none" else None)


def _direct(spec: Spec) -> dict[str, Purchase | None]:
    """The purchases that public bodies make without a tender, and those of which nobody has said the route."""
    purchases = {name: party.purchase for name, party in on_side(spec, "public").items()}
    return {name: each for name, each in purchases.items() if not each or each.route in {None, DIRECT}}


def _direct_value(spec: Spec, _: Around) -> Money | None:
    """The largest of them with its options; not known while one cannot be added up, or two cannot be compared."""
    wholes = [
        _together(spec, each.pilot_value, each.options_value) if each else None for each in _direct(spec).values()
    ]
    known = [each for each in wholes if each]
    if len(known) < len(wholes) or len({(each.currency, each.tax) for each in known if not each.is_nil}) > 1:
        return None
    return max(known, key=lambda each: each.amount, default=Money(Decimal(0)))


def _missing_direct(spec: Spec) -> Iterator[str]:
    for name, each in _direct(spec).items():
        names = (field for field in ("route", "pilot_value", "options_value") if getattr(each, field, None) is None)
        yield from (f"parties.{name}.purchase.{field}" for field in names)


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
    stated(
        "procurement.options_value", "money", "The estimated value of all options.", "estimated value of the options"
    ),
    Fact(
        "procurement.has_option",
        "yes-no",
        "Whether it is said what may be ordered after the pilot.",
        lambda spec, _: spec.procurement.option_what is not None,
        address="procurement.option_what",
        fields=("procurement.option_what",),
        says=("it is said what may be ordered later", "it is not said what may be ordered later"),
    ),
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
    Fact(
        "procurement.direct_value",
        "money",
        "What the largest purchase of one public body that needs no tender is worth with its options, where each buys "
        "for itself; nil where all hold a competition.",
        _direct_value,
        "value of the largest purchase without a tender",
        "parties",
        missing=_missing_direct,
        fields=("parties.*.purchase", "parties.*.side", "money", *SIGNS),
    ),
    counted("procurement.disclosures", "How many disclosures to the market are recorded.", "procurement.disclosures"),
)
