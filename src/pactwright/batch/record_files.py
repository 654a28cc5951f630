"""The files of records in a folder that batches wrote: manifests of finished runs, journals of the others.

Two of them may say different things about one file, when a run was interrupted or a shard did again what a run of the
whole table had done. A file is as it was made when one of its records says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pactwright.batch.journal import records_of
from pactwright.batch.manifest import Record, Unread, records_in
from pactwright.batch.model import Shard, shard_labelled
from pactwright.errors import UsageError
from pactwright.files import names_in

TEMPORARY = ".pactwright-"  # how files begin that are not whole yet
_NAME = re.compile(r"(?:manifest|journal)(?:\.([0-9]+-of-[0-9]+))?\.(?:jsonl|sqlite)")
_OWN = re.compile(
    rf"{re.escape(TEMPORARY)}.*|{_NAME.pattern}(?:-wal|-shm|-journal)?|errors(?:\.[0-9]+-of-[0-9]+)?\.(?:csv|jsonl)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A manifest or a journal, and whose it is."""

    path: Path
    shard: Shard

    @property
    def is_journal(self) -> bool:
        """Whether its run did not finish."""
        return self.path.name.startswith("journal")

    def records(self) -> Iterable[Record | Unread] | None:
        """What stands in it, None while a run goes on with it; raises UsageError when it cannot be read."""
        return records_of(self.path) if self.path.suffix == ".sqlite" else records_in(self.path)


def manifest_path(folder: Path, shard: Shard) -> Path:
    """Where the manifest of a shard stands, or will."""
    return folder / f"manifest{shard.infix}.jsonl"


def journal_path(folder: Path, shard: Shard) -> Path:
    """Where the journal of a shard stands while it runs."""
    return folder / f"journal{shard.infix}.sqlite"


def record_files_in(folder: Path) -> tuple[RecordFile, ...]:
    """Each of a folder, the journals last, because they are newer; nothing for a folder that is not there."""
    found = filter(None, map(_NAME.fullmatch, names_in(folder)))
    files = (RecordFile(folder / name[0], shard_labelled(name[1] or "")) for name in found)
    return tuple(sorted(files, key=lambda each: (each.is_journal, each.path.name)))


def refuse_links(folder: Path) -> None:
    """Refuses a folder in which a link has the name of a file that a batch keeps for itself; the folder may be one.

    What such a link leads to lies outside, and would be written over. Raises UsageError.
    """
    links = sorted(name for name in names_in(folder) if _OWN.fullmatch(name) and (folder / name).is_symlink())
    if links:
        are, them = ("is a symbolic link", "it") if len(links) == 1 else ("are symbolic links", "them")
        fix = f"remove {them}, or name another folder"
        message = f"{folder}: {', '.join(links)} {are}, and a batch writes through none; {fix}"
        raise UsageError(message)
