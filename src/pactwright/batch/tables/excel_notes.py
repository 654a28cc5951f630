"""What an .xlsx tells about its cells beside their values: no result, an error, and what a person sees otherwise.

calamine shows neither formulas nor formats, and fills the memory for one cell far off; openpyxl shows them, at seven
times the cost of this pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.parsers import expat

from pactwright.batch.tables.excel_styles import NO, is_on, looks_in, struck_strings
from pactwright.batch.tables.package import WorkbookPackage, local, unsafe
from pactwright.batch.tables.sheet import Extent, Look, Note, Notes, Spot, number_of

Attributes = dict[str, str]

DIGITS: Final = "0123456789"


def notes_in_excel(package: WorkbookPackage) -> Mapping[str, Notes]:
    """The notes on each sheet of a workbook, by its name."""
    targets = {each.get("Id", ""): each.get("Target", "") for each in _each(package, RELATIONS, "Relationship")}
    looks, struck = looks_in(package), struck_strings(package)
    named = _each(package, WORKBOOK, "sheet")
    sheets = {each.get("name", ""): targets.get(each.get("id", ""), "") for each in named}
    hidden = {each.get("name", "") for each in named if each.get("state", VISIBLE) != VISIBLE}
    if len(sheets) < len(named):
        unsafe(package.filename, "holds two sheets of one name")
    tables = {name: target for name, target in sheets.items() if "chart" not in target}
    return {
        name: replace(_notes(package, _part(target), looks, struck), is_hidden=name in hidden)
        for name, target in tables.items()
    }


WORKBOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
VISIBLE: Final = "visible"


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith(("/", "xl/")) else f"xl/{target}"


def _each(package: WorkbookPackage, name: str, wanted: str) -> list[Attributes]:
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


def _notes(package: WorkbookPackage, part: str, looks: Mapping[str, Look], struck: frozenset[str]) -> Notes:
    parser = expat.ParserCreate()
    reading = _ExcelSheet(parser, looks, struck)
    parser.StartElementHandler = reading.start
    package.parse(part, parser)
    reading.end_cell()
    return Notes(
        reading.notes,
        size=reading.extent.size,
        hidden_lines=reading.hidden_lines,
        hidden_columns=reading.hidden_columns,
    )


@dataclass(slots=True)
class _ExcelSheet:
    """One pass over the elements of a sheet, most of them cells, so that it listens to as little as it can.

    `cell` holds the attributes of the last cell; text is listened to only between a formula, or the number of a shared
    string where some are `struck`, and the next cell.
    """

    parser: expat.XMLParserType
    looks: Mapping[str, Look]
    struck: frozenset[str]
    notes: dict[Spot, Note] = field(default_factory=dict)
    extent: Extent = field(default_factory=Extent)
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    line: int = 0
    column: int = 0
    cell: Attributes = field(default_factory=dict)
    is_formula: bool = False
    string: str = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        name = tag if ":" not in tag else local(tag)
        if name == "c":
            if self.is_formula or self.string:
                self.end_cell()
            self.cell = attributes
            self.column += 1
        elif name in {"v", "is"}:
            self._value()
        elif name == "f":
            self.is_formula = True
            self.extent.add(self._spot())
        elif name == "row":
            self.end_cell()
            self.line, self.column = int(attributes.get("r", self.line + 1)), 0
            if _is_hidden(attributes, "ht"):
                self.hidden_lines.add(self.line)
        elif name == "col" and _is_hidden(attributes, "width"):
            self.hidden_columns.append((int(attributes.get("min", 0)), int(attributes.get("max", 0))))
        elif name == "strike" and is_on(attributes):
            self.notes[self._spot()] = "struck-out"

    def end_cell(self) -> None:
        """Notes what shows when a cell has ended.

        That is a formula without a result, which for a text may well be empty, or a string of which a part is struck.
        """
        if self.is_formula and self.cell.get("t") != "str":
            self.notes.setdefault(self._spot(), "uncached-formula")
        if self.string.strip() in self.struck:
            self.notes[self._spot()] = "struck-out"
        self.is_formula, self.string = False, ""
        self.parser.CharacterDataHandler = None

    def _value(self) -> None:
        self.extent.add(self._spot())
        kind = self.cell.get("t", "n")
        look = self.looks.get(self.cell.get("s", ""))
        note = look.note(is_number=kind == "n") if look else None
        if kind in {"e", "d"}:
            note = "error-cell" if kind == "e" else note or "date-cell"
        if note:
            self.notes[self._spot()] = note
        if self.is_formula:
            self.parser.CharacterDataHandler = self._result
        elif kind == "s" and self.struck:
            self.parser.CharacterDataHandler = self._number

    def _spot(self) -> Spot:
        """Where the last cell stands: as it says itself, or after the one before it."""
        if "r" in self.cell:
            line, self.column = _spot(self.cell["r"])
            return line, self.column
        return self.line, self.column

    def _result(self, text: str) -> None:
        self.is_formula = self.is_formula and not text.strip()

    def _number(self, text: str) -> None:
        self.string += text


def _is_hidden(attributes: Attributes, size: str) -> bool:
    """Whether a row or a column is hidden, folded up, or of no height or width."""
    return attributes.get("hidden", "0") not in NO or not attributes.get(size, "1").strip("0.")


def _spot(reference: str) -> Spot:
    """The line and column of a reference such as D7."""
    column = reference.rstrip(DIGITS)
    return int(reference[len(column) :]), number_of(column)
