"""Reports as plain text: 80 columns, pictures in letters, columns where words have room."""

from __future__ import annotations

from dataclasses import replace

from pactwright.report import Grid, GridColumn, Mark, Picture, Prose, Report, Row, Sign, Stroke, Words
from pactwright.themes import report_theme
from pactwright.writers.report import REPORT_WRITERS
from pactwright.writers.report.letters import lettered
from tests.writers.report.samples import EVERY_BLOCK, HARM, cells, plain

THEME = report_theme()


def text(report: Report, width: int = 80) -> str:
    """A report as text."""
    return REPORT_WRITERS["txt"](report, replace(THEME, width=width)).decode()


def report(*blocks: Prose | Grid) -> Report:
    """A report of some blocks."""
    return Report("Memo", "Pilot", "About it.", "Memo, pilot", blocks)


def test_no_line_is_wider_than_a_terminal() -> None:
    assert max(map(len, text(EVERY_BLOCK).splitlines())) == 80
    assert max(map(len, text(EVERY_BLOCK, 160).splitlines())) == 160


def test_a_picture_shows_each_sign_as_a_letter_of_its_own() -> None:
    signs: tuple[Sign, ...] = ("disc", "ring", "bold-ring", "cross", "triangle", "square")
    marks = tuple(Mark(20 * at, sign) for at, sign in enumerate(signs))
    assert lettered(Picture("", marks, (Stroke(0, 100),)), 11) == ["*-o-O-x-^-#"]


def test_two_marks_at_one_place_both_stand_there() -> None:
    assert lettered(Picture("", (Mark(50, "cross"), Mark(50, "disc"))), 11) == ["    *x"]


def test_rows_stand_in_columns_and_amounts_at_the_right() -> None:
    grid = Grid(
        "", (GridColumn(plain("Month"), 50), GridColumn(plain("Amount"), 50, "right")), (Row(cells("May", "5")),)
    )
    assert text(report(grid), 20).splitlines()[6:] == [
        "Month         Amount",
        "---------  ---------",
        "May                5",
        "",
        "Memo, pilot",
    ]


def test_where_columns_have_no_room_each_row_is_a_list() -> None:
    grid = Grid(
        "", (GridColumn(plain("Month"), 50), GridColumn(plain("What is paid"), 50)), (Row(cells("January", "nothing")),)
    )
    assert text(report(grid), 12).splitlines()[6:10] == ["January", "  What is", "    paid:", "    nothing"]


def test_changes_stand_in_brackets_and_links_as_addresses() -> None:
    line = (Words("AUD 1", "removed"), Words(" AUD 2 ", "added"), Words("law", to="https://example.org/"))
    assert "[-AUD 1-] {+AUD 2+} law <https://example.org/>" in text(report(Prose(line)))


def test_no_control_character_reaches_a_terminal() -> None:
    made = text(report(Prose(plain(HARM))))
    assert "\x1b" not in made
    assert "\ufffd[31m" in made
