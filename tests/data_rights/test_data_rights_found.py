"""What is wrong with rights in data is told at its data set, what is right is not, and a file shows all by clause."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from pactwright.document import Gap, Paragraph, Table, words
from pactwright.drafting import Draft
from pactwright.library.model import Grant, Library
from pactwright.service import drafts_of
from pactwright.service import read as read_spec
from tests.ledger.papers import PLACE, STORY, draft
from tests.reader import read
from tests.stories import ROOT, Tree, changed, docx, library, names, plain, spec_tree, text
from tests.stories import draft as story_draft

RULES = {"nobody-may", "two-deciders", "no-such-right"}
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/spec.yml"))
BOTH = Grant(("decide",), "partner", "sharing")
NO_CONTROL = {"choices.data/control": {"option": "none", "reason": "It is planted."}}
CITY_DECIDES = {"choices.data/control": {"option": "city-control", "reason": "It is planted."}}
ELSEWHERE = {**CITY_DECIDES, "datasets.air.controller": "maker", "datasets.air.processor": None}
NOTHING = "\N{EN DASH}"


def told(made: Draft) -> list[tuple[str, str, str, str]]:
    found = (each for each in made.findings if each.rule in RULES)
    return [(each.rule, each.level, each.address, re.sub(r"\d+\.\d+", "n.n", plain(each.seen))) for each in found]


def story_with(changes: Tree) -> Tree:
    return changed(spec_tree(STORY), changes)


def giving(known: Library, grant: Grant) -> Library:
    """The library in which an option gives one right more."""
    control = known.options["data/control"]
    more = {**control, "city-control": replace(control["city-control"], gives=(*control["city-control"].gives, grant))}
    return replace(known, options={**known.options, "data/control": more}, read="a right more")


PLANTED: dict[str, tuple[Callable[[], Draft], tuple[str, str, str, str]]] = {
    "nobody": (
        lambda: draft(story_with(NO_CONTROL)),
        ("nobody-may", "warning", "datasets.air", "Air readings: no clause says who may decide, use, share, publish, derive, delete"),
    ),
    "two": (
        lambda: draft(story_with({}), giving(library(PLACE), BOTH)),
        ("two-deciders", "warning", "datasets.air", "Air readings: decided by the Council (n.n, data/control/city-control#control) and the Sensor Company (n.n, data/control/city-control#sharing)"),
    ),
    "not given": (
        lambda: draft(story_with(ELSEWHERE)),
        ("no-such-right", "warning", "datasets.air.controller", 'Air readings: the register names "maker", and no clause lets it decide; the Council (n.n, data/control/city-control#control) may'),
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED)
def test_a_right_that_nobody_has_or_two_or_none_gives_is_told_at_its_data_set(planted: str) -> None:
    make, said = PLANTED[planted]
    assert said in told(make())


@pytest.mark.parametrize("name", names())
def test_the_rights_in_a_story_are_whole(name: str) -> None:
    assert told(story_draft(spec_tree(name))) == []


@cache
def example(name: str, *, is_short: bool = False) -> Draft:
    [made] = drafts_of(read_spec(ROOT / "examples" / name / "spec.yml"), ("pilot-agreement",), is_short=is_short)
    return made


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_rights_in_an_example_are_whole(name: str) -> None:
    assert told(example(name)) == []


def test_a_file_shows_each_right_by_the_number_of_the_clause_that_gives_it() -> None:
    file = read(docx(example("startup-pilot")))
    heads = ["Data set", "Party", "Collect", "Hold", "Decide", "Use", "Share", "Publish", "Derive", "Delete"]
    [table] = (each for each in file.tables if [plain(cell) for cell in each[0].cells] == heads)
    rows = {tuple(map(plain, row.cells[:2])): dict(zip(heads, map(plain, row.cells), strict=True)) for row in table}
    company, council = rows["Air readings", "the Company"], rows["Air readings", "the Council"]
    said = {each.full_number: plain(each.text) for each in file.paragraphs}
    assert said[company["Publish"]].startswith("to the public, under")
    assert said[council["Decide"]] == "The Council has Control of Project Data."
    assert (company["Decide"], council["Collect"]) == (NOTHING, NOTHING)
    assert {"REF"} == {each.kind for each in file.references if each.cached == company["Publish"]}


def test_the_short_form_shows_the_rights_that_its_own_clauses_give_and_no_others() -> None:
    made = example("startup-pilot", is_short=True)
    file = read(docx(made))
    [table] = (each for each in file.tables if plain(each[0].cells[-1]) == "Delete")
    heads = [plain(cell) for cell in table[0].cells]
    assert heads == ["Data set", "Party", "Hold", "Decide", "Use", "Share", "Publish", "Derive", "Delete"]
    said = {each.full_number: plain(each.text) for each in file.paragraphs}
    rows = {tuple(map(plain, row.cells[:2])): dict(zip(heads, map(plain, row.cells), strict=True)) for row in table}
    assert said[rows["Air readings", "the Council"]["Decide"]] == "The Council has Control of Project Data."
    assert told(made) == []


def test_a_memorandum_that_lists_data_sets_has_no_table_of_rights() -> None:
    """The reason stands in tests/schedules/listed.yml; its sentences on control and use are held here."""
    brought = {"datasets.air.class": "city"}
    made = story_draft(changed(spec_tree(STORY), brought), "mou")
    [register] = (each for each in made.agreement.schedules if each.id == "data-register")
    parts = [plain(words(each.runs)) for each in register.blocks if isinstance(each, Paragraph)]
    assert parts == ["Data that the parties share"]
    paper = text(made)
    assert "A party keeps Control of the data that it brings, collects or creates." in paper
    assert "must use data that it receives under this memorandum only for the purpose that" in paper
    assert told(made) == []


def test_a_draft_that_lists_no_data_set_yet_has_a_gap_for_its_rights() -> None:
    [register] = (each for each in example("future-street").agreement.schedules if each.id == "data-register")
    [[first, *others]] = (row for each in register.blocks if isinstance(each, Table) for row in each.rows)
    assert [run.address for run in first if isinstance(run, Gap)] == ["datasets"]
    assert {plain(words(each)) for each in others} == {NOTHING}
