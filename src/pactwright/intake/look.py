"""How a workbook looks: colours, sizes, widths and print set-up, as `templates/workbook.yml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from math import ceil
from typing import TYPE_CHECKING, Any, Final, Literal

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from pactwright.workbooks.sheet import letters

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TEXT: Final = "@"
CODE: Final = re.compile("_x(?=[0-9A-Fa-f]{4}_)")  # what a workbook would read as the number of a character
DATE: Final = "yyyy-mm-dd"
PAGE: Final = 215  # characters across a landscape page that can still be read
LINE: Final = 1.35  # of the size of its letters
ROOM: Final = 1.1  # letters for each unit of a column's width, on average


class Look:
    """The styles of one workbook; a cell takes one by its name."""

    def __init__(self, said: Mapping[str, Any], book: Workbook) -> None:
        self.said = said
        self.widths = {name: float(each) for name, each in said["widths"].items()}
        self.written: list[tuple[int, int, str, str]] = []
        self.styles = {style.name: style for style in self._styles()}
        for style in self.styles.values():
            book.add_named_style(style)

    def _styles(self) -> list[NamedStyle]:
        grey, accent = self.said["grey"], self.said["accent"]
        return [
            self._style("pw title", size=6, bold=True, wrap=False),
            self._style("pw help", colour=grey, wrap=False),
            self._style("pw text"),
            self._style("pw link", colour=accent, underline="single", wrap=False),
            self._style("pw label", ground="label", bold=True, edge=True),
            self._style("pw band", ground="band", bold=True, size=1, wrap=False),
            self._style("pw guide", ground="guide", colour=grey, edge=True),
            self._style("pw example", ground="guide", colour=grey, edge=True, italic=True),
            self._style("pw must", ground="guide", colour=accent, bold=True, edge=True),
            self._style("pw answer", ground="answer", edge=True, open_=True),
            self._style("pw day", ground="answer", edge=True, open_=True, form=DATE),
        ]

    def _style(  # noqa: PLR0913 - what a style can differ in
        self,
        name: str,
        *,
        ground: str = "",
        colour: str = "",
        size: int = 0,
        bold: bool = False,
        italic: bool = False,
        underline: Literal["single"] | None = None,
        wrap: bool = True,
        edge: bool = False,
        open_: bool = False,
        form: str = TEXT,
    ) -> NamedStyle:
        side = Side("thin", self.said["line"]) if edge else Side()
        fill = PatternFill("solid", self.said[ground]) if ground else PatternFill()
        points = float(self.said["size"]) + size
        font = Font(self.said["font"], points, bold, italic, color=colour or self.said["ink"], underline=underline)
        return NamedStyle(
            name,
            font=font,
            fill=fill,
            border=Border(side, side, side, side),
            alignment=Alignment("left", "top", wrap_text=wrap),
            number_format=form,
            protection=Protection(locked=not open_),
        )

    def put(self, sheet: Worksheet, line: int, column: int, text: str, style: str) -> None:
        """Writes a text, which is never taken for a formula, an error or a number."""
        cell = sheet.cell(line, column)
        cell.style = f"pw {style}"
        if text:
            cell.value = CODE.sub("_x005F_x", text)
            cell.data_type = "s"
            self.written.append((line, column, text, cell.style))

    def widen(self, sheet: Worksheet, column: int, width: str) -> None:
        """Gives a column one of the widths."""
        sheet.column_dimensions[letters(column)].width = self.widths[width]

    def spread(self, sheet: Worksheet, column: int, name: str) -> None:
        """Gives a style to a whole column, whose cells need not be there for it."""
        there, style = sheet.column_dimensions[letters(column)], self.styles[f"pw {name}"]
        for part in ("font", "fill", "border", "alignment", "number_format", "protection"):
            setattr(there, part, copy(getattr(style, part)))

    def finish(self, sheet: Worksheet, freeze: str, head: int) -> None:
        """Protects the labels of a sheet, without a password, and makes it ready to be read and printed."""
        sheet.protection.sheet = True
        for name in ("formatColumns", "formatRows", "formatCells", "insertRows", "insertColumns", "deleteRows", "sort"):
            setattr(sheet.protection, name, False)  # which allows it
        self._grow(sheet)
        sheet.freeze_panes = freeze
        sheet.sheet_view.zoomScale = 100
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = int(self.said["paper"])
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        across = sum(each.width for each in sheet.column_dimensions.values())
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = ceil(across / PAGE), 0
        sheet.print_title_rows = f"1:{head}"
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.HeaderFooter.oddFooter = HeaderFooterItem(
            left=_HeaderFooterPart(text="&A"), right=_HeaderFooterPart(text="&P / &N")
        )

    def _grow(self, sheet: Worksheet) -> None:
        """Makes each row as high as its words need; a program may still change that as somebody types."""
        heights: dict[int, float] = {}
        for line, column, text, name in self.written:
            style, width = self.styles[name], sheet.column_dimensions[letters(column)].width
            lines = _lines(text, width) if style.alignment.wrap_text else 1
            heights[line] = max(heights.get(line, 0.0), lines * (style.font.sz or 0.0) * LINE + LINE)
        for line, height in heights.items():
            if line not in sheet.row_dimensions:
                sheet.row_dimensions[line] = _Grown(sheet, index=line, ht=height)
        self.written.clear()


class _Grown(RowDimension):
    """A height that nobody chose, so that a row grows with what is typed into it."""

    customHeight = False  # noqa: N815 - the name of the attribute in the file


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column."""
    return sum(max(1, ceil(len(each) / (width * ROOM))) for each in text.split("\n"))
