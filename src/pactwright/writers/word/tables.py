"""Tables: widths in percent of the text, a heading row that repeats, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pactwright.document import Column, Runs, Table, Text
from pactwright.writers.word.paragraphs import styled
from pactwright.writers.word.runs import runs_xml

TABLE_END = styled("TableEnd", "")
"""A thin paragraph after every table: Word would join two tables that touch."""

_END = "</w:tbl>"


def table_xml(table: Table, text_width: int) -> str:
    """The table over the whole text, `text_width` twentieths of a point wide, and the thin paragraph after it."""
    widths = tuple(column.width for column in table.columns)
    rows = (_row(cells, widths) for cells in table.rows)
    return "".join((_headed(table.columns, text_width), *rows, _END, TABLE_END))


@lru_cache(maxsize=256)
def _headed(columns: tuple[Column, ...], text_width: int) -> str:
    """A table up to its heading row and with it."""
    widths = [column.width for column in columns]
    headings: list[Runs] = [(Text(column.heading),) for column in columns]
    return _begun(widths, text_width, style="Ruled", heading=True) + _heading_row(headings, widths)


def frame(widths: Sequence[int], rows: str, text_width: int, *, style: str) -> str:
    """A table of ready rows without a heading; `widths` are the columns' shares in percent."""
    return f"{_begun(widths, text_width, style=style)}{rows}{_END}"


def _begun(widths: Sequence[int], text_width: int, *, style: str, heading: bool = False) -> str:
    """A table up to its first row; `heading` marks that one."""
    grid = "".join(f'<w:gridCol w:w="{text_width * width // 100}"/>' for width in widths)
    first = int(heading)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="06{first * 2}0" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def row(cells: str, properties: str = "") -> str:
    """A row that does not break across pages."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def cell(width: int, content: str, properties: str = "") -> str:
    """A cell of ready paragraphs; `width` is its share of the table in percent."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width * 50}" w:type="pct"/>{properties}</w:tcPr>{content}</w:tc>'


@lru_cache(maxsize=512)
def _row(cells: tuple[Runs, ...], widths: tuple[int, ...]) -> str:
    return row(_cells(cells, widths, "TableText"))


def _heading_row(cells: Sequence[Runs], widths: Sequence[int]) -> str:
    return row(_cells(cells, widths, "TableHeading"), "<w:tblHeader/>")


def _cells(cells: Sequence[Runs], widths: Sequence[int], style: str) -> str:
    filled = (f"{_opened(width, style)}{runs_xml(runs)}" for runs, width in zip(cells, widths, strict=True))
    return "".join([f"{each}</w:p></w:tc>" for each in filled])


@lru_cache(maxsize=64)
def _opened(width: int, style: str) -> str:
    """A cell of one paragraph, up to its words."""
    return cell(width, styled(style, "")).removesuffix("</w:p></w:tc>")
