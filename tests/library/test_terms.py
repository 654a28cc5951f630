"""Defined terms are found where they are used, and lead to one definition."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.library.model import DefinedTerm
from pactwright.library.terms import Finder
from pactwright.wording.parse import parsed_text
from pactwright.wording.parts import used_terms
from tests.library.base import library, swapped, told

TERMS = {
    name: DefinedTerm(name, plural=plural)
    for name, plural in [
        ("Project", ""),
        ("Project Data", ""),
        ("Personal Project Data", ""),
        ("Milestone", "Milestones"),
        ("Future Party", "Future Parties"),
        ("De-identified", ""),
    ]
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Personal Project Data of the Project Data", ("Personal Project Data", "Project Data")),
        ("the Project and Project Data", ("Project", "Project Data")),
        ("two Milestones and a Milestone", ("Milestone",)),
        ("the Future Parties", ("Future Party",)),
        ("is De-identified", ("De-identified",)),
        ("not De-identified-like", ()),
        ("the project, projects, a Projector and a Sub-Project", ()),
        ("Project starts the sentence", ()),
        ("Project Data starts the sentence", ("Project Data",)),
        ("It ends. Project starts again. The Project goes on", ("Project",)),
        ("It ends. Milestones count", ()),
        ("is it? Project", ()),
        ("nothing", ()),
    ],
)
def test_the_longest_term_is_found_and_a_capital_that_starts_a_sentence_proves_nothing(
    text: str, found: tuple[str, ...]
) -> None:
    assert Finder(TERMS).found(text, starts=True) == found


def test_a_single_word_inside_a_sentence_is_a_use_even_where_a_blank_stands_before_it() -> None:
    parts = Finder(TERMS).parts(parsed_text("{{ party | a }} Project. {{ x }}. Project ends.")[0], starts=True)
    assert used_terms(parts) == ("Project",)
    parts = Finder(TERMS).parts(parsed_text("Stop. {{ x }} Milestone")[0], starts=True)
    assert used_terms(parts) == ("Milestone",)


def test_sub_items_go_on_with_the_sentence_of_their_lead_in(tmp_path: Path) -> None:
    listed = swapped(
        "clauses/term/term/fixed.md", "# Statement", "3. It is:\n   1. Project; or\n   2. done.\n\n# Statement"
    )
    option = library(tmp_path, listed).options["term/term"]["fixed"]
    assert {name for item in option.wordings["agreement"].walk() for name in used_terms(item.parts)} == {"Project"}


def test_no_terms_are_found_where_there_are_none() -> None:
    assert Finder({}).found("the Project", starts=False) == ()


def test_terms_know_the_terms_that_their_meanings_use(tmp_path: Path) -> None:
    made = library(tmp_path)
    assert {name: term.uses for name, term in made.terms.items()} == {
        "Project": (),
        "Project Data": ("Project",),
        "End Date": (),
        "Steering Team": (),
        "Cost Plan": (),
    }


def test_terms_in_the_phrases_of_a_choice_are_found(tmp_path: Path) -> None:
    values = library(tmp_path).issues["liability/cap"].parameters["losses"].values
    assert {value.word: used_terms(value.parts) for value in values}["privacy"] == ("Project Data",)


def test_a_term_is_used_only_where_its_home_is_sure_to_be(tmp_path: Path) -> None:
    without = swapped("clauses/liability/cap/multiple.md", "needs:\n  - term/term: any\n", "")
    said = '"End Date" is defined in term/term, which may be absent; needs: - term/term: any'
    assert told(tmp_path, without) == [f"clauses/liability/cap/multiple.md:16:1: error: term: {said}"]


def test_a_term_of_a_required_issue_may_be_used_everywhere(tmp_path: Path) -> None:
    used = swapped("clauses/term/term/fixed.md", "may end it", "or the Steering Team may end it")
    assert told(tmp_path, used) == []


def test_a_need_under_conditions_does_not_make_a_term_sure(tmp_path: Path) -> None:
    path = "clauses/liability/cap/multiple.md"
    maybe = swapped(path, "  - term/term: any\n", "  - term/term: any\n    when:\n      - pilot.days: {min: 5}\n")
    assert [line.partition(";")[0] for line in told(tmp_path, maybe)] == [
        f'{path}:20:1: error: term: "End Date" is defined in term/term, which may be absent'
    ]


def test_a_circle_of_three_meanings_is_found_at_each_of_them(tmp_path: Path) -> None:
    means = {"One": "Two", "Two": "Three", "Three": "One", "Four": "One"}
    circle = "".join(f"{name} Thing:\n  means: a {other} Thing\n" for name, other in means.items())
    terms = swapped("clauses/terms.yml", "End Date:", f"{circle}End Date:")
    assert told(tmp_path, terms) == [
        f'clauses/terms.yml:{line}:1: error: term-cycle: the meaning of "{name} Thing" leads back to itself'
        for line, name in ((6, "One"), (8, "Two"), (10, "Three"))
    ]


def test_two_definitions_under_conditions_that_exclude_each_other_may_stand_in_one_wording(tmp_path: Path) -> None:
    path = "clauses/term/term/fixed.md"
    twice = swapped(path, "# Statement", "3. {#other} Or this is the **End Date**.\n\n# Statement")
    when = "items:\n  end:\n    when:\n      - pilot.end: present\n  other:\n    when:\n      - clock.set: yes\nreview"
    guarded = {path: twice[path].replace("review", when, 1)}
    assert [line.partition(": error: ")[2] for line in told(tmp_path, twice)] == [
        'term: "End Date" is defined twice in one wording'
    ]
    assert told(tmp_path, guarded) == []
