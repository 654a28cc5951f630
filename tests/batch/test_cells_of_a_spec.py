"""Cells that a person gets wrong, or means: each is told at its cell, and no other row is kept from its paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import stories
from tests.batch.tables import workbook
from tests.consoles import Came, came_of
from tests.stories import ROOT, Tree, changed, plain, tree_in

EXAMPLE: Tree = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
HEADINGS = ["key", "project.title"]
UNPAID = {
    "choices.funding/costs.voted_until": None,
    "choices.funding/payment": {"option": "none", "reason": "nobody is paid"},
}
ROWS = [["a", "North"], ["b", "South"]]


def batch(folder: Path, table: Path, *more: str, spec: Tree = EXAMPLE) -> Came:
    """A batch of pilot agreements over a table."""
    base = folder / "base.yml"
    base.write_text(stories.as_yaml(spec), "utf-8")
    given = ("--spec", base, "-o", folder / "out", "--document", "pilot-agreement", "--format", "txt")
    return came_of("batch", table, *given, *more)


def made(folder: Path) -> list[str]:
    """The keys of the rows that have a paper."""
    return sorted(path.name.partition("-")[0] for path in (folder / "out").glob("*-pilot-agreement.txt"))


@pytest.mark.parametrize("typed", ["2027-02-30", "30.02.2027", "soon", "2027-13-01", "31/09/2027", "2027-9-31"])
def test_a_cell_that_is_no_day_is_refused_at_its_place_and_the_other_row_is_made(tmp_path: Path, typed: str) -> None:
    table = tmp_path / "pilots.csv"
    table.write_text(f"key,project.title,pilot.end\na,North,{typed}\nb,South,2027-09-30\n", "utf-8")
    came = batch(tmp_path, table)
    assert (came.code, made(tmp_path)) == (3, ["b"])
    assert f'{table}:2:3: error: date: "{typed}" is not a' in came.err


def test_a_day_of_a_workbook_that_is_text_is_refused_at_its_cell(tmp_path: Path) -> None:
    table = workbook(tmp_path, [[*HEADINGS, "pilot.end"], [*ROWS[0], "31 Feb 2027"], [*ROWS[1], "30 September 2027"]])
    came = batch(tmp_path, table)
    assert (came.code, made(tmp_path)) == (3, ["b"])
    assert f'{table}!C2: error: date: "31 Feb 2027" is not a day of the calendar' in came.err


def test_a_twentieth_in_a_cell_without_a_format_is_asked_back_where_a_percentage_belongs(tmp_path: Path) -> None:
    column = "outsiders.network.match_pct"
    table = workbook(tmp_path, [[*HEADINGS, column], [*ROWS[0], 0.05], [*ROWS[1], 5]])
    came = batch(tmp_path, table)
    assert (came.code, made(tmp_path)) == (3, ["b"])
    assert f'{table}!C2: error: percent-fraction: "0.05" is less than one part of a hundred' in came.err
    assert "did you mean 5? Write 0.05% if not" in came.err


def test_a_price_of_nil_is_an_answer_and_an_empty_cell_is_none(tmp_path: Path) -> None:
    milestones = {f"milestones.{key}.amount": "nil" for key in EXAMPLE["milestones"]}
    spec = changed(EXAMPLE, {**milestones, "funding.price": None, "choices.term/term.end_cost_cap": "nil"} | UNPAID)
    table = tmp_path / "pilots.csv"
    table.write_text("key,project.title,funding.price\na,North,nil\nb,South,\n", "utf-8")
    came = batch(tmp_path, table, "--final", spec=spec)
    assert (came.code, made(tmp_path)) == (3, ["a"])
    assert f"{table}:3:3: error: gap-in-final: Price is open" in came.err
    [paper] = (tmp_path / "out").glob("a-*pilot-agreement.txt")
    assert "owes another a price" in " ".join(plain(paper.read_text("utf-8")).split())
