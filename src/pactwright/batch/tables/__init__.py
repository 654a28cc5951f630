"""Rows from a folder of specs."""

from __future__ import annotations

from pathlib import Path

from pactwright.batch.base import Base
from pactwright.batch.row import Row
from pactwright.errors import UsageError


def read_rows(table: Path, base: Base | None) -> tuple[Row, ...]:
    """The rows of a folder of specs."""
    del base
    if not table.is_dir():
        message = f"{table}: only a folder of specs is read"
        raise UsageError(message)
    return tuple(Row(path.stem, str(path), spec=path) for path in sorted(table.glob("*.yml")))
