"""Whether a path leads to a file that can be read from its start to its end, asked before anything is opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from pactwright.errors import UsageError


def file_status(path: Path) -> os.stat_result:
    """What the system says of a file; UsageError, in one line, for what is none.

    A pipe or a device is refused before it is opened: it may never say a word, or never stop.
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as failed:  # ValueError: a name with a NUL
        message = f"{path}: cannot be read: {getattr(failed, 'strerror', None) or failed}"
        raise UsageError(message) from failed
    if stat.S_ISDIR(found.st_mode):
        message = f"{path}: is a folder, not a file"
        raise UsageError(message)
    if not stat.S_ISREG(found.st_mode):
        message = f"{path}: is a pipe or a device, not a file"
        raise UsageError(message)
    return found
