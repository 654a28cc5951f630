"""What the styles of an .xlsx do to its cells: words struck out or white on white, numbers shown as others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from pactwright.batch.tables.number_formats import BUILT_IN, number_format
from pactwright.batch.tables.package import WorkbookPackage, local
from pactwright.batch.tables.sheet import Look

Attributes = dict[str, str]

STYLES: Final = "xl/styles.xml"
STRINGS: Final = "xl/sharedStrings.xml"
NO: Final = frozenset({"0", "false", "off"})
WHITE: Final = frozenset({("rgb", "FFFFFFFF"), ("rgb", "00FFFFFF"), ("theme", "0"), ("indexed", "1"), ("indexed", "9")})


def looks_in(package: WorkbookPackage) -> Mapping[str, Look]:
    """Number of a cell style -> its look; only those that change what a person sees."""
    if STYLES not in package.namelist():
        return {}
    reading = _Styles()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    package.parse(STYLES, parser)
    looks = ((str(number), reading.look(each)) for number, each in enumerate(reading.cells))
    return {number: look for number, look in looks if look != Look()}


def struck_strings(package: WorkbookPackage) -> frozenset[str]:
    """The numbers of the shared strings of which a part is struck out."""
    if STRINGS not in package.namelist():
        return frozenset()
    struck: set[str] = set()
    count = -1

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal count
        name = local(tag)
        if name == "si":
            count += 1
        elif name == "strike" and is_on(attributes):
            struck.add(str(count))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    package.parse(STRINGS, parser)
    return frozenset(struck)


def is_on(attributes: Attributes) -> bool:
    """Whether a property that is on by being there is not switched off."""
    return attributes.get("val", "1") not in NO


@dataclass(slots=True)
class _Styles:
    """One pass over the styles: fonts, fills, number formats, and the cell styles that name them by number."""

    path: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=lambda: dict(BUILT_IN))
    struck: list[bool] = field(default_factory=list)
    white: list[bool] = field(default_factory=list)
    filled: list[bool] = field(default_factory=list)
    above: list[Attributes] = field(default_factory=list)
    cells: list[Attributes] = field(default_factory=list)

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        self.path.append(local(tag))
        match self.path[-3:]:
            case [*_, "fonts", "font"]:
                self.struck.append(False)
                self.white.append(False)
            case [*_, "fills", "fill"]:
                self.filled.append(False)
            case ["fonts", "font", _] | ["fills", "fill", _] | ["fill", "patternFill", "fgColor"] if not self.cells:
                self._part(self.path[-1], attributes)
            case [*_, "numFmts", "numFmt"]:
                self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case [*_, "cellStyleXfs", "xf"]:
                self.above.append(attributes)
            case [*_, "cellXfs", "xf"]:
                self.cells.append(attributes)
            case _:
                pass

    def _part(self, name: str, attributes: Attributes) -> None:
        """What a part of the last font or fill says; fonts and fills stand before the cell styles."""
        if name == "strike":
            self.struck[-1] = is_on(attributes)
        elif name == "color":
            self.white[-1] = _is_white(attributes)
        elif name in {"gradientFill", "patternFill"}:
            self.filled[-1] = attributes.get("patternType", "none") != "none" or name == "gradientFill"
        elif name == "fgColor" and self.filled:
            self.filled[-1] &= not _is_white(attributes)

    def end(self, _tag: str) -> None:
        """What expat calls at the end of an element."""
        self.path.pop()

    def look(self, own: Attributes) -> Look:
        """The look of a cell style, which may leave something to the one that it is based on."""
        above = own.get("xfId", "")
        base = self.above[int(above)] if above.isdecimal() and int(above) < len(self.above) else {}
        style = {**base, **own}
        is_unseen = _at(self.white, style.get("fontId", "")) and not _at(self.filled, style.get("fillId", ""))
        code = self.codes.get(style.get("numFmtId", ""), "")
        return Look(_at(self.struck, style.get("fontId", "")), is_unseen, number_format(code))


def _is_white(attributes: Attributes) -> bool:
    return "tint" not in attributes and any((local(name), value) in WHITE for name, value in attributes.items())


def _at(flags: list[bool], number: str) -> bool:
    return number.isdecimal() and int(number) < len(flags) and flags[int(number)]
