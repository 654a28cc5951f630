"""Bytes on their way to the disk, in one place: all of them, or an OSError.

Nothing is flushed to the disk itself. After a power cut a torn file has another digest than its record, and the next
run makes it again; so each file is spared a wait that only such a cut could make worth while.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

_MUCH = 1 << 16


def names_in(folder: Path) -> Iterator[str]:
    """The names in a folder, one at a time, for there may be a hundred thousand; none where it is not there."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            yield entry.name


def write_all(file: FileIO, content: bytes) -> None:
    """Writes all bytes; raises OSError when the disk is full, and then some of them may stand there."""
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file out of pieces, never holding more than a few of them; raises OSError."""
    with FileIO(path, "w") as file:
        waiting: list[bytes] = []
        size = 0
        for piece in pieces:
            waiting.append(piece)
            size += len(piece)
            if size >= _MUCH:
                write_all(file, b"".join(waiting))
                waiting, size = [], 0
        write_all(file, b"".join(waiting))


def digest_of(path: Path) -> str:
    """SHA-256 of a file; nothing for one that is not there or cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
