"""What an issue, an option or a place lists for somebody to confirm stands on the sheet beside a final."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.drafting import Draft
from tests import stories
from tests.library.base import TERM, told
from tests.stories import Tree, changed, spec_tree

STORY = spec_tree("startup-pilot")
THRESHOLD = "au-nsw#tender-threshold"


def listed(made: Draft) -> dict[str, tuple[str, str]]:
    """What the sheet lists: what and who, by the name under which it is listed."""
    assert made.sheet
    rows = next(each.rows for each in made.sheet.tables if each.id == "confirm")
    return {name: (what, who) for what, who, name in rows}


def test_the_sheet_says_what_is_to_be_confirmed_and_by_whom() -> None:
    found = listed(stories.sound(STORY, is_final=True))
    what = "the insurance of the Sensor Company covers what it can owe under this clause"
    assert found["liability/cap#insured"] == (what, "The Sensor Company")
    assert found["formation/parties#authority"][1] == "The parties"


def test_what_belongs_to_a_clause_that_does_not_stand_is_not_asked() -> None:
    assert "liability/cap#insured" not in listed(stories.sound(STORY, "mou", is_final=True))


def test_a_condition_decides_whether_a_place_asks() -> None:
    below: Tree = {"procurement.route": "below-threshold", "procurement.pilot_value": "AUD 25,000"}
    assert THRESHOLD not in listed(stories.sound(STORY, is_final=True))
    [made] = [stories.draft(changed(STORY, below), is_final=True)]
    assert "section 55 of the Local Government Act 1993 (NSW)" in listed(made)[THRESHOLD][0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{id: a, text: it is so, owner: council}", 'unknown-owner: "council" is nobody'),
        ("{id: a, text: it is so, owner: all, source: nowhere}", 'unknown-source: "nowhere" is not a source'),
        ('{id: a, text: "{{ nothing }} is so", owner: all}', "unknown-blank"),
        ("{id: a, text: it is so, owner: all}\n  - {id: a, text: it is, owner: all}", 'repeated-id: "a" stands twice'),
        ("{id: a, owner: all}", 'missing-key: "text" is missing'),
        (
            "{id: a, text: it is so, owner: all, when: [{funding.pay: yes}]}",
            'unknown-fact: "funding.pay" is not a fact',
        ),
    ],
)
def test_a_mistake_in_what_is_to_be_confirmed_is_found(tmp_path: Path, line: str, said: str) -> None:
    issue = "clauses/term/term/issue.yml"
    found = told(tmp_path, {issue: f"{TERM}confirm:\n  - {line}\n"})
    assert [each for each in found if said in each and each.startswith(issue)]


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("datasets", "data/personal#no-data"),
        ("risks", "risk/allocation#no-risks"),
        ("ip", "ip/project-ip#no-background"),
        ("contributions", "roles/contributions#no-contributions"),
        ("conditions", "term/term#no-conditions"),
    ],
)
def test_a_list_that_is_left_out_is_not_taken_for_an_empty_one_without_a_word(group: str, name: str) -> None:
    assert name not in listed(stories.sound(STORY, is_final=True))
    made = stories.draft({key: value for key, value in STORY.items() if key != group}, is_final=True)
    assert "for " in listed(made)[name][0]
    assert listed(made)[name][1] == "The parties"


@pytest.mark.parametrize("option", ["city-control", "city-owns"])
def test_the_sheet_says_where_the_register_and_the_clause_on_control_differ(option: str) -> None:
    name, held = "data/control#decided-elsewhere", f"datasets.{next(iter(STORY['datasets']))}"
    choice: Tree = {"choices.data/control": {"option": option, "reason": "So it is agreed."}}
    assert name not in listed(stories.draft(changed(STORY, choice), is_final=True))
    maker_decides: Tree = {**choice, f"{held}.controller": "maker", f"{held}.processor": "city"}
    what, who = listed(stories.draft(changed(STORY, maker_decides), is_final=True))[name]
    assert "gives Control of it to the Council" in what
    assert who == "The Council"
