"""The bad days that ship, against a table typed by hand: points, who may answer them, and what a memorandum answers."""

from __future__ import annotations

import pytest

from pactwright.facts.conditions import tests_in as conditions_in
from pactwright.library.load import loaded
from pactwright.library.model import BadDay

SHORT = {
    "P": "risk/allocation",
    "X": "term/exit",
    "T": "term/term",
    "L": "pilot/plan",
    "E": "roles/equipment",
    "S": "operations/site",
    "I": "liability/insurance",
    "N": "liability/indemnity",
    "C": "liability/cap",
    "M": "reward/milestones",
    "Y": "funding/payment",
    "F": "funding/costs",
    "G": "funding/grant",
    "B": "data/personal",
    "R": "data/security",
    "U": "data/partner-use",
    "K": "data/retention",
    "J": "ip/project-ip",
    "D": "disputes/resolution",
    "O": "public/community",
    "Q": "procurement/scale-up",
    "W": "reward/*",
    "V": "risk/overrun",
    "Z": "general/general",
    "A": "performance/levels",
    "H": "evaluation/learning",
    "@": "formation/status",
}
ALL = "act pay decide else after"
TABLE = {
    "equipment-lost": (
        "",
        (
            "act.report P, act.replace P, pay.first-band P, pay.loss P, pay.claim P, decide.trigger P, decide.above P,"
            " else.no-outcome P, else.refused P, after.breach P, after.dates L, after.place P"
        ),
    ),
    "equipment-fails": ("", "act.mend E, pay.mend E, decide.again E, else.end-part E, after.poor-result A"),
    "third-party-hurt": (
        "",
        (
            "act.safe S, act.report S, pay.claim N, pay.cover I, decide.defence N, else.safe S, after.limit C,"
            " after.restart S"
        ),
    ),
    "permit-late": ("", "act.apply T, pay.waiting P, decide.part T, else.long-stop T, after.dates L, after.money T"),
    "partner-late": ("", "act.notice ML, decide.cure-plan ML, else.last-date ML, pay.effect MY, after.dates L"),
    "city-late": (
        "",
        "act.notice L, pay.standing P, pay.interest Y, decide.stop-work Y, else.leave T, after.dates L",
    ),
    "city-cancels": (
        "act.notice after.results after.data",
        (
            "act.notice T, act.steps X, pay.accepted X, pay.begun X, pay.commitments X, pay.when X, decide.keep XE,"
            " else.unpaid Y, after.device X, after.results J, after.data K"
        ),
    ),
    "partner-leaves": (
        "act after",
        (
            "act.notice T, act.successor Z, pay.accepted X, pay.begun X, decide.go-on T, else.no-agreement T,"
            " after.licence J, after.data K"
        ),
    ),
    "partner-insolvent": (
        "",
        (
            "act.resume X, pay.accepted XM, pay.removal XM, decide.take-over X, else.stayed X, after.run-on X,"
            " after.collect X"
        ),
    ),
    "data-breach": (
        "act pay decide",
        "act.contain BR, act.tell BR, pay.cost BC, pay.cap BC@, decide.who-tells B, else.pause BR, after.report BR",
    ),
    "data-request": ("act", "act.notice U, decide.process U, else.refuse U, after.log U, pay.own U"),
    "funder-withdraws": ("", "act.tell G, pay.clawback G, decide.scope G, else.stop G, after.no-fault G"),
    "money-not-voted": ("", "act.tell F, pay.accepted F, decide.year F, else.no-duty F, after.end T"),
    "works-well": ("after.tender", "act.offer Q, decide.option Q, else.lapse Q, after.tender Q, pay.gain WF"),
    "parties-differ": (
        "act pay else after.urgent",
        "act.raise D, pay.mediator D, decide.levels D, else.missed D, after.work-on D, after.urgent D",
    ),
    "public-objects": ("", "act.answer O, decide.pause O, else.off O, after.change O, pay.waiting P"),
    "last-day": (
        "after.data",
        (
            "act.steps X, act.log-ins X, pay.removal X, pay.run-on X, pay.buy XE, decide.keep XE, else.not-cleared X,"
            " after.device XO, after.service XO, after.people XO, after.data K, after.report H"
        ),
    ),
    "cost-grows": (
        "",
        "act.forecast VF, pay.share VF, pay.cap VF, pay.rest VF, decide.stop VF, else.no-consent VF, after.account VF",
    ),
    "cover-lapses": ("", "act.tell I, pay.premium I, decide.pause I, else.end-part I, after.show I"),
}
ALWAYS = {"city-late", "city-cancels", "partner-leaves", "works-well", "last-day"}


@pytest.fixture(scope="module")
def days() -> dict[str, BadDay]:
    return dict(loaded("").seeds.bad_days)


def test_the_days_that_ship_are_those_of_the_table(days: dict[str, BadDay]) -> None:
    assert set(days) == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_each_point_is_answered_by_whom_the_table_names_and_in_the_documents_that_it_names(
    name: str, days: dict[str, BadDay]
) -> None:
    in_a_memorandum, typed = TABLE[name]
    points = dict(each.split() for each in typed.split(", "))
    assert days[name].points == {point: tuple(SHORT[each] for each in owners) for point, owners in points.items()}
    assert days[name].mou == tuple(in_a_memorandum.split())
    asked = [each for each in points if {each, each.partition(".")[0]} & {*in_a_memorandum.split()}]
    assert list(days[name].points_in("mou")) == asked
    assert days[name].points_in("pilot-agreement") == tuple(points)


def test_only_days_that_are_always_possible_have_no_facts(days: dict[str, BadDay]) -> None:
    assert {name for name, day in days.items() if not day.when} == ALWAYS


NO_FIXED_SUM = {"funding.at_cost is yes", "chosen.funding/costs is one of shared-pct, sponsor-share, target-cost"}
PAID = {"funding.paid is yes"}
PLACES = {"chosen.operations/site is given"}
MANY = {"parties.count is at least 3"}
DATA = {"document.kind is pilot-agreement", "data.shared_under_mou is yes"}
ASKED_ONLY = {
    "equipment-lost": {
        "pay.first-band": {"risks.units is at least 1"},
        "decide.above": {"risks.shared is yes"},
        "decide.trigger": {"risks.triggers is at least 1"},
        "else.no-outcome": {"risks.triggers is at least 1"},
    },
    "cost-grows": dict.fromkeys(("decide.stop", "else.no-consent", "after.account"), NO_FIXED_SUM),
    "partner-leaves": dict.fromkeys(("decide.go-on", "else.no-agreement"), MANY) | {"after.data": DATA},
    "city-late": dict.fromkeys(("pay.interest", "decide.stop-work"), PAID),
    "city-cancels": {"else.unpaid": PAID, "after.data": DATA},
    "partner-insolvent": {"pay.removal": PLACES},
    "last-day": dict.fromkeys(("pay.removal", "else.not-cleared"), PLACES) | {"after.data": DATA},
}


def test_a_point_that_some_facts_alone_raise_is_asked_where_they_hold(
    days: dict[str, BadDay],
) -> None:
    found = {
        name: {point: {str(test) for test in conditions_in(each)} for point, each in day.only_when.items()}
        for name, day in days.items()
        if day.only_when
    }
    assert found == ASKED_ONLY
