"""The digest of everything that a row's files are made from, so that a later run knows which of them still hold.

Where no input changed, no byte would: then the files of an earlier run are kept, and their rows are not drafted again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pactwright import __version__
from pactwright.batch.base import Base
from pactwright.batch.order import Order
from pactwright.batch.row import Row
from pactwright.errors import UsageError
from pactwright.provenance import made_at
from pactwright.resources import data_root

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

DATA = ("clauses", "seeds", "templates")


def run_digest(base: Base | None, order: Order) -> str:
    """SHA-256 of what all rows share: the program and its data, the house library, the template, the base, the order.

    Paths count only below their root, so that another folder or another machine gives the same digest. Raises
    UsageError when something cannot be read.
    """
    program = Path(__file__).resolve().parent.parent
    data = data_root()
    asked = (order.documents, order.forms, order.is_final, order.pattern, made_at(os.environ))
    parts = [__version__, asked, base.tree if base else None, _tree(program, "*.py")]
    parts += [_tree(data / folder, "*") for folder in DATA]
    parts += [_tree(order.house, "*") if order.house else None, _file(order.template) if order.template else None]
    return _sha256(_text(parts))


def row_digest(row: Row, run: str) -> str:
    """SHA-256 of what one row adds to `run`: its key and its cells, or its whole spec; places do not count.

    Raises UsageError when the row's spec cannot be read.
    """
    cells = [(cell.address, cell.text) for cell in row.cells]
    return _sha256(_text([run, row.key, cells, _file(row.spec) if row.spec else None]))


def _tree(root: Path, pattern: str) -> list[tuple[str, str]]:
    return [(path.relative_to(root).as_posix(), _file(path)) for path in sorted(_files(root, pattern))]


def _files(root: Path, pattern: str) -> Iterator[Path]:
    return (path for path in root.rglob(pattern) if path.is_file())


def _file(path: Path) -> str:
    try:
        return _sha256(path.read_bytes())
    except OSError as failed:
        message = f"{path}: cannot be read: {failed.strerror}"
        raise UsageError(message) from failed


def _text(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _sha256(content: ReadableBuffer) -> str:
    return hashlib.sha256(content).hexdigest()
