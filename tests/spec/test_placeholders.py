"""Text that says nothing yet: found wherever text is typed, a gap in a draft, refused in a final, and never a wall."""

# ruff: noqa: RUF001 - letters of many scripts are a subject of these tests

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from pactwright.document import Gap, runs_of, words
from pactwright.library.words import words_of
from pactwright.spec import reading_from
from pactwright.spec.placeholders import doubt, samples, undrawn
from pactwright.textfile import parsed
from tests.guard.form import Keys, said_in
from tests.stories import ROOT, as_yaml, changed, draft, library, reopened, spec_of, tree_in

EXAMPLES = sorted((ROOT / "examples").glob("*/spec.yml"))
PATTERNS: list[dict[str, Any]] = tree_in(ROOT / "seeds" / "placeholders.yml")["patterns"]
FULL = tree_in(ROOT / "tests" / "guard" / "full.yml")
PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
NAME = "parties.company.name"
KEYS = {"": "retention", "names": "name", "substance": "test"}


@pytest.mark.parametrize(
    ("key", "text"),
    [(KEYS[each.get("in", "")], text) for each in PATTERNS for text in each["bad"]],
)
def test_each_bad_example_of_a_pattern_is_found(key: str, text: str) -> None:
    assert doubt(text, key)


@pytest.mark.parametrize(
    "text",
    [
        "TBC",
        "tbd",
        "XXX",
        "null",
        "?",
        "???",
        "[insert name]",
        "[Name]",
        "<name>",
        "N/A",
        "n/a",
        "to be confirmed",
        "To be agreed",
        "to be advised",
        "...",
        "---",
        "____",
        "xxxx",
        "lorem ipsum dolor",
        "T\u200bBC",  # an invisible character does not hide one
        "\uff34\uff22\uff23",  # wide letters
        "  TBC  ",
        "Legal name of the start-up",
        "Name of the pilot",
        "none",
    ],
)
def test_a_name_that_stands_for_none_is_found(text: str) -> None:
    assert doubt(text, "name")


INVISIBLE = [
    "\u200b",
    "\u200b\u200b",
    " \u200b ",
    "\u3164",
    "\uffa0",
    "\u115f",
    "\u2800",
    "\u00ad",
    "\u2060",
    "\u034f",
    "\ufe0f",
    "\u0301",
    "\u0301\u0302",
    "\U000e0041",
    "\u180e",
    "\u00a0",
    "\u3000",
    "\ue000",
]


@pytest.mark.parametrize("text", INVISIBLE, ids=ascii)
@pytest.mark.parametrize("key", ["name", "address"])
def test_text_that_nobody_can_see_is_found_and_its_code_point_named(text: str, key: str) -> None:
    found = doubt(text, key)
    assert found
    assert f"U+{ord(text[0]):04X}" in found.seen


def test_every_format_character_of_unicode_counts_as_unseen_unless_it_draws() -> None:
    """Format characters that draw are the signs around numbers of Arabic, Syriac, Kaithi and Egyptian writing."""
    draws = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "INTERLINEAR")
    known = {chr(code) for code in undrawn()}
    formats = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"]
    assert not [each for each in formats if each not in known and not unicodedata.name(each).startswith(draws)]


SCRIPTS = [
    "Example Air Pty Ltd",
    "Ørsted A/S",
    "Łódź",
    "Đà Nẵng",
    "Москва",
    "Αθήνα",
    "Երևան",
    "תל אביב",
    "القاهرة",
    "تهران می\u200cخواهد",
    "मुंबई",
    "কলকাতা",
    "சென்னை",
    "తెలుగు",
    "ಬೆಂಗಳೂರು",
    "กรุงเทพ",
    "ລາວ",
    "ရန်ကုန်",
    "ភ្នំពេញ",
    "አዲስ አበባ",
    "თბილისი",
    "東京都",
    "서울특별시",
    "ᏣᎳᎩ",
    "ᐃᓄᒃᑎᑐᑦ",
    "7-Eleven",
    "3M",
    "Yahoo! Inc.",
    "Kim Placeholder",
    "Robin Sample",
    "Test Valley Council",
    "Al No",
    "O",
    "the Council",
    "Nan Ng",
    "e.V. (Verein)",
]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_name_in_any_script_is_a_name(name: str) -> None:
    assert doubt(name, "name") is None


ANSWERS = ["%", "€", "°C", "none", "no", "nil", "none, there is no map", "5", "as in [2024] NSWSC 10"]


@pytest.mark.parametrize("text", ANSWERS)
def test_text_that_answers_is_text(text: str) -> None:
    assert doubt(text, "unit") is None


GOOD = [text for each in PATTERNS for text in each["good"]]


