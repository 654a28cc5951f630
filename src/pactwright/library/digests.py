"""By what a library or an outline is known again: a digest of the names and the texts that it was read from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import InitVar, dataclass, field
from pathlib import Path

TEXTS = (".yml", ".yaml", ".md", ".py")
LARGEST = 2_000_000  # whoever reads a text refuses half as much
MADE = "__pycache__"  # comes and goes while nothing changes
DEEPEST = 5  # jurisdictions/place/topic/issue/option.md: no link is followed below this, so that none leads round


@dataclass(frozen=True, slots=True, eq=False)
class FromFiles:
    """What was read from files, and hashes and compares by the digest of them.

    `read` is that digest. It has no default, so that `replace` asks for another one: a changed value is another one.
    """

    read: InitVar[str]
    digest: str = field(init=False)

    def __post_init__(self, read: str) -> None:
        """Keeps the digest."""
        object.__setattr__(self, "digest", read)

    def __eq__(self, other: object) -> bool:
        """Whether both were read from the same files."""
        return isinstance(other, FromFiles) and (type(self), self.digest) == (type(other), other.digest)

    def __hash__(self) -> int:
        """By what was read."""
        return hash(self.digest)


def digest_of(jurisdiction: str, *folders: tuple[str, Path]) -> str:
    """SHA-256 of a place and some folders, each under its name in findings: every name in it, every text's bytes.

    What cannot be read counts by its name; whoever needs it says what is wrong.
    """
    found = hashlib.sha256(jurisdiction.encode())
    for title, folder in folders:
        for name, content in ((title, b""), *_entries(str(folder), title, 1)):
            found.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            found.update(content)
    return found.hexdigest()


def _entries(folder: str, above: str, depth: int) -> Iterator[tuple[str, bytes]]:
    """Each name below a folder, spelt alike on every system, with the bytes of a text."""
    for entry in _listed(folder):
        name = f"{above}/{entry.name}"
        if _is_folder(entry, depth):
            yield f"{name}/", b""
            yield from _entries(entry.path, name, depth + 1)
        else:
            yield name, _content(entry) if name.endswith(TEXTS) else b""


def _listed(folder: str) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        kept = (each for each in entries if each.name != MADE and not each.name.startswith("."))
        return sorted(kept, key=lambda entry: entry.name)
    return []


def _is_folder(entry: os.DirEntry[str], depth: int) -> bool:
    with suppress(OSError):  # a link to itself
        return entry.is_dir(follow_symlinks=depth < DEEPEST)
    return False


def _content(entry: os.DirEntry[str]) -> bytes:
    """The bytes of a file; none of a pipe, and of what is too large to be read as a text."""
    with suppress(OSError):
        if entry.is_file() and entry.stat().st_size <= LARGEST:
            with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - many small files, at each start
                return file.read()
    return b""
