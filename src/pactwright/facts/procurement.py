"""Facts about the procurement."""

from pactwright.facts.fact import Fact

FACTS = (
    Fact(
        "procurement.route",
        "choice",
        "The lawful route by which the agreement is made.",
        lambda spec, _: spec.procurement.route,
        "procurement route",
        "procurement.route",
        words="routes",
    ),
    Fact(
        "procurement.notice",
        "text",
        "The notice that announced the procurement.",
        lambda spec, _: spec.procurement.notice,
        "procurement notice",
        "procurement.notice",
    ),
    Fact(
        "procurement.basis",
        "text",
        "The legal basis of the route.",
        lambda spec, _: spec.procurement.basis,
        "legal basis of the procurement",
        "procurement.basis",
    ),
    Fact(
        "procurement.reference",
        "text",
        "The file reference of the procurement.",
        lambda spec, _: spec.procurement.reference,
        "procurement reference",
        "procurement.reference",
    ),
    Fact(
        "procurement.pilot_value",
        "money",
        "The estimated value of the pilot.",
        lambda spec, _: spec.procurement.pilot_value,
        "estimated value of the pilot",
        "procurement.pilot_value",
    ),
    Fact(
        "procurement.disclosures",
        "number",
        "How many disclosures to the market are recorded.",
        lambda spec, _: len(spec.procurement.disclosures),
    ),
)
