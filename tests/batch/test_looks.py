"""What a cell shows counts: words struck out or unseen, numbers shown as others, hidden rows, columns and sheets.

One workbook has a row for each look; it is read as Excel's, and as LibreOffice saves the same as an .ods.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from tests.batch.tables import cells, rows
from tests.office import converted

TEXT, PERCENT, MONEY, NUMBER = (
    "parties.partner.registration",
    "outsiders.network.match_pct",
    "funding.price",
    "pilot.quantities.0.built",
)
COLUMNS: Final = ("key", TEXT, PERCENT, MONEY, NUMBER, "date")
SHOWN: Final = "shown-otherwise"


@dataclass(frozen=True)
class Look:
    """A cell of a column: what it holds, how it is formatted, and the text that is read from it, or the rule."""

    column: str
    value: object
    format: str = "General"
    text: str = ""
    rule: str = ""
    shows: str = ""
    font: Font | None = None
    fill: PatternFill | None = None


HALF_STRUCK: Final = CellRichText("Price ", TextBlock(InlineFont(strike=True), "old words"), " new words")
WHITE: Final = Font(color="FFFFFFFF")
LOOKS: Final = {
    "whole percent": Look(PERCENT, 0.05, "0%", text="5%"),
    "half a percent more": Look(PERCENT, 0.075, "0.0%", text="7.5%"),
    "all of it": Look(PERCENT, 1, "0%", text="100%"),
    "less than one percent, and shown so": Look(PERCENT, 0.0005, "0.00%", text="0.05%"),
    "percent that is rounded": Look(PERCENT, 0.054, "0%", rule=SHOWN, shows="shows 5% and holds 0.054"),
    "percent in a text": Look(TEXT, 0.25, "0%", rule="fraction-of-percent"),
    "percent in an amount": Look(MONEY, 0.25, "0%", rule="fraction-of-percent"),
    "amount": Look(MONEY, 1234.5, "#,##0.00", text="1234.50"),
    "amount without its cents": Look(MONEY, 100000.1, "0", rule=SHOWN, shows="shows 100000 and holds 100000.1"),
    "currency without its cents": Look(MONEY, 1234.5, "$#,##0", rule=SHOWN, shows="holds 1234.5"),
    "euros": Look(MONEY, 500, "[$€-407] #,##0.00", text="EUR 500"),
    "in thousands": Look(MONEY, 123456, '#,##0,"k"', rule=SHOWN, shows="shows 123k and holds 123456"),
    "just named thousands": Look(MONEY, 123, '0"k"', rule=SHOWN, shows="shows 123k and holds 123"),
    "whole thousands": Look(NUMBER, 120000, "0,", rule=SHOWN, shows="shows 120 and holds 120000"),
    "rounded count": Look(NUMBER, 11.6, "0", rule=SHOWN, shows="shows 12 and holds 11.6"),
    "red and no sign": Look(NUMBER, -5, "0;[Red]0", rule=SHOWN, shows="shows 5 and holds -5"),
    "a sign of its own": Look(NUMBER, 5, "-0", rule=SHOWN, shows="shows -5 and holds 5"),
    "zeros before a count": Look(NUMBER, 7, "000", text="7"),
    "zeros that a text lost": Look(TEXT, 123456789, "000000000000", rule=SHOWN, shows="shows 000123456789"),
    "spaces in a number": Look(TEXT, 12345678901, "00 000 000 000", rule=SHOWN),
    "a number as a text": Look(TEXT, 12345678901, "0", text="12345678901"),
    "nothing shown": Look(NUMBER, 5, ";;;", rule=SHOWN),
    "a date": Look("date", dt.date(2026, 12, 1), "d mmm yyyy", text="2026-12-01"),
    "words struck out": Look(TEXT, "all of it", font=Font(strike=True), rule="struck-out"),
    "some words struck out": Look(TEXT, HALF_STRUCK, rule="struck-out"),
    "a number struck out": Look(NUMBER, 5, font=Font(strike=True), rule="struck-out"),
    "white on white": Look(TEXT, "unseen", font=WHITE, rule="unseen"),
    "white on blue": Look(TEXT, "seen", font=WHITE, fill=PatternFill("solid", fgColor="FF000080"), text="seen"),
}


@pytest.fixture(name="tables", scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The workbook of all looks as .xlsx and as .ods."""
    folder = tmp_path_factory.mktemp("looks")
    book: Any = Workbook()
    book.active.append(COLUMNS)
    for line, (key, look) in enumerate(LOOKS.items(), start=2):
        book.active.cell(line, 1, key)
        cell = book.active.cell(line, COLUMNS.index(look.column) + 1, look.value)
        cell.number_format = look.format
        cell.font, cell.fill = look.font or Font(), look.fill or PatternFill()
    book.save(folder / "looks.xlsx")
    return {"xlsx": folder / "looks.xlsx", "ods": converted(folder / "looks.xlsx", "ods")}


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_cell_is_taken_as_it_shows_or_refused(tables: dict[str, Path], kind: str) -> None:
    found = {row.key: row for row in rows(tables[kind])}
    assert list(found) == list(LOOKS)
    for key, look in LOOKS.items():
        errors = [finding for finding in found[key].findings if finding.level == "error"]
        assert [finding.rule for finding in errors] == ([look.rule] if look.rule else []), key
        assert all(look.shows in finding.seen for finding in errors), (key, errors)
        assert look.rule or cells(found[key])[look.column] == look.text, key
