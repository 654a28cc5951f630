"""What an .xlsx tells about its cells beside their values: formulas without a result, percentages, merged cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pactwright.batch.tables.extent import Extent
from pactwright.batch.tables.package import local, new_parser, parse
from pactwright.batch.tables.sheet import Merge, Note, Notes, Spot, number_of

Attributes = dict[str, str]

PERCENTAGES: Final = frozenset({"9", "10"})  # the two that every workbook has without declaring them
QUOTED: Final = re.compile(r'"[^"]*"|\\.')
DIGITS: Final = "0123456789"


def excel_notes(package: zipfile.ZipFile) -> Mapping[str, Notes]:
    """The notes on each sheet of a workbook, by its name."""
    targets = {each.get("Id", ""): each.get("Target", "") for each in _each(package, RELATIONS, "Relationship")}
    styles = _percent_styles(package)
    sheets = {each.get("name", ""): targets.get(each.get("id", ""), "") for each in _each(package, WORKBOOK, "sheet")}
    return {name: _notes(package, _part(target), styles) for name, target in sheets.items() if "chart" not in target}


WORKBOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
STYLES: Final = "xl/styles.xml"


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith(("/", "xl/")) else f"xl/{target}"


def _each(package: zipfile.ZipFile, name: str, wanted: str) -> list[Attributes]:
    """The attributes of every element of one name in a part."""
    found = []

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) == wanted:
            found.append({local(key): value for key, value in attributes.items()})

    parser = new_parser()
    parser.StartElementHandler = start
    parse(package, name, parser)
    return found


def _percent_styles(package: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of the cell styles that show a share as a percentage."""
    if STYLES not in package.namelist():
        return frozenset()
    own = {
        each.get("numFmtId", "")
        for each in _each(package, STYLES, "numFmt")
        if "%" in QUOTED.sub("", each.get("formatCode", ""))
    }
    formats: list[str] = []
    depth: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        depth.append(local(tag))
        if depth[-2:] == ["cellXfs", "xf"]:
            formats.append(attributes.get("numFmtId", ""))

    parser = new_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _tag: depth.pop()
    parse(package, STYLES, parser)
    return frozenset(str(style) for style, each in enumerate(formats) if each in own | PERCENTAGES)


def _notes(package: zipfile.ZipFile, part: str, percent_styles: frozenset[str]) -> Notes:
    reading = _Sheet(percent_styles)
    parser = new_parser()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.buffer_text = True
    parse(package, part, parser)
    return Notes(reading.notes, reading.merges, reading.extent.size)


@dataclass(slots=True)
class _Sheet:
    """One pass over the cells of a sheet; `cell` holds the attributes of the one that is open."""

    percent_styles: frozenset[str]
    notes: dict[Spot, Note] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    extent: Extent = field(default_factory=Extent)
    spot: Spot = (0, 0)
    cell: Attributes = field(default_factory=dict)
    is_formula: bool = False
    is_in_value: bool = False
    has_value: bool = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        name = local(tag)
        if name == "c":
            self.spot = _spot(attributes.get("r", ""), self.spot)
            self.cell, self.is_formula, self.has_value = attributes, False, False
        elif name == "f":
            self.is_formula = True
        elif name in {"v", "is"}:
            self.is_in_value = True
        elif name == "row":
            self.spot = int(attributes.get("r", self.spot[0] + 1)), 0
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self.merges.append(Merge(_spot(first, (0, 0)), _spot(last or first, (0, 0))))

    def text(self, _text: str) -> None:
        """What expat calls at text."""
        self.has_value |= self.is_in_value

    def end(self, tag: str) -> None:
        """What expat calls at the end of an element."""
        name = local(tag)
        if name in {"v", "is"}:
            self.is_in_value = False
        elif name == "c" and (self.has_value or self.is_formula):
            self.extent.add(self.spot)
            note = self._note()
            if note:
                self.notes[self.spot] = note

    def _note(self) -> Note | None:
        kind = self.cell.get("t", "n")
        if kind == "e":
            return "error-cell"
        if not self.has_value:
            return None if kind == "str" else "uncached-formula"  # a formula may well give no text
        return "percentage" if kind == "n" and self.cell.get("s") in self.percent_styles else None


def _spot(reference: str, before: Spot) -> Spot:
    """The line and column of a reference such as D7; the next cell of the line where there is none."""
    column = reference.rstrip(DIGITS)
    return (int(reference[len(column) :]), number_of(column)) if column else (before[0], before[1] + 1)
