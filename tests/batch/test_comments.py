"""What people write beside the cells of a workbook is in no document, and is told: comments, threads, text boxes."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from tests.batch.tables import cells, ods, package, remarks, rows, workbook

LINES = [["key", "version", "project.title"], ["a", "1", "One"], ["b", "2", "Two"], ["c", "3", "Three"]]
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
NOTE = "write what counts into cells, and delete the rest"


def commented(folder: Path, *spots: tuple[str, str, str], **sheets: Any) -> Path:  # noqa: ANN401 - lines of sheets
    """A workbook with a comment at each sheet and cell."""
    table = workbook(folder, LINES, **sheets)
    book: Any = load_workbook(table)
    for sheet, cell, words in spots:
        (book[sheet] if sheet else book.active)[cell].comment = Comment(words, "Officer")
    book.save(table)
    return table


def beside(table: Path, kind: str, name: str, content: str) -> Path:
    """The workbook with one more part, to which its first sheet refers."""
    with zipfile.ZipFile(table) as zipped:
        parts = {each: zipped.read(each).decode() for each in zipped.namelist()}
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    none = f'<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'
    link = f'<Relationship Id="more" Type="{kind}" Target="../{name}"/></Relationships>'
    parts[relations] = parts.get(relations, none).replace("</Relationships>", link)
    return package(table, {**parts, f"xl/{name}": content})


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
        "pilots.xlsx!B3: warning: cell-comment: a comment or text box on this cell is not read: "
        f'"Jo: not agreed, ask the Treasurer"; {NOTE}'
    )
    assert second.startswith("pilots.xlsx!milestones!C2: warning: cell-comment: ")
    assert len(second) < 250
    assert cells(rows(table)[1])["version"] == "2"


def test_comments_of_one_column_are_one_line_with_their_number(tmp_path: Path) -> None:
    spots = [("", f"{letter}{line}", f"{letter}{line}") for line in (4, 3, 2) for letter in "BC"]
    told = remarks(commented(tmp_path, *spots))
    assert [line.partition(": warning")[0] for line in told] == ["pilots.xlsx!B2", "pilots.xlsx!C2"]
    assert 'a comment or text box on this cell, and on 2 more of this column, is not read: "B2"' in told[0]


def test_a_comment_on_a_sheet_that_is_not_read_or_on_none_says_nothing(tmp_path: Path) -> None:
    table = commented(tmp_path, ("# notes", "A1", "for us"), **{"# notes": [["anything"]]})
    assert remarks(table) == []


def test_a_thread_is_told_by_its_first_words_and_not_by_the_hint_for_old_programs(tmp_path: Path) -> None:
    hint = "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; Comment:\n    price?"
    thread = (
        '<threadedComment ref="B2" id="{1}"><text>price is not agreed</text></threadedComment>'
        '<threadedComment ref="B2" id="{2}" parentId="{1}"><text>it is</text></threadedComment>'
    )
    part = f'<ThreadedComments xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments">{thread}</ThreadedComments>'
    table = commented(tmp_path, ("", "B2", hint))
    kind = f"{MICROSOFT}/2017/10/relationships/threadedComment"
    [line] = remarks(beside(table, kind, "threadedComments/threadedComment1.xml", part))
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
    assert line.startswith(
        'pilots.ods!B2: warning: cell-comment: a comment or text box on this cell is not read: "not agreed'
    )
    assert [cells(row).get("version") for row in rows(table)] == [words or None, "2"]


WORD = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"
SHAPE = f"<xdr:sp><xdr:txBody>{WORD.format('not agreed')}{WORD.format('yet')}</xdr:txBody></xdr:sp>"


@pytest.mark.parametrize("shape", [SHAPE, "<xdr:pic/>"], ids=["words", "a picture"])
def test_a_text_box_is_told_where_it_begins_and_a_picture_says_nothing(shape: str, tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/"
    corners = (
        "<xdr:from><xdr:col>1</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>2</xdr:row></xdr:from>"
        "<xdr:to><xdr:col>3</xdr:col><xdr:row>9</xdr:row></xdr:to>"
    )
    drawing = (
        f'<xdr:wsDr xmlns:xdr="{space}spreadsheetDrawing" xmlns:a="{space}main">'
        f"<xdr:twoCellAnchor>{corners}{shape}</xdr:twoCellAnchor></xdr:wsDr>"
    )
    found = remarks(beside(workbook(tmp_path, LINES), f"{OFFICE}/drawing", "drawings/drawing1.xml", drawing))
    assert len(found) == (shape == SHAPE)
    assert all(line.startswith("pilots.xlsx!B3: warning: cell-comment: ") for line in found)
    assert all('is not read: "not agreed yet"' in line for line in found)


def test_a_text_box_of_an_ods_is_told(tmp_path: Path) -> None:
    shape = "<table:shapes><draw:custom-shape><text:p>not agreed</text:p></draw:custom-shape></table:shapes>"
    lines = ["".join(WORDS.format("", each) for each in line) for line in LINES]
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    [line] = remarks(ods(tmp_path, f'<table:table table:name="Rows">{shape}{body}</table:table>'))
    assert line.startswith("pilots.ods!A1: warning: cell-comment: ")
    assert '"not agreed"' in line
