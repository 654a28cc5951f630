"""Notes under headings, and what helps to compare the options of an issue: short names, leanings, ranks, next steps."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.wording import notes
from tests.library.base import BASE, FIXED, MULTIPLE, VOCABULARY, library, told
from tests.stories import library as shipped

CAP = "clauses/liability/cap/"
NOTE = """\
# Note

## Why for the city

It knows the most.

## Why for the partner

It can insure.

## Watch

The amount.

## They will ask

City: for more.

## Next

`multiple`.
"""
LINE = FIXED[: FIXED.index("# Note")].count("\n") + 1
"""Of "# Note"; its headings stand at every fourth line from there."""


def fixed(old: str = "", new: str = "", *, note: str = NOTE) -> dict[str, str]:
    """The base library with headings in the note of one option, and some text of it replaced."""
    text = FIXED.replace("# Note\n\nSimple.\n", note)
    assert text != FIXED
    assert old in text
    return {f"{CAP}fixed.md": text.replace(old, new, 1) if old else text}


def test_a_note_is_read_under_its_headings_and_one_without_any_as_it_stands(tmp_path: Path) -> None:
    options = library(tmp_path, fixed()).options["liability/cap"]
    assert options["fixed"].note_parts == {
        "Why for the city": "It knows the most.",
        "Why for the partner": "It can insure.",
        "Watch": "The amount.",
        "They will ask": "City: for more.",
        "Next": "`multiple`.",
    }
    assert options["multiple"].note_parts == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("## Watch\n\nThe amount.\n\n", "", f"{LINE}:1: error: note-heading: the note has no Watch; all of {', '.join(notes.HEADINGS)}"),
        ("## Watch", "## Watch\n\nIt.\n\n## Watch", f'{LINE + 14}:1: error: note-heading: "## Watch" stands twice; each heading once'),
        ("## They", "## Risk\n\nIt.\n\n## They", f"{LINE + 14}:1: error: note-heading: \"## Risk\" is no heading of a note; one of {', '.join(notes.HEADINGS)}"),
        ("city\n\nIt knows the most.\n\n## Why for the partner", "partner\n\nIt knows the most.\n\n## Why for the city", f"{LINE}:1: error: note-heading: the headings stand in another order; {', '.join(notes.HEADINGS)}"),
        ("# Note\n", "# Note\n\nFirst.\n", f"{LINE + 2}:1: error: note-heading: a text stands before the first heading of the note; text below its headings"),
        ("\n`multiple`.\n", "", f'{LINE + 18}:1: error: note-heading: nothing stands under "## Next"; a sentence'),
    ],
    ids=["missing", "twice", "unknown", "order", "before", "empty"],
)  # fmt: skip
def test_a_note_with_some_headings_has_all_of_them_in_order(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert told(tmp_path, fixed(old, new)) == [f"{CAP}fixed.md:{said}"]


def test_a_note_of_common_items_or_of_an_overlay_is_for_writers_and_needs_no_headings(tmp_path: Path) -> None:
    overlay = (
        "---\noverlay: yes\n---\n\n# Agreement\n\n1. {#limit} {{ party }} must bear it.\n\n# Note\n\n## Why\n\nSo.\n"
    )
    assert told(tmp_path, house={"liability/cap/fixed.md": overlay}) == []


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
def test_every_note_that_ships_speaks_to_both_sides_under_all_headings(place: str) -> None:
    options = [each for known in shipped(place).options.values() for each in known.values()]
    assert [each.file for each in options if tuple(each.note_parts) != notes.HEADINGS] == []


SPREAD = VOCABULARY.replace("balanced:", "lean-city: fair, balanced:").replace("partner: for the partner", "partner: for the partner, model: a way of working")  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("next: {city: fix}", 'next-option: "fix" is no other option of liability/cap; one of multiple'),
        ("next: {partner: fixed}", 'next-option: "fixed" is no other option of liability/cap; one of multiple'),
        ("next: {city: multiple}", 'next-option: multiple is no step towards the city: fixed is "balanced" and multiple is "partner"; an option as near to the city as this one, or nearer'),
        ("next: {town: multiple}", 'unknown-key: "town" is not a key here; one of city, partner'),
        ("leans: city", 'leans: the stance "balanced" says already how it leans; leans: beside stance: model only'),
        ("leans: town", 'unknown-word: "town" is not accepted; one of city, partner'),
        ("short: A limit that is one amount", 'short: "A limit that is one amount" has 26 characters; at most 24'),
        ("rank: first", 'wrong-type: "first" is not a whole number; digits'),
    ],
)  # fmt: skip
def test_a_mistake_in_what_compares_options_is_told(tmp_path: Path, line: str, said: str) -> None:
    found = told(tmp_path, {**fixed("review:", f"{line}\nreview:"), "clauses/vocabulary.yml": SPREAD})
    assert [each.partition("error: ")[2].partition("; did you")[0] for each in found] == [said]
    assert found[0].startswith(f"{CAP}fixed.md:{FIXED[: FIXED.index('review:')].count(chr(10)) + 1}:")


def test_steps_follow_the_stances_and_the_ranks_within_one(tmp_path: Path) -> None:
    same = MULTIPLE.replace("stance: partner", "stance: balanced\nrank: 2\nnext: {city: fixed}")
    first = fixed("review:", "rank: 1\nnext: {partner: multiple}\nreview:")
    assert told(tmp_path / "a", {**first, f"{CAP}multiple.md": same}) == []
    other = fixed("review:", "rank: 3\nnext: {partner: multiple}\nreview:")
    assert [each.partition("error: ")[2].partition(":")[0] for each in told(tmp_path / "b", {**other, f"{CAP}multiple.md": same})] == ["next-option", "next-option"]  # fmt: skip
    for number, rank in enumerate(("rank: 2\n", "")):
        twice = {**fixed("review:", f"{rank}review:"), f"{CAP}multiple.md": same}
        assert ": error: rank: " in " ".join(told(tmp_path / f"c{number}", twice))


def test_a_way_of_working_together_stands_where_it_leans(tmp_path: Path) -> None:
    step = {**fixed("review:", "next: {city: multiple}\nreview:"), "clauses/vocabulary.yml": SPREAD}
    leaning = MULTIPLE.replace("stance: partner", "stance: model\nleans: city")
    assert told(tmp_path / "a", {**step, f"{CAP}multiple.md": leaning}) == []
    away = SPREAD.replace("balanced:", "x: y, balanced:").replace("partner: for", "lean-partner: fair, partner: for")
    other = leaning.replace("leans: city", "leans: partner")
    assert told(tmp_path / "b", {**step, f"{CAP}multiple.md": other, "clauses/vocabulary.yml": away}) != []


def test_short_names_of_issues_and_of_risks_are_short(tmp_path: Path) -> None:
    long = "short: Payment that does not come"
    words = VOCABULARY.replace(
        "non-payment: money that is due does not come", f"non-payment: {{meaning: no money, {long}}}"
    )
    issue = {f"{CAP}issue.yml": BASE[f"{CAP}issue.yml"] + f"{long}\n"}
    found = told(tmp_path, {"clauses/vocabulary.yml": words, **issue})
    assert [each.partition("error: ")[2] for each in found] == [
        'short: "Payment that does not come" has 26 characters; at most 24'
    ] * 2
