"""What people leave behind in a hurry: lines copied and not changed, numbers of nothing, ranks twice, seats nowhere."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.spec.checks import problems
from pactwright.spec.placeholders import doubt
from tests.stories import ROOT, Tree, changed, draft, spec_of, tree_in

PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
DEMONSTRATION = tree_in(ROOT / "examples" / "future-street" / "spec.yml")


def found(changes: Tree, tree: Tree = PILOT) -> list[Finding]:
    """What the rules of a spec and of its draft find about an example with some places changed."""
    made = changed(tree, copy.deepcopy(changes))
    return [*problems_of(made), *draft(made).findings]


def problems_of(tree: Tree) -> list[Finding]:
    return list(problems(spec_of(tree)))


def told(changes: Tree, *rules: str) -> list[tuple[str, str, str]]:
    return [(each.rule, each.level, each.address) for each in found(changes) if each.rule in rules]


PAPERS: Any = [{"title": "Policy", "rank": "1"}, {"title": "Deed", "rank": "2"}]
SEAT: Any = {"party": "council", "name": "Alex Sample", "title": "Manager", "limit": "none"}
BRINGS: Any = {"party": "company", "kind": "staff", "what": "Time of the City Data team and of the street crew."}


@pytest.mark.parametrize(
    ("changes", "rule", "addresses"),
    [
        ({"papers": PAPERS}, "paper-rank", []),
        ({"papers": PAPERS, "papers.1.rank": "1"}, "paper-rank", ["papers.1.rank"]),
        ({"papers": [*PAPERS, {"title": "Plan"}, {"title": "Map"}]}, "paper-rank", []),
        ({"contributions.0.unit": None}, "no-unit", ["contributions.0.quantity"]),
        ({"contributions.0.unit": None, "contributions.0.quantity": None}, "no-unit", []),
        ({"contributions.0.quantity": "0"}, "no-unit", ["contributions.0.quantity"]),
        ({"parties.company.registration": "abn 00 000 000  001"}, "same-body", ["parties.company.registration"]),
        ({"parties.company.email": "Pilots@council.example"}, "same-body", ["parties.company.email"]),
        ({"parties.company.address": "1 Example Square, Exampleton NSW 2999"}, "same-body", []),
        (
            {"parties.company.signatories.1.name": "Robin Sample"},
            "same-body",
            ["parties.company.signatories.1.name"],
        ),
        ({"parties.company.lead.name": "Robin Sample"}, "same-body", []),
        ({"parties.company.lead.email": "alex.sample@council.example"}, "same-body", ["parties.company.lead.email"]),
        ({"parties.company.lead.email": "notices@exampleair.example"}, "same-body", []),  # the company's own
        ({"funding.option_later": "none"}, "option-value", ["procurement.options_value"]),
        ({"procurement.options_value": "nil"}, "option-value", ["procurement.options_value"]),
        ({"procurement.option_what": "none", "procurement.options_value": "nil"}, "option-value", []),
        ({"funding.option_later": None}, "option-value", []),
        (
            {"milestones.report.deliverable": "24 sensors mounted, calibrated and sending."},
            "same-entry",
            ["milestones.report.deliverable"],
        ),
        (
            {"pilot.activities.4.what": "Run the sensors and the public map"},
            "same-entry",
            ["pilot.activities.4.what"],
        ),
        ({"pilot.activities.3.what": "Run the sensors and the public map"}, "same-entry", []),  # who does it differs
        ({"contributions.1": {**BRINGS, "party": "council"}}, "same-entry", ["contributions.1.what"]),
        ({"contributions.1": BRINGS}, "same-entry", []),
        ({"pilot.out_of_scope": ["a public map of the readings"]}, "same-entry", ["pilot.out_of_scope.0"]),
        ({"risks.drift.event": "Pole approval comes late"}, "same-entry", ["risks.late-poles.event"]),
        ({"procurement.pilot_value": "480,000"}, "limits", ["procurement.pilot_value"]),
        ({"procurement.pilot_value": "479,999"}, "limits", []),
        ({"funding.budget": "480,000"}, "limits", ["funding.budget"]),
        ({"funding.budget": "480,000", "funding.pot": "yes"}, "limits", []),
        ({"funding.ceiling": "480,000"}, "limits", ["funding.ceiling"]),
        ({"funding.price": "4,800", "milestones": None}, "limits", ["procurement.pilot_value"]),
        ({"governance.people": [{**SEAT, "body": "Steering Committee"}]}, "unknown-body", ["governance.people.0.body"]),
        ({"governance.people": [{**SEAT, "body": "the Leads Meeting"}]}, "unknown-body", []),
        ({"governance.people": [{**SEAT, "body": "Audit Committee of the Council"}]}, "unknown-body", []),
        ({"governance.people": [SEAT]}, "unknown-body", []),
        ({"project.outcomes.0.source": "a count by hand"}, "outcome-source", ["project.outcomes.0.source"]),
        ({"project.outcomes.0.source": "READINGS of the street"}, "outcome-source", []),
        ({"project.outcomes.0.source": None}, "outcome-source", []),
        ({"project.outcomes.0.source": "a count by hand", "datasets": None}, "outcome-source", []),
    ],
)
def test_a_slip_is_a_remark_at_its_own_line(changes: Tree, rule: str, addresses: list[str]) -> None:
    assert told(changes, rule) == [(rule, "warning", each) for each in addresses]


def test_the_examples_make_no_slip() -> None:
    rules = {"option-value", "same-entry", "same-body", "paper-rank", "no-unit", "unknown-body", "limits"}
    rules |= {"outcome-source"}
    for tree in (PILOT, DEMONSTRATION):
        assert [str(each) for each in found({}, tree) if each.rule in rules] == []


def test_the_terms_of_a_host_are_asked_for_where_a_clause_says_that_they_apply() -> None:
    without = changed(PILOT, {"outsiders.network.terms": None})
    [gap] = [each for each in draft(without, is_final=True).findings if each.level == "error"]
    assert (gap.rule, gap.address) == ("gap-in-final", "outsiders.network.terms")
    funder = changed(without, {"outsiders.network.part": "convenor", "pilot.sites.station-street.owner": "council"})
    assert [each for each in draft(funder, is_final=True).findings if each.level == "error"] == []
    nil = changed(PILOT, {"outsiders.network.terms": ["none"]})
    assert draft(nil, is_final=True).is_sound


@pytest.mark.parametrize("address", ["pilot.in_scope", "datasets.readings.kept_in"])
def test_none_in_a_list_is_no_entry_of_it(address: str) -> None:
    said = [(each.rule, each.level, each.address) for each in found({address: ["none"]}) if each.rule == "placeholder"]
    assert said == [("placeholder", "warning", f"{address}.0")]
    assert not draft(changed(PILOT, {address: ["none"]}), is_final=True).is_sound


def test_none_is_an_answer_in_a_list_of_what_is_left_out() -> None:
    assert draft(changed(PILOT, {"pilot.out_of_scope": ["none"]}), is_final=True).is_sound


@pytest.mark.parametrize("typed", ["-", "–", "—", "--", "...", "tbc", "n/a"])  # noqa: RUF001 - dashes that people type
@pytest.mark.parametrize("address", ["funding.budget", "funding.price", "milestones.report.amount"])
def test_a_dash_for_an_amount_is_asked_back_as_one_that_is_not_known(address: str, typed: str) -> None:
    with pytest.raises(InputError) as refused:
        spec_of(changed(PILOT, {address: typed}))
    [problem] = refused.value.findings
    assert (problem.address, problem.fix) == (address, "leave it empty until it is known")


def test_the_name_of_a_working_copy_is_none_for_a_project() -> None:
    for title in ("Copy of Kerb-side air", "Kerb-side air FINAL v2", "Kerb-side air (draft)"):
        assert doubt(title, "title"), title
        assert not draft(changed(PILOT, {"project.title": title}), is_final=True).is_sound
        sure = changed(PILOT, {"project.title": title, "sure": ["project.title"]})
        assert draft(sure, is_final=True).is_sound
