"""What a table lends to what stands in it: the properties of its style for a cell, the ground, and how it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pactwright.foreign.look.colours import ground
from pactwright.foreign.look.properties import (
    START,
    Properties,
    border,
    is_on,
    of_letters,
    of_paragraph,
    plain,
    value,
    whole,
)
from pactwright.foreign.look.styles import Styles
from pactwright.foreign.markup import W

_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200}
_BITS |= {"noVBand": 0x400}
_SIDES = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV", "tl2br": "", "tr2bl": ""}
"""The sides of a cell, each with what a table calls it where another cell follows."""
_LATER = {"left": "start", "right": "end"}
_SWITCHES = frozenset(["noWrap", "hideMark", "cantSplit", "tblHeader"])
_OF_CELL = frozenset(["tcW", "shd", "tcBorders", "tcMar", "cnfStyle"])
_OF_ROW = frozenset(["hidden", "trHeight", "tblCellSpacing", "cnfStyle", "divId", "wBefore", "wAfter"])
_OF_TABLE = frozenset(["tblpPr", "bidiVisual", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblCellMar"])
_OF_TABLE |= {"tblLook", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "tblStyle"}
"""What is worked out by other means, or by programs."""


@dataclass(frozen=True, slots=True)
class Lent:
    """What the style of a table lends to a cell: of letters, of paragraphs, the ground, and the lines at its sides."""

    letters: Properties
    paragraph: Properties
    ground: str
    lines: Properties


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands: what the table's style says of it, the ground, and what may hide or cut it."""

    letters: tuple[tuple[str, str], ...] = ()
    paragraph: tuple[tuple[str, str], ...] = ()
    ground: str = ""
    form: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Grids:
    """The rows of each table and the cells of each row by their place, counted once."""

    known: dict[etree._Element, dict[etree._Element, int]] = field(default_factory=dict)
    widths: dict[etree._Element, int] = field(default_factory=dict)
    forms: dict[etree._Element, Properties] = field(default_factory=dict)
    lent: dict[tuple[object, ...], Lent] = field(default_factory=dict)

    def places(self, parent: etree._Element, name: str) -> dict[etree._Element, int]:
        """The rows of a table or the cells of a row, those of tables inside it left out."""
        if parent not in self.known:
            own = (each for each in parent.iter(f"{W}{name}") if next(each.iterancestors(parent.tag)) is parent)
            self.known[parent] = {each: number for number, each in enumerate(own)}
        return self.known[parent]

    def width(self, row: etree._Element) -> int:
        """The width of a row's cells together, in twentieths of a point."""
        if row not in self.widths:
            found = (_width(each) for each in self.places(row, "tc"))
            self.widths[row] = sum(width for kind, width in found if kind == "dxa")
        return self.widths[row]

    def of_table(self, table: etree._Element, styles: Styles) -> Properties:
        """What moves a table or cuts what stands in all of its cells."""
        if table not in self.forms:
            self.forms[table] = dict(_of_table(table, styles))
        return self.forms[table]

    def of_style(self, table: etree._Element, kinds: tuple[str, ...], styles: Styles) -> Lent:
        """What the style of a table says where some conditions hold."""
        if (table, kinds) not in self.lent:
            letters: Properties = {}
            paragraph: Properties = {}
            lines: Properties = {}
            under = ""
            for part in _parts_of(table, kinds, styles):
                letters |= of_letters(part, styles.theme)
                paragraph |= of_paragraph(part, styles.theme)
                lines |= _lines(part.find(f"{W}tblPr/{W}tblBorders"), "table")
                lines |= _lines(part.find(f"{W}tcPr/{W}tcBorders"), "cell")
                for where in ("tblPr", "tcPr"):
                    under = ground(part.find(f"{W}{where}/{W}shd"), styles.theme) or under
            under = ground(table.find(f"{W}tblPr/{W}shd"), styles.theme) or under
            lines |= _lines(table.find(f"{W}tblPr/{W}tblBorders"), "table")
            self.lent[table, kinds] = Lent(letters, paragraph, under, lines)
        return self.lent[table, kinds]


