"""Pairs of options that pull apart: each is refused, asks a reason, or is settled by a sentence that prints."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from pactwright.choices import checked_choices
from pactwright.drafting import selection_for
from pactwright.selection.unmet import unmet_problems
from tests.solving import FACTS
from tests.stories import Tree, changed, library, sound, spec_of, spec_tree, text

UNPAID = FACTS["funding.paid is no"]
SAVED = FACTS["funding.savings is at least 1"]
SOLD = FACTS["products.count is at least 1"]
SHORT = {"pilot.start": "2027-01-15", "pilot.end": "2027-01-20"}
PLAIN: Tree = {"kinds": ["environmental"], "sharing": "open", "retention": "1 year", "kept_in": ["Sydney"]}
OWN: Tree = {"name": "Levels", "class": "project", "personal": "no", "public_space": "no", **PLAIN}
PEOPLE: Tree = {"name": "Riders", "class": "project", "personal": "yes", "public_space": "no", **PLAIN}
BROUGHT: Tree = {"name": "Air of last year", "class": "city", "personal": "no", "public_space": "yes", **PLAIN}
MADE_PAYABLE = "an amount that another clause itself makes payable is due up to the limit that the other clause states"


@dataclass(frozen=True)
class Pair:
    """Two options in a story: the rule that refuses them, or the words that print and those that do not."""

    options: Tree
    facts: Tree = field(default_factory=dict)
    story: str = "startup-pilot"
    document: str = "pilot-agreement"
    refused: tuple[str, ...] = ()
    asks: str = ""
    says: tuple[str, ...] = ()
    never: str = ""

    def tree(self, reason: str = "") -> Tree:
        """The story with the pair chosen; the first of the two gives a reason."""
        whole = {name: each if isinstance(each, dict) else {"option": each} for name, each in self.options.items()}
        first = next(iter(whole))
        whole[first] = whole[first] | ({"reason": reason} if reason else {})
        return changed(
            spec_tree(self.story), {**self.facts, **{f"choices.{name}": each for name, each in whole.items()}}
        )

    def errors(self, reason: str = "") -> list[str]:
        """What forbids the pair before anything is drafted, each with its rule."""
        spec = spec_of(self.tree(reason))
        known = library(spec.jurisdiction or "")
        choices = checked_choices(spec, known)
        made = selection_for(spec, choices, known, self.document)
        found = (*choices.findings, *made.findings, *unmet_problems(made, spec.settled))
        return [f"{each.rule}: {each.seen}" for each in found if each.level == "error"]


LIMIT = {"shared_limit": "AUD 3,000"}
JOINT: Tree = {"formation/parties": {"option": "city-first", "answer": "joint"}}
OWN_LOSS, EACH_OWN = {"liability/cap": "own-loss"}, {"funding/costs": "each-own"}
# What is lent may stand beside a route that buys nothing.
LENT = {"roles/equipment": "loan"}
CITY_OWNS, SPRINTS = {"ip/project-ip": "city-owns"}, {"pilot/plan": "sprint-backlog"}
TWO_TEAMS: Tree = {"governance/structure": {"option": "dual-tier", "manager_limit": "AUD 1,000"}}
LEAVING = {"option": "city-convenience", "end_cost_cap": "AUD 2,000"}
OWNED = "the city would own all results and pay nothing for them"


def misfit(option: str) -> tuple[str, str]:
    """What refuses an option that the facts do not allow."""
    return "requires", f"{option} does not fit"


TARGET = FACTS["funding.has_target_cost is yes"]
AT_COST = {"funding/costs": "target-cost", "funding/payment": "open-book"}
PAIN: Tree = {"option": "target-share", "pain_cap": "AUD 8,000"}
KEPT_SECRET = {"information/confidentiality": "mutual-marked"}
PAIRS = {
    "no limit, and a small firm": Pair({"liability/cap": "uncapped"}, asks="one claim could end a small firm"),
    "no limit, and firms that are not small": Pair(
        {"liability/cap": "uncapped"}, story="california", asks="nothing would end what a partner can owe"
    ),
    "a limit for one side": Pair({"liability/cap": "one-sided"}, asks="leaves the other to pay in full"),
    "risks of nobody's work, and a small firm among several": Pair(
        {"risk/allocation": "partner-default"},
        {
            "parties.solar.small_business": "yes",
            "parties.bench.small_business": "no",
            "parties.count.small_business": "no",
        },
        story="two-cities",
        asks="a small firm would bear a part of what belongs to nobody's work",
    ),
    "own loss, and a city that pays for risks": Pair(
        OWN_LOSS | {"risk/allocation": {"option": "city-default", "city_limit": "AUD 9,000", **LIMIT}},
        story="two-cities",
        says=("must pay the reasonable, proven extra cost that such a risk causes", MADE_PAYABLE),
    ),
    "own loss, and an unpaid end that costs": Pair(
        OWN_LOSS | {"term/term": LEAVING},
        story="two-cities",
        says=("must pay the costs of the Early End", MADE_PAYABLE),
    ),
    "own loss, and shares and a top-up": Pair(
        OWN_LOSS | {"roles/contributions": {"option": "mixed", "shortfall": "top-up"}},
        story="two-cities",
        says=(
            "must bear the share of a Shared Loss",
            "must pay that party the reasonable cost of doing so",
            MADE_PAYABLE,
        ),
    ),
    "a low limit, and shares of a loss": Pair(
        {"liability/cap": "low-fixed"},
        story="two-cities",
        says=(
            "No party has to pay more than AUD 3,000 in total for all Shared Losses",
            MADE_PAYABLE,
            "That amount counts towards no limit in clause",
            "Every other sum that a party pays for a loss counts towards the limit for that loss",
        ),
    ),
    "no limit, and risks of a city up to a sum": Pair(
        {
            "liability/cap": {"option": "uncapped", "unlimited_for": "partner"},
            "risk/allocation": {"option": "city-default", "city_limit": "AUD 9,000", **LIMIT},
        },
        story="two-cities",
        says=("does not have to pay more than AUD 9,000 in total", MADE_PAYABLE, "does not count towards the Liab"),
    ),
    "a limit for partners alone, and risks of a city up to a sum": Pair(
        {
            "liability/cap": "one-sided",
            "risk/allocation": {"option": "city-default", "city_limit": "AUD 9,000", **LIMIT},
        },
        story="two-cities",
        says=("No limit applies to what a party that is not a Maker owes", MADE_PAYABLE),
    ),
    "a limit, and a place that is repaired for another": Pair(
        {"liability/cap": "low-fixed"},
        says=(
            "The party that failed must pay the reasonable cost",
            "For the cost of making safe, mending, clearing and repairing, the limit in",
        ),
    ),
    "own costs, and a yearly fee": Pair(
        EACH_OWN | {"roles/contributions": "fee-secondee"},
        story="two-cities",
        says=("must pay the yearly fee", "is due beside what these terms say"),
    ),
    "an open programme, and what is never open": Pair(
        {"information/confidentiality": "open-by-default"},
        says=(
            "Passwords, keys, details of security measures, legal advice, information from a meeting closed to the",
            "the mark of a Trade Secret ends only when it ceases to be one",
        ),
    ),
    "an open programme, and a memorandum": Pair(
        {"information/confidentiality": "open-by-default"},
        document="mou",
        says=("they need no mark, and stay so until they are public", "The mark of a Trade Secret ends only when"),
    ),
    "a licence for ever, and work that nobody has paid": Pair(
        {"ip/project-ip": "partner-licence"},
        says=("that licence covers unfinished results only once their exit value is paid",),
        never="is licensed only for the event",
    ),
    "a licence for ever, and an event that pays nobody": Pair(
        {"ip/project-ip": "partner-licence"},
        story="street-demonstration",
        says=("without payment for the event is licensed only for the event and for reports about it",),
        never="once their exit value is paid",
    ),
    "results of each party, and a student": Pair(
        {"ip/project-ip": "each-own-licence"},
        story="research",
        says=("must obtain those rights from a student by a signed deed, which leaves the student free",),
    ),
    "licences of what is listed, and nothing listed": Pair(
        {"ip/background": "listed-needed"},
        {"ip.background": None},
        says=("must not build any of its own into Project IP before the parties have agreed its licence",),
        never="counts as listed",
    ),
    "a look at each text, and what another clause makes public": Pair(
        {"ip/publication": "notice-object"}, says=("what law or another clause makes a party publish",)
    ),
    "secrets of one side, and a small firm": Pair(
        {"information/confidentiality": "partner-only"}, asks="a small firm would keep the secrets of a city"
    ),
    "a log of trade secrets, and none to list": Pair(
        {"information/confidentiality": "trade-secret-log"}, refused=misfit("trade-secret-log")
    ),
    "a secret, and a request, a finding and a data set": Pair(
        KEPT_SECRET,
        says=(
            "alone governs a request under the Information Law",
            "What the Project finds out, and this agreement lets a party publish, is not Confidential Information",
            "and for Personal Information, this clause yields to clauses",
        ),
    ),
    "a secret, and a limit for misuse": Pair(
        KEPT_SECRET | {"liability/cap": "low-fixed"},
        says=("confidential information means Confidential Information",),
    ),
    "a top-up, and a thing that is worth nothing": Pair(
        {"roles/contributions": {"option": "mixed", "shortfall": "top-up"}},
        {"contributions.0.value": "nil"},
        story="two-cities",
        asks="a top-up pays nothing for what is valued at nil",
    ),
    "talks with the partner first, and taking part that is no advantage": Pair(
        {"procurement/basis": "challenge-based", "procurement/scale-up": "first-negotiation"},
        says=(
            "must first talk with the Sensor Company alone",
            "no other advantage in a later procurement",
        ),
    ),
    "risks of nobody's work, and a thing that is lost": Pair(
        {"risk/allocation": "partner-default"},
        {f"parties.{name}.small_business": "no" for name in ("bench", "count", "solar")},
        story="two-cities",
        says=(
            "party that brought a thing to the Pilot bears the cost if the thing is stolen, lost or damaged",
            "The cost of a thing that is stolen, lost or damaged does not count here",
        ),
    ),
    "own loss, and a price": Pair(OWN_LOSS, refused=misfit("liability/cap: own-loss")),
    "own costs, and a risk that another pays for": Pair(
        EACH_OWN | {"risk/allocation": {"option": "best-placed", "reimburse": "yes", **LIMIT}},
        story="two-cities",
        says=("must also pay the reasonable extra cost", "Where both meet, these terms yield to clause"),
    ),
    "own costs, and no risk that is paid for": Pair(
        EACH_OWN,
        story="research",
        says=("No party owes another a price",),
        never="is not a price, a fee or an expense",
    ),
    "own costs, and an early end that costs": Pair(
        EACH_OWN | {"term/term": LEAVING},
        story="two-cities",
        says=(
            "must pay the costs of the Early End",
            "for a Contribution, a saving, a loss, a breach or an early end is due beside",
        ),
    ),
    "a share of what is saved, and a route that buys nothing": Pair(
        {"reward/avoided-cost": "even", "procurement/basis": "no-procurement"},
        UNPAID | SAVED,
        refused=("contradiction", "reward/avoided-cost: even conflicts with procurement/basis: no-procurement"),
    ),
    "the city keeps what is saved, and a route that buys nothing": Pair(
        {"reward/avoided-cost": "city-only", "procurement/basis": "no-procurement"} | LENT | EACH_OWN,
        UNPAID | SAVED,
        says=("No party owes another a share of it",),
    ),
    "a share of what is saved, and things that go home at the end": Pair(
        {"reward/avoided-cost": "even", "term/exit": "exit-plan"},
        SAVED,
        says=(
            "The Last Day ends neither the share nor the use of what saves",
            "has not taken back belongs to the Council, without another payment",
            "how long it stays and who then owns it, this clause prevails over",
        ),
        never="interest on a share that it pays late",
    ),
    "a royalty, and a city that owns": Pair(
        {"reward/revenue": "royalty", "ip/project-ip": "city-owns"},
        SOLD,
        refused=("contradiction", "reward/revenue: royalty conflicts with ip/project-ip: city-owns"),
    ),
    "the best price, and a city that owns": Pair(
        {"reward/revenue": "preferential-price", "ip/project-ip": "city-owns"},
        SOLD,
        says=("must not ask the Council more",),
        never="a plan for the Project IP that it owns",
    ),
    "the best price, and a route that buys nothing": Pair(
        {"reward/revenue": "preferential-price", "procurement/basis": "no-procurement"},
        UNPAID | SOLD,
        refused=(
            "contradiction",
            "reward/revenue: preferential-price conflicts with procurement/basis: no-procurement",
        ),
    ),
    "products from data, and no part of what they earn": Pair(
        {"data/partner-use": "anonymised-commercial", "reward/revenue": "preferential-price"},
        SOLD,
        refused=("contradiction", "data/partner-use: anonymised-commercial needs reward/revenue"),
    ),
    "a call for what is not used, and a city that owns": Pair(
        {"ip/exploitation": "call-back", "ip/project-ip": "city-owns"},
        refused=("contradiction", "ip/exploitation: call-back conflicts with ip/project-ip: city-owns"),
    ),
    "a call for what is not used, and a partner that owns": Pair(
        {"ip/exploitation": "call-back", "ip/project-ip": "partner-licence"},
        says=("must then assign it to the Council without charge", "gives no right in Background IP"),
    ),
    "no cost to lower, and a share of it": Pair(
        {"reward/avoided-cost": "even"}, refused=misfit("reward/avoided-cost: even")
    ),
    "own costs, and late input that is paid for": Pair(
        EACH_OWN | {"roles/contributions": "paid"},
        UNPAID,
        refused=misfit("roles/contributions: paid"),
    ),
    "an event, and a price at an early end": Pair(
        {"term/term": "fixed-event"},
        SHORT,
        refused=misfit("term/term: fixed-event"),
    ),
    "an event, and an advance": Pair(
        {"term/term": "fixed-event", "funding/payment": "advance"},
        SHORT,
        refused=misfit("term/term: fixed-event"),
    ),
    "each partner answers for all, and one is small": Pair(
        {"formation/parties": {"option": "city-first", "answer": "joint"}},
        {
            f"parties.{key}.small_business": answer
            for key, answer in {"bench": "yes", "count": "no", "solar": "no"}.items()
        },
        story="two-cities",
        asks="a small business would answer for the work of every other partner",
    ),
    "one handles for another, and each holder decides": Pair(
        {"data/personal": "processor", "data/control": "each-own-plus-city"},
        {"datasets": {"riders": PEOPLE}},
        refused=("contradiction", "data/personal: processor conflicts with data/control: each-own-plus-city"),
    ),
    "each decides about people, and the city controls": Pair(
        {"data/personal": "independent-controllers", "data/control": "city-control"},
        {"datasets": {"riders": PEOPLE}},
        says=("If clauses about data differ, the first of these that settles the point prevails",),
        never="every clause about security, control, sharing and retention of data yields to",
    ),
    "each holder decides, and the register names another": Pair(
        {"data/control": "each-own-plus-city"},
        {"datasets": {"level": OWN | {"holder": "maker", "controller": "city"}}},
        refused=misfit("data/control: each-own-plus-city"),
    ),
    "each holder decides, and people are in public": Pair(
        {"data/control": "each-own-plus-city"},
        {"datasets": {"riders": PEOPLE | {"public_space": "yes"}}},
        refused=("requires", "data about people is collected in a public space"),
    ),
    "each holder decides, and data is from a public place": Pair(
        {"data/control": "each-own-plus-city"},
        {"datasets": {"level": OWN | {"public_space": "yes"}}},
        asks="people and public places are in data about which the city does not decide",
    ),
    "data about nobody is kept, and no use is permitted": Pair(
        {"data/partner-use": "project-only", "data/retention": "copy-keep-deid"},
        refused=("contradiction", "data/partner-use: project-only conflicts with data/retention: copy-keep-deid"),
    ),
    "data about nobody is kept, and a use is permitted": Pair(
        {"data/partner-use": "project-plus-improve", "data/retention": "copy-keep-deid"},
        says=(
            "improve its own products and services, but not train a model",
            "for a use beyond the Project that clause",
        ),
    ),
    "the city decides, and the partner has any lawful use": Pair(
        {"data/partner-use": "broad", "data/control": "city-control"},
        refused=("contradiction", "data/partner-use: broad conflicts with data/control: city-owns"),
    ),
    "any lawful use of what a public place says": Pair(
        {"data/partner-use": "broad", "data/control": {"option": "each-own-plus-city", "reason": "Each collects."}},
        {"datasets": {"level": OWN | {"public_space": "yes"}}},
        asks="what a public place says would serve purposes that nobody has named yet",
    ),
    "the city owns data, and a partner that improves its product": Pair(
        {"data/control": "city-owns", "data/partner-use": "project-plus-improve", "data/retention": "return-delete"},
        refused=("contradiction", "data/control: city-owns needs data/partner-use: project-only"),
    ),
    "a memorandum under which data flows, and police that ask": Pair(
        {"data/partner-use": "project-only", "data/retention": "return-delete"},
        {"datasets.last-year": BROUGHT},
        document="mou",
        says=("A party that police or another authority asks for that data must tell the party that gave the data",),
        never="has Control of Project Data",
    ),
    "no personal information, and people who comment": Pair(
        {"data/personal": "no-personal"},
        says=("what a person gives to ask, book, complain or comment", "must leave out their names"),
    ),
    "a memorandum, and a city that owns data": Pair(
        {"data/control": "city-owns", "data/partner-use": "project-only", "data/retention": "return-delete"},
        {"datasets.last-year": BROUGHT},
        document="mou",
        says=(
            "A party keeps Control of the data that it brings, collects or creates",
            "Nothing in this memorandum transfers a right in data",
            "transfers Intellectual Property or grants a licence",
        ),
    ),
    "a memorandum, and data that only a pilot would make": Pair(
        {"data/control": "city-control"},
        document="mou",
        says=("no party may mount a device, run a service or collect data for the Project",),
        never="Data register",
    ),
    "the city owns results, and pays an honorarium": Pair(
        CITY_OWNS | {"funding/costs": "honorarium"},
        refused=("contradiction", "ip/project-ip: city-owns conflicts with funding/costs: honorarium"),
    ),
    "the city owns results of a demonstration": Pair(
        CITY_OWNS | LENT | {"procurement/basis": "no-effect"}, UNPAID, asks=OWNED
    ),
    "the city owns results of a cooperation": Pair(
        CITY_OWNS | LENT | {"procurement/basis": "no-procurement"}, UNPAID, asks=OWNED
    ),
    "the city owns results, and each bears its costs": Pair(CITY_OWNS | EACH_OWN, UNPAID, asks=OWNED),
    "sprints, and milestones by a date": Pair(
        SPRINTS,
        says=("A result that does not meet its test on that day is no breach", "nothing is payable for that Milestone"),
    ),
    "sprints, and payment when all is done": Pair(
        SPRINTS | {"funding/payment": "arrears-accept"},
        refused=("contradiction", "pilot/plan: sprint-backlog conflicts with funding/payment: arrears-accept"),
    ),
    "sprints, and a party beyond its means": Pair(
        SPRINTS | EACH_OWN,
        UNPAID,
        says=(
            "the parties may together reduce the work in writing",
            "may take entries off the Work List, or lower",
        ),
    ),
    "the city's site rules, and a place of somebody else": Pair(
        {"operations/site": "licence-city-rules"},
        {"outsiders.grid": {"name": "Example Grid", "part": "host"}, "pilot.sites.north.owner": "grid"},
        refused=misfit("operations/site: licence-city-rules"),
    ),
    "a partner that leaves for cause, and other ways out": Pair(
        {"term/term": "city-convenience"},
        says=("may leave this agreement by notice if a permit or a place", "if the stop has lasted 30 days"),
        never="by notice only if",
    ),
    "money that is not voted in California, and costs of an early end": Pair(
        {"term/term": "mutual-notice"},
        story="california",
        says=(
            "prevails over an amount due under section",
            "then bears its own cost of stopping",
        ),
    ),
    "short terms, and a price": Pair({"general/general": "short"}, SHORT, refused=misfit("general/general: short")),
    "short terms, and more than 30 days": Pair(
        {"general/general": "short"}, UNPAID | {"conditions": None}, asks="written for an event of 30 days or less"
    ),
    "short terms, and conditions": Pair(
        {"general/general": "short"}, UNPAID | SHORT, asks="written for work that starts without conditions"
    ),
    "one partner for all, and nobody for a loss": Pair(
        JOINT | OWN_LOSS,
        {f"parties.{name}.small_business": "no" for name in ("bench", "count", "solar")},
        story="two-cities",
        asks="each would answer for all, and nobody for a loss",
    ),
    "an event of more than 60 days": Pair({"pilot/plan": "event"}, refused=misfit("pilot/plan: event")),
    "a pop-up of more than 60 days": Pair({"operations/site": "pop-up"}, refused=misfit("operations/site: pop-up")),
    "the term of an event of more than 60 days": Pair(
        {"term/term": "fixed-event"}, UNPAID, refused=misfit("term/term: fixed-event")
    ),
    "a share of the votes, and two parties": Pair(
        {"governance/decisions": "supermajority"},
        refused=misfit("governance/decisions: supermajority"),
    ),
    "consensus with a vote, and two parties": Pair(
        {"governance/decisions": {"option": "consensus", "fallback": "majority"}},
        says=("The proposal lapses if the objection still stands",),
        never="may call a vote",
    ),
    "a showcase that an exhibitor leaves": Pair(
        {"roles/contributions": "in-kind-only", "term/term": "fixed-event"},
        story="street-demonstration",
        says=(
            "may withdraw a Contribution of its own, without liability, before the Pilot starts",
            "remains a party",
            "without giving a reason before the first day of the Pilot, and must give 7 days' notice",
        ),
    ),
    "a payment, and nobody who is paid": Pair(
        {"funding/payment": "arrears-accept", "funding/costs": "each-own"},
        UNPAID,
        refused=misfit("funding/payment: arrears-accept"),
    ),
    "a limit for partners alone, and misuse of what is secret": Pair(
        {"liability/cap": "one-sided"},
        says=(
            "No limit applies to what a party that is not the Sensor Company owes",
            "the Sensor Company does not have to",
        ),
        never="confidential information of the other party, a party does not have to pay",
    ),
    "an event that is called off, and costs that are shared": Pair(
        {"term/term": "fixed-event", "funding/costs": "shared-pct"},
        UNPAID | SHORT | {"funding.budget": "AUD 90,000"},
        says=(
            "each party bears its own loss and cost if the event is moved",
            "A share of a cost that arose before then stays due",
        ),
    ),
    "an event that a city calls off by its own decision": Pair(
        {"term/term": {"option": "fixed-event", "end_cost_cap": "AUD 2,000"}},
        UNPAID | SHORT,
        says=(
            "must pay the costs of this that the Sensor Company proves and cannot avoid",
            "does not have to pay more than AUD 2,000 in total",
        ),
    ),
    "an event that a city may call off for nothing, and nobody who is paid for a risk": Pair(
        {"risk/allocation": "best-placed", "term/term": {"option": "fixed-event", "end_cost_cap": "nil"}},
        story="street-demonstration",
        says=("each party bears its own loss and cost if the event is moved, shortened, closed or cancelled",),
        never="costs of this that",
    ),
    "an event with a price, and weather": Pair(
        {"pilot/plan": "event", "term/term": "mutual-notice"},
        SHORT,
        says=(
            "may postpone, shorten, close or cancel the event by notice",
            "A cancelled event ends this agreement, as an Early End without a breach",
        ),
        never="because of weather, public safety or an emergency",
    ),
    "everybody's fees, and one officer who decides": Pair(
        {"roles/contributions": "fee-secondee", "governance/structure": "single-lead"},
        {**UNPAID, "choices.governance/decisions": "city-reserved"},
        story="two-cities",
        refused=("contradiction", "roles/contributions: fee-secondee needs governance/structure: "),
    ),
    "a reserved matter, and a register that asks for approval": Pair(
        {"governance/decisions": "city-reserved", "data/register": "schedule"},
        says=("decides by its approval of the entry. No second approval is needed",),
    ),
    "the last word of the city, and what it costs a partner": Pair(
        {"governance/decisions": "city-reserved"},
        says=("the Council may decide it within clause", "no decision asks more of that party"),
    ),
    "several who caused a loss, and a partner for its own part": Pair(
        {"formation/parties": "several"},
        story="two-cities",
        says=("So far as Part 4 of the Civil Liability Act 2002 (NSW) applies, a party owes only the share of a loss",),
    ),
    "several who caused a loss, and partners who answer for all": Pair(
        JOINT | {"liability/cap": "low-fixed"},
        {f"parties.{name}.small_business": "no" for name in ("bench", "count", "solar")},
        story="two-cities",
        says=("answers for the obligations of all of them, in full",),
        never="Part 4 of the Civil Liability Act 2002 (NSW)",
    ),
    "an event that starts early, and parties that sign late": Pair(
        {"term/term": "fixed-event"},
        SHORT,
        story="two-cities",
        says=(
            "binds every other party from the day on which that party signs",
            "within 5 business days after this agreement binds it",
        ),
        never="binds no party before every party has signed",
    ),
    "a pop-up, and a plan without opening hours": Pair(
        {"operations/site": "pop-up", "pilot/plan": "plan-schedule"},
        SHORT,
        refused=("contradiction", "operations/site: pop-up needs pilot/plan: event"),
    ),
    "a report that the city publishes, and information that is asked for": Pair(
        {"ip/project-ip": "partner-licence", "information/public-information": "consult-then-city"},
        says=(
            "may publish the reports and findings",
            "Before the Council discloses on request information",
        ),
    ),
    "the best placed party, and what only the city can manage": Pair(
        {"risk/allocation": {"option": "best-placed", **LIMIT}},
        says=("The Council bears the risk of",),
    ),
    "whatever a small firm brings, for ever": Pair(
        {"ip/background": "broad-licence"}, asks="a small firm may live on the one product that it brings"
    ),
    "whatever a firm brings, for ever and for nothing": Pair(
        {"ip/background": "broad-licence"},
        UNPAID,
        story="two-cities",
        asks="a partner would license what it brings for ever and be paid nothing",
    ),
    "a product that only its owner runs, and results of the city": Pair(
        CITY_OWNS | {"ip/background": "evaluation-only"},
        says=("must itself run, for the Pilot, each item of its own", "covers no Background IP"),
    ),
    "results for everybody, and texts that wait for a yes": Pair(
        {"ip/publication": "city-approves", "ip/project-ip": "open-licence"},
        refused=("contradiction", "ip/publication: city-approves conflicts with ip/project-ip: open-licence"),
    ),
    "texts that wait for a yes, and a university": Pair(
        {"ip/publication": "city-approves"},
        {"parties.bench.kind": "university"},
        story="two-cities",
        asks="a university whose texts need a yes cannot promise its researchers freedom",
    ),
    "texts that wait for a yes, and openness": Pair(
        {"ip/publication": "city-approves", "information/confidentiality": "open-by-default"},
        asks="an open programme would have one party that can silence the others",
    ),
    "a look at each text, and secrets of the other": Pair(
        {"ip/publication": "notice-object", "information/confidentiality": "mutual-marked"},
        says=(
            "protects for the other party; and",
            "What the Project finds out, and this agreement lets a party publish, is not Confidential Information",
            "up to 90 days after it received the objection",
        ),
    ),
    "a thesis, and an objection": Pair(
        {"ip/publication": "notice-object"},
        {"parties.bench.kind": "university"},
        story="two-cities",
        says=("No objection or refusal delays the examination of a thesis",),
    ),
    "each keeps its data, and copies for a stated need alone": Pair(
        {"data/control": "each-own-plus-city", "data/access": "on-request"},
        {"datasets": {"level": OWN}},
        refused=("contradiction", "data/control: each-own-plus-city needs data/access: real-time-api"),
    ),
    "each keeps its data, and copies at regular times": Pair(
        {"data/control": "each-own-plus-city", "data/access": "periodic-export"},
        {"datasets": {"level": OWN}},
        says=(
            "must give the Council a complete copy of the Project Data that it holds, at least every 30 days",
            "copies",
        ),
    ),
    "reports in place of data, and an interface": Pair(
        {"data/control": "partner-owns", "data/access": "api-plus-bulk"},
        {"datasets": {"level": OWN}},
        refused=("contradiction", "data/control: partner-owns conflicts with data/access: any"),
    ),
    "a public place, and data on request": Pair(
        {"data/access": "on-request"},
        asks="what public places say would reach the city only where it asks",
    ),
    "results for everybody, and a city that has not paid": Pair(
        {"ip/project-ip": "open-licence"},
        says=(
            "does not have to publish its Project IP while the Council owes the Sensor Company",
            "What is published stays free for everybody",
        ),
    ),
    "short terms in California, and money that is not voted": Pair(
        {"general/general": "short", "term/term": "mutual-notice"},
        UNPAID | SHORT,
        story="california",
        says=(
            "owes only money that its governing body has appropriated",
            "may then leave this agreement, by notice, at the end of the period for which money is appropriated",
            "then bears its own cost of stopping",
        ),
    ),
    "a demonstration, and a value that calls for a tender": Pair(
        {"procurement/basis": "no-effect"} | LENT,
        UNPAID | {"procurement.pilot_value": "nil", "procurement.options_value": "AUD 300,000"},
        asks="the value stated for the record calls for a tender",
    ),
    "a cooperation, and a value that calls for a tender": Pair(
        {"procurement/basis": "no-procurement"} | LENT,
        UNPAID | {"procurement.pilot_value": "AUD 300,000"},
        asks="the value stated for the record calls for a tender",
    ),
    "a cooperation that became a supply, and costs of an early end": Pair(
        {"procurement/basis": "no-procurement", "term/term": LEAVING},
        story="two-cities",
        says=(
            "and owes nothing for leaving, whatever this agreement says of an early end",
            "must pay the costs of the Early End",
        ),
    ),
    "a mistake that is forgiven, and no sum that each can lose": Pair(
        {"principles/no-blame": "safe-to-fail", "risk/stop-loss": {"option": "none", "reason": "a test"}},
        refused=("contradiction", "principles/no-blame: safe-to-fail needs risk/stop-loss"),
    ),
    "a mistake that is forgiven, and a sum that each can lose": Pair(
        {"principles/no-blame": "safe-to-fail", "risk/stop-loss": "symmetric-limit"},
        says=("is not in breach because of a mistake", "does not protect a party in the case of"),
    ),
    "a stop by criteria, and a stop of the city alone": Pair(
        {"principles/no-blame": "fast-fail", "risk/stop-loss": "city-stop"},
        refused=("contradiction", "principles/no-blame: fast-fail needs risk/stop-loss"),
    ),
    "a warning, and a meeting about a trigger": Pair(
        {"principles/no-blame": "early-warning", "risk/allocation": {"option": "best-placed", **LIMIT}},
        says=("Where another clause sets a meeting about the same event, that clause prevails",),
    ),
    "a target, and books that stay closed": Pair(
        {"funding/costs": "target-cost", "funding/payment": "arrears-accept"},
        TARGET,
        refused=("contradiction", "funding/costs: target-cost needs funding/payment"),
    ),
    "a target, and nobody who bears what lies above it": Pair(
        {"funding/costs": "target-cost", "risk/overrun": {"option": "none", "reason": "a test"}},
        TARGET,
        refused=("contradiction", "funding/costs: target-cost needs risk/overrun"),
    ),
    "a target, and open books with a share up to a cap": Pair(
        {"funding/costs": "target-cost", "funding/payment": "open-book", "risk/overrun": PAIN},
        TARGET,
        says=(
            "must bear 50% of an Overrun",
            "must bear no more than AUD 8,000",
            "so far as the Open Books prove it",
            MADE_PAYABLE,
        ),
        never="exit value is the price of that work",
    ),
    "a target, and a price for each milestone": Pair(
        {"funding/payment": "open-book", "funding/costs": "target-cost"},
        {**TARGET, "milestones": {"m1": {"deliverable": "A unit", "amount": "AUD 9,000"}}},
        refused=misfit("open-book"),
    ),
    "an overrun without a cap, and a small firm": Pair(
        {"risk/overrun": "uncapped-50"} | AT_COST, TARGET, asks="could end a small firm"
    ),
    "an overrun that the partner bears, and a small firm": Pair(
        {"risk/overrun": "partner-bears"} | AT_COST, TARGET, asks="still bear every overrun alone"
    ),
    "every saving, and no part of an overrun": Pair(
        {"reward/gainshare": "partner-keeps", "risk/overrun": "city-bears"} | AT_COST,
        TARGET,
        asks="would have every saving and bear no overrun",
    ),
    "a saving, and results": Pair(
        {"reward/gainshare": "kpi-modified-50", "risk/overrun": PAIN} | AT_COST,
        TARGET,
        says=(
            "in proportion to the Performance Score",
            "must pay 50% of a Saving",
            "no more than 10% of the Target Cost",
        ),
    ),
    "no blame, and one side that decides": Pair(
        {"principles/no-blame": "no-blame", "governance/decisions": "city-reserved"} | AT_COST | {"risk/overrun": PAIN},
        TARGET,
        refused=("contradiction", "principles/no-blame: no-blame needs governance/decisions"),
    ),
    "no blame, and an overrun of the partner alone": Pair(
        {"principles/no-blame": "no-blame", "governance/decisions": "unanimous", "risk/overrun": "partner-bears"}
        | AT_COST,
        TARGET,
        refused=("contradiction", "principles/no-blame: no-blame needs risk/overrun"),
    ),
    "no blame, and every claim of outsiders": Pair(
        {"principles/no-blame": "no-blame", "liability/indemnity": "partner-broad"} | AT_COST | {"risk/overrun": PAIN},
        TARGET,
        refused=("contradiction", "principles/no-blame: no-blame conflicts with liability/indemnity: partner-broad"),
    ),
    "no blame, and money off for a missed target": Pair(
        {"principles/no-blame": "no-blame", "performance/levels": "credits"} | AT_COST | {"risk/overrun": PAIN},
        TARGET | FACTS["pilot.levels is at least 1"],
        refused=("contradiction", "principles/no-blame: no-blame conflicts with performance/levels: credits"),
    ),
    "no blame, and all that it needs": Pair(
        {"principles/no-blame": "no-blame", "governance/decisions": "unanimous", "risk/allocation": "collective"}
        | {"risk/overrun": PAIN, "liability/indemnity": "mutual-fault"}
        | AT_COST,
        TARGET,
        says=("gives up every claim against", "no party bears a risk of the work alone"),
        never="that a breach of this agreement or negligence",
    ),
    "cost that is paid, and work that is left undone": Pair(
        {"term/exit": "exit-plan"} | AT_COST | {"risk/overrun": PAIN},
        TARGET,
        says=("the cost of its work until then",),
        never="must pay their exit value",
    ),
    "parts by the value of what each brings, and nothing of value": Pair(
        {"funding/costs": {"option": "target-cost", "divided": "agreed-value"}}
        | {"funding/payment": "open-book", "risk/overrun": PAIN},
        TARGET
        | {"contributions": [{"party": "solar", "kind": "service", "what": "People", "value": "nil"}]}
        | {"procurement.route": "competitive", "risks": None},
        story="two-cities",
        asks="would earn and bear nothing for it",
    ),
    "a stop at a sum, and money at an early end": Pair(
        {"risk/stop-loss": "symmetric-limit", "term/term": "mutual-notice"},
        says=("Such a stop is no breach", "is paid for accepted work, and for nothing that is begun or committed"),
    ),
    "a stop at a sum, and nothing paid": Pair(
        {"risk/stop-loss": "symmetric-limit"}, UNPAID, says=("Such a stop is no breach",), never="begun or committed"
    ),
    "a pool, and shares of a loss": Pair(
        {"risk/stop-loss": "joint-pool"},
        story="two-cities",
        says=("must bear the share of a Shared Loss", "No party draws on the Contingency Pool for what it bears under"),
    ),
    "every claim of outsiders, and a small firm": Pair(
        {"liability/indemnity": "partner-broad"}, asks="one claim of an outsider could end a small firm"
    ),
    "claims of outsiders, and a limit": Pair(
        {"liability/indemnity": "mutual-fault", "liability/cap": "low-fixed"},
        says=(
            "must pay the amount that the other party owes on an Outside Claim",
            MADE_PAYABLE,
            "hold for what is paid under",
        ),
    ),
    "claims of outsiders, and own loss": Pair(
        OWN_LOSS | {"liability/indemnity": "mutual-fault"},
        story="two-cities",
        says=("must pay the amount that another party owes on an Outside Claim", MADE_PAYABLE),
        never="stays with the party whose act or omission caused it",
    ),
    "own loss, and nothing said of outsiders": Pair(
        OWN_LOSS | {"liability/indemnity": {"option": "none", "reason": "a test"}},
        story="two-cities",
        says=("stays with the party whose act or omission caused it",),
    ),
    "claims about data, and the cost of an incident": Pair(
        {"liability/indemnity": "partner-ip-injury-data"},
        {"datasets.riders": PEOPLE},
        says=("What a Privacy Incident costs the parties themselves stands in clause",),
    ),
    "claims of outsiders, and a city of California": Pair(
        {"liability/indemnity": "mutual-fault"}, story="california", says=("gives no indemnity",)
    ),
    "a full set of covers, and a small firm": Pair(
        {"liability/insurance": "full-suite"}, asks="the premiums can cost a small firm more than the pilot pays"
    ),
    "a full set of covers, and firms that are not small": Pair(
        {"liability/insurance": "full-suite"},
        story="california",
        says=("named as insured under the first of these",),
    ),
    "a cover, and the limit for what it is for": Pair(
        {
            "liability/insurance": {"option": "risk-based", "public_cover": "AUD 7,000,000"},
            "liability/cap": "low-fixed",
        },
        says=(
            "For damage to property a party does not have to pay more than AUD 7,000,000, and of what no insurance",
            "would have paid, had it been held, counts as paid.",
        ),
    ),
    "a leak of facts about people, and what outsiders claim for it": Pair(
        {"liability/indemnity": "mutual-fault"},
        {"datasets.riders": PEOPLE},
        says=("The same holds for an Outside Claim because of a Privacy Incident",),
    ),
    "help with requests of people, and a paper that buys nothing": Pair(
        {"data/personal": "processor"},
        {**UNPAID, "datasets.riders": PEOPLE},
        says=("at its own cost, and no more than 12 times a year",),
        never="the proven cost of further help",
    ),
    "a debt of the other side, and an invoice": Pair(
        {"funding/payment": "milestone"},
        says=("a party may set off an amount that the other party owes it under this agreement and does not dispute",),
    ),
    "a limit at the sum insured, and a cover": Pair(
        {"liability/cap": "insured", "liability/insurance": {"option": "risk-based", "public_cover": "AUD 7,000,000"}},
        says=("does not have to pay more for injury and damage to property than AUD 7,000,000", MADE_PAYABLE),
    ),
    "a limit at the sum insured, and no cover": Pair(
        {"liability/cap": "insured", "liability/insurance": {"option": "none", "reason": "a test"}},
        refused=("contradiction", "liability/cap: insured needs liability/insurance: any"),
    ),
    "a limit at the sum insured, and facts about people": Pair(
        {"liability/cap": "insured"}, {"datasets.riders": PEOPLE}, refused=misfit("liability/cap: insured")
    ),
    "a cover for an event, and a pilot of months": Pair(
        {"liability/insurance": "event"}, refused=misfit("liability/insurance: event")
    ),
    "the cover of a city, and no place": Pair(
        {"liability/insurance": "city-covers"},
        {"pilot.sites": None},
        refused=misfit("liability/insurance: city-covers"),
    ),
    "upkeep by its owner, and power from whoever holds the site": Pair(
        {"roles/equipment": "partner-title", "operations/site": "licence-joint-plan"},
        says=(
            "must pay for running and mending that device, thing or service, its power and data link included",
            "what this agreement says of power, connections and the return of equipment yields to",
            "must provide, at its own cost, the power and connections",
        ),
    ),
    "a theft, and a device that is to be mended": Pair(
        {"roles/equipment": "partner-title", "risk/allocation": {"option": "best-placed", **LIMIT}},
        says=(
            "the Equipment Keeper must mend or replace, at its own cost",
            "What this agreement says of supply, repair and return yields to",
        ),
    ),
    "a device that fails, and a shortfall to make up": Pair(
        {"roles/equipment": "loan", "roles/contributions": "paid"},
        says=(
            "must make up, at its own cost, a shortfall in what it supplies",
            "A thing or a service that was brought and fails is no shortfall",
        ),
    ),
    "a device that keeps failing, and money at an early end": Pair(
        {"roles/equipment": "partner-title", "term/term": "mutual-notice"},
        says=(
            "no exit value and no commitment is due for a part that so ends",
            "Unless there was Wilful Default, no party owes another damages for that end",
        ),
    ),
    "a target that is missed, and a device that keeps failing": Pair(
        {"performance/levels": "targets-fix-plan", "roles/equipment": "partner-title"},
        FACTS["pilot.levels is at least 1"],
        says=("without a breach by anybody", "no party owes another damages for that end"),
        never="no exit value and no commitment is due for a part that so ends",
    ),
    "a right to buy, and a route that buys nothing": Pair(
        {"roles/equipment": "partner-title", "procurement/basis": "no-effect"},
        UNPAID,
        refused=("contradiction", "roles/equipment: partner-title conflicts with procurement/basis: no-effect"),
    ),
    "a right to buy, and a challenge": Pair(
        {"roles/equipment": "partner-title", "procurement/basis": "challenge-based"},
        says=("if Procurement Law allows the purchase", "may stay there and counts as cleared"),
    ),
    "a loan, and a route that buys nothing": Pair(
        {"roles/equipment": "loan", "procurement/basis": "no-effect"},
        UNPAID,
        says=("unless its owner signs a contract about that on or before the Last Day",),
        never="Right to buy",
    ),
    "devices of the city, and no pay": Pair(
        {"roles/equipment": "city-title"}, UNPAID, refused=misfit("roles/equipment: city-title")
    ),
    "devices of the city, and a thing that is lent": Pair(
        {"roles/equipment": "city-title", "roles/contributions": "mixed"},
        {"contributions.0.kind": "equipment"},
        says=("from the day of its installation", "stays the property of"),
    ),
    "a pole of a stranger, and rules for the pole of a party": Pair(
        {"roles/equipment": "host-city-pole"},
        {"outsiders.grid": {"name": "Example Grid", "part": "host"}, "pilot.sites.north.owner": "grid"},
        refused=misfit("roles/equipment: host-city-pole"),
    ),
    "a pole of a party, and a device on it": Pair(
        {"roles/equipment": "host-city-pole", "operations/site": "licence-joint-plan"},
        says=("must keep each Host Asset sound, at its own cost", "must decide within"),
    ),
    "a loan of more than two years": Pair(
        {
            "roles/equipment": "loan",
            "term/term": {"option": "mutual-notice", "term_months": "30", "reason": "Two seasons."},
        },
        says=("may enter its right in a public register of rights in goods",),
    ),
    "a loan of some months": Pair(
        {"roles/equipment": "loan", "term/term": {"option": "mutual-notice", "term_months": "24"}},
        says=("must return that equipment within",),
        never="public register of rights in goods",
    ),
    "a shortfall that is replanned, and a date that is missed": Pair(
        {"roles/contributions": "mixed"},
        story="two-cities",
        says=(
            "What a party owes for a late Contribution stands in clause",
            "may end that part of the Pilot by notice",
        ),
    ),
    "payment of what is accepted in writing, and silence that accepts": Pair(
        {"funding/payment": "arrears-accept", "reward/milestones": "milestone-holdback"},
        refused=("contradiction", "funding/payment: arrears-accept conflicts with reward/milestones"),
    ),
    "payment of what is accepted in writing, and milestones that are": Pair(
        {"funding/payment": "arrears-accept", "reward/milestones": "acceptance-only"},
        says=("Silence is no acceptance.", "may invoice an amount once it is payable"),
        never="accepted that work in writing",
    ),
    "pay by the day, and a fixed price": Pair(
        {"reward/milestones": "effort-based", "funding/costs": "fixed-price"},
        refused=("contradiction", "reward/milestones: effort-based conflicts with funding/costs: fixed-price"),
    ),
    "an activity that is late, and a milestone that is late": Pair(
        {"pilot/plan": "plan-schedule", "reward/milestones": "milestone-holdback"},
        says=(
            "For each other date in part 2 of Schedule 5 that the Sensor Company misses",
            "If a Milestone does not meet its test within",
        ),
        never="has not done what was due",
    ),
    "a thing in a public place, and no promise that it is safe": Pair(
        {"performance/levels": "as-is"} | LENT,
        UNPAID,
        asks="a thing in a public place that nobody promises is safe",
    ),
    "no promise of a result, and money for the work": Pair(
        {"performance/levels": "as-is-safety"},
        says=("A poor result is no breach and takes nothing off an amount",),
        never="nobody owes another anything for that end",
    ),
    "money off below a target, and a pilot that may fail": Pair(
        {"performance/levels": "credits", "principles/no-blame": "safe-to-fail", "risk/stop-loss": "symmetric-limit"},
        FACTS["pilot.levels is at least 1"],
        asks="nobody reports a failure that costs money",
    ),
    "money off below a target, and nothing that is paid": Pair(
        {"performance/levels": "credits"} | LENT,
        UNPAID,
        refused=misfit("performance/levels: credits"),
    ),
    "an open licence that a funder calls for, and results that stay with the partner": Pair(
        {"ip/project-ip": "partner-licence"},
        {"outsiders.fund.open_licence": "yes"},
        refused=misfit("ip/project-ip: partner-licence"),
    ),
    "an open licence that a funder calls for, and one that the parties give": Pair(
        {"ip/project-ip": "open-licence"},
        {"outsiders.fund.open_licence": "yes"},
        says=("a Grant Term prevails for the party that it binds",),
    ),
    "findings that a funder wants published, and a city that approves each text": Pair(
        {"ip/publication": "city-approves"},
        {"outsiders.fund.publish": "yes"},
        refused=misfit("ip/publication: city-approves"),
    ),
    "findings that a funder wants published, and a text that others see first": Pair(
        {"ip/publication": "notice-object"},
        {"outsiders.fund.publish": "yes"},
        says=("A party that means to publish findings must send the text",),
    ),
    "all terms of a grant, and a small firm": Pair(
        {"funding/grant": "full-flow-down"},
        asks="a small firm would pay money back that it earned and has spent",
    ),
    "terms of a grant that bind its holder alone, and a funder that wants findings": Pair(
        {"funding/grant": "funding-condition"},
        {"outsiders.fund.publish": "yes"},
        asks="the holder of the grant would owe its funder what no other party owes the holder",
    ),
    "a grant that is lost, and a shortfall": Pair(
        {"roles/contributions": "grant-mixed", "funding/grant": "flow-down"},
        says=("Money that a funder does not pay is no shortfall", "The Grant Holder bears every other amount"),
    ),
    "a grant, and nobody who gives one": Pair(
        {"funding/grant": "flow-down"}, story="two-cities", refused=misfit("funding/grant: flow-down")
    ),
    "a shortfall in what is supplied, and a milestone to correct": Pair(
        {"roles/contributions": "paid", "funding/payment": "milestone"},
        says=(
            "must make up, at its own cost, a shortfall in what it supplies",
            "For work that was submitted under a Milestone, the times in",
        ),
    ),
    "a suspension, and work that danger stops": Pair(
        {"term/term": "mutual-notice", "operations/site": "licence-joint-plan"},
        says=(
            "must lift a suspension within",
            "what that clause says of starting again prevails",
            "the person who answers for the Site Holder under clause",
        ),
        never="who may reopen work",
    ),
    "a part that never starts, and money at an early end": Pair(
        {"term/term": "mutual-notice"},
        says=(
            "no party owes another anything for it. Such an end is no Early End",
            "An Early End is the end of this agreement for a party before the End Date",
        ),
    ),
    "an agreement that outlasts the pilot, and what is due on the last day": Pair(
        {"term/term": "mutual-notice", "term/exit": "exit-plan"},
        says=(
            "The Last Day is, for each party, the last day of the Pilot or, if it comes first, the day on which this",
            "services and places of a part of the Pilot that ends first, that end is the Last Day",
        ),
    ),
    "a report of both, and a report that a milestone asks for": Pair(
        {"evaluation/learning": "joint", "reward/milestones": "milestone-holdback"},
        says=("A writer or a date that a schedule states for that report prevails",),
    ),
    "a report after the pilot, and a city that decides whether it goes on": Pair(
        {"evaluation/learning": "joint", "procurement/scale-up": "fresh-competition"},
        says=("within 60 days after the last report under clause",),
        never="within 60 days after the last day of the Pilot",
    ),
    "no report, and a city that decides whether it goes on": Pair(
        {"evaluation/learning": "none", "procurement/scale-up": "fresh-competition"},
        says=("within 60 days after the last day of the Pilot",),
    ),
    "an owner that takes its place back, and days to clear it": Pair(
        {"operations/site": "licence-joint-plan"},
        {"outsiders.grid": {"name": "Example Grid", "part": "host"}, "pilot.sites.north.owner": "grid"},
        says=(
            "within the time that the owner sets. That time prevails over clause",
            "close off the place and call the owner",
        ),
    ),
    "a risk that a city bears, and a permit that is waited for": Pair(
        {"risk/allocation": {"option": "best-placed", "reimburse": "yes", **LIMIT}},
        says=("must also pay the reasonable extra cost", "Whoever bears the risk, each party bears its own cost of"),
    ),
    "a risk that a city bears, and what it pays for that": Pair(
        {"risk/allocation": {"option": "best-placed", **LIMIT}},
        says=("bears its own cost of that risk, and must pay the other party for it only what",),
        never="its own extra cost",
    ),
    "a risk that the register gives to a city, and a partner that bears the rest": Pair(
        {"risk/allocation": {"option": "partner-default", "city_limit": "AUD 9,000", **LIMIT}},
        says=("The same holds, up to the limit stated there, for a risk that the Risk Register gives to the Council",),
    ),
    "a hidden defect in a place, and an event at which nobody is paid": Pair(
        {"risk/allocation": "best-placed"},
        story="street-demonstration",
        says=("Each party bears its own cost of waiting.", "Each party bears its own cost of a risk of the Pilot"),
        never="must pay the proven cost of mending or replacing the thing",
    ),
    "a matter reserved to the city, and an entry that waits for it": Pair(
        {"data/register": "schedule"},
        says=("20 business days, or the shorter time of another clause, after a written request",),
    ),
    "a memorandum without a refund, and an incident that costs": Pair(
        EACH_OWN,
        UNPAID | {"datasets.last-year": BROUGHT},
        document="mou",
        says=("except a cost that another clause that binds makes payable", "must pay the cost of a Privacy Incident"),
    ),
    "data that a partner keeps, and a register with a time for it": Pair(
        {"data/retention": "partner-retain", "data/register": "full-register", "data/control": "each-own"},
        {"datasets": {"level": OWN | {"holder": "maker"}}},
        says=("may keep Project Data, other than Personal Information", "states for one party ends what clause"),
    ),
    "own loss, and an incident that costs": Pair(
        OWN_LOSS,
        story="street-demonstration",
        says=("must pay the cost of a Privacy Incident", "For the cost of an incident with data that another clause"),
    ),
    "costs that are shared by the quarter, and a final account": Pair(
        {"funding/costs": "shared-pct"},
        UNPAID | {"funding.budget": "AUD 90,000"},
        says=("For the last quarter, the final account takes the place of that report",),
    ),
    "a city that bears what nobody owns, and an event that weather ends": Pair(
        {"risk/allocation": {"option": "city-default", "city_limit": "AUD 9,000"}, "term/term": "fixed-event"},
        story="street-demonstration",
        says=(
            "must pay the reasonable, proven extra cost that such a risk causes",
            "Whatever this agreement says of a risk, each party bears its own loss and cost if the event is moved",
            "If the City closes or cancels the event because its governing body has decided so, clause",
        ),
    ),
    "disputes left to the team, and a price": Pair(
        {"disputes/resolution": "board-final", "governance/decisions": "unanimous"} | TWO_TEAMS,
        asks="whoever is paid a price would give up the court for it and share no gain",
    ),
    "disputes left to the team, and the last word of the city": Pair(
        {"disputes/resolution": "board-final", "governance/decisions": "city-reserved"} | TWO_TEAMS,
        UNPAID,
        refused=("contradiction", "disputes/resolution: board-final needs governance/decisions: "),
    ),
    "disputes left to the team, and money that nobody disputes": Pair(
        {"disputes/resolution": "board-final", "governance/decisions": "unanimous"} | TWO_TEAMS,
        says=(
            "must not bring a court case about this agreement against the other party, except for",
            "an amount that is not in dispute, or that an expert has decided",
        ),
    ),
    "an arbitrator, and work without a price": Pair(
        {"disputes/resolution": "arbitration"},
        UNPAID,
        asks="an arbitrator costs more than most unpaid pilots are worth",
    ),
    "an arbitrator, and the courts of the place": Pair(
        {"disputes/resolution": "arbitration"},
        says=(
            "is decided for good by one arbitrator, under the WIPO Expedited Arbitration Rules",
            "names the law and, for what an arbitrator cannot decide, the courts",
        ),
        never="may bring a court case about a Dispute once",
    ),
    "the city's own figure, and a small firm": Pair(
        {"disputes/resolution": "court"}, asks="the case without which the figure of the city stands"
    ),
    "the city's own figure, and silence": Pair(
        {"disputes/resolution": "court"},
        says=(
            "which names the work, the day and the effect of silence",
            "the figure for which the Sensor Company has given proof holds as the outcome until a court",
        ),
    ),
    "an exit value, and parties that measure work differently": Pair(
        {"disputes/resolution": "ladder-mediation", "term/term": "mutual-notice"},
        says=(
            "in proportion to its work that was done by the Early End",
            "an expert decides it at the request of a party to the Dispute",
            "must pay the fee of a mediator, an adviser or an expert, and of whoever names one, in equal shares",
        ),
    ),
    "an expert who decides, and a court that decides otherwise": Pair(
        {"disputes/resolution": "ladder-expert"},
        says=(
            "is the outcome of the Dispute until a court decides otherwise",
            "makes no more than AUD 50,000 payable is final",
            "No expert changes a clause",
        ),
        never="The decision of the expert binds the parties to the Dispute, except",
    ),
    "a question about the work, and a dispute": Pair(
        {"governance/decisions": "city-reserved", "disputes/resolution": "ladder-mediation"},
        says=("Such a question is a Dispute only so far as a party says that the answer breaks this agreement",),
    ),
    "talks before court, and a claim that law wants by a day": Pair(
        {"disputes/resolution": "ladder-mediation"},
        story="california",
        says=(
            "The same holds for a claim or a case that law allows only until a certain day",
            "shall present a claim for money against",
        ),
    ),
    "a memorandum, and an answer that has an arbitrator": Pair(
        {"disputes/resolution": "arbitration"},
        document="mou",
        says=("Each party bears its own costs of those talks", "may bring a court case about such a dispute once"),
        never="arbitrator",
    ),
    "a pilot of some months, and nothing planned for its end": Pair(
        {"term/exit": "remove-only"}, refused=misfit("term/exit: remove-only")
    ),
    "an event of some days, and nothing planned for its end": Pair(
        {"term/exit": "remove-only", "term/term": "fixed-event"},
        story="street-demonstration",
        says=("within 24 hours after the Last Day", "each party bears its own loss and cost"),
        never="Exit Plan",
    ),
    "an event of six weeks, and a plan for its end": Pair(
        {"term/exit": "exit-plan", "term/term": "fixed-event"},
        {"pilot.end": "2027-04-20"},
        story="street-demonstration",
        says=("Exit Plan", "each party bears its own loss and cost"),
        never="Early End",
    ),
    "a service that runs on, and a licence that would end": Pair(
        {"term/exit": {"option": "exit-plan", "run_on_cap": "AUD 1,200"}},
        says=(
            "to run a service that residents use for up to 60 days longer",
            "This agreement, its licences included, goes on for that service alone",
            "without profit and up to AUD 1,200 for each month",
        ),
    ),
    "all partners named alike, and one partner": Pair(
        {"public/publicity": "equal-billing"}, refused=misfit("public/publicity: equal-billing")
    ),
    "a demonstration, and praise": Pair(
        {"procurement/basis": "no-effect", "public/publicity": "mutual-approval"},
        story="street-demonstration",
        says=("No party may say or suggest that the City recommends the product or will buy it",),
    ),
    "a reward that is a name, and publicity": Pair(
        {"public/publicity": "partner-reference"},
        says=("A reward that uses the name of the other party follows clause",),
        never="No reward lets a party use the name",
    ),
    "public money, and no record of conflicts": Pair(
        {"operations/probity": "statement"}, asks="public money is paid, and nobody records conflicts"
    ),
    "a log of what was told, and a bid": Pair(
        {"operations/probity": "mutual-log"},
        says=(
            "The wish to bid for a purchase that follows the Pilot is no Conflict of Interest",
            "what the Council tells the Sensor Company about a purchase that may follow the Pilot",
        ),
    ),
    "a device in a public space, and nobody is told": Pair(
        {"public/community": "none"}, refused=("required-issue", "public/community is left out")
    ),
    "people are recorded, and all that they get is a sign": Pair(
        {"public/community": "signage"},
        {"datasets": {"riders": PEOPLE | {"public_space": "yes"}}},
        asks="people are recorded in a public space, and a sign is all that they are told",
    ),
    "a pause for an objection, and the cost of waiting": Pair(
        {"public/community": "joint-plan", "risk/allocation": "best-placed"},
        says=(
            "pauses of a part are waiting for an answer to an objection up to 30 days in total",
            "each party bears its own cost of waiting for a permit, for a host, for an answer to an objection",
        ),
    ),
    "a pause for an objection, and no price": Pair(
        {"public/community": "joint-plan"},
        story="research",
        says=("may decide to pause the part of the Pilot concerned",),
        never="a suspension by the City",
    ),
    "conditions, and what binds before they are met": Pair(
        {"term/term": "mutual-notice"},
        says=(
            "This agreement binds the parties from the day on which the last party signs",
            "Until then no party has to work on the Pilot, let another use a place, or pay for either",
        ),
    ),
    "a university, and shares that it does not have": Pair(
        {"general/general": "full"},
        story="research",
        says=("a party must not transfer a right or duty without the written consent of the other party",),
        never="shares or votes",
    ),
    "two public bodies, and a request to either": Pair(
        {"information/public-information": "consult-then-city"},
        story="research",
        says=("discloses on request information that the other party supplied",),
    ),
    "an event, and numbers that nobody states": Pair(
        {"pilot/plan": "event"},
        story="street-demonstration",
        says=("must set up and staff what it shows", "is due on the first day of the Pilot"),
        never="states the numbers",
    ),
    "a Change that costs money, and who may accept it": Pair(
        {"change/control": "tiered"},
        says=("only once a person who may commit that money has accepted it in writing",),
    ),
    "an event, and a product that stands there without staff": Pair(
        {"term/exit": "remove-only"},
        story="street-demonstration",
        says=("must do so, or name who acts for it, within 24 hours after that notice",),
    ),
    "images of whoever passes, and an answer that lets information about people be handled": Pair(
        {"data/personal": "processor"},
        story="research",
        says=("pictures and sound of people become numbers inside the device, never leave it",),
        never="raw video",
    ),
    "instructions of a city, and police or a new firm that ask for what is about people": Pair(
        {"data/personal": "processor", "data/control": "city-control", "data/partner-use": "project-plus-improve"},
        story="research",
        says=(
            "prevails over every other clause about data",
            "and another one only with the written consent of the City",
            "do research and teach, with data that is about nobody or is De-identified",
        ),
        never="The other one may be used",
    ),
    "open data, and a partner that may sell none": Pair(
        {"data/control": "city-control"},
        says=("may use published open data as everyone may", "must give nothing but open data before that decision"),
    ),
    "pictures that have to leave the device, and a copy of all data": Pair(
        {"data/personal": {"option": "processor", "on_device": "no"}},
        story="two-cities",
        says=("No copy of raw video or raw audio is due", "within 72 hours after recording it"),
        never="become numbers inside the device",
    ),
    "residents served for the city, and nothing is mended": Pair(
        {"public/inclusion": "statement"},
        {"pilot.on_behalf": "yes"},
        asks="a partner serves residents on behalf of the city, and some of them could be shut out",
    ),
    "a limit for mending, and a rule of law": Pair(
        {"public/inclusion": "proportionate"},
        story="california",
        says=("asks for no more, unless law does", "gives residents meet that rule"),
    ),
}


def named(kind: str) -> pytest.MarkDecorator:
    """The pairs of a kind, by name."""
    return pytest.mark.parametrize("name", [name for name, each in PAIRS.items() if getattr(each, kind)])


@named("refused")
def test_a_pair_that_cannot_stand_is_refused(name: str) -> None:
    rule, words = PAIRS[name].refused
    assert [each for each in PAIRS[name].errors("We want both.") if each.startswith(f"{rule}: ") and words in each]


@named("asks")
def test_a_pair_that_is_seldom_wise_asks_a_reason(name: str) -> None:
    asked = [each for each in PAIRS[name].errors() if each.startswith("reason-asked: ")]
    assert [each for each in asked if PAIRS[name].asks in each]
    assert PAIRS[name].errors("We have looked at it.") == []


@named("says")
def test_a_pair_that_meets_in_one_bill_is_settled_by_a_sentence(name: str) -> None:
    pair = PAIRS[name]
    printed = text(sound(pair.tree("We want both."), pair.document))
    assert [each for each in pair.says if each not in printed] == []
    assert not pair.never or pair.never not in printed


@pytest.mark.parametrize("option", library("au-nsw").options["liability/cap"])
def test_every_limit_says_what_is_due_beside_it(option: str) -> None:
    assert {"payable", "beside"} <= library("au-nsw").options["liability/cap"][option].ids()
