"""Bytes in a folder: all of them, or an OSError.

Nothing is flushed to the disk itself. After a power cut a torn file has another digest than its record, and the next
run makes it again; so each file is spared a wait that only such a cut could make worth while.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def names_in(folder: Path) -> Iterator[str]:
    """The names in a folder, one at a time, for there may be a hundred thousand; none where it is not there."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            yield entry.name


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file out of pieces, never holding more than a few of them; raises OSError."""
    with path.open("wb") as file:
        file.writelines(pieces)


def digest_of(path: Path) -> str:
    """SHA-256 of a file; nothing for one that is not there or cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
