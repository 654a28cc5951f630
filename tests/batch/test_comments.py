"""What people write about the cells of a workbook is in no document, and is told: comments, threads, annotations."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from tests.batch.tables import cells, ods, package, remarks, rows, workbook

LINES = [["key", "version", "project.title"], ["a", "1", "One"], ["b", "2", "Two"], ["c", "3", "Three"]]
NOTE = "write what counts into cells; then delete the comment"


def commented(folder: Path, *spots: tuple[str, str, str], **sheets: Any) -> Path:  # noqa: ANN401 - lines of sheets
    """A workbook with a comment at each sheet and cell."""
    table = workbook(folder, LINES, **sheets)
    book: Any = load_workbook(table)
    for sheet, cell, words in spots:
        (book[sheet] if sheet else book.active)[cell].comment = Comment(words, "Officer")
    book.save(table)
    return table


def threaded(table: Path, thread: str) -> Path:
    """The workbook with a part of threads on its first sheet."""
    with zipfile.ZipFile(table) as zipped:
        parts = {each: zipped.read(each).decode() for each in zipped.namelist()}
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    link = f'<Relationship Id="t" Type="{kind}" Target="../threadedComments/threadedComment1.xml"/>'
    parts[relations] = parts[relations].replace("</Relationships>", f"{link}</Relationships>")
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    parts["xl/threadedComments/threadedComment1.xml"] = f'<ThreadedComments xmlns="{space}">{thread}</ThreadedComments>'
    return package(table, parts)


def test_a_comment_is_told_with_its_sheet_its_cell_and_its_first_words(tmp_path: Path) -> None:
    milestones = [["key", "id", "due"], ["a", "one", "2027-02-01"]]
    table = commented(
        tmp_path,
        ("", "B3", "Jo:\nnot agreed, ask the Treasurer"),
        ("milestones", "C2", "y" * 500),
        milestones=milestones,
    )
    first, second = remarks(table)
    assert first == (
        "pilots.xlsx!B3: warning: cell-comment: a comment on this cell is not read: "
        f'"Jo: not agreed, ask the Treasurer"; {NOTE}'
    )
    assert second.startswith("pilots.xlsx!milestones!C2: warning: cell-comment: ")
    assert len(second) < 250
    assert cells(rows(table)[1])["version"] == "2"


def test_comments_of_one_column_are_one_line_with_their_number(tmp_path: Path) -> None:
    spots = [("", f"{letter}{line}", f"{letter}{line}") for line in (4, 3, 2) for letter in "BC"]
    told = remarks(commented(tmp_path, *spots))
    assert [line.partition(": warning")[0] for line in told] == ["pilots.xlsx!B2", "pilots.xlsx!C2"]
    assert 'a comment on this cell, and on 2 more of this column, is not read: "B2"' in told[0]


def test_a_comment_on_a_sheet_that_is_not_read_or_on_none_says_nothing(tmp_path: Path) -> None:
    table = commented(tmp_path, ("# notes", "A1", "for us"), **{"# notes": [["anything"]]})
    assert remarks(table) == []


def test_a_thread_is_told_by_its_first_words_and_not_by_the_hint_for_old_programs(tmp_path: Path) -> None:
    hint = "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; Comment:\n    price?"
    thread = (
        '<threadedComment ref="B2" id="{1}"><text>price is not agreed</text></threadedComment>'
        '<threadedComment ref="B2" id="{2}" parentId="{1}"><text>it is</text></threadedComment>'
    )
    [line] = remarks(threaded(commented(tmp_path, ("", "B2", hint)), thread))
    assert 'is not read: "price is not agreed"; ' in line


ANNOTATION = (
    "<office:annotation><dc:creator>Jo</dc:creator><dc:date>2026-11-01</dc:date>"
    "<text:p>not <text:span>agreed</text:span></text:p><text:p>ask</text:p></office:annotation>"
)
WORDS = '<table:table-cell office:value-type="string">{}<text:p>{}</text:p></table:table-cell>'


@pytest.mark.parametrize("words", ["1", ""])
def test_a_comment_in_an_ods_is_told_and_is_no_part_of_its_cell(words: str, tmp_path: Path) -> None:
    cell = WORDS.format(ANNOTATION, words) if words else f"<table:table-cell>{ANNOTATION}</table:table-cell>"
    heading, last = ("".join(WORDS.format("", each) for each in line) for line in (LINES[0], LINES[2]))
    lines = [heading, WORDS.format("", "a") + cell + WORDS.format("", "One"), last]
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    table = ods(tmp_path, f'<table:table table:name="Rows">{body}</table:table>')
    [line] = remarks(table)
    assert line.startswith('pilots.ods!B2: warning: cell-comment: a comment on this cell is not read: "not agreed')
    assert [cells(row).get("version") for row in rows(table)] == [words or None, "2"]
