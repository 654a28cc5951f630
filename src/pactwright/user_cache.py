"""Files in the user's cache folder: what took long to work out, and can be worked out again at any time.

What is read here is believed as the program's own files are. So it is read only from where nobody but the user (or the
system's administrator) could have put it, and only if it is whole. Whatever stands in the way is no error: nothing is
read then, and nothing is written.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from pactwright.errors import UsageError
from pactwright.files import write_whole

MOST_FILES = 32
_DIGEST = hashlib.sha256().digest_size
_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def read_cached(name: str) -> bytes | None:
    """What was written under a name; None where there is nothing, it is not whole, or another could have written it."""
    path = _folder() / name
    try:
        if not (_is_private(path.parent) and stat.S_ISREG(path.lstat().st_mode) and _is_closed(path)):
            return None
        content = path.read_bytes()
    except OSError:
        return None
    return content[_DIGEST:] if content[:_DIGEST] == hashlib.sha256(content[_DIGEST:]).digest() else None


def write_cached(name: str, content: bytes) -> None:
    """Writes a file whole, over an older one too, and drops the oldest where there are many."""
    folder = _folder()
    with suppress(OSError, UsageError):
        _make(folder)
        if _is_private(folder):
            write_whole(folder / name, hashlib.sha256(content).digest() + content)
            for path in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime)[:-MOST_FILES]:
                path.unlink(missing_ok=True)


def _folder() -> Path:
    return user_cache_path("pactwright", appauthor=False)


def _make(folder: Path) -> None:
    """Makes a folder for the user alone, with those above it that are missing; none where others could replace it."""
    if not folder.is_dir():
        _make(folder.parent)
        if _is_closed(folder.parent, holds_it=True):
            folder.mkdir(stat.S_IRWXU, exist_ok=True)


def _is_private(folder: Path) -> bool:
    """Whether nobody else can put a file into a folder, or another folder into its place."""
    above = {*folder.parents, *folder.resolve().parents}
    return _is_closed(folder) and all(_is_closed(each, holds_it=True) for each in above)


def _is_closed(path: Path, *, holds_it: bool = False) -> bool:
    """Whether a file or folder is the user's, and no one else can write to it.

    A folder that only holds what is the user's may be the administrator's, and sticky as /tmp is: others can add to it,
    but replace nothing.
    """
    if os.name == "nt":  # the folder lies in the user's profile, which Windows keeps closed
        return True
    found = path.stat()
    is_open = found.st_mode & _BY_OTHERS and not (holds_it and found.st_mode & stat.S_ISVTX)
    return found.st_uid in {os.geteuid(), *([0] if holds_it else [])} and not is_open
