"""Every problem of a spec, of a folder of specs or of a library, without writing anything."""

from __future__ import annotations

from pathlib import Path

from pactwright.errors import InputError
from pactwright.files import specs_in
from pactwright.findings import Finding
from pactwright.library.layers import TABLES
from pactwright.library.load import loaded
from pactwright.library.places import JURISDICTIONS, jurisdictions
from pactwright.resources import data_root

VOCABULARY = TABLES[0]


def checked(path: Path, house: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with a spec (a file), with a folder of specs or with a library, each finding once.

    Raises UsageError for what cannot be read.
    """
    if not path.is_dir():
        findings = _spec_findings(path, house)
    elif not _is_library(path) and (specs := specs_in(path)):
        findings = [finding for spec in specs for finding in _spec_findings(spec, house)]
    else:
        findings = _library_findings(path)
    return tuple(dict.fromkeys(findings))


def _is_library(folder: Path) -> bool:
    """Whether a folder holds anything that stands in libraries only."""
    is_there = ((folder / name).exists() for name in (*TABLES, JURISDICTIONS))
    return any(is_there) or any(folder.glob("*/*/*.md"))


def _spec_findings(path: Path, house: Path | None) -> list[Finding]:
    from pactwright.service import documents_of, drafts_of, read  # noqa: PLC0415 - a library is checked without pydantic

    try:
        source = read(path, house)
    except InputError as refused:
        return list(refused.findings)
    drafts = drafts_of(source, documents_of(source.spec, source.library))
    return [finding for draft in drafts for finding in draft.findings]


def _library_findings(path: Path) -> list[Finding]:
    """A folder with a vocabulary is a whole library, of whatever name; any other is a house's, over the built-in one.

    The seeds beside a whole library are its own; without any, it stands on those that ship.
    """
    if not (path / VOCABULARY).is_file():
        return _findings(data_root(), None, path)
    beside = path.resolve().parent
    return _findings(beside if (beside / "seeds").is_dir() else data_root(), path.resolve(), None)


def _findings(root: Path, clauses: Path | None, house: Path | None) -> list[Finding]:
    findings: list[Finding] = []
    for place in ("", *jurisdictions(root, house, clauses)):
        try:
            loaded(place, root=root, house=house, clauses=clauses)
        except InputError as refused:
            findings.extend(refused.findings)
    return findings
