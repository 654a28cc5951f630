"""What a place changes in library text, what it leaves alone, and what that does to a clause's version."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.library.figures import figure_on
from pactwright.library.model import Jurisdiction
from pactwright.library.transforms import Transform
from pactwright.spec.scalars import date
from pactwright.wording.parse import parsed_text
from pactwright.wording.parts import plain
from tests.library.base import VOCABULARY, library, swapped

SOUTH = Jurisdiction(
    "south",
    "Southland",
    verb="shall",
    words={"clause": "section", "clauses": "sections", "schedule": "exhibit"},
    spelling={"programme": "program", "licence": "license", "licences": "licenses", "whilst": "while"},
)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("must", "shall"),
        ("A party must act.", "A party shall act."),
        ("Must it?", "Shall it?"),
        ("mustard and a must-have", "mustard and a must-have"),
        ("this clause and other clauses", "this section and other sections"),
        ("a subclause", "a subclause"),
        ("the schedule", "the exhibit"),
        ("Licence, licences, LICENCE", "License, licenses, LICENSE"),
        ("licenced", "licenced"),
        ("Programme whilst programmes", "Program while programmes"),
        ("nothing to change", "nothing to change"),
    ],
)
def test_whole_words_change_and_keep_their_capitals(text: str, changed: str) -> None:
    assert Transform(SOUTH).text(text) == changed


def test_a_place_that_changes_nothing_changes_nothing() -> None:
    assert Transform(Jurisdiction("north", "Northland")).text("A party must see the clause.") == (
        "A party must see the clause."
    )


def test_blanks_references_and_definitions_are_never_changed() -> None:
    text = "{{ licence | money }} must [[clause/licence#must]] **Must Licence** {{ law.programme }} licence"
    assert plain(Transform(SOUTH).parts(parsed_text(text)[0])) == (
        "{{ licence | money }} shall [[clause/licence#must]] **Must Licence** {{ law.programme }} license"
    )


def test_wordings_headings_phrases_and_terms_change_and_names_of_law_do_not(tmp_path: Path) -> None:
    changes = {
        **swapped("clauses/governance/structure/issue.yml", "heading: Governance", "heading: The programme"),
        **swapped("clauses/liability/cap/issue.yml", "injury to a person", "loss of a licence"),
        **swapped("clauses/terms.yml", "data that the Project makes", "data of the programme"),
        **swapped("clauses/governance/structure/lead.md", "decides: the Steering Team", "decides: the programme team"),
        "clauses/vocabulary.yml": VOCABULARY.replace("whose site it is", "that gives a licence").replace(
            "the party that [[schedule:budget#milestones: payer]] names as payer", "the party that pays for a licence"
        ),
    }
    made = library(tmp_path, changes, place="south")
    team = made.options["governance/structure"]["team"].wordings["agreement"]
    assert plain(team.sections[0].items[0].parts).startswith("{{ party | all }} shall meet as a team")
    assert made.issues["governance/structure"].heading == "The program"
    assert made.options["governance/structure"]["lead"].provides["decides"] == "the program team"
    assert plain(made.issues["liability/cap"].parameters["losses"].values[0].parts) == "loss of a license"
    assert plain(made.terms["Project Data"].means) == "data of the program"
    assert plain(made.columns["milestones.payer"].means) == "the party that pays for a license"
    assert plain(made.concerned["city"].means) == "{{ city | a }} that gives a license"
    assert made.jurisdiction.law["privacy_act"] == "Personal Data Programme Act"


def test_a_term_keeps_its_name_and_prints_as_its_place_spells_it(tmp_path: Path) -> None:
    terms = swapped("clauses/terms.yml", "End Date:", "Licence Fee:\n  means: a fee\nEnd Date:")
    term = library(tmp_path, terms, place="south").terms["Licence Fee"]
    assert (term.name, term.prints) == ("Licence Fee", "License Fee")


def test_the_house_wording_is_changed_like_the_library(tmp_path: Path) -> None:
    fixed = "---\noverlay: yes\n---\n\n# Agreement\n\n1. {#notice} {{ party | a }} must organise it.\n"
    made = library(tmp_path, place="south", house={"term/term/fixed.md": fixed})
    texts = [plain(item.parts) for item in made.options["term/term"]["fixed"].wordings["agreement"].walk()]
    assert "{{ party | a }} shall organize it." in texts


@pytest.mark.parametrize(
    ("day", "value"), [("2019-12-31", None), ("2020-01-01", "50000"), ("2025-12-31", "50000"), ("2026-01-01", "70000")]
)
def test_a_figure_is_the_one_that_applied_on_the_day(tmp_path: Path, day: str, value: str | None) -> None:
    place = library(tmp_path, place="south").jurisdiction
    figure = figure_on(place, "tender_threshold", date(day))
    assert (figure.value if figure else None) == value
    assert figure_on(place, "tender_threshold", None) is None
    assert figure_on(place, "another", date(day)) is None


FIXED, CAP = "clauses/liability/cap/fixed.md", "clauses/liability/cap/issue.yml"


@pytest.mark.parametrize(
    "changes",
    [
        swapped(FIXED, "at most", "not more than"),
        swapped(FIXED, "{#limit}", "{#limits}"),
        swapped(FIXED, "except for:\n   1. {{ losses | items }}", "except for these losses."),
        swapped(FIXED, "# Note", "# Statement\n\n1. It is so.\n\n# Note"),
        swapped(CAP, "    default: AUD 50,000\n", "    default: AUD 60,000\n"),
        swapped(CAP, "    max: 10\n", "    max: 12\n"),
        swapped(CAP, "injury to a person", "injury to anybody"),
        swapped(CAP, "  amount:\n", "  sum:\n    type: text\n    ask: What?\n  amount:\n"),
    ],
    ids=lambda value: str(value)[-60:],
)
def test_the_version_of_a_clause_changes_with_its_wording_and_its_parameters(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    assert _version(tmp_path / "new", changes) != _version(tmp_path / "old", {})


@pytest.mark.parametrize(
    "changes",
    [
        swapped(FIXED, "Simple.", "Simple, and quick to agree."),
        swapped(FIXED, "title: A fixed amount", "title: An amount that is fixed"),
        swapped(FIXED, "review: {status: draft}", "review: {status: reviewed, by: A. Lawyer, date: 2026-11-01}"),
        swapped(CAP, "What is the limit?", "How high is the limit?"),
        swapped(FIXED, "1. {#limit}", "7. {#limit}"),
        swapped("clauses/liability/cap/multiple.md", "at most", "not more than"),
    ],
    ids=lambda value: str(value)[-60:],
)
def test_the_version_of_a_clause_stays_when_notes_change(tmp_path: Path, changes: dict[str, str]) -> None:
    assert _version(tmp_path / "new", changes) == _version(tmp_path / "old", {})


def test_and_is_another_version_than_or_and_so_is_another_level(tmp_path: Path) -> None:
    path, who = "clauses/governance/structure/team.md", "      2. who was there."
    three = swapped(path, who, f"{who[:-1]};\n      3. what is next.")
    changes = {
        "or": three,
        "and": {path: three[path].replace("decided; or", "decided; and")},
        "up": {path: three[path].replace("      3. what", "   3. what")},
    }
    made = {_version(tmp_path / name, files, "governance/structure/team") for name, files in changes.items()}
    assert len(made) == 3


def test_a_version_is_eight_hexadecimal_digits_and_differs_where_a_place_changes_the_words(tmp_path: Path) -> None:
    north, south = (
        library(tmp_path / place, place=place).options["governance/structure"]["team"].version
        for place in ("north", "south")
    )
    assert len(north) == 8
    assert int(north, 16) >= 0
    assert north != south


def _version(root: Path, changes: dict[str, str], name: str = "liability/cap/fixed") -> str:
    issue, _, option = name.rpartition("/")
    return library(root, changes).options[issue][option].version
