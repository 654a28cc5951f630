"""One row, up to the point where its files only have to be moved to their names: what a worker does.

Contents never travel between processes: a worker writes them beside their place and sends back what it wrote.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pactwright.batch.disk import digest_of, write_file
from pactwright.batch.inputs import row_digest
from pactwright.batch.made import Made
from pactwright.batch.naming import Names, names_from
from pactwright.batch.records import BETWEEN, Known, record
from pactwright.batch.tasks import Job, Prepared, Task, prefix, row_error
from pactwright.batch.texts import texts_at
from pactwright.batch.wording import for_a_table
from pactwright.errors import InputError, PactwrightError
from pactwright.findings import Finding


class Preparer:
    """Prepares one row after the other; whatever happens to one of them is told, and the next can come."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.maker = task.making(task.base, task.order)

    @cached_property
    def _names(self) -> Names:
        return names_from(self.task.order.pattern, self.task.order.documents)

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
            return Prepared(job.position, "failed", (row_error("internal", job, _told(bug), fix=REPORT),))

    def _prepared(self, job: Job) -> Prepared:
        inputs = row_digest(job.row, self.task.run)
        kept = tuple(known for known in job.known if known.inputs == inputs)
        if kept and self._are_whole(kept):
            return Prepared(job.position, "kept", kept=kept)
        files = tuple(self._files(job))
        in_the_way = tuple(finding for file in files for finding in self._in_the_way(job, file))
        if in_the_way:
            return Prepared(job.position, "failed", in_the_way)
        moves = tuple(self._move(job, number, file) for number, file in enumerate(files))
        lines = (record(job.row.key, file.path.name, file.made, sha256=file.sha256, inputs=inputs) for file in files)
        return Prepared(job.position, "made", line=BETWEEN.join(lines) + b"\n", moves=moves)

    def _are_whole(self, known: tuple[Known, ...]) -> bool:
        """Whether each of these files stands there as one of its records says."""
        wanted: dict[str, set[str]] = {}
        for each in known:
            wanted.setdefault(each.file, set()).add(each.sha256)
        return all(digest_of(self.task.folder / name) in digests for name, digests in wanted.items())

    def _files(self, job: Job) -> Iterator[_File]:
        made = self.maker.made(job.row)
        texts = texts_at(self._names.addresses, job.row, self.task.base)
        for each in made:
            name = self._names.name(job.row.key, each.document, each.form, texts)
            told = replace(each, warnings=(*job.row.findings, *each.warnings)) if job.row.findings else each
            path = self.task.folder / name
            standing = digest_of(path) if os.path.lexists(path) else None
            yield _File(path, told, hashlib.sha256(each.content).hexdigest(), standing)

    def _in_the_way(self, job: Job, file: _File) -> Iterator[Finding]:
        """What keeps a file from its name: bytes that are neither these nor those of an earlier run."""
        if file.standing is None:
            return
        name, ours = file.path.name, {known.sha256 for known in job.known if known.file == file.path.name}
        if file.path.is_dir():
            yield row_error("file-in-the-way", job, f"{name} is a folder", fix="move it, or choose another --name")
        elif file.standing not in {file.sha256, *ours} and not self.task.force:
            rule, seen = ("edited-file", "was changed after it was made") if ours else ("file-in-the-way", NOT_OURS)
            yield row_error(rule, job, f"{name} {seen}", fix="keep it elsewhere, or use --force to replace it")

    def _move(self, job: Job, number: int, file: _File) -> tuple[str, str]:
        """The temporary name under which a file was written, nothing where its bytes stand there, and its name."""
        name = file.path.name
        if self.task.is_dry or (file.standing == file.sha256 and not file.path.is_symlink()):
            return "", name
        temporary = f"{prefix(self.task.shard)}{os.getpid()}-{job.position}-{number}"
        try:
            write_file(self.task.folder / temporary, [file.made.content])
        except OSError as failed:
            message = f"{file.path}: cannot be written: {failed.strerror}"
            raise _StuckError(message) from failed
        return temporary, name


NOT_OURS = "stands there already, and no batch made it"
REPORT = "this is a mistake of pactwright's, not yours; please report it"


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be: where, what, the digest of that, and the digest of what stands there now (None: nothing)."""

    path: Path
    made: Made
    sha256: str
    standing: str | None


class _StuckError(Exception):
    """The folder cannot be written; the message is one line for a person."""


def _told(bug: Exception) -> str:
    return f"{type(bug).__name__}: {bug}".splitlines()[0]
