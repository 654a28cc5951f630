"""Tables: widths in percent of the text, a heading row that repeats, rows that stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

from pactwright.document import Column, Runs, Table, Text
from pactwright.writers.word.paragraphs import styled
from pactwright.writers.word.runs import runs_xml
from pactwright.writers.word.widths import fitted

Look: TypeAlias = tuple[int, Literal["left", "right"]]
"""The width of a column in percent, and the side at which its words stand."""

TABLE_END = styled("TableEnd", "")
"""A thin paragraph after every table: Word would join two tables that touch."""

_END = "</w:tbl>"


def table_xml(table: Table, text_width: int) -> str:
    """The table over the whole text, `text_width` twentieths of a point wide, and the thin paragraph after it."""
    looks = tuple(zip(fitted(table, text_width), (column.align for column in table.columns), strict=True))
    rows = (_row(cells, looks) for cells in table.rows)
    total = _row(table.total, looks, "TableHeading") if table.total else ""
    return "".join((_headed(table.columns, looks, text_width), *rows, total, _END, TABLE_END))


def held(table: str) -> str:
    """The XML of a table that stands on the page of what follows it: its chart."""
    return _STYLED.sub(r"\1<w:keepNext/>", table)


_STYLED = re.compile(r"(<w:pStyle [^>]*/>)")


@lru_cache(maxsize=256)
def _headed(columns: tuple[Column, ...], looks: tuple[Look, ...], text_width: int) -> str:
    """A table up to its heading row and with it."""
    headings: list[Runs] = [(Text(column.heading),) for column in columns]
    begun = _begun([width for width, _ in looks], text_width, style="Ruled", heading=True)
    return begun + row(_cells(headings, looks, "TableHeading"), "<w:tblHeader/>")


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
def _row(cells: tuple[Runs, ...], looks: tuple[Look, ...], style: str = "TableText") -> str:
    return row(_cells(cells, looks, style))


def _cells(cells: Sequence[Runs], looks: Sequence[Look], style: str) -> str:
    filled = (f"{_opened(look, style)}{runs_xml(runs)}" for runs, look in zip(cells, looks, strict=True))
    return "".join([f"{each}</w:p></w:tc>" for each in filled])


@lru_cache(maxsize=64)
def _opened(look: Look, style: str) -> str:
    """A cell of one paragraph, up to its words."""
    width, align = look
    paragraph = styled(style, "")
    if align == "right":
        paragraph = paragraph.replace("</w:pPr>", '<w:jc w:val="right"/></w:pPr>')
    return cell(width, paragraph).removesuffix("</w:p></w:tc>")
