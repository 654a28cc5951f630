"""A lock on an open file, which the system takes away when the last process that holds it dies."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import IO

_PAUSE = 0.05

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a byte that nobody writes: Windows keeps others from what is locked

    def _try(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_locked(file: IO[bytes], *, patience: float) -> bool:
    """Takes the lock of a file, and says whether that worked within so many seconds."""
    until = time.monotonic() + patience
    while True:
        with contextlib.suppress(OSError):
            _try(file)
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(_PAUSE)
