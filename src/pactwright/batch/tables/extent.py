"""How large a block of cells a sheet needs, so that one far cell cannot make it fill the memory."""

from __future__ import annotations

from dataclasses import dataclass

from pactwright.batch.tables.sheet import Spot


@dataclass(slots=True)
class Extent:
    """The block from the first to the last line and column in which anything stands."""

    first_line: int = 0
    last_line: int = 0
    first_column: int = 0
    last_column: int = 0

    def add(self, first: Spot, last: Spot | None = None) -> None:
        """Makes the block hold a cell, or all the cells from one to another."""
        line, column = first
        last_line, last_column = last or first
        if not self.last_line:
            self.first_line, self.first_column = first
        elif line < self.first_line or column < self.first_column:
            self.first_line, self.first_column = min(self.first_line, line), min(self.first_column, column)
        if last_line > self.last_line or last_column > self.last_column:
            self.last_line, self.last_column = max(self.last_line, last_line), max(self.last_column, last_column)

    @property
    def size(self) -> int:
        """The number of cells in the block."""
        if not self.last_line:
            return 0
        return (self.last_line - self.first_line + 1) * (self.last_column - self.first_column + 1)