@pytest.mark.parametrize("text", GOOD)
def test_no_pattern_of_all_finds_a_good_example_of_one(text: str) -> None:
    assert doubt(text, KEYS[""]) is None


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_examples_hold_none(path: Path) -> None:
    assert not spec_of(tree_in(path)).placeholders


def test_the_names_that_new_writes_are_known_to_be_samples() -> None:
    assert {"legal name of the city", "legal name of the start-up", "name of the pilot"} <= samples()


LENGTHS = {200, 4000}
"""The most characters that a free text may have; an id may have 40."""

ADDRESSES = {"open.*.fact", "disputed.*.fact", "approvals.*.fact", "sure.*"}
"""Texts that name a place of the spec."""


def free_texts() -> dict[str, Keys]:
    """Every place of the form that takes free text, and the way to what the full spec says there."""
    texts = (each for each in said_in(FULL) if isinstance(each.value, str) and each.node.get("maxLength") in LENGTHS)
    return {each.place: each.keys for each in texts if each.place not in ADDRESSES}


TEXTS = free_texts()


@pytest.mark.parametrize("place", TEXTS)
def test_a_placeholder_is_found_wherever_text_is_typed(place: str) -> None:
    address = ".".join(map(str, TEXTS[place]))
    assert address in spec_of(changed(FULL, {address: "TBC", "sure": []})).placeholders


@pytest.mark.parametrize("text", ["TBC", "???", "[name]", "\u200b", "Legal name of the start-up", '"null"', "null"])
def test_a_draft_shows_a_placeholder_as_a_gap_and_an_open_point(text: str) -> None:
    made = draft(changed(PILOT, {NAME: text}))
    assert made.is_sound
    shown = [run for line in made.agreement.parties for run in line.name]
    assert [run.address for run in shown if isinstance(run, Gap)] == [NAME]
    assert NAME in {point.address for point in made.agreement.open_points}
    assert not [each for each in made.unprinted if each == NAME]


@pytest.mark.parametrize("text", ["TBC", "???", "[name]", "\u200b", "null", "TBD Pty Ltd"])
def test_a_final_refuses_a_placeholder_at_its_place_once(text: str) -> None:
    made = draft(changed(PILOT, {NAME: text}), is_final=True)
    assert [(each.rule, each.address) for each in made.findings if each.level == "error"] == [("placeholder", NAME)]


@pytest.mark.parametrize("name", ["Null & Sons", "TBD Pty Ltd", "XXX Ltd", "?", "null", "N/A"])
def test_a_firm_that_is_called_like_one_signs_once_somebody_is_sure(name: str) -> None:
    unsure, sure = changed(PILOT, {NAME: name}), changed(PILOT, {NAME: name, "sure": [NAME]})
    assert not draft(unsure, is_final=True).is_sound
    page = reopened(sure, is_final=True)
    assert any(name in paragraph for paragraph in page.text.split("\n"))


def test_text_around_a_placeholder_is_not_lost() -> None:
    address = "parties.company.address"
    made = draft(changed(PILOT, {address: "Unit TBC, 22 Sample Lane"}))
    assert address in {point.address for point in made.agreement.open_points}
    printed = " ".join(words(cell) for part in made.agreement.schedules for cell in runs_of(part))
    assert "Unit TBC, 22 Sample Lane" in printed


@pytest.mark.parametrize("typed", ["null", "~", "Null", "NULL", ""])
def test_what_yaml_calls_nothing_is_nothing(typed: str) -> None:
    tree, _ = parsed(f"parties:\n  a: {{name: {typed}, email: x}}\n", "spec.yml")
    assert tree["parties"]["a"]["name"] is None  # type: ignore[call-overload,index]


@pytest.mark.parametrize("typed", ['"null"', "'~'", "nullable", "~5", "nuLL"])
def test_in_quotes_it_is_text(typed: str) -> None:
    tree, _ = parsed(f"name: {typed}\n", "spec.yml")
    assert tree["name"] == typed.strip("\"'")


def test_the_remark_names_the_line_and_the_answer() -> None:
    tree, marks = parsed(as_yaml(changed(PILOT, {"parties.company.lead.title": "TBC"})), "spec.yml")
    [remark] = reading_from(tree, marks, lambda _: (None, ()), words_of(library("au-nsw").vocabulary)).remarks
    assert remark.place.startswith("spec.yml:")
    assert remark.level == "warning"
    assert "sure: [parties.company.lead.title]" in remark.fix


def test_the_answer_must_name_a_place_of_the_spec() -> None:
    with pytest.raises(Exception, match="unknown-address"):
        spec_of(changed(PILOT, {"sure": ["parties.compny.name"]}))