def cell_of(cell: etree._Element, styles: Styles, around: Cell, grids: Grids) -> Cell:
    """What a cell lends to its paragraphs; `around` is the cell in which its table stands."""
    row, table = next(cell.iterancestors(f"{W}tr"), None), next(cell.iterancestors(f"{W}tbl"), None)
    if row is None or table is None or cell not in grids.places(row, "tc") or row not in grids.places(table, "tr"):
        return around
    kinds = tuple(_kinds(table, row, cell, grids))
    lent = grids.of_style(table, kinds, styles)
    own = ground(cell.find(f"{W}tcPr/{W}shd"), styles.theme)
    form = {**dict(around.form), **grids.of_table(table, styles), **_form(row, cell, grids)}
    form |= _borders(cell, lent.lines, _edges(table, row, cell, grids))
    return Cell(
        _frozen({**dict(around.letters), **lent.letters}),
        _frozen({**dict(around.paragraph), **lent.paragraph}),
        own or lent.ground or around.ground,
        _frozen({name: said for name, said in form.items() if said not in {"", "0"}}),
    )


def _parts_of(table: etree._Element, kinds: tuple[str, ...], styles: Styles) -> Iterator[etree._Element]:
    """The parts of the table's style that hold for a cell, the weakest first."""
    chain = styles.chain(value(table.find(f"{W}tblPr/{W}tblStyle")), "table")
    yield from chain
    for kind in kinds:
        for style in chain:
            yield from (each for each in style.iterfind(f"{W}tblStylePr") if value(each, "type") == kind)


def _kinds(table: etree._Element, row: etree._Element, cell: etree._Element, grids: Grids) -> list[str]:
    """The names of the conditions that hold for a cell, in the order in which Word lays them over each other."""
    rows, cells = grids.places(table, "tr"), grids.places(row, "tc")
    look = table.find(f"{W}tblPr/{W}tblLook")
    down, across = rows[row], cells[cell]
    first_row, last_row = down == 0 and _has(look, "firstRow"), down == len(rows) - 1 and _has(look, "lastRow")
    first, last = across == 0 and _has(look, "firstColumn"), across == len(cells) - 1 and _has(look, "lastColumn")
    bands = []
    if not _has(look, "noVBand"):
        bands.append(f"band{1 + (across - _has(look, 'firstColumn')) % 2}Vert")
    if not _has(look, "noHBand") and not first_row:
        bands.append(f"band{1 + (down - _has(look, 'firstRow')) % 2}Horz")
    corners = {"nwCell": first_row and first, "neCell": first_row and last}
    corners |= {"swCell": last_row and first, "seCell": last_row and last}
    edges = {"firstCol": first, "lastCol": last, "firstRow": first_row, "lastRow": last_row}
    return ["wholeTable", *bands, *(name for name, holds in {**edges, **corners}.items() if holds)]


def _has(look: etree._Element | None, name: str) -> bool:
    if look is None:
        return False
    if look.get(f"{W}{name}") is not None:
        return value(look, name) in {"1", "true", "on"}
    try:
        return bool(int(value(look) or "0", 16) & _BITS[name])
    except ValueError:
        return False


def _form(row: etree._Element, cell: etree._Element, grids: Grids) -> Properties:
    """What cuts, hides or places what stands in a cell or its row."""
    found: Properties = {"width of the column": str(_share(row, cell, grids))}
    of_cell, of_row = cell.find(f"{W}tcPr"), row.find(f"{W}trPr")
    found |= _others(of_cell, _OF_CELL, "cell") | _others(of_row, _OF_ROW, "row")
    found |= _others(row.find(f"{W}tblPrEx"), frozenset(), "row")
    if of_row is not None and is_on(of_row.find(f"{W}hidden")):
        found["row hidden"] = "on"
    height = None if of_row is None else of_row.find(f"{W}trHeight")
    name = "row height" if value(height, "hRule") == "exact" else "least height of the row"
    found[name] = value(height)
    return found | {name: said for name, said in _margins(of_cell, "tcMar").items() if said}


def _others(properties: etree._Element | None, known: frozenset[str], where: str) -> Properties:
    """All that is said of a table, a row or a cell and is not worked out elsewhere, as it is written."""
    found = {}
    for each in () if properties is None else properties.iterchildren(etree.Element):
        name = etree.QName(each).localname
        if name in _SWITCHES:
            found[f"{where} {name}"] = "1" if is_on(each) else ""
        elif name not in known:
            said = value(each) or plain(each)
            found[f"{where} {name}"] = "" if START.get(said, said) in {"left", "lrTb", "top"} else said
    return found


