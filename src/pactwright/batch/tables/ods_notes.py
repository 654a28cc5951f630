"""What an .ods tells about its cells beside their values: formulas without a result, percentages, merged cells.

calamine shows none of them of an .ods, and fills the memory for one cell that is repeated without end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from pactwright.batch.tables.package import MOST_CELLS, SAVE_AS, SheetPackage, local, too_large, unreadable
from pactwright.batch.tables.sheet import Extent, Merge, Note, Notes, Spot

Attributes = dict[str, str]

OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
CALC: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
CONTENT: Final = "content.xml"
MANIFEST: Final = "META-INF/manifest.xml"


def notes_in_ods(package: SheetPackage) -> Mapping[str, Notes]:
    """The notes on each sheet of a workbook, by its name."""
    if MANIFEST in package.namelist() and _is_protected(package):
        unreadable(package.filename, f"is under a password; {SAVE_AS}, without a password")
    reading = _Content(str(package.filename))
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    package.parse(CONTENT, parser)
    return {name: Notes(sheet.notes, sheet.merges, sheet.extent.size) for name, sheet in reading.sheets.items()}


def _is_protected(package: SheetPackage) -> bool:
    tags: set[str] = set()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, _attributes: tags.add(local(tag))
    package.parse(MANIFEST, parser)
    return "encryption-data" in tags


@dataclass(slots=True)
class _OdsSheet:
    notes: dict[Spot, Note] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    extent: Extent = field(default_factory=Extent)


@dataclass(slots=True)
class _Content:
    """One pass over the sheets; a line or a cell may stand for many that are alike."""

    name: str
    sheets: dict[str, _OdsSheet] = field(default_factory=dict)
    sheet: _OdsSheet = field(default_factory=_OdsSheet)
    line: int = 1
    lines: int = 1
    column: int = 1

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        if tag == f"{TABLE}table":
            self.sheet = self.sheets.setdefault(attributes.get(f"{TABLE}name", ""), _OdsSheet())
            self.line, self.lines = 1, 0
        elif tag == f"{TABLE}table-row":
            self.line += self.lines
            self.lines, self.column = _count(attributes, "number-rows-repeated"), 1
        elif tag in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
            columns = _count(attributes, "number-columns-repeated")
            self._cell(attributes, columns)
            self.column += columns

    def _cell(self, attributes: Attributes, columns: int) -> None:
        first, last = (self.line, self.column), (self.line + self.lines - 1, self.column + columns - 1)
        spans = _count(attributes, "number-rows-spanned"), _count(attributes, "number-columns-spanned")
        if spans > (1, 1):
            self.sheet.merges.append(Merge(first, (first[0] + spans[0] - 1, first[1] + spans[1] - 1)))
        if f"{OFFICE}value-type" not in attributes and f"{TABLE}formula" not in attributes:
            return
        self.sheet.extent.add(first, last)
        if self.sheet.extent.size > MOST_CELLS:
            too_large(self.name)
        if note := _note(attributes):
            lines, numbers = range(first[0], last[0] + 1), range(first[1], last[1] + 1)
            self.sheet.notes.update({(line, column): note for line in lines for column in numbers})


def _note(attributes: Attributes) -> Note | None:
    if attributes.get(f"{CALC}value-type") == "error":
        return "error-cell"
    kind = attributes.get(f"{OFFICE}value-type")
    if kind is None:
        return "uncached-formula"
    return "percentage" if kind == "percentage" else None


def _count(attributes: Attributes, name: str) -> int:
    return int(attributes.get(f"{TABLE}{name}", "1"))
