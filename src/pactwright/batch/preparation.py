"""One row, up to the point where its files only have to be moved to their names: what a worker does.

Contents never travel between processes: a worker writes them beside their place and sends back what it wrote.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pactwright import __version__
from pactwright.batch.digests import row_digest
from pactwright.batch.jobs import Job, Prepared, Task, prefix, row_error
from pactwright.batch.maker import Made
from pactwright.batch.manifest import NO_FINAL, Record, by_file, record
from pactwright.batch.model import Row
from pactwright.batch.naming import NamePattern, name_pattern, texts_at
from pactwright.batch.sameness import same_but_for_origin, same_but_for_version
from pactwright.batch.sheets import SheetFile, sheet_stands, sheets_beside
from pactwright.batch.torn import is_torn
from pactwright.batch.versions import newest, newest_of, next_version
from pactwright.errors import InputError, PactwrightError
from pactwright.files import file_digest, write_file
from pactwright.findings import Finding
from pactwright.keeping import keep
from pactwright.spec.scalars import ONE_WORD


class Preparer:
    """Prepares one row after the other; whatever happens to one of them is told, and the next can come."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.maker = task.making(task.base, task.settings)

    @cached_property
    def _names(self) -> NamePattern:
        return name_pattern(self.task.settings.pattern, self.task.settings.documents)

    def prepared(self, job: Job) -> Prepared:
        """What became of a row; nothing that a row holds makes this raise."""
        if any(finding.level == "error" for finding in job.row.findings):
            return Prepared(job.position, "failed", job.row.findings)
        try:
            return self._prepared(job)
        except InputError as refused:
            return Prepared(job.position, "failed", (*job.row.findings, *for_a_table(job.row, refused.findings)))
        except PactwrightError as refused:
            return Prepared(job.position, "failed", (row_error("unreadable", job, str(refused)),))
        except _StuckError as stuck:
            return Prepared(job.position, "stuck", trouble=str(stuck))
        except Exception as bug:  # noqa: BLE001 - a mistake of ours in one row must not cost the other rows
            return Prepared(job.position, "failed", (row_error("internal", job, _first_line(bug), fix=REPORT),))

    def _prepared(self, job: Job) -> Prepared:
        inputs = row_digest(job.row, self.task.run)
        last = newest(each.file for each in job.known)
        now = () if self.task.remake else (each for each in job.known if each.inputs == inputs and each.file in last)
        kept = self._whole(now)
        if kept and not self.task.is_strict:
            return Prepared(job.position, "kept", kept=kept)
        files = tuple(self._files(job))
        warnings = tuple(dict.fromkeys(warning for file in files for warning in file.made.warnings))
        if warnings and self.task.is_strict:
            return Prepared(job.position, "failed", tuple(replace(each, level="error") for each in warnings))
        if kept:
            return Prepared(job.position, "kept", kept=kept)
        sheets = sheets_beside(((each.path, each.made) for each in files), job.known)
        beside = tuple({each.path: each for each in sheets.values()}.values())
        in_the_way = tuple(finding for file in files for finding in self._in_the_way(job, file))
        in_the_way += tuple(finding for sheet in beside for finding in self._no_file(job, sheet.path))
        if in_the_way:
            return Prepared(job.position, "failed", in_the_way)
        torn = (_torn(job, file) for file in files if file.is_torn)
        others = (self._keep(job, file) for file in files if file.is_of_others and not file.path.is_symlink())
        found = [*warnings, *torn, *others, *self._kept_sheets(job, beside)]
        moves = tuple(self._move(job, number, file) for number, file in enumerate(files))
        due = (each for each in beside if each.is_due and not self.task.is_dry)
        moved = tuple(self._written(job, f"sheet-{number}", each.path, each.content) for number, each in enumerate(due))
        digests = {path: sheet.sha256 for path, sheet in sheets.items()}
        records = tuple(self._record(job.row.key, file, inputs, digests.get(file.path, "")) for file in files)
        return Prepared(job.position, "made", tuple(for_a_table(job.row, found)), records, moves, moved)

    def _whole(self, known: Iterable[Record]) -> tuple[Record, ...]:
        """The record of each file that says what stands there, its sheet beside it; none where a file has none."""
        files = by_file(known)
        standing = {name: file_digest(self.task.folder / name) for name in files}
        true = [next((each for each in files[name] if each.sha256 == standing[name]), None) for name in files]
        whole = [each for each in true if each and (not each.sheet or sheet_stands(self.task.folder / each.file))]
        return tuple(whole) if len(whole) == len(files) else ()

    def _files(self, job: Job) -> Iterator[_File]:
        made = self.maker.made(job.row)
        texts = texts_at(self._names.addresses, job.row, self.task.base)
        for each in made:
            name = self._names.name(job.row.key, each.document, each.form, texts)
            warned = replace(each, warnings=(*job.row.findings, *each.warnings)) if job.row.findings else each
            yield self._placed(job, name, warned)

    def _placed(self, job: Job, first: str, made: Made) -> _File:
        """The file of a document: in the place of its newest version, or beside it where that says another thing.

        What differs from it by the version alone that made it stays as it is. A draft takes no final's place, which
        would be an earlier version from then on, or gone; raises InputError.
        """
        file = self._at(job, newest_of(first, (known.file for known in job.known)), made)
        if file.is_final and not self.task.settings.is_final:
            raise InputError((row_error("final-stands", job, FINAL, fix=FOR_DRAFTS),))
        if file.standing in {None, file.sha256}:
            return file
        ours = tuple(each for each in file.ours if each.sha256 == file.standing)
        if not ours:
            return file if file.ours else self._taken_back(job, first, file)
        content = file.path.read_bytes()
        others = (each for each in ours if each.tool != __version__)
        earlier = next(
            (each for each in others if same_but_for_version(content, made.content, (each.tool, __version__))), None
        )
        if earlier and not self.task.remake:
            return replace(file, made=replace(made, content=content), sha256=earlier.sha256, tool=earlier.tool)
        if earlier or self.task.replaces or same_but_for_origin(content, made.content):
            return file
        return self._beside(job, first, file)

    def _at(self, job: Job, name: str, made: Made) -> _File:
        """A file under a name, and what stands there."""
        path = self.task.folder / name
        standing = file_digest(path) if os.path.lexists(path) else None
        ours = tuple(known for known in job.known if known.file == name)
        sha256 = hashlib.sha256(made.content).hexdigest()
        is_known = standing in {None, sha256, *(known.sha256 for known in ours)}
        return _File(path, made, sha256, __version__, standing, ours, is_torn=not is_known and is_torn(path))

    def _beside(self, job: Job, first: str, file: _File) -> _File:
        """The file under the name of its next version; what somebody else put there is left alone."""
        while True:
            file = self._at(job, next_version(first, file.path.name), file.made)
            if file.standing in {None, file.sha256}:
                return file

    def _taken_back(self, job: Job, first: str, file: _File) -> _File:
        """The file under the name of a version whose bytes these are, where the record of it was lost."""
        beside = self._beside(job, first, file)
        return beside if beside.standing else file

    def _in_the_way(self, job: Job, file: _File) -> Iterator[Finding]:
        """What keeps a file from its name: bytes that are neither these nor those of an earlier run, nor torn."""
        if not file.is_of_others:
            return
        name = file.path.name
        if file.path.is_dir() or file.path.is_symlink():
            yield from self._no_file(job, file.path)
        elif not self.task.force:
            rule = "edited-file" if file.ours else "file-in-the-way"
            yield row_error(rule, job, f"{name} {file.history}", fix=KEEP)

    def _keep(self, job: Job, file: _File) -> Finding:
        """Keeps what somebody else wrote beside the new file, and says so."""
        copy = "a copy beside it" if self.task.is_dry else keep(file.path).name
        seen = f"{file.path.name} {file.history}; it is replaced, and kept as {copy}"
        return Finding("kept-file", "warning", "", seen, place=job.row.place)

    def _no_file(self, job: Job, path: Path) -> Iterator[Finding]:
        """What is said of a folder or a link in the place of a file; nothing where a file stands, or nothing."""
        if path.is_dir() and not path.is_symlink():
            yield row_error("file-in-the-way", job, f"{path.name} is a folder", fix="move it, or choose another --name")
        elif path.is_symlink() and not self.task.force:
            fix = "move it, or use --force to replace it; what it leads to stays as it is"
            yield row_error("file-in-the-way", job, f"{path.name} is a symbolic link", fix=fix)

    def _kept_sheets(self, job: Job, sheets: Iterable[SheetFile]) -> Iterator[Finding]:
        """Keeps a copy of each sheet on which somebody wrote and that says another thing now, and tells of it."""
        for sheet in (each for each in sheets if each.is_due and each.is_written_on and not self.task.is_dry):
            seen = (
                f"{sheet.path.name} was written on and says something else now; it is kept as {keep(sheet.path).name}"
            )
            fix = "copy what was ticked to the new sheet, as far as it still holds"
            yield replace(row_error("sheet-kept", job, seen, fix=fix), level="warning")

    def _record(self, key: str, file: _File, inputs: str, sheet: str) -> Record:
        digests = {"sha256": file.sha256, "inputs": inputs, "tool": file.tool}
        of_final = {"final": True} | ({"sheet": sheet} if sheet else {}) if self.task.settings.is_final else NO_FINAL
        return record(key, file.path.name, file.made, **digests, of_final=of_final)

    def _move(self, job: Job, number: int, file: _File) -> tuple[str, str]:
        """The temporary name under which a file was written, nothing where its bytes stand there, and its name."""
        name = file.path.name
        if self.task.is_dry or (file.standing == file.sha256 and not file.path.is_symlink()):
            return "", name
        return self._written(job, str(number), file.path, file.made.content)

    def _written(self, job: Job, label: str, path: Path, content: bytes) -> tuple[str, str]:
        """The temporary name under which a file was written, and its name."""
        temporary = f"{prefix(self.task.shard)}{os.getpid()}-{job.position}-{label}"
        try:
            write_file(self.task.folder / temporary, [content])
        except OSError as failed:
            message = f"{path}: cannot be written: {failed.strerror}"
            raise _StuckError(message) from failed
        return temporary, path.name