def _lines(borders: etree._Element | None, whose: str) -> Properties:
    sides = () if borders is None else borders.iterchildren(etree.Element)
    return {f"{whose} {etree.QName(each).localname}": border(each) for each in sides}


def _edges(table: etree._Element, row: etree._Element, cell: etree._Element, grids: Grids) -> dict[str, bool]:
    """The sides of a cell, and whether its table ends there."""
    rows, cells = grids.places(table, "tr"), grids.places(row, "tc")
    down, across = rows[row], cells[cell]
    ends = {"top": down == 0, "bottom": down == len(rows) - 1, "left": across == 0, "right": across == len(cells) - 1}
    return {side: ends.get(side, False) for side in _SIDES}


def _borders(cell: etree._Element, lent: Properties, edges: dict[str, bool]) -> Properties:
    """The lines at the sides of a cell, and across it: its own, those of the style's conditions, or the table's."""
    own = _lines(cell.find(f"{W}tcPr/{W}tcBorders"), "cell")
    said = {}
    for side, is_end in edges.items():
        names = [f"cell {side}", f"cell {_LATER.get(side, side)}"]
        of_table = side if is_end else _SIDES[side]
        names_of_table = [f"table {of_table}", f"table {_LATER.get(of_table, of_table)}"]
        found = [own.get(name) for name in names] + [lent.get(name) for name in (*names, *names_of_table)]
        what = "border of the cell" if _SIDES[side] else "line across the cell"
        said[f"{what}, {side}"] = next((each for each in found if each is not None), "")
    return said


def _of_table(table: etree._Element, styles: Styles) -> Iterator[tuple[str, str]]:
    own = table.find(f"{W}tblPr")
    floating = None if own is None else own.find(f"{W}tblpPr")
    if floating is not None:
        yield "table floats", " ".join(sorted(str(each) for each in floating.values()))
    if own is not None and is_on(own.find(f"{W}bidiVisual")):
        yield "table from right to left", "on"
    yield from _others(own, _OF_TABLE, "table").items()
    width = None if own is None else own.find(f"{W}tblW")
    if value(width, "type") not in {"", "auto", "nil"}:
        yield f"width of the table ({value(width, 'type')})", value(width, "w")
    grid = [whole(value(each, "w")) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    for number, each in enumerate(grid, start=1):
        yield f"column {number} of the grid", str(round(1000 * each / (sum(grid) or 1)))
    indent = None if own is None else own.find(f"{W}tblInd")
    yield "indent of the table", value(indent, "w") or _of_style(table, styles, "tblInd")
    spaced = (each for each in table.iter(f"{W}tblCellSpacing") if next(each.iterancestors(f"{W}tbl")) is table)
    yield "space between cells", max((value(each, "w") for each in spaced), key=whole, default="")
    for name, said in _margins(own, "tblCellMar").items():
        yield name, said or _of_style(table, styles, f"tblCellMar/{W}{name.rpartition(' ')[2]}")


def _margins(properties: etree._Element | None, name: str) -> Properties:
    found = {}
    for side, other in (("left", "start"), ("right", "end"), ("top", "top"), ("bottom", "bottom")):
        places = [] if properties is None else [properties.find(f"{W}{name}/{W}{each}") for each in (side, other)]
        found[f"margin in the cell, {side}"] = next((value(each, "w") for each in places if each is not None), "")
    return found


def _share(row: etree._Element, cell: etree._Element, grids: Grids) -> int:
    """The part of the row's width that the cell has, in thousandths; 0 where nobody says."""
    kind, width = _width(cell)
    if kind == "pct":
        return round(width / 5)
    return round(1000 * width / total) if kind == "dxa" and (total := grids.width(row)) > 0 else 0


def _width(cell: etree._Element) -> tuple[str, int]:
    found = cell.find(f"{W}tcPr/{W}tcW")
    typed = value(found, "w")
    if typed.endswith("%"):
        return "pct", whole(typed[:-1]) * 50
    return value(found, "type") or "dxa", whole(typed)


def _of_style(table: etree._Element, styles: Styles, path: str) -> str:
    chain = styles.chain(value(table.find(f"{W}tblPr/{W}tblStyle")), "table")
    found = [each.find(f"{W}tblPr/{W}{path}") for each in chain]
    return next((value(each, "w") for each in reversed(found) if each is not None), "")


def _frozen(properties: Properties) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(properties.items()))
