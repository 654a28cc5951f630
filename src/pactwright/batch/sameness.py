"""Whether two files of a row say the same, though the bytes differ: in the version that made them, or in their origin.

The origin (the digests of what went in) stands in the properties of a Word file and in one field of the data.
"""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

PROPERTIES, ORIGIN = "docProps/", "provenance"


def same_but_for_version(earlier: bytes, now: bytes, versions: tuple[str, str]) -> bool:
    """Whether a file, a package of parts or not, is what would be made now, but that the first of them made it."""
    names = [f"pactwright {version}".encode() for version in versions]
    return {name: part.replace(names[0], names[1]) for name, part in _parts(earlier).items()} == _parts(now)


def same_but_for_origin(earlier: bytes, now: bytes) -> bool:
    """Whether a reader finds the same in two files, of which only one may be what would be made now."""
    one, other = _package(earlier), _package(now)
    if one and other:
        return _sums(one) == _sums(other)
    return bool(_data(earlier) == _data(now))


def _parts(content: bytes) -> dict[str, bytes]:
    package = _package(content)
    return {name: package.read(name) for name in package.namelist()} if package else {"": content}


def _package(content: bytes) -> zipfile.ZipFile | None:
    file = io.BytesIO(content)
    return zipfile.ZipFile(file) if zipfile.is_zipfile(file) else None


def _sums(package: zipfile.ZipFile) -> dict[str, tuple[int, int]]:
    """The checksum and the size of each part that a reader sees."""
    parts = (each for each in package.infolist() if not each.filename.startswith(PROPERTIES))
    return {each.filename: (each.CRC, each.file_size) for each in parts}


def _data(content: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    if not content.startswith(b"{"):
        return content
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return content
    return {name: value for name, value in said.items() if name != ORIGIN}
