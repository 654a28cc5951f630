"""Addresses that moved are read under the new ones, with a remark; moves that lead nowhere are refused."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.choices import checked_choices
from pactwright.findings import SourceMap
from pactwright.library.model import Library
from pactwright.library.moves import is_there, targets
from pactwright.moving import read_as_moved
from pactwright.spec import spec_from
from pactwright.textfile import parsed
from pactwright.wording.parts import plain
from tests.library.base import FIXED, library, told
from tests.library.projects import SPEC
from tests.stories import library as shipped

MOVED = """\
liability/limit: liability/cap
liability/cap.sum: liability/cap.amount
liability/cap.period: governance/structure.meeting_days
liability/cap/one-sum: liability/cap/fixed
governance/structure#gatherings: governance/structure#meetings
"""


def moved(lines: str = MOVED, **more: str) -> dict[str, str]:
    return {"clauses/moved.yml": lines, **more}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("liability/cup.sum: liability/cap.amuont", "liability/cap.amuont is not there; an address of the library, or a line under planned:"),
        ("liability/cup: liability/cop", "liability/cop is not there; an address of the library, or a line under planned:"),
        ("liability/cap/single: liability/cap/fixd", "liability/cap/fixd is not there; an address of the library, or a line under planned:"),
        ("liability/cap#top: liability/cap#limits", "liability/cap#limits is not there; an address of the library, or a line under planned:"),
        ("liability/cap.amount: liability/cap.multiple", "liability/cap.amount is still there; an old address that stands nowhere; take it out there"),
        ("liability/cap#limit: governance/structure#meetings", "liability/cap#limit is still there; an old address that stands nowhere; take it out there"),
        ("liability/cap.a: liability/cap.b\nliability/cap.b: liability/cap.amount", "liability/cap.b has moved on to liability/cap.amount; the last address; say liability/cap.amount"),
        ("liability/one.a: liability/two.b\nliability/two: liability/cap", "liability/two.b has moved on to liability/cap; the last address; say liability/cap"),
        ("liability/cap.a: liability/cap#limit", '"liability/cap.a: liability/cap#limit" is no move; two addresses of one kind: issues, options, parameters or items'),
        ("Cap: liability/cap", '"Cap: liability/cap" is no move; two addresses of one kind: issues, options, parameters or items'),
        ("planned: {liability/cap.amount: liability/cap.multiple}", "liability/cap is written now; an issue that is not written yet; move the line up, out of planned:, and the text to liability/cap.multiple"),
        ("planned: {liability/cup.amount: reward/bonus.amount}", "liability/cup is not there, so nothing of it can move; an issue of the library"),
        ("planned: soon", "these are no moves; a map of old addresses to new ones"),
    ],
)  # fmt: skip
def test_a_move_that_leads_nowhere_on_or_away_from_what_is_there_is_refused(
    tmp_path: Path, line: str, said: str
) -> None:
    found = told(tmp_path, moved(f"{line}\n"))
    assert [each.partition("error: moved: ")[2] for each in found] == [said]
    assert found[0].startswith("clauses/moved.yml:1:")


def test_a_planned_move_changes_nothing(tmp_path: Path) -> None:
    made = library(tmp_path, moved("planned: {liability/cap.amount: reward/bonus.amount}\n"))
    assert targets(made.moves) == {}
    assert made.remarks == ()


def test_wordings_links_and_conditions_are_read_under_the_new_addresses(tmp_path: Path) -> None:
    wording = FIXED.replace(
        "stance: balanced\n",
        "stance: balanced\nneeds:\n  - governance/lead: any\nasks-reason:\n  - governance/lead: lead\n",
        1,
    ).replace("{{ amount | money }}", "{{ sum | money }}, as [[governance/lead#gatherings]] says")
    lines = f"{MOVED}governance/lead: governance/structure\n".replace(
        "governance/structure#gatherings:", "governance/lead#gatherings:"
    )
    made = library(tmp_path, moved(lines, **{"clauses/liability/cap/fixed.md": wording}))
    option = made.options["liability/cap"]["fixed"]
    first = next(option.wordings["agreement"].walk())
    assert "{{ amount | money }}, as [[governance/structure#meetings]] says" in plain(first.parts)
    assert [link.issue for group in option.needs for link in group] == ["governance/structure"]
    assert [str(each) for each in option.asks_reason] == ["governance/structure: lead"]
    told_of = [(each.seen, each.level) for each in made.remarks]
    assert ("liability/cap.sum is read as liability/cap.amount", "warning") in told_of
    assert ("governance/lead#gatherings is read as governance/structure#meetings", "warning") in told_of


def test_what_is_yielded_to_and_allocated_is_read_under_the_new_addresses(tmp_path: Path) -> None:
    wording = FIXED.replace(
        "allocates: none\n",
        "allocates: [{risk: non-payment, to: city, cap: sum, when: [param.sum: nil]}]\n"
        'yields: ["governance/structure#gatherings"]\n'
        "gives: [{rights: use, to: city, item: limit, when: [param.sum: nil]}]\n",
    ).replace("{{ amount | money }}", "{{ amount | money }}, as [[governance/structure#gatherings]] says")
    made = library(tmp_path, moved(**{"clauses/liability/cap/fixed.md": wording}))
    option = made.options["liability/cap"]["fixed"]
    assert option.yields == ("governance/structure#meetings",)
    assert [(each.cap, str(each.when[0])) for each in option.allocates] == [("amount", "param.amount is nil")]
    assert [str(each.when[0]) for each in option.gives] == ["param.amount is nil"]
    places = {each.place.rpartition("fixed.md:")[2] for each in made.remarks}
    assert places == {"10:13", "11:10", "12:9", "16:74"}


def test_the_files_of_a_house_are_read_under_the_new_addresses(tmp_path: Path) -> None:
    house = {
        "liability/limit/one-sum.md": FIXED.replace("{{ amount | money }}", "{{ sum | money }} in all"),
        "defaults.yml": "liability/cap:\n  option: one-sum\n  sum: AUD 70,000\n",
        "withdrawn.yml": "withdrawn: [{id: governance/steering/lead, reason: We never do.}]\n",
    }
    lines = f"{MOVED}governance/steering: governance/structure\nliability/limit/one-sum: liability/cap/fixed\n"
    made = library(tmp_path, moved(lines), house=house)
    assert "in all" in plain(next(made.options["liability/cap"]["fixed"].wordings["agreement"].walk()).parts)
    default = made.house_defaults["liability/cap"]
    assert (default.option, default.values) == ("fixed", {"amount": "AUD 70,000"})
    assert [*made.withdrawn] == ["governance/structure/lead"]
    places = [each.place.replace(f"{tmp_path}/", "") for each in made.remarks]
    assert {place.partition(":")[0] for place in places} == {
        "house/liability/limit/one-sum.md",
        "house/defaults.yml",
        "house/withdrawn.yml",
    }


def test_a_house_tells_what_it_moved_itself(tmp_path: Path) -> None:
    made = library(tmp_path, house={"moved.yml": "liability/cap.total: liability/cap.amount\n"})
    assert targets(made.moves) == {"liability/cap.total": "liability/cap.amount"}
    assert "moved: liability/cap.x is not there" in " ".join(
        told(tmp_path / "b", house={"moved.yml": "liability/cap.total: liability/cap.x\n"})
    )


def chosen(made: Library, more: str) -> tuple[dict[str, tuple[str, dict[str, object]]], list[str]]:
    """The choices of a spec with old addresses as the library reads them, and what is said about them."""
    tree, marks = parsed(SPEC + more, "spec.yml")
    tree, marks, found = read_as_moved(tree, marks, made.moves)
    choices = checked_choices(spec_from(tree, SourceMap("spec.yml", {})), made)
    told_of = marks.located((*found, *choices.findings))
    return {name: (each.option, dict(each.values)) for name, each in choices.by_issue.items()}, [*map(str, told_of)]


def test_a_spec_is_read_under_the_new_addresses_with_a_remark_at_each_place(tmp_path: Path) -> None:
    made = library(tmp_path, moved())
    known, found = chosen(made, "choices:\n  liability/cap: {option: one-sum, sum: AUD 9000, period: 20}\n")
    assert known["liability/cap"][0] == "fixed"
    assert [*known["liability/cap"][1]] == ["amount"]
    assert known["governance/structure"] == ("", {"meeting_days": 20})
    assert found == [
        "spec.yml:9:19: warning: moved: liability/cap/one-sum is read as liability/cap/fixed; write liability/cap/fixed",
        "spec.yml:9:36: warning: moved: liability/cap.sum is read as liability/cap.amount; write liability/cap.amount",
        "spec.yml:9:51: warning: moved: liability/cap.period is read as governance/structure.meeting_days; write governance/structure.meeting_days",
    ]


def test_a_whole_issue_a_gap_and_what_is_confirmed_are_read_under_the_new_address(tmp_path: Path) -> None:
    made = library(tmp_path, moved())
    more = "choices:\n  liability/limit: fixed\nopen:\n  - {fact: liability/cap.sum}\n"
    known, found = chosen(made, more)
    assert known["liability/cap"] == ("fixed", {})
    assert [each.partition(": ")[0] for each in found] == ["spec.yml:9:3", "spec.yml:11:6"]


def test_a_mistake_in_what_moved_is_told_where_it_was_typed(tmp_path: Path) -> None:
    made = library(tmp_path, moved())
    _, found = chosen(made, "choices:\n  liability/limit:\n    sum: AUD 5\n")
    assert [each for each in found if " error: " in each and each.startswith("spec.yml:10:5: ")]


def test_a_value_at_the_old_and_the_new_address_is_refused(tmp_path: Path) -> None:
    made = library(tmp_path, moved())
    _, found = chosen(made, "choices:\n  liability/cap: {option: fixed, sum: AUD 9000, amount: AUD 8000}\n")
    assert found == [
        "spec.yml:9:34: error: moved: liability/cap.sum is read as liability/cap.amount, and liability/cap says amount itself; one value; take liability/cap.sum out"
    ]


def test_every_planned_move_of_the_library_takes_something_that_is_there() -> None:
    made = shipped("au-nsw")
    planned = [move.old for move in made.moves.values() if move.is_planned]
    assert planned
    assert [old for old in planned if not is_there(made, old)] == []
