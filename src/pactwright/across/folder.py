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
    problems = sorted(_problems(folder, place), key=lambda each: place[each["key"]])
    failed = {each["key"] for each in problems if each["level"] == "error"}
    files = record_files_in(folder)

    def lines() -> Iterator[bytes]:
        found = (((place[said.key], said.line) for said in _current(file, place, failed)) for file in files)
        return (line for _, line in merge(*found, key=lambda each: each[0]))

    return across(lines, problems, base, facts, valued)


def _current(file: RecordFile, place: Mapping[str, int], failed: set[str]) -> Iterator[Record]:
    """The records of files that are those of their rows now."""
    for said in file.records() or ():
        if isinstance(said, Record) and not said.left and said.key in place and said.key not in failed:
            yield said


def _problems(folder: Path, place: Mapping[str, int]) -> Iterator[dict[str, str]]:
    """What the runs found in these rows."""
    for name in filter(_REPORT.fullmatch, sorted(names_in(folder))):
        with (folder / name).open("rb") as lines:
            yield from (each for each in map(json.loads, lines) if each["key"] in place)
