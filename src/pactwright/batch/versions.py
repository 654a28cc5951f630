"""Whether two versions of this program made a file from the same: then the earlier one may stay."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

TOOL: Final = re.compile(rb"pactwright [0-9][0-9A-Za-z.+-]*")


def same_but_for_version(earlier: bytes, now: bytes) -> bool:
    """Whether two files, packages of parts or not, differ in nothing but the version that they name."""
    return _parts(earlier) == _parts(now)


def _parts(content: bytes) -> dict[str, bytes]:
    file = io.BytesIO(content)
    if not zipfile.is_zipfile(file):
        return {"": TOOL.sub(b"", content)}
    with zipfile.ZipFile(file) as package:
        return {name: TOOL.sub(b"", package.read(name)) for name in package.namelist()}
