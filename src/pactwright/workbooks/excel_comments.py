"""What people wrote beside the cells of an .xlsx: notes, which Excel calls comments too, threads, and text boxes."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from pactwright.workbooks.package import WorkbookPackage, local
from pactwright.workbooks.sheet import Spot, spot_of

Attributes = dict[str, str]

# The ends of the types of relations, the one that tells more last: a thread stands in the other part too, as a hint.
KINDS: Final = ("/comments", "/threadedComment")
DRAWING: Final = "/drawing"
PARTS: Final = frozenset({"comment", "threadedComment"})


def comments_on(package: WorkbookPackage, sheet: str) -> Mapping[Spot, str]:
    """The words of each comment and text box on a sheet, which is a part of the package; of a thread, the first."""
    comments: dict[Spot, str] = {}
    for part in _parts(package, sheet, DRAWING):
        comments |= _boxes(package, part)
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


def _boxes(package: WorkbookPackage, part: str) -> Mapping[Spot, str]:
    """The words of the shapes in a drawing, by the cell over which each begins; its number counts from 0."""
    boxes: dict[Spot, str] = {}
    corner: dict[str, int] = {}
    path: list[str] = []

    def text(said: str) -> None:
        if path[-2:-1] == ["from"] and said.strip():
            corner[path[-1]] = int(said) + 1
        elif path[-1:] == ["t"]:
            spot = corner.get("row", 1), corner.get("col", 1)
            boxes[spot] = f"{boxes.get(spot, '')} {said}"

    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, _attributes: path.append(local(tag))
    parser.EndElementHandler = lambda _tag: path.pop()
    parser.CharacterDataHandler = text
    package.parse(part, parser)
    return boxes
