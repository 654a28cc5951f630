"""What the facts call for stands in the paper, or is told: one line for whoever typed them."""

from __future__ import annotations

import pytest

from pactwright.document import Paragraph, words
from tests.solving import FACTS
from tests.stories import ROOT, Tree, agreements, changed, draft, library, names, plain, spec_tree, tree_in

TARGET, SOLD = FACTS["funding.has_target_cost is yes"], FACTS["products.count is at least 1"]
PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")


def told(changes: Tree, rule: str) -> list[str]:
    """What a rule says of the example with some places changed."""
    return [str(each) for each in draft(changed(PILOT, changes)).findings if each.rule == rule]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"pilot.activities.1.what": "Record the names of visitors"}, "names"),
        ({"datasets.readings.about": "Feedback and dust"}, "feedback"),
        ({"project.outcomes.0.indicator": "Interviews with residents"}, "interviews"),
    ],
)
def test_a_table_that_names_people_is_told_beside_a_clause_that_lets_none_in(changes: Tree, word: str) -> None:
    [line] = told(changes, "watched-word")
    assert line.startswith(f"{next(iter(changes))}: warning: watched-word: ")
    assert f"speaks of {word}, and data/personal: no-personal lets in only what people give" in line


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"pilot.activities.1.what": "Rename the streets on the map"},
        {"pilot.activities.1.what": "Record names", "datasets.readings.personal": "yes"},
    ],
)
def test_what_names_nobody_or_may_name_people_is_left_alone(changes: Tree) -> None:
    assert told(changes, "watched-word") == []


def test_a_place_that_a_party_brings_has_terms_and_is_asked_for_in_the_plan() -> None:
    made = draft(changed(spec_tree("startup-pilot"), {"pilot.sites": None}), is_final=True)
    assert made.selection.issues["operations/site"].chosen == "licence-joint-plan"
    assert "pilot.sites" in [each.address for each in made.findings if each.level == "error"]


@pytest.mark.parametrize("name", names())
def test_what_does_not_bind_in_a_memorandum_reads_as_no_duty(name: str) -> None:
    parts = {plain(words(each.heading.runs)): each for each in agreements()[f"{name} mou"].articles}
    intended = [part for heading, part in parts.items() if "Intentions" in heading]
    blocks = [block for part in intended for clause in part.clauses for block in clause.blocks]
    said = [plain(words(block.runs)) for block in blocks if isinstance(block, Paragraph)]
    assert len(said) > 10
    assert [each for each in said if {"must", "shall"} & set(each.split())] == []


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
def test_each_amount_and_share_that_a_clause_prints_is_a_key_term_or_in_a_schedule(place: str) -> None:
    issues = library(place).issues.values()
    asked = ((each, issue.style.get("hidden-figure", ())) for issue in issues for each in issue.parameters.values())
    sums = [(each, kept) for each, kept in asked if each.type in {"money", "percent"} and not each.source]
    assert len(sums) > 20
    assert [each.address for each, kept in sums if not (each.key_term or each.shown or each.name in kept)] == []


@pytest.mark.parametrize(("sold", "answer"), [({}, "funding/costs#gain"), (SOLD, "reward/revenue#refund")])
def test_what_the_project_earns_has_one_answer_beside_a_share_of_what_it_saves(sold: Tree, answer: str) -> None:
    made = draft(changed(spec_tree("startup-pilot"), TARGET | sold))
    assert made.selection.issues["reward/gainshare"].option
    [gain] = [each for each in made.days if (each.day.id, each.point) == ("works-well", "pay.gain")]
    assert (gain.state, [each.name for each in gain.items]) == ("answered", [answer])
