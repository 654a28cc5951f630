"""Grids in plain text: columns where each has room for its words, else a list for each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactwright.report import Cell, Grid, GridColumn, Row
from pactwright.writers.columns import GUTTER, beside, display_width, wrapped
from pactwright.writers.report.letters import axis_line, lettered
from pactwright.writers.report.spoken import said
from pactwright.writers.report.typed import printable

_PICTURE = 25
_NARROWEST_PICTURE = 15
_VALUES_AT = 4


def grid_lines(grid: Grid, width: int) -> list[str]:
    """The grid in lines of at most `width` columns, or the sentence that stands where there are no rows."""
    if not grid.rows:
        return wrapped(printable(grid.nothing), width)
    widths = _widths(grid, width - GUTTER * (len(grid.columns) - 1))
    if not widths:
        axes = [" " * _VALUES_AT + line for column in grid.columns for line in _axis(column, _PICTURE)]
        return [*axes, *(line for row in grid.rows for line in _record(row, grid.columns, width))][:-1]
    heads = beside([_head(*each) for each in zip(grid.columns, widths, strict=True)], widths)
    rule = "  ".join("-" * each for each in widths)
    return [*heads, rule, *(line for row in grid.rows for line in _row(row, grid.columns, widths, rule))]


def _widths(grid: Grid, room: int) -> list[int]:
    """The widths of the columns as planned, but none narrower than its longest word; nothing where there is no room."""
    least = [_least(grid, place) for place in range(len(grid.columns))]
    if sum(least) > room:
        return []
    widths = [max(need, room * column.width // 100) for need, column in zip(least, grid.columns, strict=True)]
    for _ in range(sum(widths) - room):
        spare = [width - need for width, need in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths


def _least(grid: Grid, place: int) -> int:
    cells = [cell for row in grid.rows if row.kind != "group" for at, cell in _placed(row) if at == place]
    texts = [said(grid.columns[place].heading), *(said(cell.line) for cell in cells if cell.columns == 1)]
    longest = max(display_width(word) for text in texts for word in text.split() or [""])
    return max(longest, _NARROWEST_PICTURE) if any(cell.picture for cell in cells) else longest


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    place = 0
    for cell in row.cells:
        yield place, cell
        place += cell.columns


def _head(column: GridColumn, width: int) -> list[str]:
    return [*(_at_side(line, column, width) for line in wrapped(said(column.heading), width)), *_axis(column, width)]


def _axis(column: GridColumn, width: int) -> list[str]:
    """The words over the pictures of a column."""
    if not column.axis:
        return []
    return wrapped(axis_line([(at, printable(text)) for at, text in column.axis], min(width, _PICTURE)), width)


def _at_side(line: str, column: GridColumn, width: int) -> str:
    return " " * (width - display_width(line)) + line if column.align == "right" else line


def _row(row: Row, columns: Sequence[GridColumn], widths: Sequence[int], rule: str) -> list[str]:
    if row.kind == "group":
        return ["", *(line for cell in row.cells for line in wrapped(said(cell.line), display_width(rule)))]
    spans = [sum(widths[at : at + cell.columns]) + GUTTER * (cell.columns - 1) for at, cell in _placed(row)]
    placed = zip(_placed(row), spans, strict=True)
    cells = [[_at_side(line, columns[at], width) for line in _cell(cell, width)] for (at, cell), width in placed]
    return [*([rule] if row.kind == "total" else ()), *beside(cells, spans)]


def _cell(cell: Cell, width: int) -> list[str]:
    drawn = lettered(cell.picture, min(width, _PICTURE)) if cell.picture else []
    words = said(cell.line)
    return [*drawn, *(wrapped(words, width) if words or not drawn else ())]


def _record(row: Row, columns: Sequence[GridColumn], width: int) -> Iterator[str]:
    """A row as a list: its heading, then each column with what stands in it."""
    for place, cell in _placed(row):
        if not place:
            yield from wrapped(said(cell.line), width)
            continue
        if cell.picture:
            yield from (
                f"{' ' * _VALUES_AT}{line}" for line in lettered(cell.picture, min(width - _VALUES_AT, _PICTURE))
            )
        if cell.line:
            name = f"{said(columns[place].heading)}:" if cell.columns == 1 else ""
            first, *more = wrapped(f"{name} {said(cell.line)}".strip(), width - _VALUES_AT)
            yield from (f"  {first}", *(" " * _VALUES_AT + line for line in more))
    yield ""
