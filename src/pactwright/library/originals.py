"""Which files of a house library stand in place of ours, and whether ours has changed since they were written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import Finding, SourceMap, in_order
from pactwright.library.layers import REPLACES, TABLES, Layer
from pactwright.library.model import NOWHERE
from pactwright.library.reading import Problems, read
from pactwright.textfile import parsed_table, read_text

VERSION = 8
"""Hex digits of the SHA-256 by which a file is known."""


def version_of(path: Path) -> str:
    """The version of a file of the library: the first 8 hex digits of the SHA-256 of its text, line ends aside."""
    text = path.read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(text).hexdigest()[:VERSION]


def original_findings(house: Layer, base: Path) -> tuple[Finding, ...]:
    """A remark for each file of a house at the path of one of ours that the house has not seen as it is now.

    replaces.yml of the house says, path by path, which version of ours each file was written from. Raises InputError
    for a file that says something else.
    """
    path = house.file(REPLACES)
    tree, marks = parsed_table(read_text(path), house.shown(path)) if path else ({}, NOWHERE)
    problems = Problems(marks, example="for example liability/cap/low-fixed.md: 0a1b2c3d")
    seen = read(dict[str, str], tree, problems)
    replaced = tuple(_replaced(house, base))
    for name in seen.keys() - set(replaced):
        problems.add("original", name, f'"{name}" replaces no file', f"one of {', '.join(replaced)}")
    if problems.found:
        raise InputError(in_order(problems.found))
    now = {name: version_of(base / name) for name in replaced}
    return tuple(_remark(house, name, seen.get(name), now[name], marks) for name in now if seen.get(name) != now[name])


def _replaced(house: Layer, base: Path) -> Iterator[str]:
    """The files that replace, or change by item, one of ours; tables are merged instead."""
    for path in sorted(house.root.rglob("*.[my]*")):
        name = path.relative_to(house.root).as_posix()
        if path.name not in TABLES and path.is_file() and (base / name).is_file():
            yield name


def _remark(house: Layer, name: str, known: str | None, now: str, marks: SourceMap) -> Finding:
    said = f"ours has changed since {known}" if known else "nothing says which version of ours it was written from"
    place = marks.place(name) if known else f"{house.name}/{name}:1:1"
    fix = f'compare the two, then write "{name}: {now}" in {REPLACES}'
    return Finding("original", "warning", name, f"{name} stands in place of ours; {said}", "", fix, place)
