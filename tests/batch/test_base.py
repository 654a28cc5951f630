"""A row's cells are laid over the base, and what is wrong is told where a person can mend it."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.batch.base import Base, base_from, overlaid
from pactwright.batch.preparation import for_a_table
from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding, SourceMap
from pactwright.library.words import words_of
from pactwright.spec import spec_from
from pactwright.textfile import parsed
from tests.batch.makers import Texts, row_of
from tests.stories import library

TEXT = """\
schema: 1
jurisdiction: au-nsw
documents: [pilot-agreement, mou]
project:
  description: Sensors at the kerb.
parties:
  city: {name: Example City, side: public, kind: council, called: the Council}
  partner:
    side: partner
    kind: company
    called: the Company
    signatories:
      - {name: Jo Placeholder, title: Director}
      - {name: Lee Placeholder, title: Director}
milestones:
choices:
  ip/project-ip: partner-licence
  liability/cap:
    option: contribution-multiple
    reason: The council asked for it.
    multiple: 2
"""
CAP = "choices.liability/cap"
KINDS = f"one of {', '.join(library('au-nsw').vocabulary['kinds'])}"


def base(text: str = TEXT) -> Base:
    """A base spec in `base.yml`."""
    return Base(Path("base.yml"), *parsed(text, "base.yml"))


def laid(cells: Texts, text: str = TEXT) -> tuple[Any, SourceMap]:
    """The tree that a row with these cells, in fields 2, 3, ... of pilots.csv:3, makes of the base; and the places."""
    return overlaid(base(text), row_of("a", cells))


def tree_of(cells: Texts) -> Any:  # noqa: ANN401 - a tree of a spec
    """That tree alone."""
    return laid(cells)[0]


def test_a_cell_replaces_what_the_base_says_and_leaves_everything_else() -> None:
    tree = tree_of({"parties.partner.name": "Acme", "date": "2026-12-01", "parties.city.kind": "x"})
    was: Any = base().tree
    assert tree["parties"]["partner"] == {"name": "Acme", **was["parties"]["partner"]}
    assert tree["parties"]["city"] == {**was["parties"]["city"], "kind": "x"}
    assert tree["date"] == "2026-12-01"
    assert tree["choices"] == was["choices"]


def test_a_cell_without_text_takes_a_value_or_a_whole_group_away() -> None:
    tree = tree_of({"project.description": None, "parties.partner": None, "documents": None, "pilot.start": None})
    assert tree["project"] == {}
    assert list(tree["parties"]) == ["city"]
    assert "documents" not in tree
    assert "pilot" not in tree


def test_a_list_is_replaced_when_it_is_taken_away_first() -> None:
    assert tree_of({"documents": None, "documents.0": "mou"})["documents"] == ["mou"]


def test_new_groups_and_elements_are_made_on_the_way() -> None:
    tree = tree_of({
        "parties.third.name": "Third",
        "parties.partner.signatories.2.name": "Kim",
        "pilot.sites.north.owner": "city",
        "milestones.first.due": "2027-01-01",
    })  # fmt: skip
    assert tree["parties"]["third"] == {"name": "Third"}
    assert tree["parties"]["partner"]["signatories"][2] == {"name": "Kim"}
    assert tree["pilot"] == {"sites": {"north": {"owner": "city"}}}
    assert tree["milestones"] == {"first": {"due": "2027-01-01"}}


def test_a_list_closes_up_over_an_element_that_is_taken_away_and_over_one_that_nobody_fills() -> None:
    tree, places = laid({"parties.partner.signatories.0": None, "parties.partner.signatories.4.name": "Kim"})
    left = [{"name": "Lee Placeholder", "title": "Director"}, {"name": "Kim"}]
    assert tree["parties"]["partner"]["signatories"] == left
    assert places.place("parties.partner.signatories.0.name") == "base.yml:14:10"
    assert places.place("parties.partner.signatories.1.name") == "pilots.csv:3:3"


def test_another_option_drops_the_reason_and_the_parameters_of_the_one_before() -> None:
    assert tree_of({CAP: "low-fixed"})["choices"]["liability/cap"] == "low-fixed"
    same = tree_of({CAP: "contribution-multiple", f"{CAP}.multiple": "3"})["choices"]["liability/cap"]
    assert same == {"option": "contribution-multiple", "reason": "The council asked for it.", "multiple": "3"}


def test_the_order_of_an_option_and_its_parameters_in_the_table_does_not_matter() -> None:
    tree = tree_of({f"{CAP}.low_fixed": "AUD 5,000", CAP: "low-fixed"})
    assert tree["choices"]["liability/cap"] == {"option": "low-fixed", "low_fixed": "AUD 5,000"}


def test_a_parameter_alone_keeps_the_option_of_the_base() -> None:
    tree = tree_of({"choices.ip/project-ip.months": "6", "choices.ip/project-ip.reason": "agreed"})
    assert tree["choices"]["ip/project-ip"] == {"option": "partner-licence", "months": "6", "reason": "agreed"}


def test_an_option_keeps_parameters_that_the_base_gives_to_the_issue_without_an_option() -> None:
    text = "choices:\n  liability/cap: {multiple: 2}\n"
    tree, _ = laid({CAP: "contribution-multiple"}, text)
    assert tree == {"choices": {"liability/cap": {"option": "contribution-multiple", "multiple": "2"}}}


def test_a_base_that_has_a_word_where_a_group_belongs_keeps_it_to_be_refused() -> None:
    tree, places = laid({"project.title": "Kerb-side air"}, "project: Kerbs\n")
    assert tree == {"project": "Kerbs"}
    assert places.place("project") == "base.yml:1:1"


def test_an_address_stands_in_its_cell_else_in_the_base_else_at_the_row() -> None:
    cells: Texts = {"parties.partner.name": "Acme", "parties.third.name": "Third", "pilot.start": None}
    _, places = laid(cells)
    assert places.place("parties.partner.name") == "pilots.csv:3:2"
    assert places.place("parties.third.kind") == "pilots.csv:3:3"
    assert places.place("pilot.start") == "pilots.csv:3:4"
    assert places.place("parties.partner.kind") == "base.yml:10:5"
    assert places.place("project.title") == "base.yml:4:1"
    assert places.place("pilot.end") == "pilots.csv:3:1"
    assert places.place("") == "pilots.csv:3:1"


def test_nothing_of_the_base_is_pointed_at_where_the_row_replaced_it() -> None:
    people = "parties.partner.signatories"
    _, places = laid({people: None, f"{people}.0.name": "Kim", CAP: "low-fixed"})
    assert places.place(f"{people}.0.title") == "pilots.csv:3:3"
    assert places.place("choices.liability/cap.multiple") == "pilots.csv:3:4"
    assert places.place("choices.ip/project-ip") == "base.yml:17:3"


def test_a_parameter_of_the_base_keeps_its_place_when_the_row_repeats_the_option() -> None:
    _, places = laid({CAP: "contribution-multiple"})
    assert places.place("choices.liability/cap.multiple") == "base.yml:21:5"


def found(cells: Texts, text: str = TEXT) -> tuple[Finding, ...]:
    """What the check of a spec finds in a row over the base."""
    with pytest.raises(InputError) as refused:
        spec_from(*laid(cells, text), vocabulary=words_of(library("au-nsw").vocabulary))
    return refused.value.findings


def told(cells: Texts) -> list[str]:
    """The same as lines."""
    return list(map(str, found(cells)))


def test_what_is_wrong_in_a_row_is_told_at_its_cell() -> None:
    names: Texts = {"project.title": "T", "parties.partner.name": "Acme"}
    wrong: Texts = {"date": "01/12/2026", "parties.partner.kind": "compny", "parties.third.name": "Third"}
    assert told(names | wrong) == [
        'pilots.csv:3:4: error: date: "01/12/2026" can be read in two ways; year-month-day, such as 2026-12-01',
        f'pilots.csv:3:5: error: party-kind: "compny" is not a kind of party; {KINDS}; did you mean "company"?',
        'pilots.csv:3:6: error: missing-key: side is missing; Whose side the party stands on. For example: "public"; add side:',
        'pilots.csv:3:6: error: missing-key: kind is missing; What the party is in law. For example: "council"; add kind:',
        'pilots.csv:3:6: error: missing-key: called is missing; What the document calls it, with its article. For example: "the Council"; add called:',
    ]


def test_an_empty_cell_over_nothing_is_where_a_missing_fact_is_missing() -> None:
    assert told({"parties.partner.name": "Acme", "project.title": None}) == [
        'pilots.csv:3:3: error: missing-key: title is missing; The name of the project, on one line. For example: "Kerb-side air quality pilot"; add title:'
    ]


def test_the_cure_of_a_problem_in_a_table_is_one_for_a_table() -> None:
    cells: Texts = {
        "project.title": None,
        "parties.partner.name": "Acme",
        "parties.third.name": "Third",
        "parties.third.side": "independent",
        "parties.third.called": "the Third",
        "documents": None,
        "documents.0": "mou, pilot-agreement",
        "parties.partner.kind": "council, agency",
    }
    findings = for_a_table(row_of("a", cells), found(cells, TEXT.replace("side: public, ", "")))
    assert [str(finding) for finding in findings] == [
        'base.yml:7:3: error: missing-key: side is missing; Whose side the party stands on. For example: "public"; add side:',
        'pilots.csv:3:2: error: missing-key: title is missing; The name of the project, on one line. For example: "Kerb-side air quality pilot"; fill the cell',
        'pilots.csv:3:4: error: missing-key: kind is missing; What the party is in law. For example: "council"; fill its cell, or add a column for it',
        'pilots.csv:3:8: error: document: "mou, pilot-agreement" is not a document; one of mou, pilot-agreement; put ; between them',
        f'pilots.csv:3:9: error: party-kind: "council, agency" is not a kind of party; {KINDS}; one word at a time',
    ]


def test_a_base_need_not_be_a_whole_spec_but_must_be_readable(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("project: {}\n")
    assert base_from(tmp_path / "base.yml").tree == {"project": {}}
    (tmp_path / "list.yml").write_text("- a\n")
    with pytest.raises(InputError, match="yaml-top"):
        base_from(tmp_path / "list.yml")
    with pytest.raises(UsageError, match=r"gone\.yml: cannot be read"):
        base_from(tmp_path / "gone.yml")


ADDRESSES = st.sampled_from([
    "date", "documents", "documents.0", "documents.3", "parties.partner", "parties.partner.name", "parties.new.name",
    "parties.partner.signatories", "parties.partner.signatories.0", "parties.partner.signatories.1.name",
    "parties.partner.signatories.3.title", "choices", "choices.liability/cap", "choices.liability/cap.multiple",
    "choices.ip/project-ip", "choices.ip/project-ip.reason", "choices.new/issue.seats.city", "milestones.a.due",
    "schema.wrong", "documents.name", "parties.city.0",
])  # fmt: skip
COMMON = base()
TREE_BEFORE = str(COMMON.tree)


@given(st.dictionaries(ADDRESSES, st.sampled_from([None, "mou", "contribution-multiple", ""]), max_size=12))
def test_no_row_ever_changes_the_base(cells: Texts) -> None:
    tree, places = overlaid(COMMON, row_of("a", cells))
    assert str(COMMON.tree) == TREE_BEFORE
    assert all(places.place(address).startswith(("base.yml:", "pilots.csv:3:")) for address in cells)
    assert _holds_no_gaps(tree)


def _holds_no_gaps(tree: object) -> bool:
    if isinstance(tree, dict):
        return all(map(_holds_no_gaps, tree.values()))
    return not isinstance(tree, list) or all(each != {} and _holds_no_gaps(each) for each in tree)
