"""Grids as tables of Word: a heading row that repeats, rows that stay whole, groups that stay with what is below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pactwright.report import Cell, Grid, GridColumn, Row
from pactwright.writers.report.typed import printable
from pactwright.writers.report.word.drawing import picture_xml
from pactwright.writers.report.word.lines import line_xml, paragraph, typed_xml
from pactwright.writers.report.word.places import Places
from pactwright.writers.word.markup import escaped
from pactwright.writers.word.paragraphs import styled
from pactwright.writers.word.tables import TABLE_END, cell, row

_PIXEL = 15  # twentieths of a point
_MARGINS = 110
_WIDEST, _BESIDE = 224, 96
TAB = "<w:r><w:tab/></w:r>"
NAME = "Name"
"""The bold of names is that of their letters: two styles that are bold, one within the other, are plain in Word."""

_TINT = '<w:shd w:val="clear" w:color="auto" w:fill="F7F2F1" w:themeFill="background2"/>'
_FREE = '<w:tcMar><w:left w:w="110" w:type="dxa"/></w:tcMar>'
_BAR = (
    '<w:tcBorders><w:left w:val="single" w:sz="18" w:space="0" w:color="8A1F2D" w:themeColor="accent1"/></w:tcBorders>'
)


def grid_xml(grid: Grid, places: Places) -> str:
    """The table and a thin paragraph after it, or the sentence that stands where there are no rows."""
    if not grid.rows:
        return styled("BodyText", typed_xml(grid.nothing))
    looks = _looks(column.is_marked for column in grid.columns)
    heads = "".join(_head(column, look, places) for column, look in zip(grid.columns, looks, strict=True))
    rows = "".join(_row(each, grid.columns, places) for each in grid.rows)
    begin = begun([column.width for column in grid.columns], places.width, "Ruled", grid.name, has_head=True)
    return begin + row(heads, "<w:tblHeader/>") + rows + "</w:tbl>" + TABLE_END


def _looks(marks: Iterable[bool]) -> Iterator[str]:
    """What cells beside each other look like: a marked one has a bar and a tint, and the next one stands off it."""
    was_marked = False
    for is_marked in marks:
        yield _BAR + _TINT + _FREE if is_marked else _FREE * was_marked
        was_marked = is_marked


def begun(widths: Sequence[int], text_width: int, style: str, name: str = "", *, has_head: bool = False) -> str:
    """A table as wide as the text up to its first row; `name` says what it holds."""
    grid = "".join(f'<w:gridCol w:w="{text_width * width // 100}"/>' for width in widths)
    first = int(has_head)
    said = f'<w:tblCaption w:val="{escaped(printable(name))}"/>' if name else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="06{8 + first * 2:X}0" w:firstRow="{first}" w:lastRow="0" w:firstColumn="1"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{said}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _head(column: GridColumn, look: str, places: Places) -> str:
    words = _at_side(paragraph("TableHeading", column.heading, places, NAME), column)
    return cell(column.width, words + _axis(column, places), look)


def _axis(column: GridColumn, places: Places) -> str:
    """The words over the pictures of a column, each at a stop where its place is."""
    if not column.axis:
        return ""
    room = _room(column.width, places) - 16
    stops, words = [], []
    for at, text in column.axis:
        if at:
            side = "right" if at == 100 else "center"  # noqa: PLR2004 - percent
            stops.append(f'<w:tab w:val="{side}" w:pos="{round((room * at / 100 + 8) * _PIXEL)}"/>')
        words.append(f"{TAB if at else ''}{typed_xml(text)}")
    tabs = f"<w:tabs>{''.join(stops)}</w:tabs></w:pPr>"
    return styled("TableAxis", "".join(words)).replace("</w:pPr>", tabs, 1)


def _row(each: Row, columns: Sequence[GridColumn], places: Places) -> str:
    if each.kind == "group":
        return whole_row(paragraph("TableGroup", each.cells[0].line, places, NAME), len(columns))
    return row("".join(_cells(each, columns, places)))


def _cells(each: Row, columns: Sequence[GridColumn], places: Places) -> Iterator[str]:
    start = 0
    for place, look in zip(each.cells, _looks(one.is_marked for one in each.cells), strict=True):
        spanned = columns[start : start + place.columns]
        width = sum(column.width for column in spanned)
        style = "TableText" if start and each.kind == "plain" else "TableName"
        span = f'<w:gridSpan w:val="{place.columns}"/>' if place.columns > 1 else ""
        plain = NAME if style == "TableName" else ""
        words = _at_side(styled(style, _inside(place, width, places, plain)), spanned[0])
        yield cell(width, words, span + look)
        start += place.columns


def _inside(place: Cell, width: int, places: Places, plain: str) -> str:
    words = line_xml(place.line, places, plain)
    if place.picture is None:
        return words
    room = _room(width, places)
    drawn = picture_xml(place.picture, min(room, _BESIDE) if words else room, places.picture())
    return drawn + (typed_xml(" ") + words if words else "")


def _room(width: int, places: Places) -> float:
    """How many pixels a picture may be wide in a column."""
    return min(_WIDEST, (places.width * width / 100 - _MARGINS) / _PIXEL)


def _at_side(words: str, column: GridColumn) -> str:
    if column.align == "left":
        return words
    return words.replace("</w:pPr>", '<w:jc w:val="right"/></w:pPr>', 1)


def plain_table(rows: Iterable[str], widths: Sequence[int], style: str, places: Places) -> str:
    """A table of ready rows without a heading, and a thin paragraph after it."""
    return begun(widths, places.width, style) + "".join(rows) + "</w:tbl>" + TABLE_END


def plain_row(widths: Sequence[int], contents: Sequence[str]) -> str:
    """A row of ready paragraphs."""
    return row("".join(cell(width, inside) for width, inside in zip(widths, contents, strict=True)))


def whole_row(content: str, columns: int) -> str:
    """A row of one cell over all columns."""
    return row(cell(100, content, f'<w:gridSpan w:val="{columns}"/>'))
