"""Every problem of a spec, of a folder of specs or of a library, and how far a spec is, without writing anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding
from pactwright.including import whole_specs_in
from pactwright.library.checks.place import in_file
from pactwright.library.layers import OUTLINES, TABLES, Layer
from pactwright.library.load import loaded
from pactwright.library.model import Library
from pactwright.library.originals import original_findings
from pactwright.library.places import ISSUE_FILE, JURISDICTIONS, jurisdictions
from pactwright.printing.fitting import unknown_in, without_place
from pactwright.questions import Readiness, readiness_of
from pactwright.resources import data_root
from pactwright.service import outline, read
from pactwright.style.library import LibraryStyle

WHOLE = ("vocabulary.yml", "schedules.yml", "terms.yml", "sources.yml")
"""What a library that stands alone has at its top."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong or worth knowing, each finding once, and how far each spec is that can be drafted."""

    findings: tuple[Finding, ...]
    specs: tuple[Readiness, ...] = ()


def checked(path: Path, house: Path | None = None, *, is_final: bool = False) -> Checked:
    """What is wrong with a spec (a file), with a folder of specs or with a library.

    `is_final` asks of the specs what a final asks. Raises UsageError for what cannot be read.
    """
    if not path.is_dir():
        return _of_specs((path,), house, is_final=is_final)
    if not _is_library(path) and (specs := whole_specs_in(path)):
        return _of_specs(specs, house, is_final=is_final)
    if not _is_library(path) and not any(path.rglob("*.yml")):
        message = f"{path}: holds no spec and no library; a spec is a .yml file in it"
        raise UsageError(message)
    return Checked(tuple(dict.fromkeys(_library_findings(path))))


def _is_library(folder: Path) -> bool:
    """Whether a folder holds anything that stands in libraries only."""
    is_there = ((folder / name).exists() for name in (*TABLES, JURISDICTIONS))
    return any(is_there) or any(folder.glob("*/*/*.md"))


def _of_specs(paths: tuple[Path, ...], house: Path | None, *, is_final: bool) -> Checked:
    findings: list[Finding] = []
    specs: list[Readiness] = []
    for path in paths:
        try:
            specs.append(readiness_of(read(path, house)))
        except InputError as refused:
            findings.extend(refused.findings)
            continue
        drafts = specs[-1].finals if is_final else specs[-1].drafts
        findings.extend(finding for draft in drafts for finding in draft.findings)
    return Checked(tuple(dict.fromkeys(findings)), tuple(specs))


def _library_findings(path: Path) -> list[Finding]:
    """A folder with every table of ours and issues is a whole library, of whatever name; any other lies over ours.

    A house that brings issues says in its outlines where they stand, as a whole library does not. The seeds beside a
    whole library are its own; without any, it stands on those that ship.
    """
    has_issues = any(path.glob(f"*/*/{ISSUE_FILE}")) and not (path / OUTLINES).is_dir()
    if not (has_issues and all((path / name).is_file() for name in WHOLE)):
        return [*_findings(data_root(), None, path), *_originals(path)]
    beside = path.resolve().parent
    return _findings(beside if (beside / "seeds").is_dir() else data_root(), path.resolve(), None)


def _findings(root: Path, clauses: Path | None, house: Path | None) -> list[Finding]:
    """What is wrong with a library in each of its places, and with its style."""
    findings: list[Finding] = []
    style = style_of(root, clauses, house)
    for place in ("", *jurisdictions(root, house, clauses)):
        try:
            library = loaded(place, root=root, house=house, clauses=clauses)
            findings.extend((*library.remarks, *_fitting(library, house)))
            style.read(library)
        except InputError as refused:
            findings.extend(refused.findings)
    return [*findings, *style.findings()]


def style_of(root: Path, clauses: Path | None, house: Path | None) -> LibraryStyle:
    """The style of a library that is read, or of a house library alone."""
    base = clauses or root / "clauses"
    return LibraryStyle((Layer(base, base.name), *((Layer(house, str(house), is_house=True),) if house else ())))


def _originals(house: Path) -> tuple[Finding, ...]:
    try:
        return original_findings(Layer(house, str(house)), data_root() / "clauses")
    except InputError as refused:
        return refused.findings


def _fitting(library: Library, house: Path | None) -> Iterator[Finding]:
    """What does not fit between a library and the outline of each document."""
    documents = library.vocabulary["documents"]
    for path in sorted(house.glob(f"{OUTLINES}/*")) if house else ():
        if path.stem not in documents or path.suffix != ".yml":
            accepted = f"one of {', '.join(f'{name}.yml' for name in documents)}"
            yield in_file("outline", str(path), f'"{path.name}" is not the outline of a document', accepted)
    for document in documents:
        made = outline(document, house, library.moves)
        yield from made.remarks
        yield from unknown_in(made, library)
        yield from without_place(made, library)
