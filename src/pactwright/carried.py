"""What a wheel carries ready-made: results of work on the data beside it, done once, when the wheel was built.

Whoever can change such a file can change the program, so it is trusted as the program is; that holds inside the wheel
and nowhere else. A checkout carries nothing, and what was made of other data than lie there now is not used.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from pactwright.resources import data_root, is_installed

FOLDER = "carried"
_LENGTH = hashlib.sha256().digest_size


def carried(name: str, *sources: str) -> bytes | None:
    """What the wheel carries under a name, made of some files or folders of its data; None where there is none."""
    return unsealed(data_root() / FOLDER / name, data_root(), *sources) if is_installed() else None


def sealed(content: bytes, root: Path, *sources: str) -> bytes:
    """The content of a file to carry: behind a digest of what it was made of."""
    return _digest(root, sources) + content


def unsealed(path: Path, root: Path, *sources: str) -> bytes | None:
    """What stands behind the digest; None where there is no file, or it was made of other files than these."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    return content[_LENGTH:] if content[:_LENGTH] == _digest(root, sources) else None


def _digest(root: Path, sources: tuple[str, ...]) -> bytes:
    """Of the names and the bytes of all files."""
    found = hashlib.sha256()
    for name, path in sorted(each for source in sources for each in _files(root, source)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - many small files, at each start
            content = file.read()
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.digest()


def _files(root: Path, source: str) -> Iterator[tuple[str, str]]:
    """Each file with its name below the root, spelt alike on every system."""
    top = str(root / source)
    if not os.path.isdir(top):  # noqa: PTH112 - as above
        yield source, top
    for folder, _, names in os.walk(top):
        below = source + folder.removeprefix(top).replace(os.sep, "/")
        yield from ((f"{below}/{name}", os.path.join(folder, name)) for name in names)  # noqa: PTH118 - as above
