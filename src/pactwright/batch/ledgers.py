"""The files of records in a folder that batches wrote: manifests of finished runs, journals of the others.

Two of them may say different things about one file, when a run was interrupted or a shard did again what a run of the
whole table had done. A file is as it was made when one of its records says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from pactwright.batch.disk import names_in
from pactwright.batch.order import Shard, shard_labelled
from pactwright.batch.records import Known, Unread, known_in

Kind: TypeAlias = Literal["manifest", "journal"]
KINDS: dict[str, Kind] = {"manifest": "manifest", "journal": "journal"}
_NAME = re.compile(r"(manifest|journal)(?:\.([0-9]+-of-[0-9]+))?\.jsonl")


@dataclass(frozen=True, slots=True)
class Ledger:
    """A file of records: whose it is, and whether its run finished."""

    path: Path
    kind: Kind
    shard: Shard

    def records(self) -> Iterator[Known | Unread]:
        """What stands in it; raises UsageError when it cannot be read."""
        return known_in(self.path)


def ledger(folder: Path, kind: Kind, shard: Shard) -> Ledger:
    """The ledger of a shard, there or not."""
    return Ledger(folder / f"{kind}{shard.infix}.jsonl", kind, shard)


def ledgers_in(folder: Path) -> tuple[Ledger, ...]:
    """Every ledger of a folder, the journals last, because they are newer; nothing for a folder that is not there."""
    found = filter(None, map(_NAME.fullmatch, names_in(folder)))
    ledgers = [Ledger(folder / name[0], KINDS[name[1]], shard_labelled(name[2] or "")) for name in found]
    return tuple(sorted(ledgers, key=lambda each: (each.kind == "journal", each.path.name)))


def known_below(folder: Path) -> dict[str, tuple[Known, ...]]:
    """Key -> every record that earlier runs wrote down about it, the newest last."""
    known: dict[str, tuple[Known, ...]] = {}
    for each in ledgers_in(folder):
        for said in each.records():
            if isinstance(said, Known):
                known[said.key] = (*known.get(said.key, ()), said)
    return known


def by_file(known: Iterable[Known]) -> dict[str, tuple[Known, ...]]:
    """File -> its records, in their order."""
    files: dict[str, tuple[Known, ...]] = {}
    for each in known:
        files[each.file] = (*files.get(each.file, ()), each)
    return files
