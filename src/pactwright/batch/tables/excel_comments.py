"""What people wrote about the cells of an .xlsx: notes, which Excel once called comments, and threads of comments."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from pactwright.batch.tables.package import WorkbookPackage, local
from pactwright.batch.tables.sheet import Spot, spot_of

Attributes = dict[str, str]

# The ends of the types of relations, the one that tells more last: a thread stands in the other part too, as a hint.
KINDS: Final = ("/comments", "/threadedComment")
PARTS: Final = frozenset({"comment", "threadedComment"})


def comments_on(package: WorkbookPackage, sheet: str) -> Mapping[Spot, str]:
    """The words of each comment on a sheet, which is a part of the package; of a thread, the first."""
    comments: dict[Spot, str] = {}
    for kind in KINDS:
        for part in _parts(package, sheet, kind):
            comments |= _comments(package, part)
    return comments


def _parts(package: WorkbookPackage, sheet: str, kind: str) -> list[str]:
    """The parts of one kind that a sheet refers to."""
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    found: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) == "Relationship" and attributes.get("Type", "").endswith(kind):
            found.append(posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))[1:])

    if relations in package.namelist():
        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        package.parse(relations, parser)
    return found


def _comments(package: WorkbookPackage, part: str) -> Mapping[Spot, str]:
    comments: dict[Spot, str] = {}
    parser = expat.ParserCreate()

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) in PARTS and "ref" in attributes:
            spot = spot_of(attributes["ref"])
            parser.CharacterDataHandler = None if spot in comments else lambda text: _add(spot, text)
            comments.setdefault(spot, "")

    def _add(spot: Spot, text: str) -> None:
        comments[spot] += text

    parser.StartElementHandler = start
    package.parse(part, parser)
    return comments
