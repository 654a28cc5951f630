"""The folder that a batch writes into: nothing in it is ever half, lost or made twice.

While a run goes on there is a journal, `journal.jsonl`. A row's line is written into it first, and then its files are
moved to their names: so each file that we ever put into the folder has its digest written down, and bytes with another
digest are somebody else's. At the end the journal becomes `manifest.jsonl`, in the order of the table. Only one process
writes either; the journal's lock keeps a second run out. A shard has its own of both, `journal.2-of-4.jsonl`.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from pactwright.batch.disk import digest_of, write_file
from pactwright.batch.ledgers import by_file, known_below, ledger, ledgers_in
from pactwright.batch.order import Shard
from pactwright.batch.records import BETWEEN, Known
from pactwright.batch.spool import Spool, lines_at
from pactwright.batch.tasks import Prepared, prefix


class Store:
    """What one run knows of its folder and does to it; `made` and `kept` count the files that are whole so far."""

    def __init__(self, folder: Path, shard: Shard, journal: Spool, scratch: Path, rows: int) -> None:
        self.made = 0
        self.kept = 0
        self._scratch = scratch
        self.known = known_below(folder)
        self._folder = folder
        self._shard = shard
        self._journal = journal
        self._offsets = array("q", [-1]) * rows
        self._left: list[Known] = []
        self._failed: list[Known] = []

    def scratch(self, name: str) -> Path:
        """The path of a file that the run needs meanwhile; it is swept away in the end."""
        return self._scratch.with_name(f"{self._scratch.name}{name}")

    def commit(self, key: str, prepared: Prepared) -> None:
        """Writes down what became of a row, then gives its files their names; raises OSError."""
        known = self.known.get(key, ())
        if prepared.outcome == "failed":
            self._failed.extend(known)
            return
        files = {each.file for each in prepared.kept} or {name for _, name in prepared.moves}
        self._offsets[prepared.position] = self._written_down(prepared)
        for temporary, name in prepared.moves:
            if temporary:
                (self._folder / temporary).replace(self._folder / name)
        self._left.extend(each for each in known if each.file not in files)
        self.made += len(prepared.moves)
        self.kept += len(files) - len(prepared.moves)

    def lines(self) -> Iterator[bytes]:
        """The record of each file that this run made or kept, in the order of the table."""
        for line in self._journal.lines_at(offset for offset in self._offsets if offset >= 0):
            yield from line.rstrip(b"\n").split(BETWEEN)

    def settle(self, keys: Collection[str]) -> None:
        """Reads out what belongs to no row of the table; `keys` are those of the whole table, whatever the shard."""
        gone = (each for key, known in self.known.items() if key not in keys for each in known)
        self._left.extend(each for each in gone if self._is_ours(each.source))

    @property
    def left(self) -> tuple[str, ...]:
        """The files of earlier runs that stand there and belong to no row now, or to a row that failed now."""
        return tuple(sorted(name for name in by_file((*self._left, *self._failed)) if (self._folder / name).exists()))

    def finish(self) -> None:
        """Makes the journal a manifest; what is left of earlier runs stands at its end. Raises OSError."""
        manifest = ledger(self._folder, "manifest", self._shard).path
        temporary = self._folder / f"{prefix(self._shard)}manifest"
        write_file(temporary, (line + b"\n" for line in chain(self.lines(), self._old_lines())))
        temporary.replace(manifest)
        for each in ledgers_in(self._folder):
            if each.path not in {manifest, self._journal.path} and self._is_ours(each.path):
                each.path.unlink()
        _removed(self._journal)

    def _written_down(self, prepared: Prepared) -> int:
        """Where the line of a row stands in the journal; the line of one that was kept may stand there already."""
        kept = prepared.kept
        if kept and {(each.source, each.offset) for each in kept} == {(self._journal.path, kept[0].offset)}:
            return kept[0].offset
        line = BETWEEN.join(map(_line, _truest(self._folder, kept))) + b"\n" if kept else prepared.line
        return self._journal.append(line)

    def _old_lines(self) -> Iterator[bytes]:
        """A row that failed keeps all its records: its files stand there, and it may be mended again."""
        standing = [each for each in self._left if (self._folder / each.file).exists()]
        return map(_line, _truest(self._folder, (*self._failed, *standing)))

    def _is_ours(self, source: Path) -> bool:
        """Whether a ledger is this shard's to replace; a run of the whole table takes over those of the shards."""
        own = {ledger(self._folder, "manifest", self._shard).path, self._journal.path}
        return self._shard.of == 1 or source in own


def _truest(folder: Path, known: Iterable[Known]) -> Iterator[Known]:
    """One record of each file: the one that says what stands there, else the newest."""
    for name, records in by_file(known).items():
        standing = digest_of(folder / name) if len(records) > 1 else ""
        yield next((each for each in records if each.sha256 == standing), records[-1])


def _line(known: Known) -> bytes:
    """The record as it stands in its ledger."""
    [line] = lines_at(known.source, [known.offset])
    return line.rstrip(b"\n").split(BETWEEN)[known.number]


def _removed(journal: Spool) -> None:
    """Takes the journal away while it is still locked, or, where the system keeps open files, right after."""
    with suppress(PermissionError):
        journal.path.unlink()
    journal.file.close()
    journal.path.unlink(missing_ok=True)
