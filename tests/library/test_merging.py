"""Tables of a house or a place over ours: an entry is replaced, added or withdrawn by its id, and the rest stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.base import NORTH, library, told

SEATS = "governance: {parts: {seats: {heading: Seats in the team}}}\n"
VOTES = (
    "governance:\n  parts:\n    votes:\n      heading: Votes\n      rows: parties\n      after: seats\n"
    "      columns:\n        - {heading: Party, show: name, width: 100}\n"
)


def test_a_part_of_a_schedule_changes_by_the_keys_that_a_house_gives(tmp_path: Path) -> None:
    before, after = library(tmp_path), library(tmp_path, house={"schedules.yml": SEATS})
    [old], [new] = before.schedules["governance"].parts, after.schedules["governance"].parts
    assert (new.heading, new.columns, new.per) == ("Seats in the team", old.columns, old.per)
    assert after.schedules["budget"] == before.schedules["budget"]


def test_a_house_adds_a_part_and_a_schedule_and_takes_one_out(tmp_path: Path) -> None:
    made = library(tmp_path, house={"schedules.yml": VOTES}).schedules
    assert [part.id for part in made["governance"].parts] == ["seats", "votes"]
    own = (
        "extra:\n  title: Extra\n  after: budget\n  parts:\n"
        "    all: {heading: All, columns: [{heading: W, show: when}]}\n"
    )
    made = library(tmp_path, house={"schedules.yml": VOTES + own}).schedules
    assert list(made) == ["budget", "extra", "governance"]
    house = {"schedules.yml": VOTES.replace("after: seats", "drop: yes")}
    place = {"clauses/jurisdictions/south/schedules.yml": VOTES}
    south = library(tmp_path, place, place="south", house=house).schedules
    assert [part.id for part in south["governance"].parts] == ["seats"]


def test_what_is_wrong_with_a_part_is_told_in_the_file_that_wrote_it(tmp_path: Path) -> None:
    narrow = VOTES.replace("width: 100", "width: 90")
    said = told(tmp_path, house={"schedules.yml": narrow})
    assert said == ["house/schedules.yml:7:7: error: widths: the widths sum to 90; 100"]
    wide = "governance: {parts: {seats: {columns: [{heading: Party, show: name, wide: 1}]}}}\n"
    [line] = told(tmp_path, house={"schedules.yml": wide})
    assert line.startswith('house/schedules.yml:1:69: error: unknown-key: "wide"')


def test_a_part_in_use_that_a_house_takes_out_is_named_by_what_uses_it(tmp_path: Path) -> None:
    lines = told(tmp_path, house={"schedules.yml": "governance: {parts: {seats: {drop: yes}}}\n"})
    assert any(line.startswith("clauses/governance/structure/issue.yml:") for line in lines)


GUIDE = "team-guide: {title: The second guide}\n"


def test_a_source_and_a_term_change_by_the_keys_that_a_house_gives(tmp_path: Path) -> None:
    made = library(tmp_path, house={"sources.yml": GUIDE, "terms.yml": "Project: {prints: the Works}\n"})
    assert made.sources["team-guide"]["title"] == "The second guide"
    assert made.sources["team-guide"]["publisher"] == "Example City"
    assert made.terms["Project"].prints == "the Works"
    assert made.terms["Project"].means == library(tmp_path).terms["Project"].means


def test_a_term_that_nothing_uses_may_be_taken_out_and_one_in_use_may_not(tmp_path: Path) -> None:
    made = library(tmp_path, house={"terms.yml": "Cost Plan: {drop: yes}\n"})
    assert "Cost Plan" not in made.terms
    [line] = told(tmp_path, house={"terms.yml": "# ours\nProject Data: {drop: yes}\n"})
    assert line.startswith('house/terms.yml:2:1: error: term: "Project Data" is taken out, and clauses/')
    again = {"clauses/jurisdictions/south/terms.yml": "Project Data: {drop: yes}\n"}
    house = {"terms.yml": "Project Data: {means: what the sensors send, plural: none}\n"}
    assert "Project Data" in library(tmp_path, again, place="south", house=house).terms


LAW = "title: Northland\nlaw: {%s}\n"


def test_a_house_or_a_place_takes_law_out_that_lies_below_it(tmp_path: Path) -> None:
    own = NORTH.replace(
        "  flags:", "    tender_months:\n      - {value: 3, unit: months, valid_from: 2020-01-01}\n  flags:"
    )
    base = {"clauses/jurisdictions/north/jurisdiction.yml": own}
    assert "tender_months" in library(tmp_path, base, place="north").jurisdiction.figures
    house = {"jurisdictions/north/jurisdiction.yml": "law: {figures: {tender_months: {drop: yes}}}\n"}
    assert "tender_months" not in library(tmp_path, base, place="north", house=house).jurisdiction.figures
    assert "tender_months" not in library(tmp_path, base, place="south", house=house).jurisdiction.figures
    flag = {"jurisdictions/north/jurisdiction.yml": "law: {flags: {has_moral_rights: {drop: yes}}}\n"}
    assert "has_moral_rights" not in library(tmp_path, place="north", house=flag).jurisdiction.law


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "schedules.yml",
            "budgt: {drop: yes}",
            '"budgt" is no schedule; one of budget, governance; did you mean "budget"?',
        ),
        ("schedules.yml", "budget: {parts: {costs: {drop: yes}}}", '"costs" is no part of budget; one of milestones'),
        ("schedules.yml", "budget: {after: costs}", '"costs" is no schedule; one of budget, governance'),
        ("schedules.yml", "budget: {drop: perhaps}", '"perhaps" is not an answer; yes or no'),
        (
            "sources.yml",
            "team-guid: {drop: yes}",
            '"team-guid" is no source; one of team-guide; did you mean "team-guide"?',
        ),
        ("terms.yml", "Projects: {drop: yes}", '"Projects" is no term; one of Project, '),
        ("vocabulary.yml", "kinds: {compny: {drop: yes}}", '"compny" is no word of kinds; one of council, company'),
        (
            "jurisdictions/north/jurisdiction.yml",
            "law: {names: {privcy_act: {drop: yes}}}",
            '"privcy_act" is no law of the place; one of place, privacy_act, ',
        ),
    ],
)
def test_what_is_withdrawn_and_is_not_there_is_an_error_at_its_line(
    tmp_path: Path, file: str, text: str, said: str
) -> None:
    lines = told(tmp_path, house={file: f"# of our city\n{text}\n"}, place="north")
    assert lines
    assert all(line.startswith(f"house/{file}:2:") for line in lines)
    assert any(said in line for line in lines)
