"""What writes into a sheet: texts in their styles, days, and lists to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from openpyxl.worksheet.datavalidation import DataValidation

from pactwright.intake.entries import Entry
from pactwright.intake.form import Field
from pactwright.intake.guides import is_day
from pactwright.intake.look import Look
from pactwright.intake.offers import Offers
from pactwright.spec.form import groups_at
from pactwright.spec.scalars import DATE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD: Final = 3
"""The line of the labels' corner; above it stand the title of a sheet and what it holds."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What every sheet of a workbook is written with; `parties` are the cells in which the ids of parties stand."""

    look: Look
    offers: Offers
    entries: Mapping[str, tuple[Entry, ...]]
    parties: str = ""

    def titled(self, sheet: Worksheet, title: str, said: str) -> None:
        """Writes what stands above the labels."""
        self.look.put(sheet, 1, 1, title, "title")
        self.look.put(sheet, 2, 1, said, "help")

    def answer(self, sheet: Worksheet, line: int, column: int, text: str, field: Field | None) -> None:
        """Writes what is answered; a day as one that a spreadsheet knows."""
        self.look.put(sheet, line, column, text, "day" if is_day(field) else "answer")
        if is_day(field) and DATE.fullmatch(text):
            sheet.cell(line, column).value = dt.date.fromisoformat(text)
            sheet.cell(line, column).style = "pw day"

    def offer(self, sheet: Worksheet, cells: str, field: Field | None) -> None:
        """Lets the value of a field be chosen where it is one of a list; other words where it may be none of these."""
        formula = self.offers.of_field(field, self.parties) if field else ""
        if field and formula:
            is_open = field.place.shape != "value" or groups_at(field.sample) not in {(), ("parties",)}
            self.choose(sheet, cells, formula, is_open=is_open)

    def choose(self, sheet: Worksheet, cells: str, formula: str, *, is_open: bool = False) -> None:
        """Lets cells be chosen from a list; an open one takes other words, too."""
        offered = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=not is_open)
        offered.add(cells)
        sheet.add_data_validation(offered)
