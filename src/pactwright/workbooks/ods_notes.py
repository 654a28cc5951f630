"""What an .ods tells about its cells beside their values: no result, merged, and what a person sees otherwise.

calamine shows none of them of an .ods, and fills the memory for one cell that is repeated without end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.parsers import expat

from pactwright.foreign.look.colours import PAPER
from pactwright.workbooks.number_formats import NumberFormat, number_format
from pactwright.workbooks.ods_styles import OdsStyles
from pactwright.workbooks.package import MOST_CELLS, SAVE_AS, WorkbookPackage, local, too_large, unreadable
from pactwright.workbooks.sheet import Extent, Look, Merge, Note, Notes, Spot

Attributes = dict[str, str]

OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
CALC: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
DRAW: Final = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
BESIDE: Final = frozenset({f"{OFFICE}annotation", f"{DRAW}frame", f"{DRAW}custom-shape"})
AS_PERCENT: Final = number_format("General%")
BODY: Final = f"{OFFICE}body"
CONTENT: Final = "content.xml"
STYLES: Final = "styles.xml"
MANIFEST: Final = "META-INF/manifest.xml"


def notes_in_ods(package: WorkbookPackage) -> Mapping[str, Notes]:
    """The notes on each sheet of a workbook, by its name."""
    if MANIFEST in package.namelist() and _is_protected(package):
        unreadable(package.filename, f"is under a password; {SAVE_AS}, without a password")
    styles = OdsStyles()
    if STYLES in package.namelist():
        package.parse(STYLES, _parser(styles))
    reading = _Content(str(package.filename), styles)
    package.parse(CONTENT, _parser(styles, reading))
    return {name: sheet.said() for name, sheet in reading.sheets.items()}


def _parser(styles: OdsStyles, reading: _Content | None = None) -> expat.XMLParserType:
    """A parser that the styles listen to, and, from the body on, the reading of the sheets alone."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.CharacterDataHandler = styles.text
    parser.EndElementHandler = styles.end

    def start(tag: str, attributes: Attributes) -> None:
        if reading and tag == BODY:
            reading.parser = parser
            parser.StartElementHandler = reading.start
            parser.CharacterDataHandler = parser.EndElementHandler = None
        styles.start(tag, attributes)

    parser.StartElementHandler = start
    return parser


def _is_protected(package: WorkbookPackage) -> bool:
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
    is_hidden: bool = False
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    columns: list[tuple[int, str]] = field(default_factory=list)  # the last column of each style, in order
    comments: dict[Spot, str] = field(default_factory=dict)

    def said(self) -> Notes:
        """The notes on the sheet, once it has been read."""
        own = (self.hidden_lines, self.hidden_columns, self.is_hidden, self.comments)
        return Notes(self.notes, self.merges, self.extent.size, *own)

    def style_of(self, column: int) -> str:
        """The style of the cells of a column that name none of their own."""
        return next((style for last, style in self.columns if column <= last), "")


