"""Placeholders on the command line: in a spec, in a table, in a workbook, in a house's defaults."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import Run, Spec
from tests.stories import ROOT, changed, tree_in

PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
TITLE = "parties.company.lead.title"
ASKED = ("--spec", "base.yml", "-o", "out", "--document", "pilot-agreement", "--format", "txt")
CELLS = ["TBC", "null", "N/A", "[insert title]", "\u200b", "XXX", "Head of Data"]


def table(path: Path) -> None:
    """A table of titles, one a row, as text or as a workbook."""
    rows = [["key", TITLE], *([f"row-{number}", cell] for number, cell in enumerate(CELLS))]
    if path.suffix == ".csv":
        path.write_text("\n".join(",".join(row) for row in rows) + "\n", "utf-8")
        return
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)


@pytest.mark.parametrize("name", ["pilots.csv", "pilots.xlsx"])
def test_a_final_of_a_table_refuses_each_row_with_a_placeholder_at_its_cell(
    run: Run, spec: Spec, tmp_path: Path, name: str
) -> None:
    spec(PILOT, "base.yml")
    table(tmp_path / name)
    came = run("batch", name, *ASKED, "--final")
    assert came.code == 3
    assert len(list((tmp_path / "out").glob("*-agreement.txt"))) == 1
    told = (tmp_path / "out" / "errors.csv").read_text("utf-8-sig")
    assert told.count("placeholder") >= len(CELLS) - 1
    assert "U+200B" in told


def test_a_day_that_is_to_come_is_refused_with_the_way_out(run: Run, spec: Spec) -> None:
    spec(changed(PILOT, {"date": "TBC"}))
    came = run("check", "spec.yml")
    assert came.code == 1
    assert "leave it empty until it is known" in came.text


def test_a_house_default_is_no_place_for_a_placeholder(run: Run, spec: Spec, tmp_path: Path) -> None:
    spec(PILOT)
    house = tmp_path / "house"
    house.mkdir()
    text = 'term/term: {suspend_for: [safety, "[reason to be confirmed]", "a flood"]}\n'
    (house / "defaults.yml").write_text(text, "utf-8")
    came = run("check", "house")
    assert came.code == 1
    assert [line for line in came.text.splitlines() if ": error: " in line and ": placeholder: " not in line] == []
    assert came.text.count(": placeholder: ") == 1
    assert "flood" not in came.text


def test_a_draft_tells_of_each_placeholder_and_still_writes(run: Run, spec: Spec, tmp_path: Path) -> None:
    spec(changed(PILOT, {TITLE: "TBC", "pilot.sites.parade.access": "to be agreed"}))
    came = run("draft", "spec.yml", "--document", "pilot-agreement", "--format", "txt", "-o", "out/")
    assert came.code == 0
    assert came.err.count("warning: placeholder") == 2
    [made] = (tmp_path / "out").glob("*.txt")
    assert "to be agreed" not in made.read_text("utf-8")
