"""Taking a folder for one run: its lock, and a sweep of what a killed run left."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pactwright.batch.disk import names_in
from pactwright.batch.ledgers import ledger, ledgers_in
from pactwright.batch.locking import is_locked
from pactwright.batch.order import Shard
from pactwright.batch.spool import Spool
from pactwright.batch.store import Store
from pactwright.batch.tasks import prefix
from pactwright.errors import UsageError

# The workers of a run that was killed need a moment to see it, and hold its lock until then.
PATIENCE = 2.0  # seconds


@contextmanager
def opened(folder: Path, shard: Shard, rows: int, *, is_dry: bool = False) -> Iterator[Store]:
    """The folder, held against other runs; a dry run only looks at it, and keeps its notes elsewhere.

    Raises UsageError when another run writes there, or when the folder cannot be written.
    """
    if is_dry:
        with TemporaryDirectory(prefix="pactwright-") as notes:
            journal = Spool(Path(notes, "journal"))
            with journal.file:
                yield Store(folder, shard, journal, Path(notes, "dry-"), rows)
        return
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        journal = _locked(folder, shard)
    try:
        _sweep(folder, shard)
        with writing(folder):
            journal.mend()
        yield Store(folder, shard, journal, folder / prefix(shard), rows)
    finally:
        _sweep(folder, shard)
        journal.file.close()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns what the system says about a folder or a disk into a UsageError, one line for a person."""
    try:
        yield
    except OSError as failed:
        message = f"{failed.filename or folder}: cannot be written: {failed.strerror or failed}"
        raise UsageError(message) from failed


def _locked(folder: Path, shard: Shard) -> Spool:
    """The journal with its lock, taken again where another run ended and removed it in between."""
    path = ledger(folder, "journal", shard).path
    while True:
        journal = Spool(path)
        if not is_locked(journal.file, patience=PATIENCE) or not _is_alone(folder, shard):
            journal.file.close()
            message = f"{folder}: another run is writing here; wait until it is done, or name another folder"
            raise UsageError(message)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(journal.file.fileno()), path.stat()):
                return journal
        journal.file.close()


def _is_alone(folder: Path, shard: Shard) -> bool:
    """Whether no run is under way that could write a file of this one; shards of one division never meet."""
    for each in ledgers_in(folder):
        if each.kind == "journal" and each.shard != shard and each.shard.meets(shard):
            with each.path.open("r+b") as file:
                if not is_locked(file, patience=0):
                    return False
    return True


def _sweep(folder: Path, shard: Shard) -> None:
    for name in [name for name in names_in(folder) if name.startswith(prefix(shard))]:
        (folder / name).unlink(missing_ok=True)