@dataclass(slots=True)
class _Content:
    """One pass over the sheets; a line or a cell may stand for many that are alike."""

    name: str
    styles: OdsStyles
    parser: expat.XMLParserType | None = None
    sheets: dict[str, _OdsSheet] = field(default_factory=dict)
    sheet: _OdsSheet = field(default_factory=_OdsSheet)
    line: int = 1
    lines: int = 1
    column: int = 1
    row: Attributes = field(default_factory=dict)
    is_row_hidden: bool = False
    spots: tuple[range, range] = (range(0), range(0))
    spot: Spot = (1, 1)
    ground: str = PAPER

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        if tag == f"{TABLE}table":
            self.sheet = self.sheets.setdefault(attributes.get(f"{TABLE}name", ""), _OdsSheet())
            self.sheet.is_hidden = self.styles.is_hidden(attributes.get(f"{TABLE}style-name", ""), "table")
            self.line, self.lines, self.spot = 1, 0, (1, 1)
        elif tag == f"{TABLE}table-column":
            self._columns(attributes)
        elif tag == f"{TABLE}table-row":
            self.line += self.lines
            self.lines, self.column = _count(attributes, "number-rows-repeated"), 1
            self.row, self.is_row_hidden = attributes, self._hides(attributes, "table-row")
        elif tag in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
            columns = _count(attributes, "number-columns-repeated")
            self.spots = range(0), range(0)
            self._cell(attributes, columns)
            self.column += columns
            self.spot = self.line, self.column - 1
        elif tag == f"{TEXT}span":
            letters = self.styles.letters(attributes.get(f"{TEXT}style-name", ""))
            if letters.is_struck or not letters.is_seen_on(self.ground):
                self._say("struck-out" if letters.is_struck else "unseen")
        elif tag in BESIDE and self.parser:
            self.sheet.comments.setdefault(self.spot, "")
            self._listen(self.parser)

    def _listen(self, parser: expat.XMLParserType) -> None:
        """Takes in the words of a comment or a text box, which is an element of its own, up to its end."""
        depth, is_said = 0, False

        def start(tag: str, _attributes: Attributes) -> None:
            nonlocal depth, is_said
            depth, is_said = depth + 1, is_said or tag == f"{TEXT}p"

        def text(said: str) -> None:
            self.sheet.comments[self.spot] += said if is_said else ""

        def end(_tag: str) -> None:
            nonlocal depth
            depth -= 1
            if depth < 0:
                parser.StartElementHandler = self.start
                parser.CharacterDataHandler = parser.EndElementHandler = None

        parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, text, end

    def _columns(self, attributes: Attributes) -> None:
        first = self.sheet.columns[-1][0] + 1 if self.sheet.columns else 1
        last = first + _count(attributes, "number-columns-repeated") - 1
        self.sheet.columns.append((last, attributes.get(f"{TABLE}default-cell-style-name", "")))
        if self._hides(attributes, "table-column"):
            self.sheet.hidden_columns.append((first, last))

    def _hides(self, attributes: Attributes, family: str) -> bool:
        """Whether a row or a column is hidden: by a filter, folded up, or of no height or width."""
        seen = attributes.get(f"{TABLE}visibility", "visible") == "visible"
        return not seen or self.styles.is_hidden(attributes.get(f"{TABLE}style-name", ""), family)

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
        self.spots = range(first[0], last[0] + 1), range(first[1], last[1] + 1)
        if self.is_row_hidden:
            self.sheet.hidden_lines.update(self.spots[0])
        look = self._look(attributes)
        self.ground = look.ground
        if note := _note(attributes, look):
            self._say(note)

    def _look(self, attributes: Attributes) -> Look:
        inherited = self.row.get(f"{TABLE}default-cell-style-name") or self.sheet.style_of(self.column)
        look = self.styles.look(attributes.get(f"{TABLE}style-name", inherited))
        is_percent = attributes.get(f"{OFFICE}value-type") == "percentage"
        return replace(look, format=AS_PERCENT) if is_percent and look.format is None else look

    def _say(self, note: Note) -> None:
        """Notes something of the last cell, and of those for which it stands."""
        lines, numbers = self.spots
        self.sheet.notes.update({(line, column): note for line in lines for column in numbers})


def _is_number(attributes: Attributes) -> bool:
    return attributes.get(f"{OFFICE}value-type") in {"float", "currency", "percentage", "date"}


def _note(attributes: Attributes, look: Look) -> Note | None:
    if attributes.get(f"{CALC}value-type") == "error":
        return "error-cell"
    if f"{OFFICE}value-type" not in attributes:
        return "uncached-formula"
    note = look.note(is_number=_is_number(attributes))
    is_number_format = note is None or isinstance(note, NumberFormat)
    return "date-cell" if is_number_format and attributes[f"{OFFICE}value-type"] == "date" else note


def _count(attributes: Attributes, name: str) -> int:
    return int(attributes.get(f"{TABLE}{name}", "1"))
