"""Whether a paper in this template can be read: every style of the contract, on its ground, by all that it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pactwright.findings import Finding, Level
from pactwright.foreign import Package, W
from pactwright.foreign.look import Cell, Counters, Look, Looks, is_hidden, looks_of
from pactwright.foreign.look.colours import contrast
from pactwright.foreign.look.labels import counted
from pactwright.foreign.look.properties import FAR, FOLDED, TWO_IN_ONE, is_on
from pactwright.foreign.markup import attribute
from pactwright.writers.word.contract import LEVELS, STYLES

_SPACERS = frozenset({"TableEnd", "SigEnd"})
"""Empty paragraphs that keep tables apart: nobody reads them, so they may be as small as they like."""

_LEAST_SIZE, _SMALL_SIZE = 12, 16  # half points
_LEAST_CONTRAST, _WEAK_CONTRAST = 3.0, 4.5
_NARROWEST, _LOWEST = 4_000, 6_000  # of a column and of a page's text, in twentieths of a point
_WIDTH, _HEIGHT = 11_906, 15_840  # of A4's width and letter's height, the smaller of each
_MOST_COLUMNS = 2
_LEAST_ROW = 200  # of an exact row, in twentieths of a point
_FARTHEST = 4_000  # hundredths of a letter, by which an indent may move a paragraph
_OF_SIGNS = ("wingdings", "webdings", "symbol", "marlett", "zapfdingbats", "zapf dingbats", "opensymbol", "mt extra")
_COVERS, _LIES = 0.5, 0.02  # of a page: in headers and footers, and between the words of the document
_LENGTH = re.compile(r"(?:^|;)\s*(width|height|z-index)\s*:\s*(-?[\d.]+)")
_V, _WP = "{urn:schemas-microsoft-com:vml}", "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LOOK = "change the look of the style (Modify Style, Format, Font)"


def appearance_faults(package: Package, *, has_lists: bool) -> Iterator[Finding]:
    """Each style whose words do not show, are drawn as deleted, too small or too pale, and what covers or cuts pages.

    `has_lists` says that the lists are those of the contract, so that they can be counted.
    """
    looks = looks_of(package)
    for where, ident, look in _styles(looks):
        yield from _unreadable(where, look)
        yield from _cut(where, looks.paragraph(looks.form(_paragraph(ident)), Cell()), look) if ident else ()
    yield from _numbers(looks) if has_lists else ()
    body = package.trees[package.main]
    yield from _own_words(package, looks)
    yield from _pages(body)
    for name, root in package.trees.items():
        yield from (_fault(name, seen, fix) for seen, fix in _covers(root, most=_LIES if root is body else _COVERS))
        yield from (_fault(name, seen, "set it right (Table Properties, Row)") for seen in _rows(root))
    yield from _cells(looks)


def _styles(looks: Looks) -> Iterator[tuple[str, str, Look]]:
    """How each style of the contract looks, by itself and in each table: its words, its id, its look."""
    there = looks.styles.elements
    paragraphs = [style for style in STYLES if style.kind == "paragraph" and style.ident not in _SPACERS]
    for style in (each for each in paragraphs if each.ident in there):
        yield f'the style "{style.name}"', style.ident, looks.of_style(style.ident)
    for style in (each for each in STYLES if each.kind == "character" and each.ident in there):
        yield f'the style "{style.name}"', "", looks.of_character_style(style.ident, "")
    for style in (each for each in STYLES if each.kind == "table" and each.ident in there):
        kinds = {each.get(f"{W}type") or "" for each in there[style.ident].iter(f"{W}tblStylePr")}
        for kind in ("wholeTable", *sorted(kinds - {"wholeTable"})):
            cell = looks.lent(style.ident, kind)
            for base in ("TableText", "TableHeading", "Sig"):
                yield f'the table style "{style.name}"', "", looks.of_style(base, cell)


def _unreadable(where: str, look: Look) -> Iterator[Finding]:
    """What keeps letters of a look from being read."""
    said = dict(look)
    if is_hidden(look):
        yield _fault("styles", f"{where} hides its text", "switch Hidden off (Modify Style, Format, Font)")
    if said.get("strike") == "1" or said.get("dstrike") == "1":
        yield _fault("styles", f"{where} strikes its text out, as if it were deleted", _LOOK)
    if any(said.get(f"font.{kind}", "").casefold().startswith(_OF_SIGNS) for kind in ("ascii", "hAnsi")):
        yield _fault("styles", f"{where} is set in a font of signs, {said['font.ascii']}", _LOOK)
    if TWO_IN_ONE in said:
        yield _fault("styles", f"{where} sets two lines in one, or turns its letters", _LOOK)
    if any(name.startswith("effect of its own") for name in said):
        yield _fault("styles", f"{where} draws its letters with an effect, which may leave nothing of them", _LOOK)
    size = _number(said.get("sz", ""), 20)
    if size < _SMALL_SIZE:
        level: Level = "error" if size < _LEAST_SIZE else "warning"
        yield _fault("styles", f"{where} is {size / 2:g} points", "6 points at least, 8 to be read with ease", level)
    share = contrast(said.get("color", "auto"), said.get("ground", ""))
    if share < _WEAK_CONTRAST:
        level = "error" if share < _LEAST_CONTRAST else "warning"
        seen = f"{where} is {said['color']} on {said.get('ground', 'white')}, a contrast of {share:.1f} to 1"
        yield _fault("styles", seen, "3 to 1 at least, 4.5 to be read with ease", level)
    if _number(said.get("w", ""), 100) < 50 or _number(said.get("spacing", ""), 0) < -60:  # noqa: PLR2004 - half; 3 pt
        yield _fault("styles", f"{where} presses its letters into each other", _LOOK)
    if abs(_number(said.get("position", ""), 0)) > 2 * size:
        yield _fault("styles", f"{where} moves its letters off their line", _LOOK)


def _cut(where: str, form: Look, look: Look) -> Iterator[Finding]:
    """What keeps paragraphs of a style from standing in the column."""
    said = dict(form)
    size = _number(dict(look).get("sz", ""), 20)
    if said.get("line.lineRule") == "exact" and _number(said.get("line.line", ""), 240) < 7 * size:
        yield _fault("styles", f"{where} has lines that cut its letters off", "choose Line spacing: Multiple")
    if "framePr" in said or said.get("textDirection", "textDirection val=lrTb") != "textDirection val=lrTb":
        yield _fault("styles", f"{where} stands in a frame or turns its text", "remove the frame (Format, Frame)")
    if FOLDED in said:
        yield _fault("styles", f"{where} folds away what stands under it", "expand it (Format, Paragraph)")
    if any(_number(said.get(f"space {name}", ""), 0) >= far for name, far in FAR.items()):
        yield _fault("styles", f"{where} stands an inch or more away from its neighbours", "make its spacing smaller")
    indents = [_number(said.get(f"indent.{side}", ""), 0) for side in ("left", "right")]
    letters = (abs(_number(said[name], 0)) for name in said if name.startswith("indent.") and name.endswith("Chars"))
    is_far = max(letters, default=0) > _FARTHEST
    if is_far or sum(indents) > _WIDTH - _NARROWEST or min(indents) < -_NARROWEST:
        yield _fault("styles", f"{where} is indented out of the page", "make its indents smaller")


def _numbers(looks: Looks) -> Iterator[Finding]:
    """Each number that does not read as ours does, or cannot be read."""
    names = {style.ident: style.name for style in STYLES}
    counters = Counters(looks.lists)
    for level in LEVELS:
        if level.depth == 0:
            counters = Counters(looks.lists)
        numbered = looks.form(_paragraph(level.style))
        if numbered.numbered is None:
            continue
        label, look = looks.label(numbered, Cell(), counters)
        forms = {each.depth: each.form for each in LEVELS if each.list == level.list}
        ours = level.text
        for depth, form in forms.items():
            ours = ours.replace(f"%{depth + 1}", counted(1, form))
        where = f'the number of the style "{names[level.style]}"'
        if label.removesuffix(" (space)").rstrip(".") != ours.rstrip("."):
            yield _fault(f"{level.list} list", f'{where} reads "{label}", not "{ours}"', "number it as the others are")
        yield from _unreadable(where, look)


def _own_words(package: Package, looks: Looks) -> Iterator[Finding]:
    """The words that the template itself prints, tags among them, where nobody could read them."""
    seen = set()
    for name, root in package.trees.items():
        for run in root.iter(f"{W}r") if root.tag in {f"{W}document", f"{W}hdr", f"{W}ftr"} else ():
            text = "".join(each.text or "" for each in run.iterchildren(f"{W}t")).strip()
            paragraph = next(run.iterancestors(f"{W}p"), None)
            if not text or paragraph is None or text.startswith("{%"):
                continue
            look = looks.letters(run, looks.form(paragraph), looks.place(run))
            for found in _unreadable(f'"{text[:40]}"', look):
                if found.level == "error" and (name, found.seen) not in seen:
                    seen.add((name, found.seen))
                    yield Finding(found.rule, "error", name, found.seen, fix=found.fix)


def _pages(body: etree._Element) -> Iterator[Finding]:
    """Sections that leave no room for words, or turn them."""
    for section in body.iter(f"{W}sectPr"):
        margins, columns = section.find(f"{W}pgMar"), section.find(f"{W}cols")
        sides = sum(_number(_said(margins, name), 0) for name in ("gutter",))
        ends = sum(abs(_number(_said(margins, name), 0)) for name in ("top", "bottom"))
        count = _number(_said(columns, "num"), 1)
        if ends > _HEIGHT - _LOWEST or sides > _WIDTH - 2 * _NARROWEST:
            yield _fault("pages", "the margins leave no room for the text", "make them smaller (Layout, Margins)")
        if count > _MOST_COLUMNS:
            yield _fault("pages", f"a page has {count} columns", "choose one (Layout, Columns)")
        if _said(section.find(f"{W}docGrid"), "type") not in {"", "default"}:
            yield _fault("pages", "a grid presses letters or lines into places", "choose No grid (Layout, Page Setup)")
        turned = section.find(f"{W}textDirection")
        if turned is not None and turned.get(f"{W}val") not in {"lrTb", "lr"}:
            yield _fault("pages", "a section turns its text", "choose Horizontal (Layout, Text Direction)")


def _covers(root: etree._Element, *, most: float) -> Iterator[tuple[str, str]]:
    """Shapes and pictures in front of the text that cover more than a part of a page, each with what to do.

    Between the words of the document, where nobody knows what will stand under it, that is a small part.
    """
    fix = "let the text flow round it, or set it behind the text (Layout Options)"
    for anchor in root.iter(f"{_WP}anchor"):
        extent = anchor.find(f"{_WP}extent")
        area = _area(attribute(extent, "cx"), attribute(extent, "cy"), 635) if extent is not None else 0.0
        is_over = anchor.find(f"{_WP}wrapNone") is not None or area > _COVERS
        if is_over and area > most and anchor.get("behindDoc") in {None, "0", "false"}:
            yield _seen(area), fix
    for shape in (each for each in root.iter(etree.Element) if str(each.tag).startswith(_V) and each.get("style")):
        size = dict(_LENGTH.findall(shape.get("style") or ""))
        area = _area(size.get("width", ""), size.get("height", ""), 1 / 20)
        wraps = {attribute(each, "type") for each in shape.iter("{urn:schemas-microsoft-com:office:word}wrap")}
        is_in_front = not size.get("z-index", "0").startswith("-") and (area > _COVERS or not wraps - {"", "none"})
        if is_in_front and area > most:
            yield _seen(area), fix


def _seen(area: float) -> str:
    return f"a shape or picture covers the {'page' if area > _COVERS else 'text'}"


def _rows(root: etree._Element) -> Iterator[str]:
    """Rows that do not show, or are cut to less than a line; each said once."""
    if any(is_on(each) for each in root.iterfind(f".//{W}trPr/{W}hidden")):
        yield "a row of a table is hidden"
    heights = [each for each in root.iter(f"{W}trHeight") if _said(each, "hRule") == "exact"]
    if any(_number(_said(each, "val"), _LEAST_ROW) < _LEAST_ROW for each in heights):
        yield "a row of a table is cut to less than a line"


def _cells(looks: Looks) -> Iterator[Finding]:
    """Table styles whose margins leave no room in a cell."""
    for ident, style in looks.styles.elements.items():
        margins = [_number(_said(each, "w"), 0) for each in style.iterfind(f".//{W}tblCellMar/*")]
        if max(margins, default=0) > _NARROWEST / 4:
            yield _fault(
                "styles", f'the margins in the cells of the table style "{ident}" leave no room', "make them smaller"
            )


def _area(width: str, height: str, unit: float) -> float:
    """The part of a page that a shape covers; `unit` is how much of its length is a twentieth of a point."""
    try:
        return (float(width) / unit / _WIDTH) * (float(height) / unit / _HEIGHT)
    except ValueError:
        return 0.0


def _paragraph(style: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
    return paragraph


def _said(element: etree._Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{W}{name}") or ""


def _number(typed: str, otherwise: int) -> int:
    return int(typed) if re.fullmatch(r"-?\d{1,7}", typed) else otherwise


def _fault(where: str, seen: str, fix: str, level: Level = "error") -> Finding:
    return Finding("template-look", level, where, seen, fix=fix)
