"""Rows that were copied and not changed are agreements that nobody means; they are told once, and made all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.batch.tables import read_table
from tests.batch.tables import remarks, rows, text_file, workbook
from tests.stories import CASES

STORY = CASES / "startup-pilot.yml"
FIX = "take the copies out, or let them say what is their own"


def test_rows_alike_but_for_their_keys_are_told_in_one_line(tmp_path: Path) -> None:
    lines = "a,One,1,x\nb,Two,,x\nc,One,1,y\nd,Three,,\ne,Two,,z\nf,One,1,\n"
    table = text_file(tmp_path, f"key,project.title,version,# notes\n{lines}")
    assert remarks(table) == [
        "pilots.csv:4:1: warning: row-copied: lines 2, 4, 7; lines 3, 6 say the same but for their keys; " + FIX
    ]
    assert len(rows(table)) == 6


@pytest.mark.parametrize(
    "lines",
    [
        "key\na\nb\n",
        "key,project.title\na,One\nb,Two\n",
        "key,project.title,version\na,One,\nb,,One\n",
        "key,project.title\na,One\nb,\nc,\n",
        "key,project.title,version\na,#REF!,1\nb,#N/A,1\n",
    ],
    ids=["nothing but keys", "different", "in different columns", "bare", "not read"],
)
def test_rows_that_differ_or_fill_nothing_are_not_told_as_copies(lines: str, tmp_path: Path) -> None:
    assert remarks(text_file(tmp_path, lines)) == []


def test_rows_without_keys_are_told_alike(tmp_path: Path) -> None:
    assert remarks(text_file(tmp_path, "project.title\nOne\nOne\n"))[0].startswith("pilots.csv:3:1: ")


def test_what_a_further_sheet_says_is_a_part_of_the_row(tmp_path: Path) -> None:
    lines = [["key", "project.title"], ["a", "One"], ["b", "One"]]
    due = ["2027-02-01", "2027-03-01"]
    for second, told in ((due[0], 1), (due[1], 0)):
        milestones = [["key", "id", "due"], ["a", "one", due[0]], ["b", "one", second]]
        assert len(remarks(workbook(tmp_path, lines, milestones=milestones))) == told


def test_many_copies_are_no_page_of_lines(tmp_path: Path) -> None:
    lines = "".join(f"{letter}{number},{number}\n" for letter in "ab" for number in range(40))
    [line] = remarks(text_file(tmp_path, f"key,project.title\n{lines}"))
    assert "lines 2, 42; lines 3, 43; " in line
    assert "; and others say the same" in line


def test_a_spec_that_was_copied_is_told_by_the_first(tmp_path: Path) -> None:
    for name in ("north", "south", "south copy"):
        text = STORY.read_text("utf-8") + ("# north" if name == "north" else "")
        (tmp_path / f"{name}.yml").write_text(text, "utf-8")
    [told] = read_table(tmp_path, None).remarks
    assert (told.rule, told.place) == ("row-copied", str(tmp_path / "south.yml"))
    assert str(tmp_path / "south copy.yml") in told.seen
