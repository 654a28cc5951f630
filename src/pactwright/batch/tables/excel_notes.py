"""What an .xlsx tells about its cells beside their values: formulas without a result, errors, percentages.

calamine shows neither formulas nor formats, and fills the memory for one cell far off; openpyxl shows them, at seven
times the cost of this pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from pactwright.batch.tables.package import SheetPackage, local, unsafe
from pactwright.batch.tables.sheet import Extent, Note, Notes, Spot, number_of

Attributes = dict[str, str]

PERCENTAGES: Final = frozenset({"9", "10"})  # the two that every workbook has without declaring them
QUOTED: Final = re.compile(r'"[^"]*"|\\.')
DIGITS: Final = "0123456789"


def notes_in_excel(package: SheetPackage) -> Mapping[str, Notes]:
    """The notes on each sheet of a workbook, by its name."""
    targets = {each.get("Id", ""): each.get("Target", "") for each in _each(package, RELATIONS, "Relationship")}
    styles = _percent_styles(package)
    named = _each(package, WORKBOOK, "sheet")
    sheets = {each.get("name", ""): targets.get(each.get("id", ""), "") for each in named}
    if len(sheets) < len(named):
        unsafe(package.filename, "holds two sheets of one name")
    return {name: _notes(package, _part(target), styles) for name, target in sheets.items() if "chart" not in target}


WORKBOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
STYLES: Final = "xl/styles.xml"


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith(("/", "xl/")) else f"xl/{target}"


def _each(package: SheetPackage, name: str, wanted: str) -> list[Attributes]:
    """The attributes of every element of one name in a part."""
    found = []

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) == wanted:
            found.append({local(key): value for key, value in attributes.items()})
            if len(found[-1]) < len(attributes):
                unsafe(package.filename, f"says one thing twice of a {wanted} in {name}")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    package.parse(name, parser)
    return found


def _percent_styles(package: SheetPackage) -> frozenset[str]:
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

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _tag: depth.pop()
    package.parse(STYLES, parser)
    return frozenset(str(style) for style, each in enumerate(formats) if each in own | PERCENTAGES)


def _notes(package: SheetPackage, part: str, percent_styles: frozenset[str]) -> Notes:
    parser = expat.ParserCreate()
    reading = _ExcelSheet(parser, percent_styles)
    parser.StartElementHandler = reading.start
    package.parse(part, parser)
    reading.end_formula()
    return Notes(reading.notes, size=reading.extent.size)


@dataclass(slots=True)
class _ExcelSheet:
    """One pass over the elements of a sheet, most of them cells, so that it listens to as little as it can.

    `cell` holds the attributes of the last cell; text is listened to only between a formula and the next cell.
    """

    parser: expat.XMLParserType
    percent_styles: frozenset[str]
    notes: dict[Spot, Note] = field(default_factory=dict)
    extent: Extent = field(default_factory=Extent)
    line: int = 0
    column: int = 0
    cell: Attributes = field(default_factory=dict)
    is_formula: bool = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        name = tag if ":" not in tag else local(tag)
        if name == "c":
            if self.is_formula:
                self.end_formula()
            self.cell = attributes
            self.column += 1
        elif name in {"v", "is"}:
            self._value()
        elif name == "f":
            self.is_formula = True
            self.extent.add(self._spot())
        elif name == "row":
            self.end_formula()
            self.line, self.column = int(attributes.get("r", self.line + 1)), 0

    def end_formula(self) -> None:
        """Notes the formula whose cell has ended, if no result stood with it; that of a text may well be empty."""
        if self.is_formula and self.cell.get("t") != "str":
            self.notes.setdefault(self._spot(), "uncached-formula")
        self.is_formula = False
        self.parser.CharacterDataHandler = None

    def _value(self) -> None:
        self.extent.add(self._spot())
        kind = self.cell.get("t", "n")
        if kind == "e":
            self.notes[self._spot()] = "error-cell"
        elif kind == "n" and self.cell.get("s") in self.percent_styles:
            self.notes[self._spot()] = "percentage"
        if self.is_formula:
            self.parser.CharacterDataHandler = self._text

    def _spot(self) -> Spot:
        """Where the last cell stands: as it says itself, or after the one before it."""
        if "r" in self.cell:
            line, self.column = _spot(self.cell["r"])
            return line, self.column
        return self.line, self.column

    def _text(self, text: str) -> None:
        self.is_formula = self.is_formula and not text.strip()


def _spot(reference: str) -> Spot:
    """The line and column of a reference such as D7."""
    column = reference.rstrip(DIGITS)
    return int(reference[len(column) :]), number_of(column)
