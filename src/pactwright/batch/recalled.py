"""The warnings of a row whose files are kept: as its records say them, at the places where they are found today."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pactwright.batch.base import Base, overlaid
from pactwright.batch.model import Row
from pactwright.findings import Finding, SourceMap
from pactwright.textfile import parsed, read_text

NONE = b'"warnings":[]'
WORDS = ("rule", "address", "seen", "accepted", "fix")


def recalled(lines: Iterable[bytes], row: Row, base: Base | None) -> tuple[Finding, ...]:
    """What the lines of a row's records say that is worth knowing, after what its table says by itself.

    Raises UsageError and InputError for the spec of a row that can no longer be read.
    """
    warned = [line for line in lines if NONE not in line]
    own = {replace(finding, place="") for finding in row.findings}
    known = [each for each in dict.fromkeys(_warnings(warned)) if each not in own]
    marks = _marks(row, base) if known else SourceMap("", {})
    return (*row.findings, *(replace(each, place=marks.place(each.address)) for each in known))


def _warnings(lines: Iterable[bytes]) -> Iterator[Finding]:
    for line in lines:
        said: Any = json.loads(line).get("warnings")
        for each in said if isinstance(said, list) else ():
            if isinstance(each, dict):
                rule, address, seen, accepted, fix = (str(each.get(word, "")) for word in WORDS)
                yield Finding(rule, "warning", address, seen, accepted, fix)


def _marks(row: Row, base: Base | None) -> SourceMap:
    if row.spec is not None:
        return parsed(read_text(row.spec), str(row.spec))[1]
    return overlaid(base, row)[1] if base else SourceMap(row.place, {})
