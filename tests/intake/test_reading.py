"""A workbook is read by its labels, wherever they stand; what cannot be read is told with its cell."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from pactwright.errors import ForeignContentError, InputError, UsageError
from pactwright.intake.reading import read_workbook
from tests.cli.conftest import Run
from tests.intake.filled import came_back, found, opened, spec_of, stories

Change = Callable[[Workbook], object]


def moved(book: Workbook) -> None:
    """What people do to a workbook: sheets in another order, lines and columns put in and taken elsewhere, notes."""
    book.move_sheet("Figures", -30)
    book.move_sheet("Start", 20)
    for title in ("Risks", "Contributions"):
        book[title].insert_rows(1, 3)
        book[title].insert_cols(1, 2)
    sheet = book["Contributions"]
    line, last = found(sheet, "Label")[0], sheet.max_column + 1
    what = found(sheet, "What")[1]
    for number in range(1, sheet.max_row + 1):
        sheet.cell(number, last).value = sheet.cell(number, what).value
        sheet.cell(number, what).value = None
    sheet.cell(line, last + 1).value = "# our notes"
    sheet.cell(line + 6, last + 1).value = "ask the finance team"
    sheet = book["Project"]
    line = found(sheet, "Project: problem")[0]
    for number in range(1, sheet.max_column + 1):
        sheet.cell(200, number).value = sheet.cell(line, number).value
        sheet.cell(line, number).value = None
    book.create_sheet("# Minutes")["A1"] = "nothing for the program"


def test_columns_lines_and_sheets_may_move(tmp_path: Path) -> None:
    path, book = opened(tmp_path)
    moved(book)
    book.save(path)
    assert came_back(path) == spec_of(stories()["hard"])


def put(title: str, beside: str, text: object, *, line: int = 0, column: int = 0) -> Change:
    """Writes into the cell that stands so far from one with a text."""

    def change(book: Workbook) -> None:
        at = found(book[title], beside)
        book[title].cell(at[0] + line, at[1] + column).value = text  # type: ignore[assignment] # whatever a cell holds

    return change


def titled(title: str, name: str) -> Change:
    def change(book: Workbook) -> None:
        book[title].title = name

    return change


def hidden(book: Workbook) -> None:
    book["Products"].sheet_state = "hidden"


# A mistake, and what is told: the place behind the file's name, the rule, and words of what was seen or is to be done.
# Each stands on a sheet of its own, so that one workbook holds them all.
MISTAKES: tuple[tuple[Change, tuple[str, str, str]], ...] = (
    (put("Contributions", "What", "Waht"), ("!Contributions!D3", "unknown-label", 'did you mean "What"')),
    (put("Parties", "Called", "Known as"), ("!Parties!A8", "unknown-label", '"Known as" is no label')),
    (put("Parties - signatories", "city", "ctiy"), ("!Parties - signatories!B8", "unknown-entry", 'mean "city"')),
    (put("Open", "Fact", None), ("!Open!B3", "label-missing", "Open!B8")),
    (put("Disputed - values", "Source", "Value"), ("!Disputed - values!D3", "label-twice", "C3")),
    (put("Papers", "Label", None), ("!Papers", "no-labels", '"Label"')),
    (titled("End events", "End event"), ("!End event", "unknown-sheet", 'did you mean "End events"')),
    (hidden, ("!Products", "hidden-sheet", "hidden")),
    (put("Risks", "heat", None), ("!Risks!F4", "id-missing", "this entry has no id")),
    (put("Risks", "city: 12.5%\nfirm: 87.5", "half each"), ("!Risks!F13", "pairs", "city: 40")),
    (put("Project", "007", "=A1"), ("!Project!F13", "uncached-formula", "a formula without its result")),
)


def test_every_mistake_is_told_with_its_cell_all_at_once(tmp_path: Path) -> None:
    path, book = opened(tmp_path)
    for change, _ in MISTAKES:
        change(book)
    book.save(path)
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    told = [(each.place.removeprefix(str(path)), each.rule, str(each)) for each in refused.value.findings]
    expected = sorted((place, rule) for _, (place, rule, _) in MISTAKES)
    assert sorted((place, rule) for place, rule, _ in told) == expected
    lines = {(place, rule): line for place, rule, line in told}
    assert [words for _, (place, rule, words) in MISTAKES if words not in lines[place, rule]] == []


def test_a_label_without_an_answer_may_go(tmp_path: Path) -> None:
    path, book = opened(tmp_path)
    put("Project", "Money: tax", None)(book)
    book.save(path)
    assert came_back(path) == spec_of(stories()["hard"])


@pytest.mark.parametrize(
    ("part", "what"),
    [("xl/vbaProject.bin", "macros"), ("xl/externalLinks/externalLink1.xml", "links to other workbooks")],
)
def test_what_could_act_or_draw_in_is_refused(part: str, what: str, tmp_path: Path) -> None:
    path, _ = opened(tmp_path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(part, "<a/>")
    with pytest.raises(ForeignContentError, match=what):
        read_workbook(path)


def test_another_workbook_is_none_of_a_project(tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    Workbook().save(path)
    with pytest.raises(UsageError, match="pactwright new --sheet FILE"):
        read_workbook(path)


def test_every_command_takes_a_workbook_for_a_spec(run: Run, tmp_path: Path) -> None:
    assert run("new", "--sheet", "project.xlsx").out == "project.xlsx\n"
    assert run("new", "--sheet", "project.xlsx").code == 2  # it is there
    checked = run("check", "project.xlsx")
    assert checked.code == 0
    assert run("draft", "project.xlsx", "--format", "txt", "-o", "out/").code == 0
    assert run("explain", "project.xlsx", "liability/cap").code == 0
    assert run("questions", "project.xlsx").code == 0
    assert run("new", "--sheet", "again.xlsx", "--from", "project.xlsx").code == 0
    assert came_back(tmp_path / "again.xlsx") == came_back(tmp_path / "project.xlsx")
    assert run("new", "--sheet", "again.yml").code == 2
    assert run("new", "--from", "project.xlsx").code == 2


def test_what_is_wrong_with_a_fact_names_its_cell(run: Run, tmp_path: Path) -> None:
    path, book = opened(tmp_path, "startup-pilot")
    put("Parties", "Side", "publick", column=5)(book)
    put("Answers", "liability/cap", "low-fxed", column=3)(book)
    book.save(path)
    told = run("check", "project.xlsx").text
    assert 'project.xlsx!Parties!F6: error: party-side: "publick"' in told
    assert "project.xlsx!Answers!E" in told
    assert 'error: unknown-option: "low-fxed" is not an option of liability/cap' in told
