"""What a spec says comes back from a workbook as it was, also where another program has saved it in between."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from pactwright.spec import Choice, Money
from tests.intake.filled import came_back, opened, spec_of, stories, values_of, written
from tests.office import converted


@pytest.mark.parametrize("name", stories())
def test_a_spec_comes_back_from_its_workbook(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(written(name))
    back, spec = came_back(path), spec_of(stories()[name])
    assert back == spec
    assert [each.private for each in back.choices.values()] == [spec.choices[key].private for key in back.choices]


def test_a_spec_comes_back_from_a_workbook_that_libreoffice_saved(tmp_path: Path) -> None:
    path = tmp_path / "whole.xlsx"
    path.write_bytes(written("whole"))
    again = converted(path, "ods")
    assert [came_back(each) for each in (again, converted(again, "xlsx"))] == [spec_of(stories()["whole"])] * 2


def test_what_a_spreadsheet_spoils_is_what_was_typed(tmp_path: Path) -> None:
    path, book = opened(tmp_path)
    spec = came_back(path)
    assert spec.project.title == "=1+1"
    assert spec.project.description == "@SUM(A1)\nfirst line\n\n  - a point\n2026-01-01"
    assert (spec.project.problem, spec.project.public_benefit) == ("007", "1/2 _x0041_")
    assert spec.parties["city"].members == ("one, two; three", "=HYPERLINK(x)")
    assert (spec.parties["city"].ambition, spec.parties["city"].registration) == ("none", "0012")
    assert [each.name for each in spec.parties["firm"].signatories] == [None, "TRUE"]
    assert spec.contributions[0].value == Money(Decimal("1200.50"), "EUR", "exclusive")
    assert (spec.contributions[0].by, spec.contributions[1].by) == ("none", dt.date(2027, 3, 1))
    assert spec.risks["heat"].shares == {"city": Decimal("12.5"), "firm": Decimal("87.5")}
    assert spec.risks["heat"].steps == ("wait\nand see", "stop")
    assert spec.choices["liability/cap"] == Choice(
        "low-fixed", "=why", {"multiple": {"city": "2", "firm": "1.5"}}, {"firm": "up to 3: no more\nat all"}
    )
    assert spec.choices["liability/cap"].private == {"firm": "up to 3: no more\nat all"}
    assert [each.value for each in spec.disputed[1].values] == ["AUD 1", "AUD 2"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} == {"s", "n", "d"}
    assert not [value for _, value in values_of(book) if isinstance(value, int | float)]
