"""Where a spec stands, a text file or a workbook, and its tree of text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pactwright.including import spec_tree
from pactwright.intake.typed import Typed

SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".ods"})


def is_workbook(path: Path) -> bool:
    """Whether a spec stands in a workbook."""
    return path.suffix.lower() in SUFFIXES


def typed_in(path: Path, house: Path | None = None) -> Typed:
    """The tree of a spec, whether it stands in a text file or in a workbook.

    Raises InputError with every problem, UsageError for what cannot be read, ForeignContentError for an unsafe file.
    """
    if is_workbook(path):
        from pactwright.intake.reading import read_workbook  # noqa: PLC0415 - a text file needs none of its readers

        return read_workbook(path, house)
    return Typed(*spec_tree(path))