KEEP = "keep it elsewhere, or use --force, which keeps it beside the new one under another name"
EDITED = "was changed after it was made"
FINAL = "a final of this row stands in the folder, and a draft would take its place"
FOR_DRAFTS = "add --final, or name another folder for drafts"
NOT_OURS = "stands there already, and no batch made it"
REPORT = "this is a mistake of pactwright's, not yours; please report it"


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be: where, what, the digest of that, the version that made it.

    `standing` is the digest of what stands there now (None: nothing), `ours` what earlier runs wrote down about it.
    """

    path: Path
    made: Made
    sha256: str
    tool: str
    standing: str | None
    ours: tuple[Record, ...]
    is_torn: bool = False

    @property
    def is_final(self) -> bool:
        """Whether what stands there, or stood before somebody edited it, was made to be signed."""
        return self.standing is not None and any(each.is_final for each in self.ours)

    @property
    def is_of_others(self) -> bool:
        """Whether what stands there is neither this nor what an earlier run made, nor torn."""
        return self.standing not in {None, self.sha256, *(each.sha256 for each in self.ours)} and not self.is_torn

    @property
    def history(self) -> str:
        """What is known of what stands there and is of others."""
        return EDITED if self.ours else NOT_OURS


class _StuckError(Exception):
    """The folder cannot be written; the message is one line for a person."""


def _torn(job: Job, file: _File) -> Finding:
    """What is said of a file that stood there torn: it is made again, and only that is to be known."""
    seen = f"{file.path.name} was not whole, as after a power cut, and is made again"
    return Finding("torn-file", "warning", "", seen, place=job.row.place)


def _first_line(bug: Exception) -> str:
    return f"{type(bug).__name__}: {bug}".splitlines()[0]


def for_a_table(row: Row, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a row, each that stands in one of its cells, or at the row, with the cure that a table has."""
    filled = {(cell.place, cell.address) for cell in row.cells}
    places = {place for place, _ in filled} | (set() if row.spec else {row.place})
    for finding in findings:
        own = (finding.place, finding.address) in filled
        yield replace(finding, fix=_fix(finding, is_cell=own)) if finding.place in places else finding


def _fix(finding: Finding, *, is_cell: bool) -> str:
    """The cure; a cell holds the whole list that one of its words belongs to."""
    if finding.rule == "missing-key":
        return "fill the cell" if is_cell else "fill its cell, or add a column for it"
    is_of_list = finding.address.rpartition(".")[2].isdecimal()
    return "put ; between them" if finding.fix == ONE_WORD and is_of_list else finding.fix
