"""Lines that are written as they come and read again in another order, so that memory holds only where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path

from pactwright.batch.disk import write_all


class Spool:
    """A file of lines that only grows.

    Nothing is held back: when `append` comes back, the line is with the system and outlives this process. A last line
    that was cut off when an earlier process was killed stays until `mend`. Opening it raises OSError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = FileIO(path, "a+")
        self._end = self.file.seek(0, 2)

    def mend(self) -> None:
        """Takes away a last line that was cut off; raises OSError."""
        self._end = _whole(self.file)
        self.file.truncate(self._end)

    def append(self, line: bytes) -> int:
        """Where the line stands now; raises OSError when the disk is full, and then half of it may stand there."""
        offset = self._end
        write_all(self.file, line)
        self._end += len(line)
        return offset

    def lines_at(self, offsets: Iterable[int]) -> Iterator[bytes]:
        """The lines at some offsets, with their ends."""
        return lines_at(self.path, offsets)


def lines_at(path: Path, offsets: Iterable[int]) -> Iterator[bytes]:
    """The lines of a file that begin at some offsets, with their ends."""
    with path.open("rb") as file:
        for offset in offsets:
            file.seek(offset)
            yield file.readline()


_STEP = 65536


def _whole(file: FileIO) -> int:
    """How many bytes of a file are whole lines."""
    end = file.seek(0, 2)
    while end:
        start = max(0, end - _STEP)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0
