"""What an .xlsx tells about its cells beside their values: no result, an error, and what a person sees otherwise.

calamine shows neither formulas nor formats, and fills the memory for one cell far off; openpyxl shows them, at seven
times the cost of this pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from xml.parsers import expat

from pactwright.workbooks.excel_comments import comments_on
from pactwright.workbooks.excel_styles import LETTERS, NO, drawn, letters_in, looks_in
from pactwright.workbooks.letters import PLAIN, Letters
from pactwright.workbooks.package import WorkbookPackage, local, unsafe
from pactwright.workbooks.sheet import Extent, Look, Note, Notes, Spot, spot_of

Attributes = dict[str, str]
Strings = Mapping[str, Sequence[Letters]]

# Below them a column, in characters, and a row, in points, show no letter of what stands in them.
NARROWEST, LOWEST = 0.5, 4.0
BEHIND: Final = frozenset({"conditionalFormatting", "extLst"})  # the cells; what they say of colours is of no cell


def notes_in_excel(package: WorkbookPackage) -> Mapping[str, Notes]:
    """The notes on each sheet of a workbook, by its name."""
    targets = {each.get("Id", ""): each.get("Target", "") for each in _each(package, RELATIONS, "Relationship")}
    styles = (*looks_in(package), letters_in(package))
    named = _each(package, WORKBOOK, "sheet")
    sheets = {each.get("name", ""): targets.get(each.get("id", ""), "") for each in named}
    hidden = {each.get("name", "") for each in named if each.get("state", VISIBLE) != VISIBLE}
    if len(sheets) < len(named):
        unsafe(package.filename, "holds two sheets of one name")
    tables = {name: target for name, target in sheets.items() if "chart" not in target}
    return {
        name: replace(_notes(package, _part(target), *styles), is_hidden=name in hidden)
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


def _notes(
    package: WorkbookPackage, part: str, looks: Mapping[str, Look], hiding: frozenset[str], strings: Strings
) -> Notes:
    parser = expat.ParserCreate()
    reading = _ExcelSheet(parser, looks, strings, hiding)
    parser.StartElementHandler = reading.start
    package.parse(part, parser)
    reading.end_cell()
    return Notes(
        reading.notes,
        size=reading.extent.size,
        hidden_lines=reading.hidden_lines,
        hidden_columns=reading.hidden_columns,
        comments=comments_on(package, part),
        conditional=tuple(dict.fromkeys(reading.conditional)),
    )


@dataclass(slots=True)
class _ExcelSheet:
    """One pass over the elements of a sheet, most of them cells, so that it listens to as little as it can.

    `cell` holds the attributes of the last cell, `letters` those of the last part of its words that has a look of its
    own. Text is listened to only between a formula, or the number of a shared string where some of the `strings` have
    such parts, and the next cell. `conditional` are the ranges with a look on condition that is one of `hiding`.
    """

    parser: expat.XMLParserType
    looks: Mapping[str, Look]
    strings: Strings
    hiding: frozenset[str]
    notes: dict[Spot, Note] = field(default_factory=dict)
    extent: Extent = field(default_factory=Extent)
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    line: int = 0
    column: int = 0
    cell: Attributes = field(default_factory=dict)
    is_formula: bool = False
    string: str = ""
    letters: Letters | None = None
    range: str = ""
    conditional: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        name = tag if ":" not in tag else local(tag)
        if name == "c":
            if self.is_formula or self.string or self.letters:
                self.end_cell()
            self.cell = attributes
            self.column += 1
        elif name in {"v", "is"}:
            self._value()
        elif name == "f":
            self.is_formula = True
            self.extent.add(self._spot())
        else:
            self._other(name, attributes)

    def _other(self, name: str, attributes: Attributes) -> None:
        """What is no cell: the lines and columns, the letters of some words of a cell, and what follows the cells."""
        if name == "row":
            self.end_cell()
            self.line, self.column = int(attributes.get("r", self.line + 1)), 0
            if _is_hidden(attributes, "ht", LOWEST):
                self.hidden_lines.add(self.line)
        elif name == "col" and _is_hidden(attributes, "width", NARROWEST):
            self.hidden_columns.append((int(attributes.get("min", 0)), int(attributes.get("max", 0))))
        elif name in BEHIND:
            self.end_cell()
            self.range = attributes.get("sqref", "")
        elif name == "cfRule" and attributes.get("dxfId") in self.hiding:
            self.conditional.append(self.range)
        elif name == "rPr":
            self.letters = PLAIN
        elif name in LETTERS and self.letters:
            self.letters = drawn(self.letters, name, attributes)
            self._look_at([self.letters])

    def end_cell(self) -> None:
        """Notes what shows when a cell has ended.

        That is a formula without a result, which for a text may well be empty, or a string of which a part is struck.
        """
        if self.is_formula and self.cell.get("t") != "str":
            self.notes.setdefault(self._spot(), "uncached-formula")
        if self.string:
            self._look_at(self.strings.get(self.string.strip(), ()))
        self.is_formula, self.string, self.letters = False, "", None
        self.parser.CharacterDataHandler = None

    def _look_at(self, parts: Sequence[Letters]) -> None:
        """Notes whether a part of the words of the last cell is struck out or unseen."""
        ground = self.looks.get(self.cell.get("s", ""), Look()).ground
        if any(each.is_struck for each in parts):
            self.notes[self._spot()] = "struck-out"
        elif not all(each.is_seen_on(ground) for each in parts):
            self.notes[self._spot()] = "unseen"

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
        elif kind == "s" and self.strings:
            self.parser.CharacterDataHandler = self._number

    def _spot(self) -> Spot:
        """Where the last cell stands: as it says itself, or after the one before it."""
        if "r" in self.cell:
            line, self.column = spot_of(self.cell["r"])
            return line, self.column
        return self.line, self.column

    def _result(self, text: str) -> None:
        self.is_formula = self.is_formula and not text.strip()

    def _number(self, text: str) -> None:
        self.string += text


def _is_hidden(attributes: Attributes, size: str, least: float) -> bool:
    """Whether a row or a column is hidden, folded up, or too low or narrow to show a letter."""
    return attributes.get("hidden", "0") not in NO or float(attributes.get(size, least)) < least
