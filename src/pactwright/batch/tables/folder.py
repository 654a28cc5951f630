"""A folder of specs as a table: each spec is a row, and its key the name of its file or of its folder."""

from __future__ import annotations

from pathlib import Path

from pactwright.batch.row import Row
from pactwright.batch.tables.keys import check_keys
from pactwright.batch.tables.rows import Draft
from pactwright.errors import UsageError
from pactwright.files import SPEC_NAME, specs_in


def folder_rows(folder: Path) -> tuple[Row, ...]:
    """A row for each spec in a folder and for each `spec.yml` one level down, in the order of their paths.

    Files and folders whose names begin with a dot are left out. Raises UsageError for a folder without a spec.
    """
    specs = specs_in(folder)
    if not specs:
        message = f"{folder}: holds no spec; a spec is a .yml or .yaml file in it, or a {SPEC_NAME} in a folder in it"
        raise UsageError(message)
    drafts = [Draft(line, _key(path, folder)) for line, path in enumerate(specs)]
    check_keys(drafts, lambda draft: str(specs[draft.line]), "rename one of them")
    return tuple(
        Row(draft.key, str(path), findings=tuple(draft.findings), spec=path)
        for path, draft in zip(specs, drafts, strict=True)
    )


def _key(path: Path, folder: Path) -> str:
    return path.stem if path.parent == folder else path.parent.name
