"""What a person finds in a workbook: every field with its label and help, lists to choose from, labels that stay."""

from __future__ import annotations

import re

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.test_reference import addresses
from tests.intake.filled import found, opened


@pytest.fixture(name="book", scope="module")
def workbook_of_an_example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in opened(tmp_path_factory.mktemp("book"), "startup-pilot")[1]}


def label(address: str) -> tuple[str, str]:
    """The sheet and the label of an address of the form, worked out from the address alone."""
    *above, last = re.split(r"\.\*\.?", address) if "*" in address else ["", address]
    sheet = ".".join(filter(None, above))
    title = " - ".join(" ".join(each.split("_")) for each in sheet.split(".")) if sheet else "project"
    said = ": ".join(each.replace("_", " ") for each in last.split("."))
    return title, re.sub(r"\bpct\b", "percent", said)


def test_every_field_of_the_form_has_a_label(book: dict[str, Worksheet]) -> None:
    said = {
        title.casefold(): {str(cell.value).casefold() for row in sheet.iter_rows() for cell in row if cell.value}
        for title, sheet in book.items()
    }
    missing = [each for each in addresses() if each != "choices" and label(each)[1] not in said[label(each)[0]]]
    assert missing == []


def test_a_field_has_help_a_mark_a_kind_and_an_example(book: dict[str, Worksheet]) -> None:
    sheet = book["Project"]
    line, column = found(sheet, "Project: title")
    cells = [sheet.cell(line, column + shift).value for shift in range(1, 6)]
    assert cells == [
        "The name of the project, on one line.",
        "must be filled",
        "text",
        "Kerb-side air quality pilot",
        "Kerb-side air quality pilot",
    ]
    sheet = book["Milestones"]
    line, column = found(sheet, "Due")
    below = [sheet.cell(line + shift, column).value for shift in range(1, 5)]
    assert below == ["The day by which it is due.", None, "day, year-month-day", "2027-03-01"]


def test_labels_are_protected_without_a_password_and_answers_are_open(book: dict[str, Worksheet]) -> None:
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book.values())
    for title, text in (("Project", "Project: title"), ("Milestones", "Due"), ("Answers", "liability/cap")):
        line, column = found(book[title], text)
        assert book[title].cell(line, column).protection.locked
    line, _ = found(book["Project"], "Project: title")
    assert not book["Project"].cell(line, 6).protection.locked
    assert not book["Milestones"].column_dimensions["D"].protection.locked  # a whole column, below its label


def offered(sheet: Worksheet, cell: str) -> tuple[str, bool]:
    """The cells of the list that a cell offers, and whether others are refused."""
    [one] = [each for each in sheet.data_validations.dataValidation if cell in each.sqref]
    return str(one.formula1), bool(one.showErrorMessage)


def words_at(book: dict[str, Worksheet], formula: str) -> list[object]:
    title, _, cells = formula.removeprefix("=").replace("'", "").rpartition("!")
    return [cell.value for row in book[title][cells.replace("$", "")] for cell in row]


def test_closed_lists_are_offered_and_nothing_else_is_taken(book: dict[str, Worksheet]) -> None:
    sheet = book["Parties"]
    line, _ = found(sheet, "Side")
    formula, is_closed = offered(sheet, f"F{line}")
    assert (words_at(book, formula), is_closed) == (["public", "partner", "independent"], True)
    line, _ = found(book["Answers"], "risk/allocation")
    formula, is_closed = offered(book["Answers"], f"E{line}")
    assert {"best-placed", "partner-bears"} & set(words_at(book, formula))
    assert is_closed
    line, column = found(book["Milestones"], "Payer")
    formula, _ = offered(book["Milestones"], book["Milestones"].cell(line + 5, column).coordinate)
    assert words_at(book, formula)[:2] == ["council", "company"]
    line, column = found(book["Contributions"], "Bought")
    formula, _ = offered(book["Contributions"], book["Contributions"].cell(line + 5, column).coordinate)
    assert words_at(book, formula) == ["yes", "no"]


def test_a_figure_says_its_unit_and_what_holds_without_it(book: dict[str, Worksheet]) -> None:
    sheet = book["Figures"]
    line, column = found(sheet, "liability/cap.price_multiple")
    cells = [sheet.cell(line, column + shift).value for shift in range(1, 5)]
    assert cells == ["How many times the price can a party owe?", "number", "from 1 to 3", "1.5"]


def test_a_sheet_is_ready_to_read_and_to_print(book: dict[str, Worksheet]) -> None:
    assert (book["Milestones"].freeze_panes, book["Project"].freeze_panes) == ("C8", "B4")
    assert all(sheet.page_setup.orientation == "landscape" for sheet in book.values())
    assert book["Milestones"].print_title_rows == "$1:$3"
    links = {cell.hyperlink.location for row in book["Start"].iter_rows() for cell in row if cell.hyperlink}
    assert "'Pilot - sites'!A1" in links
