"""Facts about the pilot, its conditions, its risks and the papers around it."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import TYPE_CHECKING

from pactwright.facts.fact import Fact

if TYPE_CHECKING:
    from pactwright.spec import Spec


def _days(spec: Spec) -> int | None:
    start, end = spec.pilot.start, spec.pilot.end
    return (end - start).days + 1 if start and end else None


def _count(name: str, means: str, things: Callable[[Spec], Sized]) -> Fact:
    return Fact(name, "number", means, lambda spec, _: len(things(spec)))


def _outsiders(part: str) -> Callable[[Spec], Sized]:
    return lambda spec: [outsider for outsider in spec.outsiders.values() if outsider.part == part]


FACTS = (
    Fact(
        "pilot.start",
        "date",
        "The first day of the pilot.",
        lambda spec, _: spec.pilot.start,
        "start date of the pilot",
        "pilot.start",
    ),
    Fact(
        "pilot.end",
        "date",
        "The last day of the pilot.",
        lambda spec, _: spec.pilot.end,
        "end date of the pilot",
        "pilot.end",
    ),
    Fact(
        "pilot.days",
        "number",
        "The length of the pilot in days, both ends counted.",
        lambda spec, _: _days(spec),
        "length of the pilot",
        "pilot.end",
    ),
    Fact(
        "pilot.method",
        "text",
        "How the work is done.",
        lambda spec, _: spec.pilot.method,
        "working method",
        "pilot.method",
    ),
    _count("pilot.sites", "How many sites there are.", lambda spec: spec.pilot.sites),
    _count("pilot.quantities", "How many quantities are stated.", lambda spec: spec.pilot.quantities),
    _count("pilot.in_scope", "How many things are in scope.", lambda spec: spec.pilot.in_scope),
    _count("pilot.out_of_scope", "How many things are out of scope.", lambda spec: spec.pilot.out_of_scope),
    _count("pilot.activities", "How many activities are planned.", lambda spec: spec.pilot.activities),
    _count("conditions.count", "How many conditions must be met before the work starts.", lambda spec: spec.conditions),
    _count("end_events.count", "How many events end the agreement.", lambda spec: spec.end_events),
    Fact("clock.set", "yes-no", "Whether an event starts the clock.", lambda spec, _: spec.clock.starts is not None),
    Fact(
        "clock.starts",
        "text",
        "The event that starts the clock.",
        lambda spec, _: spec.clock.starts,
        "event that starts the clock",
        "clock.starts",
    ),
    Fact(
        "clock.confirmed_by",
        "text",
        "Who confirms that event.",
        lambda spec, _: spec.clock.confirmed_by,
        "party that confirms the start",
        "clock.confirmed_by",
    ),
    _count("risks.count", "How many risks are listed.", lambda spec: spec.risks),
    Fact(
        "risks.shared",
        "yes-no",
        "Whether a risk is shared.",
        lambda spec, _: any(risk.owner == "shared" for risk in spec.risks.values()),
    ),
    _count(
        "risks.owned",
        "How many risks name a party as owner.",
        lambda spec: [risk for risk in spec.risks.values() if risk.owner and risk.owner != "shared"],
    ),
    _count("governance.people", "How many people are named for the governance.", lambda spec: spec.governance.people),
    _count("outsiders.funders", "How many funders set rules without signing.", _outsiders("funder")),
    _count("outsiders.regulators", "How many regulators set rules without signing.", _outsiders("regulator")),
    _count("outsiders.hosts", "How many hosts set rules without signing.", _outsiders("host")),
    _count("papers.count", "How many other papers there are.", lambda spec: spec.papers),
    _count(
        "papers.replaced",
        "How many papers this one replaces.",
        lambda spec: [p for p in spec.papers if p.relation == "replaces"],
    ),
    _count(
        "papers.parents",
        "How many papers this one stands under.",
        lambda spec: [p for p in spec.papers if p.relation == "under"],
    ),
    _count("languages.count", "In how many other languages the document is made.", lambda spec: spec.languages.others),
    Fact(
        "languages.prevails",
        "text",
        "The language that prevails.",
        lambda spec, _: spec.languages.prevails,
        "language that prevails",
        "languages.prevails",
    ),
    _count("special_terms.count", "How many special terms there are.", lambda spec: spec.special_terms),
)
