"""Files that a power cut left behind: there by name, but empty, all NULs or half a package, which is nobody's edit.

A Word file under a password, or one in the format of before 2007, is no package either, and somebody made it so: only
what begins as a package does, or with NULs, can be the rest of one.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

PIECE = 1 << 16
NUL, PACKAGE = b"\0", b"PK"


def is_torn(path: Path) -> bool:
    """Whether a file is what a power cut leaves of one; nothing that is not there, is a link or cannot be read is."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            begin = file.read(len(PACKAGE))
            file.seek(0)
            is_nothing = not any(piece.strip(NUL) for piece in iter(lambda: file.read(PIECE), b""))
    except OSError:
        return False
    return is_nothing or (path.suffix == ".docx" and begin.startswith((NUL, PACKAGE)) and not _is_whole_package(path))


def _is_whole_package(path: Path) -> bool:
    """Whether each part can be read; one under a password or packed in another way counts as whole: it is no rest."""
    try:
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    except RuntimeError:
        return True
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError):
        return False
