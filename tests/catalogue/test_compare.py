"""The options of an issue side by side: every option somewhere, alike once, marked word by word, in figures."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from pactwright.catalogue.aligned import aligned
from pactwright.catalogue.comparing import comparison, options_named
from pactwright.catalogue.differing import changed_words, is_same, likeness
from pactwright.catalogue.in_draft import comparison_in
from pactwright.catalogue.records import COMPARISON, Comparison
from pactwright.catalogue.sheet import comparison_report
from pactwright.catalogue.wording import Piece
from pactwright.document import Reference, Runs, Text
from pactwright.records import record_data, record_schema
from pactwright.themes import report_theme
from pactwright.what_if import Standing, standing
from pactwright.writers.report import REPORT_WRITERS
from tests.consoles import came_of
from tests.stories import ROOT, library

LIBRARY = library("au-nsw")
CAP = "liability/cap"
BESIDE = ("price-multiple", "contribution-multiple", "low-fixed", "own-loss")


@cache
def compared(name: str) -> Comparison:
    return comparison(LIBRARY, LIBRARY.issues[name], options_named(LIBRARY, name, ()))


@pytest.fixture(name="now", scope="module")
def standing_example() -> Standing:
    return standing(ROOT / "examples" / "startup-pilot" / "spec.yml", "pilot-agreement")


@pytest.fixture(name="made", scope="module")
def in_draft(now: Standing) -> Comparison:
    return comparison_in(now, now.source.library.issues[CAP], options_named(now.source.library, CAP, BESIDE))


def row(made: Comparison, item: str) -> list[tuple[str, int]]:
    [found] = [each for each in made.items if each.id == item]
    return [(cell.state, cell.columns) for cell in found.cells]


def test_every_option_of_every_issue_stands_beside_the_others_with_each_of_its_items() -> None:
    """One pass over the library; the files are counted, not what the program has read of them."""
    validator = Draft202012Validator(record_schema(COMPARISON))
    for name in LIBRARY.issues:
        made = compared(name)
        files = {f"{name}/{path.stem}" for path in (ROOT / "clauses" / name).glob("*.md")} - {f"{name}/common"}
        assert {each.option for each in made.options} == files
        assert all(sum(cell.columns for cell in item.cells) == len(files) for item in made.items), name
        assert [error.message for error in validator.iter_errors(record_data(COMPARISON, made))] == []
        shown = {item.id for item in made.items}
        for path in (ROOT / "clauses" / name).glob("*.md"):
            _, _, wording = path.read_text("utf-8").partition("# Agreement")
            wanted = re.findall(r"^\d+\. \{#([a-z0-9-]+)\}", wording.partition("\n# ")[0], flags=re.MULTILINE)
            assert path.stem == "common" or shown >= set(wanted), path


def test_options_run_from_the_city_to_the_partner_and_ways_of_working_stand_last() -> None:
    assert [each.stance for each in compared(CAP).options] == [
        *("city", "lean-city", "balanced", "lean-partner", "partner", "model", "model", "model"),
    ]


def words_of(text: str) -> Runs:
    """A text in which "§7.2" is a reference."""
    parts = re.split(r"(§[\d.]+)", text)
    return tuple(Reference(each[1:], "x") if each.startswith("§") else Text(each) for each in parts if each)


def test_an_amount_with_its_currency_is_one_word() -> None:
    marked = changed_words(words_of("A party owes AUD 100,000 at most."), words_of("A party owes AUD 250,000 at most."))
    assert [(each.op, each.text) for each in marked] == [
        ("same", "A party owes"),
        ("removed", " AUD 100,000"),
        ("added", " AUD 250,000"),
        ("same", " at most."),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Under clause §7.2 it ends.", "Under clause §9 it ends.", True),
        ("Under clauses §7.2, §8 and §11 it ends.", "Under clause §9 it ends.", True),
        ("Under clause §7.2 it ends.", "Under this clause it ends.", False),
        ("It pays AUD 5 under clause §7.", "It pays AUD 6 under clause §7.", False),
    ],
)
def test_the_number_of_a_clause_is_no_difference(one: str, other: str, *, same: bool) -> None:
    assert is_same(words_of(one), words_of(other)) is same


def test_texts_that_are_hardly_alike_are_not_marked() -> None:
    mine = Piece("x", "", words_of("Each party bears its own loss from the Project, whoever caused it."))
    theirs = Piece("x", "", words_of("The Liability Cap is the greater of two sums that the schedule states."))
    assert likeness(mine.runs, theirs.runs) < 0.5
    [item] = aligned([[mine], [theirs]])
    assert [(cell.state, [each.op for each in cell.words]) for cell in item.cells] == [
        ("same", ["same"]),
        ("own", ["same"]),
    ]


def test_what_neighbours_say_alike_stands_once_and_what_none_prints_says_when_it_would(made: Comparison) -> None:
    assert row(made, "property") == [("same", 3), ("absent", 1)]
    assert row(made, "uncapped") == [("same", 4)]
    assert row(made, "data") == [("left-out", 4)]
    assert row(made, "figure") == [("absent", 1), ("new", 1), ("absent", 2)]
    [data] = [each for each in made.items if each.id == "data"]
    assert data.cells[0].condition == "only where a data set may hold personal information"


def test_a_draft_marks_differences_against_its_own_option_and_says_what_is_not_open(made: Comparison) -> None:
    price, contribution, low, own = made.options
    assert [each.is_in_draft for each in made.options] == [False, False, True, False]
    assert (price.refused, contribution.refused, low.refused) == ("", "", "")
    assert own.refused.startswith("a partner is paid money, by funding.price")
    assert low.figures[0].value.replace("\N{NO-BREAK SPACE}", " ") == "AUD 100,000"
    assert "Insurance (35)" in price.changes
    assert low.changes == ()
    [cap] = [each for each in made.items if each.id == "cap"]
    removed = [each.text for each in cap.cells[1].words if each.op == "removed"]
    assert removed[0].replace("\N{NO-BREAK SPACE}", " ") == "AUD 100,000 ("


def test_the_wide_sheet_tints_the_option_of_the_draft_and_merges_what_is_alike(made: Comparison) -> None:
    grid, *_ = comparison_report(LIBRARY, made).blocks
    assert [each.is_marked for each in grid.columns] == [False, False, False, True, False]  # type: ignore[union-attr]
    page = REPORT_WRITERS["html"](comparison_report(LIBRARY, made), report_theme()).decode()
    assert '<td role="cell" colspan="3">' in page
    assert "<script" not in page
    assert page.count("Wording of its own.") == 3


def test_figures_to_set_stand_below_with_their_range_and_their_value_here(made: Comparison) -> None:
    amounts = {
        each.figure.name: (each.figure.value, each.here.replace("\N{NO-BREAK SPACE}", " ")) for each in made.amounts
    }
    assert amounts["low_fixed"] == (
        "AUD 50,000 where nobody says otherwise; from AUD 5,000 to AUD 250,000",
        "AUD 100,000",
    )
    assert amounts["misuse_times"] == ("3 where nobody says otherwise; usually from 2 to 5; from 1 to 20", "3")
    assert amounts["price_multiple"][1] == ""
    page = REPORT_WRITERS["html"](comparison_report(LIBRARY, made), report_theme()).decode()
    assert "An amount that a small firm can survive and that still makes everyone careful." in page


def test_the_terminal_stacks_the_options_within_80_columns() -> None:
    came = came_of("clauses", "compare", CAP, "--options", "price-multiple,low-fixed")
    lines = came.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Comparison \N{MIDDLE DOT} Limits of liability"
    text = " ".join(came.out.split())
    assert "price-multiple: Cap at a multiple of the price leans to the city" in text
    assert "all options The same in all. Nothing in this agreement limits the liability of a party for:" in text
    assert "low-fixed Wording of its own. On any legal basis, a party does not have to pay more than [Liability" in text


def test_a_wide_terminal_puts_them_side_by_side_and_words_that_differ_in_brackets() -> None:
    came = came_of("clauses", "compare", CAP, "--options", "contribution-multiple,low-fixed", "--width", "160")
    assert re.search(r"\{\+\[Liability cap\] \(\+\}", came.out)
    assert "Cap at a multiple of each party's contribution" in came.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("liability/cup",),
            '"liability/cup" is not an issue; pactwright clauses list shows them all; did you mean "liability/cap"?',
        ),
        (
            (CAP, "--options", "low-fixd,own"),
            '"low-fixd" is not an option of liability/cap; did you mean "low-fixed"?; "own" is not',
        ),
        ((CAP, "--format", "html"), "8 options are too many side by side; name up to 5, as in --options"),
        ((CAP, "-o", "cap.odt"), "cap.odt: a comparison is a file that ends in ."),
        ((CAP, "--document", "mou"), "--document for one with a spec"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(words: tuple[str, ...], said: str) -> None:
    came = came_of("clauses", "compare", *words)
    assert (came.code, came.err.count("\n")) == (2, 1)
    assert said in came.err


def test_programs_get_the_same_under_a_published_schema() -> None:
    published = json.loads((ROOT / "templates" / "clauses-compare.schema.json").read_text("utf-8"))
    assert record_schema(COMPARISON) == published
    record = json.loads(came_of("clauses", "compare", "data/retention", "--json").out)
    assert [each.message for each in Draft202012Validator(published).iter_errors(record)] == []
    assert record["$schema"] == "urn:pactwright:clauses-compare:1"
    record["options"][0]["stance"] = 7
    assert not Draft202012Validator(published).is_valid(record)
