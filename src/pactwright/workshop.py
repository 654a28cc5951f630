"""From files to files: reads specs, drafts every document, and writes all of them or none.

The two ends of the flow, kept out of the commands so that each command stays three lines.
"""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pactwright.drafting import Draft, drafted
from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding, SourceMap
from pactwright.library.load import loaded
from pactwright.resources import data_root
from pactwright.scene.outline import Outline, outline_from
from pactwright.spec import read_spec, remarks
from pactwright.writers import WRITERS, Look

if TYPE_CHECKING:
    from pactwright.library.model import Library
    from pactwright.spec import Spec

MAX_SLUG = 60


@dataclass(frozen=True, slots=True)
class Order:
    """What a user asked for: documents (the spec's own when empty), formats, where to, over what."""

    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx",)
    is_final: bool = False
    output: Path | None = None
    force: bool = False
    house: Path | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and what is worth knowing about it."""

    path: Path
    clauses: int
    open_points: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A spec that was read, with its library."""

    path: Path
    spec: Spec
    marks: SourceMap
    library: Library


def read(path: Path, house: Path | None = None) -> Read:
    """A spec and the library for its jurisdiction.

    Raises InputError with every problem of the spec, and UsageError for what cannot be read or is not known.
    """
    spec, marks = read_spec(path)
    library = _library(spec, marks, house)
    return Read(path, spec, marks, library)


def documents_of(spec: Spec, library: Library, wanted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The documents to draft: those asked for, else the spec's, else the model's, else a pilot agreement."""
    model = library.models.get(spec.model or "")
    return wanted or spec.documents or (model.documents if model else ()) or ("pilot-agreement",)


def draft_of(source: Read, document: str, *, is_final: bool = False) -> Draft:
    """The draft of one document of a spec, its findings located."""
    draft = drafted(source.spec, source.library, outline(document), is_final=is_final)
    found = (*remarks(source.spec, source.marks), *draft.findings)
    return Draft(draft.agreement, draft.selection, source.marks.located(dict.fromkeys(found)))


def files_of(specs: tuple[Path, ...], order: Order) -> tuple[Written, ...]:
    """Every file of the order, written whole.

    Raises InputError when a draft has errors, and UsageError when a file is in the way; then nothing is written.
    """
    drafts = [
        (source, document, draft_of(source, document, is_final=order.is_final))
        for source, document in _sources(specs, order)
    ]
    wrong = [finding for _, _, draft in drafts for finding in draft.findings if finding.level == "error"]
    if wrong:
        raise InputError(tuple(dict.fromkeys(wrong)))
    files = list(_files(drafts, order))
    _check_targets([each.path for each, _ in files], force=order.force)
    for each, content in files:
        write_whole(each.path, content)
    return tuple(each for each, _ in files)


@cache
def outline(document: str) -> Outline:
    """The outline of a kind of document."""
    return outline_from(data_root() / "templates" / "outlines" / f"{document}.yml")


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all: beside its place first, then moved there.

    Raises UsageError when the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as failed:
        message = f"{path}: cannot be written: {failed.strerror}"
        raise UsageError(message) from failed


def slug(text: str) -> str:
    """A file name's worth of a title: lower-case letters, digits and hyphens; "project" when nothing is left.

    >>> slug("Kerb-side air quality: Phase 2"), slug("空气")
    ('kerb-side-air-quality-phase-2', 'project')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_SLUG].strip("-") or "project"


def _library(spec: Spec, marks: SourceMap, house: Path | None) -> Library:
    try:
        library = loaded(spec.jurisdiction, house=house)
    except UsageError as unknown:
        finding = Finding("unknown-jurisdiction", "error", "jurisdiction", str(unknown))
        raise InputError(marks.located([finding])) from unknown
    if spec.model and spec.model not in library.models:
        finding = Finding(
            "unknown-model", "error", "model", f'"{spec.model}" is not a model', f"one of {', '.join(library.models)}"
        )
        raise InputError(marks.located([finding]))
    return library


def _sources(specs: tuple[Path, ...], order: Order) -> Iterator[tuple[Read, str]]:
    for path in specs:
        source = read(path, order.house)
        for document in documents_of(source.spec, source.library, order.documents):
            yield source, document


def _files(drafts: list[tuple[Read, str, Draft]], order: Order) -> Iterator[tuple[Written, bytes]]:
    single = len(drafts) == 1 and len(order.formats) == 1
    look = Look((data_root() / "templates" / "looks" / "default.docx").read_bytes())
    for source, document, draft in drafts:
        for form in order.formats:
            path = _target(source, document, form, order, single=single)
            clauses = sum(bool(clause.option) for article in draft.agreement.articles for clause in article.clauses)
            yield (
                Written(path, clauses, len(draft.agreement.open_points), draft.findings),
                WRITERS[form](draft.agreement, look),
            )


def _target(source: Read, document: str, form: str, order: Order, *, single: bool) -> Path:
    name = f"{slug(source.spec.project.title)}-{document}.{form}"
    if order.output is None:
        return source.path.parent / name
    if order.output.suffix == f".{form}" and not order.output.is_dir():
        if not single:
            message = f"{order.output}: one file cannot hold several documents; name a folder"
            raise UsageError(message)
        return order.output
    return order.output / name


def _check_targets(paths: list[Path], *, force: bool) -> None:
    """Refuses two files with one name, and files that exist unless they may be replaced."""
    for path in {path for path in paths if paths.count(path) > 1}:
        message = f"{path}: two documents of this run have this name; give their projects different titles"
        raise UsageError(message)
    present = [str(path) for path in paths if path.exists()]
    if present and not force:
        message = f"{', '.join(present)}: exists already; use --force to replace it, or -o to write elsewhere"
        raise UsageError(message)
