"""What a batch writes down about each file that it made, one JSON object, and how that is read back.

A manifest holds one record a line, in the order of the table. Batches before this version kept a journal of the same
lines, one row a line, with tabs between its records (JSON holds no bare tab); a run that they left is gone on with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pactwright.batch.maker import Made
from pactwright.errors import UsageError
from pactwright.findings import Finding

BETWEEN = b"\t"
SUPERSEDED, WITHDRAWN = "superseded", "withdrawn"
_LEFT = re.compile(rb',"left":"(superseded|withdrawn)"}$')
_TABLE = re.compile(rb',"table":("(?:[^"\\]|\\.)*")$')
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\.[a-z]+")
NO_FINAL: Mapping[str, Any] = {}
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Record(NamedTuple):
    """What is written down about a file.

    `inputs` is the digest of what its row was drafted from, `tool` the version that made it, which the first versions
    did not write down, `number` that of a record in a journal, `is_final` whether it is to be signed, `sheet` the
    digest of the sheet that was written beside it, and `line` the JSON that says all of it. `left` says why a file that
    stands there is no row's now: `SUPERSEDED` by a later version, or `WITHDRAWN` with its row; it stands in manifests
    alone, at the end of a line, so that a row that comes back has its record as it was.
    """

    key: str
    file: str
    sha256: str
    inputs: str
    tool: str = ""
    number: int = 0
    is_final: bool = False
    sheet: str = ""
    line: bytes = b""
    left: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that is no record: cut off, or changed by somebody."""

    source: Path
    line: int


def record(
    key: str, file: str, made: Made, *, sha256: str, inputs: str, tool: str, of_final: Mapping[str, Any] = NO_FINAL
) -> Record:
    """The record of a file; it holds no moment, no place and no path. `of_final` is what is said of a final alone."""
    said = {
        "key": key,
        "document": made.document,
        "file": file,
        "sha256": sha256,
        "size": len(made.content),
        "inputs": inputs,
        "tool": tool,
        "clauses": made.clauses,
        "terms": dict(made.terms),
        "facts": dict(made.facts),
        "warnings": [_without_place(finding) for finding in made.warnings],
    } | dict(of_final)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Record(key, file, sha256, inputs, tool, line=text.encode("utf-8", "backslashreplace"))


def marked(line: bytes, left: str) -> bytes:
    """The line of a record, with why its file is no row's now."""
    return b'%s,"left":"%s"}' % (line.removesuffix(b"}"), left.encode()) if left else line


def labelled(line: bytes, table: str) -> bytes:
    """The line of a record, with the table of whose run it is."""
    return b'%s,"table":%s}' % (_TABLE.sub(b"", line.removesuffix(b"}")), json.dumps(table).encode()) if table else line


def table_of(record: Record) -> str:
    """The table that a record names; nothing in those of earlier versions."""
    found = _TABLE.search(record.line.removesuffix(b"}"))
    return str(json.loads(found[1])) if found else ""


def kind_of(line: bytes) -> tuple[str, str]:
    """The document and the form of the file that the line of a record is about."""
    said = json.loads(line)
    return str(said.get("document", "")), said["file"].rpartition(".")[2]


def records_in(path: Path) -> Iterator[Record | Unread]:
    """Every record of a manifest, or of a journal of an earlier version; nothing for one that is not there.

    A last line without an end was cut off by a kill in a journal, and counts as never written; a manifest is written
    whole, so that it was damaged since. Raises UsageError when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.endswith(b"\n"):
                    yield from _records(line[:-1]) or (Unread(path, number),)
                elif path.name.startswith("manifest"):
                    yield Unread(path, number)
    except FileNotFoundError:
        return
    except OSError as failed:
        message = f"{path}: cannot be read: {failed.strerror}"
        raise UsageError(message) from failed


def by_file(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """File -> its records, in their order."""
    files: dict[str, tuple[Record, ...]] = {}
    for each in records:
        files[each.file] = (*files.get(each.file, ()), each)
    return files


def _without_place(finding: Finding) -> dict[str, str]:
    return {name: value for name, value in asdict(finding).items() if name != "place"}


def _records(line: bytes) -> list[Record]:
    """The records of a line; none when one of them is not what a batch writes."""
    try:
        read = [(json.loads(each), each) for each in line.split(BETWEEN)]
    except (ValueError, RecursionError):
        return []
    return [_record(said, own) for said, own in read] if all(_is_record(said) for said, _ in read) else []


def _record(said: dict[str, Any], line: bytes) -> Record:
    found = _LEFT.search(line)
    own, left = (line[: found.start()] + b"}", found[1].decode()) if found else (line, "")
    tool = str(said.get("tool", ""))
    names = (said["key"], said["file"], said["sha256"], said["inputs"])
    sheet = said.get("sheet", "")
    known = sheet if isinstance(sheet, str) and _SHA256.fullmatch(sheet) else ""
    return Record(*names, tool, is_final=said.get("final") is True, sheet=known, line=own, left=left)


def _is_record(said: Any) -> bool:  # noqa: ANN401 - what somebody may have put into the file
    if not isinstance(said, dict):
        return False
    texts = [said.get(name) for name in ("key", "file", "sha256", "inputs")]
    if not all(isinstance(text, str) for text in texts):
        return False
    is_plain = said["inputs"].isascii() and str(said.get("tool", "")).isascii()
    return bool(is_plain and _FILE.fullmatch(said["file"]) and _SHA256.fullmatch(said["sha256"]))
