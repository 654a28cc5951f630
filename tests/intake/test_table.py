"""A table that the program wrote for many agreements is one that a batch reads."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from pactwright.batch.base import base_from
from pactwright.batch.tables import read_table
from pactwright.library.prebuilt import library_for
from tests.cli.conftest import Run
from tests.intake.filled import found
from tests.stories import ROOT

BASE = ROOT / "examples" / "startup-pilot" / "spec.yml"


def test_a_table_to_fill_in_is_read_by_its_headings(run: Run, tmp_path: Path) -> None:
    assert run("batch", "--sheet", "pilots.xlsx", "--spec", BASE).out == "pilots.xlsx\n"
    book = load_workbook(tmp_path / "pilots.xlsx")
    sheet = book["Agreements"]
    for line, key in ((2, "north"), (3, "south")):
        sheet.cell(line, 1).value = key
        sheet.cell(line, found(sheet, "Parties: council: name")[1]).value = f"{key} council"
    sheet.cell(2, found(sheet, "choices.liability/cap")[1]).value = "price-multiple"
    further = book["milestones"]
    for column, text in enumerate(("north", "built", "All stand"), 1):
        further.cell(2, column).value = text
    assert further.cell(1, 3).value == "Deliverable"
    book.save(tmp_path / "pilots.xlsx")
    table = read_table(tmp_path / "pilots.xlsx", base_from(BASE), library_for("au-nsw").issues)
    north, south = table.rows
    assert [(each.address, each.text) for each in north.cells] == [
        ("parties.council.name", "north council"),
        ("choices.liability/cap", "price-multiple"),
        ("milestones", None),
        ("milestones.built.deliverable", "All stand"),
    ]
    assert [(each.address, each.text) for each in south.cells] == [("parties.council.name", "south council")]
    assert [*north.findings, *south.findings, *table.remarks] == []


def test_every_heading_of_a_table_is_one_that_a_batch_knows(run: Run, tmp_path: Path) -> None:
    full = ROOT / "tests" / "spec" / "full.yml"
    assert run("batch", "--sheet", "all.xlsx", "--spec", full).code == 0
    book = load_workbook(tmp_path / "all.xlsx")
    book["Agreements"]["A2"] = "one"
    for sheet in book.worksheets[1:]:
        if not sheet.title.startswith("#"):
            sheet["A2"], sheet["B2"] = "one", "word"
    book.save(tmp_path / "all.xlsx")
    table = read_table(tmp_path / "all.xlsx", base_from(full), library_for("au-nsw").issues)
    assert [each.key for each in table.rows] == ["one"]


def test_a_batch_asks_for_its_table_and_its_folder(run: Run) -> None:
    assert "pactwright batch --sheet pilots.xlsx" in run("batch").err
    assert "-o" in run("batch", "pilots.csv").err
    assert run("batch", "--sheet", "pilots.csv").code == 2
