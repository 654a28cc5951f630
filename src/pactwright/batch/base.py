"""The base spec of a batch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pactwright.batch.row import Row
from pactwright.findings import SourceMap
from pactwright.textfile import parsed, read_text

if TYPE_CHECKING:
    from pactwright.textfile import Tree


@dataclass(frozen=True, slots=True)
class Base:
    """A base spec: where it stands, its tree of text, the place of each address in it."""

    path: Path
    tree: dict[str, Tree]
    marks: SourceMap


def base_from(path: Path) -> Base:
    """The base spec in a file, read as strict YAML and not yet held against the form of a spec."""
    return Base(path, *parsed(read_text(path), str(path)))


def filled(base: Base, row: Row) -> tuple[dict[str, Tree], SourceMap]:
    """The spec that a row makes of the base."""
    del row
    return base.tree, base.marks
