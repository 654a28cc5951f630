"""The digest of what a row's files are made from, so that a later run knows which of them still hold.

Where none of it changed, the files of an earlier run are kept, and their rows are not drafted again. The program itself
does not count: whoever has a new version of it decides when its files are made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from pactwright.batch.base import Base
from pactwright.batch.model import Row, Settings
from pactwright.errors import UsageError
from pactwright.including import spec_files
from pactwright.library.digests import digest_of
from pactwright.provenance import made_at
from pactwright.resources import data_root

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def run_digest(base: Base | None, settings: Settings) -> str:
    """SHA-256 of what all rows share: the library and the house's own, the template, the base, the settings.

    Paths count only below their root, so that another folder or another machine gives the same digest. Raises
    UsageError when something cannot be read.
    """
    data = data_root()
    asked = (
        settings.documents,
        settings.formats,
        settings.is_final,
        settings.is_short,
        settings.pattern,
        made_at(os.environ),
    )
    ours = [(name, data / name) for name in ("clauses", "seeds")]
    theirs = [("house", settings.house)] if settings.house else []
    template = _file(settings.template) if settings.template else None
    library, templates = digest_of("", *ours, *theirs), _tree(data / "templates")
    return _sha256(_text([asked, base.tree if base else None, library, templates, template]))


def row_digest(row: Row, run: str) -> str:
    """SHA-256 of what one row adds to `run`: its key and its cells, or its whole spec; places do not count.

    Raises UsageError when the row's spec cannot be read.
    """
    cells = [(cell.address, cell.text) for cell in row.cells]
    spec = [_file(each) for each in spec_files(row.spec)] if row.spec else None
    return _sha256(_text([run, row.key, cells, spec]))


def _tree(root: Path) -> list[tuple[str, str]]:
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return [(path.relative_to(root).as_posix(), _file(path)) for path in files]


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
