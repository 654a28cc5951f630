"""What stands across the agreements of a folder, whichever runs and shards of a table wrote them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from pathlib import Path

from pactwright.across.gathering import across
from pactwright.across.model import Across
from pactwright.batch.deviations import Terms
from pactwright.batch.manifest import Record
from pactwright.batch.record_files import RecordFile, record_files_in
from pactwright.files import names_in

_REPORT = re.compile(r"errors(?:\.[0-9]+-of-[0-9]+)?\.jsonl")


def across_folder(
    folder: Path, keys: Sequence[str], base: Mapping[str, Terms], facts: Terms, valued: Sequence[str]
) -> Across:
    """What the rows with these keys say, in their order; a row that no run has done yet counts nowhere.

    A row that failed has the files of an earlier run still, which say what it was; it counts as failed alone.
    """
    place = {key: position for position, key in enumerate(keys)}
    files = sorted(record_files_in(folder), key=lambda file: (file.is_journal, file.shard.of > 1))
    problems = sorted(_problems(folder, place, files), key=lambda each: place[each["key"]])
    failed = {each["key"] for each in problems if each["level"] == "error"}
    newest = {said.key: number for number, file in enumerate(files) for said in _current(file, place)}

    def lines() -> Iterator[bytes]:
        found = (_lines(file, place, newest, number, failed) for number, file in enumerate(files))
        return (line for _, line in merge(*found, key=lambda each: each[0]))

    return across(lines, problems, base, facts, valued)


def _lines(
    file: RecordFile, place: Mapping[str, int], newest: Mapping[str, int], number: int, failed: set[str]
) -> Iterator[tuple[int, bytes]]:
    """The position and the line of each record of the rows of which this file speaks last."""
    for said in _current(file, place):
        if newest[said.key] == number and said.key not in failed:
            yield place[said.key], said.line


def _current(file: RecordFile, place: Mapping[str, int]) -> Iterator[Record]:
    """The records of files that are those of their rows now."""
    for said in file.records() or ():
        if isinstance(said, Record) and not said.left and said.key in place:
            yield said


def _problems(folder: Path, place: Mapping[str, int], files: Sequence[RecordFile]) -> Iterator[dict[str, str]]:
    """What the runs found in these rows.

    A run of the whole table takes the records of shards away: a shard that has some ran after it, and knows better.
    """
    shards = [file.shard for file in files if file.shard.of > 1]
    for name in filter(_REPORT.fullmatch, sorted(names_in(folder))):
        later = shards if name == "errors.jsonl" else []
        with (folder / name).open("rb") as lines:
            for each in map(json.loads, lines):
                position = place.get(each["key"])
                if position is not None and not any(position % shard.of == shard.number - 1 for shard in later):
                    yield each
