"""Tables: widths in percent of the text, a heading row that repeats, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pactwright.document import Runs, Table, Text
from pactwright.memory import Memory
from pactwright.writers.word.paragraphs import styled
from pactwright.writers.word.runs import runs_xml

TABLE_END = styled("TableEnd", "")
"""A thin paragraph after every table: Word would join two tables that touch."""


def table_xml(table: Table, text_width: int, memory: Memory) -> str:
    """The table over the whole text, `text_width` twentieths of a point wide, and the thin paragraph after it.

    A row that stood in an earlier document is not written again.
    """
    widths = tuple(column.width for column in table.columns)
    headings: list[Runs] = [(Text(column.heading),) for column in table.columns]
    rows = "".join([memory.same(_row, cells, *widths) for cells in table.rows])
    return frame(widths, _heading_row(headings, widths) + rows, text_width, style="Ruled", heading=True) + TABLE_END


def frame(widths: Sequence[int], rows: str, text_width: int, *, style: str, heading: bool = False) -> str:
    """A table of ready rows; `widths` are the columns' shares in percent, `heading` marks the first row."""
    grid = "".join(f'<w:gridCol w:w="{text_width * width // 100}"/>' for width in widths)
    first = int(heading)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="06{first * 2}0" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def row(cells: str, properties: str = "") -> str:
    """A row that does not break across pages."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def cell(width: int, content: str, properties: str = "") -> str:
    """A cell of ready paragraphs; `width` is its share of the table in percent."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width * 50}" w:type="pct"/>{properties}</w:tcPr>{content}</w:tc>'


def _row(cells: tuple[Runs, ...], *widths: int) -> str:
    return row(_cells(cells, widths, "TableText"))


def _heading_row(cells: Sequence[Runs], widths: Sequence[int]) -> str:
    return row(_cells(cells, widths, "TableHeading"), "<w:tblHeader/>")


def _cells(cells: Sequence[Runs], widths: Sequence[int], style: str) -> str:
    filled = (f"{_opened(width, style)}{runs_xml(runs)}" for runs, width in zip(cells, widths, strict=True))
    return "".join([f"{each}</w:p></w:tc>" for each in filled])


@cache
def _opened(width: int, style: str) -> str:
    """A cell of one paragraph, up to its words."""
    return cell(width, styled(style, "")).removesuffix("</w:p></w:tc>")
