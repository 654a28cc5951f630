"""Every problem of a spec or of a library, without writing anything."""

from __future__ import annotations

from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.library.load import loaded
from pactwright.library.places import jurisdictions
from pactwright.resources import data_root


def checked(path: Path, house: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with a spec (a file) or with a library (a folder), each finding once."""
    return tuple(dict.fromkeys(_library_findings(path) if path.is_dir() else _spec_findings(path, house)))


def _spec_findings(path: Path, house: Path | None) -> list[Finding]:
    from pactwright.workshop import documents_of, drafts_of, read  # noqa: PLC0415 - a library is checked without pydantic

    try:
        source = read(path, house)
    except InputError as refused:
        return list(refused.findings)
    drafts = drafts_of(source, documents_of(source.spec, source.library))
    return [finding for draft in drafts for finding in draft.findings]


def _library_findings(path: Path) -> list[Finding]:
    """A folder with a vocabulary is a whole library; any other one is a house library over the built-in one."""
    own = (path / "vocabulary.yml").is_file()
    root, house = (path.resolve().parent, None) if own else (data_root(), path)
    return [finding for place in ("", *jurisdictions(root, house)) for finding in _findings(place, root, house)]


def _findings(place: str, root: Path, house: Path | None) -> tuple[Finding, ...]:
    try:
        loaded(place, root=root, house=house)
    except InputError as refused:
        return refused.findings
    return ()
