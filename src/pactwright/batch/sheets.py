"""The sheets that stand beside the finals of a batch, on which people write: nothing that they wrote is lost.

A sheet is no document: no row fails and no folder is wrong because somebody ticked something on it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pactwright.batch.torn import is_torn
from pactwright.files import file_digest, sheet_path
from pactwright.writers.sheet import sheet_text

if TYPE_CHECKING:
    from pactwright.batch.maker import Made
    from pactwright.batch.manifest import Record


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet to be: where, what, and the digests of what earlier runs wrote there, the newest last."""

    path: Path
    content: bytes
    ours: tuple[str, ...]

    @property
    def sha256(self) -> str:
        """The digest of what it says."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def is_due(self) -> bool:
        """Whether it has to be written; what a person wrote on it stays where it would say the same without that."""
        standing = file_digest(self.path)
        if standing == self.sha256:
            return False
        is_as_made = not standing or standing in self.ours or is_torn(self.path)
        return is_as_made or self.ours[-1:] != (self.sha256,)

    @property
    def is_written_on(self) -> bool:
        """Whether what stands there is neither what it says nor what a run wrote."""
        standing = file_digest(self.path)
        return bool(standing) and standing not in {self.sha256, *self.ours} and not is_torn(self.path)


def sheets_beside(files: Iterable[tuple[Path, Made]], known: Iterable[Record]) -> Mapping[Path, SheetFile]:
    """The sheet beside each of the finals among some files, by the path of the file; its forms share one.

    `known` is what earlier runs wrote down about the row.
    """
    written = [(each.file, each.sheet) for each in known if each.sheet]
    found: dict[Path, SheetFile] = {}
    for file, made in files:
        if made.sheet:
            path = sheet_path(file)
            ours = tuple(digest for name, digest in written if sheet_path(file.with_name(name)) == path)
            found[file] = SheetFile(path, sheet_text(made.sheet, file.stem), ours)
    return found


def sheet_stands(file: Path) -> bool:
    """Whether the sheet of a final stands beside it, whole, whatever a person wrote on it."""
    path = sheet_path(file)
    return os.path.lexists(path) and bool(file_digest(path)) and not is_torn(path)
