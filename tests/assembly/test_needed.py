"""What is needed follows from what is printed: each fact that a clause relies on, in each row, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pactwright.document import Table, words
from pactwright.drafting import Draft
from pactwright.service import drafts_of, read
from pactwright.spec.form import place_at
from tests.assembly.planted import planted
from tests.stories import ROOT, Tree, as_yaml, changed, draft, plain, spec_tree, tree_in

PILOT: Tree = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
PERSONAL: Tree = {
    "datasets.readings.personal": "yes",
    "datasets.readings.people": "people who walk past",
    "datasets.readings.processor": "company",
    "datasets.readings.subprocessors": ["none"],
}
JOINT: Tree = {"option": "joint", "reason": "We decide together.", "tasks": {"council": "telling people"}}


def refused(changes: Tree, base: Tree = PILOT, document: str = "pilot-agreement") -> list[str]:
    """The addresses at which a final of a changed spec is refused."""
    made = draft(changed(base, changes), document, is_final=True)
    return [each.address for each in made.findings if each.level == "error"]


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({**PERSONAL, "datasets.readings.controller": None}, "datasets.readings.controller"),
        ({**PERSONAL, "choices.data/personal": JOINT}, "choices.data/personal.tasks.company"),
        ({**PERSONAL, "datasets.readings.processor": None}, "datasets.readings.processor"),
        ({**PERSONAL, "datasets.readings.people": None}, "datasets.readings.people"),
        ({**PERSONAL, "datasets.readings.kept_in": None}, "datasets.readings.kept_in"),
        ({**PERSONAL, "datasets.readings.subprocessors": None}, "datasets.readings.subprocessors"),
        ({"datasets.readings.holder": None}, "datasets.readings.holder"),
        ({"parties.council.approval": None}, "parties.council.approval.body"),
        ({"project.outcomes.1.baseline": None}, "project.outcomes.1.baseline"),
        ({"project.outcomes.2.measured_by": None}, "project.outcomes.2.measured_by"),
        ({"project.outcomes.0.source": None}, "project.outcomes.0.source"),
        ({"datasets.readings.retention": None}, "datasets.readings.retention"),
        ({"datasets.station.retention": None}, "datasets.station.retention"),
        ({"datasets.readings.purpose": None}, "datasets.readings.purpose"),
        ({"datasets.readings.personal": None}, "datasets.readings.personal"),
        ({"risks.vandalism.shares": None}, "risks.vandalism.shares"),
        ({"risks.vandalism.unit": None}, "risks.vandalism.unit"),
        ({"risks.vandalism.unit_value": None}, "risks.vandalism.unit_value"),
        ({"risks.drift.owner": None}, "risks.drift.owner"),
        ({"risks.drift.response": None}, "risks.drift.response"),
        ({"choices.risk/allocation.shared_limit": None}, "choices.risk/allocation.shared_limit"),
        ({"ip.items.0.owner": None}, "ip.items.0.owner"),
        ({"ip.background.0.restrictions": None}, "ip.background.0.restrictions"),
        ({"pilot.sites.parade.owner": None}, "pilot.sites.parade.owner"),
        ({"pilot.sites.parade.access": None}, "pilot.sites.parade.access"),
        ({"pilot.activities": None}, "pilot.activities"),
        ({"pilot.activities": []}, "pilot.activities"),
        ({"pilot.activities.1.who": None}, "pilot.activities.1.who"),
        ({"pilot.in_scope": None}, "pilot.in_scope"),
        ({"milestones.sensors-up.payer": None}, "milestones.sensors-up.payer"),
        ({"milestones.report.payee": None}, "milestones.report.payee"),
        ({"milestones.map-live.amount": None}, "milestones.map-live.amount"),
        ({"conditions.poles.responsible": None}, "conditions.poles.responsible"),
        ({"conditions.poles.by": None}, "conditions.poles.by"),
        ({"procurement.notice": None}, "procurement.notice"),
        ({"parties.company.email": None}, "parties.company.email"),
        ({"parties.company.signatories.1.title": None}, "parties.company.signatories.1.title"),
    ],
)
def test_a_fact_that_a_clause_relies_on_is_refused_where_it_is_missing(changes: Tree, address: str) -> None:
    assert refused(changes) == [address]


@pytest.mark.parametrize(
    "changes",
    [
        {"datasets.readings.controller": None},  # it holds nothing about people
        {"datasets.readings.processor": None},
        {**PERSONAL, "datasets.station.people": None},
        {"risks.drift.shares": None},
        {"risks.drift.trigger": None},
        {"contributions.0.evidence": None},
        {"contributions.0.by": None},
        {"parties.company.lead": None},
        {"pilot.quantities": None},
        {"pilot.sites": None},
        {"datasets": None},
        {"risks": None},
        {"conditions": None},
        {"contributions": None},
        {"ip": None},
        {"rewards": None},
    ],
)
def test_what_no_clause_relies_on_may_stay_out(changes: Tree) -> None:
    assert refused(changes) == []


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({"datasets.charge.retention": None}, "datasets.charge.retention"),
        ({"datasets.seats.processor": None}, "datasets.seats.processor"),
        ({"risks.harm.shares": None}, "risks.harm.shares"),
        ({"risks.theft.owner": None}, "risks.theft.owner"),
        ({"ip.items.1.owner": None}, "ip.items.1.owner"),
        ({"contributions.3.party": None}, "contributions.3.party"),
        ({"contributions.3.method": None}, "contributions.3.method"),
        ({"conditions.heritage.by": None}, "conditions.heritage.by"),
        ({"pilot.sites.market.owner": None}, "pilot.sites.market.owner"),
    ],
)
def test_with_five_parties_the_same_holds_in_the_row_that_lacks_it(changes: Tree, address: str) -> None:
    champion = {"option": "board-champion", "reason": "A small group settles it.", "champion_limit": "AUD 2,000"}
    typed = changed(spec_tree("two-cities"), {"choices.governance/structure": champion})
    assert refused(changes, typed) == [address]


@pytest.mark.parametrize(
    ("changes", "addresses"),
    [
        ({"pilot.in_scope": None}, ["pilot.in_scope"]),
        ({"datasets.station.purpose": None}, ["datasets.station.purpose"]),
        ({"datasets.station.retention": None}, ["datasets.station.retention"]),
        ({"milestones.map-live.amount": None}, []),
        ({"risks.drift.owner": None}, []),
    ],
)
def test_a_memorandum_asks_for_what_its_own_sentences_rely_on(changes: Tree, addresses: list[str]) -> None:
    assert refused(changes, document="mou") == addresses


def test_a_site_of_somebody_who_is_no_party_has_an_owner_all_the_same() -> None:
    assert refused({"pilot.sites.parade.owner": "network"}) == []


@pytest.mark.parametrize(
    ("changes", "schedule"),
    [
        ({"ip.background.0.restrictions": "none"}, "ip"),
        ({"pilot.activities.2.by": "none"}, "pilot-plan"),
        ({"conditions.poles.by": "none"}, "conditions"),
        ({"contributions.0.by": "none"}, "contributions"),
    ],
)
def test_none_is_an_answer_and_is_said(changes: Tree, schedule: str) -> None:
    assert refused(changes) == []
    before, after = (said(draft(tree), schedule).split("\n").count("none") for tree in (PILOT, changed(PILOT, changes)))
    assert after == before + 1


def test_a_default_of_the_house_is_no_gap(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "defaults.yml").write_text("risk/allocation:\n  shared_limit: AUD 2,400\n", "utf-8")
    spec = tmp_path / "spec.yml"
    spec.write_text(as_yaml(changed(PILOT, {"choices.risk/allocation.shared_limit": None})), "utf-8")
    for house, is_sound in ((None, False), (tmp_path / "house", True)):
        [made] = drafts_of(read(spec, house), ("pilot-agreement",), is_final=True)
        assert made.is_sound == is_sound


def test_a_role_that_a_clause_names_and_nobody_has_is_asked_for() -> None:
    made = planted("1. {{ evaluator }} must report.", spec_tree("startup-pilot"))
    assert [each.address for each in made.agreement.gaps] == ["parties (evaluator)"]


def test_under_a_sentence_that_may_fall_away_only_its_fact_is_asked_for() -> None:
    """Whether the data is about people is not known, so nobody is asked yet who decides and who handles it."""
    changes = {f"datasets.readings.{name}": None for name in ("personal", "processor", "people", "controller")}
    assert refused(changes) == ["datasets.readings.personal"]


def test_one_fact_is_one_point_however_often_it_prints() -> None:
    made = draft(changed(PILOT, {"pilot.start": None, "pilot.end": None, "date": None}))
    asked = [each.address for each in made.agreement.gaps]
    assert sorted(asked) == ["date", "pilot.end", "pilot.start"]


def test_a_row_is_asked_of_the_party_whose_row_it_is() -> None:
    points = draft(changed(PILOT, {"ip.background.0.restrictions": None})).agreement.gaps
    assert [words(each.owner) for each in points] == ["The Company"]


def test_a_gap_is_told_on_the_line_of_its_row(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yml"
    spec.write_text(
        as_yaml(changed(PILOT, {"datasets.station.holder": None, "milestones.report.payer": None})), "utf-8"
    )
    lines = spec.read_text("utf-8").split("\n")
    [made] = drafts_of(read(spec), ("pilot-agreement",), is_final=True)
    places = [each.place for each in made.findings if each.level == "error"]
    assert places == [f"{spec}:{lines.index(row) + 1}:3" for row in ("  report:", "  station:")]


def said(made: Draft, schedule: str) -> str:
    """Everything that the tables of a schedule say."""
    blocks = next(each.blocks for each in made.agreement.schedules if each.id == schedule)
    return plain("\n".join(words(c) for b in blocks if isinstance(b, Table) for row in b.rows for c in row))


def test_what_a_cell_holds_beside_its_first_fact_carries_its_name() -> None:
    """So that nothing slides up: a place where data is kept is not read as the party that holds it."""
    made = draft(changed(PILOT, {"datasets.readings.holder": None}))
    assert "[Held by (Air readings): the Council to supply]\nKept in: Sydney, Australia" in said(made, "data-register")
    assert "Cause: dust and heat\nEffect: readings cannot be compared" in said(made, "risk-register")


def test_a_column_that_a_sentence_points_at_stands_even_where_it_is_empty() -> None:
    changes = {f"datasets.{row}.{name}": None for row in ("readings", "station") for name in ("format", "kept_in")}
    made = draft(changed(PILOT, {**PERSONAL, **changes, "datasets.readings.processor": None}))
    blocks = next(each.blocks for each in made.agreement.schedules if each.id == "data-register")
    tables = [block for block in blocks if isinstance(block, Table)]
    assert "Handled by" in [column.heading for table in tables for column in table.columns]


def test_a_demonstration_is_final_after_few_answers() -> None:
    """From the form of `new`, filling in only what is asked for, one answer at a time."""
    tree = started("demonstrator")
    answers = 0
    while asked := refused({}, tree):
        for address in dict.fromkeys(asked):
            answers += leaves(answer(address))
            tree = changed(tree, {address: answer(address)})
        tree["open"] = [each for each in tree.get("open", []) if each["fact"] not in asked]
        assert answers <= 60
    assert answers > 10


def started(model: str) -> Tree:
    """The form of a model as a tree, without the keys that nobody has filled in."""
    form = (ROOT / "templates" / "specs" / f"{model}.yml").read_text("utf-8")
    tree: Tree = filled(yaml.load(form, Loader=yaml.BaseLoader))  # noqa: S506 - text only
    return tree


def filled(tree: Any) -> Any:  # noqa: ANN401 - a tree of text
    """A tree without empty keys."""
    if isinstance(tree, list):
        return [filled(each) for each in tree]
    if not isinstance(tree, dict):
        return tree
    below = {key: filled(value) for key, value in tree.items()}
    return {key: value for key, value in below.items() if value}


ANSWERS: Tree = {
    "date": "2027-02-01",
    "pilot.start": "2027-03-01",
    "pilot.end": "2027-03-03",
    "pilot.out_of_scope": ["Selling"],
    "pilot.quantities": [{"what": "stands", "planned": "10"}],
    "pilot.activities": [{"what": "Set up the displays", "who": "exhibitor-a"}],
    "procurement.route": "no-effect",
    "pilot.on_behalf": "no",
    "parties.exhibitor-a.company_secretary": "same",
    "funding.price": "nil",
    "money.currency": "AUD",
    "money.tax": "exclusive",
    "choices.term/term.end_cost_cap": "nil",
}


def answer(address: str) -> Any:  # noqa: ANN401 - a tree of text
    """What a city could type at an address."""
    place = place_at(address)
    assert place
    if address in ANSWERS:
        return ANSWERS[address]
    assert (place.shape, place.reads) == ("value", "text"), address
    return "mail@example.org" if address.endswith("email") else f"The {address.replace('.', ' ')} of the event"


def leaves(tree: object) -> int:
    """How many values a tree holds."""
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else None
    return 1 if below is None else sum(map(leaves, below))
