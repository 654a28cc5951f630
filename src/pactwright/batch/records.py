"""What a batch writes down about each file that it made, one JSON object, and how that is read back.

A manifest holds one record a line, in the order of the table. A journal holds one row a line, its records with tabs
between them (JSON holds no bare tab), so that a line that was cut off takes the whole row with it and never half.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pactwright.batch.made import Made
from pactwright.errors import UsageError
from pactwright.findings import Finding

BETWEEN = b"\t"
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\.[a-z]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Known(NamedTuple):
    """What a record says that a later run needs, and where it stands: file of records, offset of its line, number."""

    key: str
    file: str
    sha256: str
    inputs: str
    source: Path
    offset: int
    number: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that is no record: cut off, or changed by somebody."""

    source: Path
    line: int


def record(key: str, file: str, made: Made, *, sha256: str, inputs: str) -> bytes:
    """The line, without its end, that says what a file is; it holds no moment, no place and no path."""
    return json.dumps(
        {
            "key": key,
            "document": made.document,
            "file": file,
            "sha256": sha256,
            "size": len(made.content),
            "inputs": inputs,
            "clauses": made.clauses,
            "terms": dict(made.terms),
            "warnings": [_without_place(finding) for finding in made.warnings],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode("utf-8", "backslashreplace")


def known_in(path: Path) -> Iterator[Known | Unread]:
    """Every record of a manifest or a journal; nothing for one that is not there.

    A last line without an end was cut off by a kill, and counts as never written. Raises UsageError when the file
    cannot be read.
    """
    try:
        with path.open("rb") as file:
            offset = 0
            for number, line in enumerate(file, start=1):
                if line.endswith(b"\n"):
                    known = _known(line, path, offset)
                    yield from known or (Unread(path, number),)
                offset += len(line)
    except FileNotFoundError:
        return
    except OSError as failed:
        message = f"{path}: cannot be read: {failed.strerror}"
        raise UsageError(message) from failed


def _without_place(finding: Finding) -> dict[str, str]:
    return {name: value for name, value in asdict(finding).items() if name != "place"}


def _known(line: bytes, source: Path, offset: int) -> list[Known]:
    """The records of a line; none when one of them is not what a batch writes."""
    try:
        said = [json.loads(each) for each in line.split(BETWEEN)]
    except ValueError:
        return []
    return (
        [
            Known(each["key"], each["file"], each["sha256"], each["inputs"], source, offset, number)
            for number, each in enumerate(said)
        ]
        if all(map(_is_record, said))
        else []
    )


def _is_record(said: Any) -> bool:  # noqa: ANN401 - what somebody may have put into the file
    if not isinstance(said, dict):
        return False
    texts = [said.get(name) for name in ("key", "file", "sha256", "inputs")]
    if not all(isinstance(text, str) for text in texts):
        return False
    return bool(_FILE.fullmatch(said["file"]) and _SHA256.fullmatch(said["sha256"]))
