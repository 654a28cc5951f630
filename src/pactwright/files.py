"""Files that we write: whole or not at all, under names that every file system takes, over nothing by accident.

And the specs that stand in a folder; and what a file that we were handed raises when it is no whole package.
"""

from __future__ import annotations

import hashlib
import os
import re
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from pactwright.errors import UsageError

MAX_SLUG = 60
READABLE = 0o644
BESIDE_FINAL = "-before-signing"
SPEC_NAME, SPEC_SUFFIXES = "spec.yml", frozenset({".yml", ".yaml"})
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]*)")
_NO_WORD = re.compile(r"[^A-Za-z0-9\u0080-\U0010ffff]+")

# What zipfile raises for a package that is cut off, damaged, under a password or packed in an unknown way.
BROKEN_PACKAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all: beside its place first, then moved there.

    Raises UsageError when the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".pactwright-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(name).chmod(READABLE)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as failed:
        message = f"{path}: cannot be written: {failed.strerror}"
        raise UsageError(message) from failed


def sheet_path(final: Path) -> Path:
    """Where the sheet beside a final stands: the same for all forms of a document.

    >>> sheet_path(Path("out/a-mou-v2.docx")).as_posix()
    'out/a-mou-v2-before-signing.txt'
    """
    return final.with_name(f"{final.stem}{BESIDE_FINAL}.txt")


def ending_of(path: Path) -> str:
    """The letters behind the last point of a name, in lower case; a point and digits alone are no ending.

    >>> ending_of(Path("out/mou.PDF")), ending_of(Path("round.2")), ending_of(Path(".drafts"))
    ('pdf', '', '')
    """
    found = _ENDING.fullmatch(path.suffix)
    return found[1].lower() if found else ""


def check_folder(path: Path) -> None:
    """Refuses the name of a file where a folder is written into; one that is there may be called as it likes."""
    ending = ending_of(path)
    if ending and not path.is_dir():
        message = f"{path}: is the name of a .{ending} file, and a folder is written into; leave out .{ending}"
        raise UsageError(message)


def check_targets(paths: Sequence[Path], *, force: bool) -> None:
    """Refuses two files with one name, and files that exist unless they may be replaced, before any is written."""
    for path in {path for path in paths if paths.count(path) > 1}:
        message = f"{path}: two documents of this run have this name; give their projects different titles"
        raise UsageError(message)
    present = [str(path) for path in paths if path.exists()]
    if present and not force:
        message = f"{', '.join(present)}: exists already; use --force to replace it, or -o to write elsewhere"
        raise UsageError(message)


def specs_in(folder: Path) -> tuple[Path, ...]:
    """The .yml and .yaml files in a folder and each `spec.yml` one level down, in order; none that is hidden.

    Raises UsageError when the folder cannot be read.
    """
    try:
        below = [each for each in folder.iterdir() if not each.name.startswith(".")]
    except OSError as failed:
        message = f"{folder}: cannot be read: {failed.strerror}"
        raise UsageError(message) from failed
    specs = [each if each.suffix.lower() in SPEC_SUFFIXES else each / SPEC_NAME for each in below]
    return tuple(sorted(each for each in specs if each.is_file()))


def slug(text: str) -> str:
    """A file name's worth of a title: lower-case letters, digits and hyphens; "project" when nothing is left.

    >>> slug("Kerb-side air quality: 1,000 trees"), slug("Straße am Fluß"), slug("空气")
    ('kerb-side-air-quality-1-000-trees', 'strasse-am-fluss', 'kong-qi')
    """
    from slugify import slugify  # noqa: PLC0415 - slow to load, and only what writes files needs it

    # It would take "1,000" for one number and "&amp;" for a sign.
    words = _NO_WORD.sub(" ", text)
    return slugify(words, max_length=MAX_SLUG, backend="text-unidecode") or "project"


def names_in(folder: Path) -> Iterator[str]:
    """The names in a folder, one at a time, for there may be a hundred thousand; none where it is not there."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            yield entry.name


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes a file out of pieces, never holding more than a few of them, and through no link; raises OSError."""
    with open(path, "wb", opener=_following_no_link) as file:
        file.writelines(pieces)


def file_digest(path: Path) -> str:
    """SHA-256 of a file; nothing for one that is not there, is a link or cannot be read."""
    try:
        with open(path, "rb", opener=_following_no_link) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _following_no_link(path: str, flags: int) -> int:
    """Opens a file as `open` does; raises OSError for a symbolic link, where the system can tell."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)
