"""What the text of a cell fills in a spec."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.batch.model import Cell
from pactwright.workbooks.cells import NONE, TableColumn, items


def cells_from(column: TableColumn, text: str, place: str) -> Iterator[Cell]:
    """What a text fills: a value, or a list one by one; nothing stands there any more where it takes away."""
    if column.shape == "values" or text == NONE:
        yield Cell(column.address, None, place)
    if column.shape == "values" and text != NONE:
        yield from (Cell(f"{column.address}.{number}", item, place) for number, item in enumerate(items(text)))
    elif text != NONE:
        yield Cell(column.address, text, place)
