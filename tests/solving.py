"""A spec for every option: its facts set as it requires, its needs met by choices, found by search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from pactwright.drafting import Draft
from pactwright.facts import facts_of
from pactwright.facts.conditions import AnyOf, Condition, outcome
from pactwright.facts.fact import FactValue
from pactwright.library.bodies import around
from pactwright.library.model import NONE, Library, Link, Option
from pactwright.selection import Selection
from tests.stories import Tree, changed, draft, library, spec_of

PLAIN: Tree = {"kinds": ["environmental"], "sharing": "open", "leaves_place": "no"}
"""What a data set says where nothing turns on it."""

FACTS: dict[str, Tree] = {
    "funding.paid is no": {
        "funding.price": "nil",
        "funding.at_cost": None,
        "funding.stages": None,
        "milestones": None,
        "funding.ceiling": None,
        "money.rate_rule": None,
        "choices.funding/costs": None,
    },
    "funding.paid is yes": {"funding.price": "AUD 25,000.50"},
    "funding.has_price is yes": {"funding.price": "AUD 25,000.50"},
    "funding.has_target_cost is yes": {
        "funding": {
            "target_cost": "AUD 100,000",
            "fee": "AUD 8,000",
            "ceiling": "AUD 130,000",
            "bands": [
                {"from_pct": "0", "to_pct": "95", "partner_pct": "40"},
                {"from_pct": "95", "to_pct": "105", "partner_pct": "50"},
                {"from_pct": "105", "partner_pct": "60"},
            ],
        },
        "milestones": None,
    },
    "funding.has_ceiling is yes": {},
    "funding.has_price is no": {"funding.price": None},
    "funding.bands is at least 1": {},
    "milestones.count is 0": {"milestones": None},
    "funding.at_cost is no": {"funding.at_cost": "no"},
    "funding.savings is at least 1": {
        "funding.savings": [
            {
                "what": "power",
                "used": "9,000",
                "unit": "kWh",
                "unit_price": "AUD 0.22",
                "upkeep": "AUD 900",
                "expected": "5,000",
                "expected_upkeep": "AUD 600",
            },
        ],
        "funding.capital": "AUD 4,000",
        "funding.running_cost": "AUD 100",
    },
    "products.count is at least 1": {"products": [{"what": "the model"}]},
    "funding.stages is 0": {"funding.stages": None},
    "funding.has_budget is yes": {"funding.budget": "AUD 90,000"},
    "milestones.count is at least 1": {
        "milestones.m1": {"deliverable": "A working unit", "test": "it runs for a day", "due": "2027-02-01"},
    },
    "data.personal is yes": {
        "datasets.extra": {
            "name": "Names of users",
            "personal": "yes",
            "public_space": "no",
            "kinds": ["feedback"],
            "leaves_place": "no",
        }
    },
    "data.personal is no": {"datasets": {"level": {"name": "Levels", "personal": "no", "public_space": "no", **PLAIN}}},
    "data.people_in_public is no": {
        "datasets": {"level": {"name": "Levels", "personal": "no", "public_space": "no", **PLAIN}}
    },
    "data.sensitive is no": {
        "datasets": {"level": {"name": "Levels", "personal": "no", "public_space": "no", **PLAIN}}
    },
    "data.shared_under_mou is no": {"datasets": None},
    "contributions.cash is no": {},
    "contributions.count is at least 1": {},
    "contributions.valued is yes": {},
    "contributions.pledges is at least 1": {"contributions.0.pledge": "yes"},
    "data.public_space is no": {
        "datasets": {"level": {"name": "Levels", "personal": "no", "public_space": "no", **PLAIN}}
    },
    "data.decided_elsewhere is 0": {},
    "data.decided_by_public is 0": {
        "datasets": {"level": {"name": "Levels", "personal": "no", "public_space": "no", **PLAIN}}
    },
    "data.held_for_another is 0": {
        "datasets": {"level": {"name": "Levels", "personal": "no", "public_space": "no", **PLAIN}}
    },
    "data.open is yes": {
        "datasets.open": {"name": "Counts", "personal": "no", "public_space": "no", **PLAIN},
    },
    "ip.items is at least 1": {},
    "pilot.gates is at least 1": {
        "pilot.gates": [{"name": "Half-way", "date": "2027-03-01", "test": "it ran for a month", "stop_if": "it burns"}]
    },
    "trade_secrets.count is at least 1": {"trade_secrets": [{"what": "the method", "reason": "nobody else has it"}]},
    "pilot.days is at most 30": {"pilot.start": "2027-01-15", "pilot.end": "2027-01-20"},
    "pilot.days is at most 60": {"pilot.start": "2027-01-15", "pilot.end": "2027-01-20"},
    "document.kind is mou or funding.paid is no": {
        "funding.price": "nil",
        "funding.at_cost": None,
        "funding.stages": None,
        "milestones": None,
        "funding.ceiling": None,
        "money.rate_rule": None,
        "choices.funding/costs": None,
    },
    "procurement.pilot_value is given": {"procurement.pilot_value": "AUD 25,000"},
    "outsiders.funders is at least 1 or parties.funders is at least 1": {
        "outsiders.fund": {"name": "Example Fund", "part": "funder", "terms": ["Show our logo"]}
    },
    "outsiders.funders is at least 1": {
        "outsiders.fund": {"name": "Example Fund", "part": "funder", "terms": ["Show our logo"]}
    },
    "funding.grant_publish is no": {},
    "funding.grant_open_licence is no": {},
    "pilot.hosted is no": {},
    "pilot.sites is at least 1": {},
    "pilot.levels is at least 1": {
        "pilot.levels": [{"measure": "readings that arrive", "target": "90%", "window": "each month"}]
    },
    "pilot.installs is yes": {"pilot.installs": "yes", "pilot.works_value": "AUD 900"},
    "procurement.route is competitive": {"procurement.route": "competitive"},
    "procurement.route is challenge-based": {"procurement.route": "challenge-based"},
    "procurement.route is below-threshold": {"procurement.route": "below-threshold"},
    "procurement.route is dialogue": {"procurement.route": "dialogue"},
    "procurement.route is per-city": {"procurement.route": "per-city"},
    "procurement.route is pre-commercial": {"procurement.route": "pre-commercial"},
    "procurement.route is innovation-partnership": {"procurement.route": "innovation-partnership"},
    "parties.cities is at least 2": {},
    "procurement.route is market-sounding": {"procurement.route": "market-sounding"},
    "procurement.route is open-call": {"procurement.route": "open-call"},
    "procurement.route is aggregation": {"procurement.route": "aggregation"},
}
"""What to change in a story so that a condition holds; no change where every story fulfils it."""

FIXED = ("parties.count", "parties.cities", "parties.partners", "parties.convenors", "document.kind")
"""What an option requires and a story cannot change."""


def options(place: str) -> list[Option]:
    """Every option of a place."""
    return [option for known in library(place).options.values() for option in known.values()]


def can_stand(option: Option, tree: Tree, document: str) -> bool:
    """Whether an option may be chosen in a document for these parties."""
    facts = _facts(json.dumps(tree), document)
    fixed = tuple(each for each in option.requires if isinstance(each, Condition) and each.subject in FIXED)
    if False in [outcome(each, facts.get(each.subject)) for each in fixed]:
        return False
    if document != "mou":
        return "agreement" in option.wordings
    standings = option.mou or library(tree["jurisdiction"]).issues[option.issue].mou
    wanted = {each for standing in standings for each in standing.standings if each != "omit"}
    return bool(wanted) and all(option.wording(each) for each in wanted)


@cache
def _facts(tree: str, document: str) -> dict[str, FactValue]:
    """The facts of a tree that is written out, which is asked for every option."""
    spec = spec_of(json.loads(tree))
    return facts_of(spec, around(library(spec.jurisdiction), spec, document))


def solved(tree: Tree, document: str, option: Option, parameters: Tree | None = None) -> Draft:
    """A draft without errors in which the option is chosen; the first that a search finds, breadth first."""
    known = library(tree["jurisdiction"])
    waiting: list[dict[str, str]] = [{option.issue: option.id}]
    seen: list[dict[str, str]] = []
    problems: list[str] = []
    while waiting and len(seen) < 60:
        choices = waiting.pop(0)
        if choices in seen:
            continue
        seen.append(choices)
        made = draft(_with(tree, known, choices, option.issue, parameters or {}), document)
        problems = [str(finding) for finding in made.findings if finding.level == "error"]
        if not problems:
            return made
        waiting.extend({**choices, **way} for way in _ways(made.selection, choices))
    message = f"{option.issue}/{option.id} cannot be drafted in a {document}: {problems}"
    raise AssertionError(message)


def _with(tree: Tree, known: Library, choices: dict[str, str], issue: str, parameters: Tree) -> Tree:
    """The tree with the choices, and with the facts that the chosen options require."""
    for name, chosen in choices.items():
        for condition in known.options[name][chosen].requires if chosen != NONE else ():
            tree = changed(tree, _facts_for(condition))
    spec_choices: Tree = {name: {"option": chosen, "reason": "a test"} for name, chosen in choices.items()}
    spec_choices[issue].update(parameters)
    return changed(tree, {"choices": spec_choices})


def _facts_for(condition: Condition | AnyOf) -> Tree:
    is_fixed = isinstance(condition, Condition) and condition.subject in FIXED
    return {} if is_fixed else FACTS[str(condition)]


def _ways(selection: Selection, choices: dict[str, str]) -> Iterator[dict[str, str]]:
    """One choice more that meets a need or ends a conflict."""
    for chosen in selection.issues.values():
        if chosen.option is None:
            continue
        for group in chosen.option.needs:
            if not any(_met(link, selection) for link in group):
                for link in group:
                    yield from _choices(selection, link, choices, wanted=True)
        for group in chosen.option.conflicts:
            for link in group:
                if link.matches(selection.issues[link.issue].chosen):
                    yield from _choices(selection, link, choices, wanted=False)
                    yield from _others(selection, chosen.issue.id, choices) if link.issue in choices else ()
        if selection.holds(chosen.option.requires) is False:
            yield from _others(selection, chosen.issue.id, choices)


def _others(selection: Selection, issue: str, choices: dict[str, str]) -> Iterator[dict[str, str]]:
    """Each option of an issue that is not chosen yet."""
    yield from ({issue: other} for other in selection.library.options[issue] if issue not in choices)


def _met(link: Link, selection: Selection) -> bool:
    return selection.holds(link.when) is False or link.matches(selection.issues[link.issue].chosen)


def _choices(selection: Selection, link: Link, choices: dict[str, str], *, wanted: bool) -> Iterator[dict[str, str]]:
    if link.issue not in choices:
        for name in (*selection.library.options[link.issue], NONE):
            if link.matches(name) is wanted:
                yield {link.issue: name}
