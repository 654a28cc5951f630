"""What a table lends to what stands in it: the properties of its style for a cell, the ground, and how it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pactwright.foreign.look.colours import ground
from pactwright.foreign.look.properties import Properties, is_on, of_letters, of_paragraph, value
from pactwright.foreign.look.styles import Styles
from pactwright.foreign.markup import W

_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200}
_BITS |= {"noVBand": 0x400}


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
    lent: dict[tuple[object, ...], tuple[Properties, Properties, str]] = field(default_factory=dict)

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

    def of_style(
        self, table: etree._Element, kinds: tuple[str, ...], styles: Styles
    ) -> tuple[Properties, Properties, str]:
        """What the style of a table says where some conditions hold: of letters, of paragraphs, and the ground."""
        if (table, kinds) not in self.lent:
            letters: Properties = {}
            paragraph: Properties = {}
            under = ""
            for part in _parts_of(table, kinds, styles):
                letters |= of_letters(part, styles.theme)
                paragraph |= of_paragraph(part, styles.theme)
                for where in ("tblPr", "tcPr"):
                    under = ground(part.find(f"{W}{where}/{W}shd"), styles.theme) or under
            under = ground(table.find(f"{W}tblPr/{W}shd"), styles.theme) or under
            self.lent[table, kinds] = letters, paragraph, under
        return self.lent[table, kinds]


def cell_of(cell: etree._Element, styles: Styles, around: Cell, grids: Grids) -> Cell:
    """What a cell lends to its paragraphs; `around` is the cell in which its table stands."""
    row, table = next(cell.iterancestors(f"{W}tr"), None), next(cell.iterancestors(f"{W}tbl"), None)
    if row is None or table is None or cell not in grids.places(row, "tc") or row not in grids.places(table, "tr"):
        return around
    kinds = tuple(_kinds(table, row, cell, grids))
    letters, paragraph, under = grids.of_style(table, kinds, styles)
    own = ground(cell.find(f"{W}tcPr/{W}shd"), styles.theme)
    form = {**dict(around.form), **grids.of_table(table, styles), **_form(row, cell, grids)}
    return Cell(
        _frozen({**dict(around.letters), **letters}),
        _frozen({**dict(around.paragraph), **paragraph}),
        own or under or around.ground,
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
    """What cuts or hides a cell or its row."""
    found: Properties = {"width of the column": str(_share(row, cell, grids))}
    of_cell, of_row = cell.find(f"{W}tcPr"), row.find(f"{W}trPr")
    for name in ("vMerge", "hMerge", "gridSpan", "textDirection", "tcFitText", "cellIns", "cellDel", "cellMerge"):
        each = None if of_cell is None else of_cell.find(f"{W}{name}")
        if each is not None and not (name == "textDirection" and value(each) == "lrTb"):
            found[f"cell {name}"] = value(each) or "on"
    for name in ("hidden", "ins", "del", "gridBefore", "gridAfter"):
        each = None if of_row is None else of_row.find(f"{W}{name}")
        if each is not None and (name != "hidden" or is_on(each)):
            found[f"row {name}"] = value(each) or "on"
    height = None if of_row is None else of_row.find(f"{W}trHeight")
    if value(height, "hRule") == "exact":
        found["row height"] = value(height)
    return found | {name: said for name, said in _margins(of_cell, "tcMar").items() if said}


def _of_table(table: etree._Element, styles: Styles) -> Iterator[tuple[str, str]]:
    own = table.find(f"{W}tblPr")
    floating = None if own is None else own.find(f"{W}tblpPr")
    if floating is not None:
        yield "table floats", " ".join(sorted(str(each) for each in floating.values()))
    if own is not None and is_on(own.find(f"{W}bidiVisual")):
        yield "table from right to left", "on"
    indent = None if own is None else own.find(f"{W}tblInd")
    yield "indent of the table", value(indent, "w") or _of_style(table, styles, "tblInd")
    spaced = (each for each in table.iter(f"{W}tblCellSpacing") if next(each.iterancestors(f"{W}tbl")) is table)
    yield "space between cells", max((value(each, "w") for each in spaced), key=_whole, default="")
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
        return "pct", _whole(typed[:-1]) * 50
    return value(found, "type") or "dxa", _whole(typed)


def _of_style(table: etree._Element, styles: Styles, path: str) -> str:
    chain = styles.chain(value(table.find(f"{W}tblPr/{W}tblStyle")), "table")
    found = [each.find(f"{W}tblPr/{W}{path}") for each in chain]
    return next((value(each, "w") for each in reversed(found) if each is not None), "")


def _whole(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 0  # noqa: PLR2004 - a million twips


def _frozen(properties: Properties) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(properties.items()))
