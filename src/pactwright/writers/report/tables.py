"""Grids as tables of a web page; on a phone a row is a card that names the column before each value.

A table shown as cards is no table to some programs that read pages aloud, so each part of it says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pactwright.report import Cell, Grid, GridColumn, Row
from pactwright.writers.report.drawn import axis_html, picture_html
from pactwright.writers.report.filtered import under_html
from pactwright.writers.report.labels import Labels
from pactwright.writers.report.marked import directed, escaped, line_html
from pactwright.writers.report.typed import text_of


def grid_html(grid: Grid, labels: Labels) -> str:
    """The table, or the sentence that stands where there are no rows."""
    if not grid.rows:
        return f"<p>{escaped(grid.nothing)}</p>"
    widths = "".join(f'<col style="width:{column.width}%">' for column in grid.columns)
    heads = "".join(_head(column, labels) for column in grid.columns)
    bodies = "\n".join(_body(rows, grid.columns, labels) for rows in _grouped(grid.rows))
    return (
        f'<table role="table" aria-label="{escaped(grid.name)}"><colgroup>{widths}</colgroup>\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n{bodies}\n</table>'
    )


def _grouped(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows in parts, each of which begins with a group."""
    part: list[Row] = []
    for row in rows:
        if row.kind == "group" and part:
            yield part
            part = []
        part.append(row)
    yield part


def _body(rows: Iterable[Row], columns: Sequence[GridColumn], labels: Labels) -> str:
    inside = "\n".join(_row(row, columns, labels) for row in rows)
    return f'<tbody role="rowgroup">\n{inside}\n</tbody>'


def _head(column: GridColumn, labels: Labels) -> str:
    axis = f'<span class="axis" aria-hidden="true">{axis_html(column.axis)}</span>' if column.axis else ""
    kind = _kind(column, is_marked=column.is_marked)
    return f'<th role="columnheader" scope="col"{kind}>{line_html(column.heading, labels)}{axis}</th>'


def _row(row: Row, columns: Sequence[GridColumn], labels: Labels) -> str:
    name = "" if row.kind == "plain" else f' class="{row.kind}"'
    inside = "".join(_cells(row, columns, labels))
    return f'<tr role="row"{name}{under_html(row.under)}>{inside}</tr>'


def _cells(row: Row, columns: Sequence[GridColumn], labels: Labels) -> Iterator[str]:
    place = 0
    for cell in row.cells:
        column, span = columns[place], cell.columns
        if row.kind == "group":
            span = len(columns)
        attributes = _kind(column, is_marked=cell.is_marked) + (f' colspan="{span}"' if span > 1 else "")
        inside = _inside(cell, labels)
        if not place:
            scope = "rowgroup" if row.kind == "group" else "row"
            yield f'<th role="rowheader" scope="{scope}"{attributes}{directed(cell.line)}>{inside}</th>'
        else:
            named = f' data-column="{escaped(text_of(column.heading))}"' if span == 1 else ""
            yield f'<td role="cell"{attributes}{named}{directed(cell.line)}>{inside}</td>'
        place += span


def _inside(cell: Cell, labels: Labels) -> str:
    words = line_html(cell.line, labels)
    if cell.picture is None:
        return words
    return picture_html(cell.picture, "beside" if words else "") + (f" {words}" if words else "")


def _kind(column: GridColumn, *, is_marked: bool) -> str:
    kinds = [name for name, holds in (("amount", column.align == "right"), ("marked", is_marked)) if holds]
    return f' class="{" ".join(kinds)}"' if kinds else ""
