"""What a run starts from: the base spec, and the rows of the table or of the folder of specs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pactwright.batch.base import Base, base_from
from pactwright.batch.row import Row
from pactwright.batch.tables import read_rows
from pactwright.errors import UsageError
from pactwright.library.places import jurisdictions
from pactwright.library.prebuilt import library_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pactwright.library.model import Issue


def gathered(table: Path, spec: Path | None, house: Path | None = None) -> tuple[Base | None, Sequence[Row]]:
    """The base, None for a folder of whole specs, and the rows, their columns of choices held against the library.

    Raises UsageError for a spec that is missing or too much and for what cannot be read, InputError for what is wrong
    with the base or with the table as a whole.
    """
    if table.is_dir() and spec is not None:
        message = f"{table}: is a folder of whole specs; leave out --spec"
        raise UsageError(message)
    if table.is_file() and spec is None:
        message = f"{table}: name the spec that its rows change, for example --spec base.yml"
        raise UsageError(message)
    base = base_from(spec) if spec else None
    return base, read_rows(table, base, _issues(base, house) if base else None)


def _issues(base: Base, house: Path | None) -> Mapping[str, Issue]:
    """The issues of the base's place; of the base library where the rows say the place, or the base says it wrong."""
    place = base.tree.get("jurisdiction")
    known = place if isinstance(place, str) and place in jurisdictions(house=house) else ""
    return library_for(known, house).issues
