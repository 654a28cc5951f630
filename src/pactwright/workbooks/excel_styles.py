"""What the styles of an .xlsx do to its cells: words struck out or unseen, numbers shown as others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar
from xml.parsers import expat

from pactwright.foreign.look.colours import PAPER, mixed
from pactwright.workbooks.letters import BLACK, PLAIN, Letters
from pactwright.workbooks.number_formats import BUILT_IN, number_format
from pactwright.workbooks.package import WorkbookPackage, local
from pactwright.workbooks.sheet import Look

Attributes = dict[str, str]
T = TypeVar("T")

STYLES: Final = "xl/styles.xml"
STRINGS: Final = "xl/sharedStrings.xml"
NO: Final = frozenset({"0", "false", "off"})
# The colours that are the same in every workbook, whatever its theme; the two for what the system takes among them.
KNOWN: Final[Mapping[tuple[str, str], str]] = {
    ("theme", "0"): PAPER,
    ("theme", "1"): BLACK,
    ("indexed", "0"): BLACK,
    ("indexed", "1"): PAPER,
    ("indexed", "8"): BLACK,
    ("indexed", "9"): PAPER,
    ("indexed", "64"): BLACK,
    ("indexed", "65"): PAPER,
    ("auto", "1"): BLACK,
}
AS_BEFORE: Final = Letters("as before")
SOLID: Final = "solid"


def looks_in(package: WorkbookPackage) -> tuple[Mapping[str, Look], frozenset[str]]:
    """Number of a cell style -> its look, of those alone that change what a person sees, and looks on condition.

    Of the latter, the numbers of those that strike cells out or hide them.
    """
    if STYLES not in package.namelist():
        return {}, frozenset()
    reading = _Styles()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    package.parse(STYLES, parser)
    looks = ((str(number), reading.look(each)) for number, each in enumerate(reading.cells))
    hiding = (
        str(number)
        for number, (each, ground) in enumerate(reading.rules)
        if each.is_struck or not each.is_seen_on(ground)
    )
    return {number: look for number, look in looks if look != Look()}, frozenset(hiding)


def letters_in(package: WorkbookPackage) -> Mapping[str, Sequence[Letters]]:
    """Number of a shared string -> the letters of those of its parts that have a look of their own."""
    if STRINGS not in package.namelist():
        return {}
    parts: dict[str, list[Letters]] = {}
    count = -1

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal count
        name = local(tag)
        if name == "si":
            count += 1
        elif name == "rPr":
            parts.setdefault(str(count), []).append(PLAIN)
        elif name in LETTERS:
            parts[str(count)][-1] = drawn(parts[str(count)][-1], name, attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    package.parse(STRINGS, parser)
    return {number: letters for number, letters in parts.items() if set(letters) != {PLAIN}}


LETTERS: Final = frozenset({"strike", "color", "sz"})


def drawn(letters: Letters, name: str, attributes: Attributes) -> Letters:
    """The letters with one more property of a font, which is one of `LETTERS`."""
    if name == "strike":
        return replace(letters, is_struck=attributes.get("val", "1") not in NO)
    if name == "sz":
        return replace(letters, size=float(attributes.get("val", letters.size)))
    return replace(letters, colour=_colour(attributes))


@dataclass(slots=True)
class _Styles:
    """One pass over the styles: fonts, fills, number formats, the cell styles that name them by number.

    `rules` are the letters and the ground that conditional formatting gives to cells.
    """

    path: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=lambda: dict(BUILT_IN))
    fonts: list[Letters] = field(default_factory=list)
    grounds: list[str] = field(default_factory=list)
    above: list[Attributes] = field(default_factory=list)
    cells: list[Attributes] = field(default_factory=list)
    rules: list[tuple[Letters, str]] = field(default_factory=list)

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        self.path.append(local(tag))
        match self.path[-3:]:
            case [*_, "numFmts", "numFmt"]:
                self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case [*_, "cellStyleXfs", "xf"]:
                self.above.append(attributes)
            case [*_, "cellXfs", "xf"]:
                self.cells.append(attributes)
            case [*_, "fonts", "font"]:
                self.fonts.append(PLAIN)
            case [*_, "fills", "fill"]:
                self.grounds.append(PAPER)
            case [*_, "dxfs", "dxf"]:
                self.rules.append((AS_BEFORE, PAPER))
            case _:
                self._part(attributes)

    def _part(self, attributes: Attributes) -> None:
        """A part of the last font or fill, or of the last look on a condition."""
        match self.path[-4:]:
            case [*_, "fonts", "font", name] if name in LETTERS:
                self.fonts[-1] = drawn(self.fonts[-1], name, attributes)
            case [*_, "fills", "fill", "gradientFill" | "patternFill" as name]:
                pattern = attributes.get("patternType", "none" if name == "patternFill" else name)
                self.grounds[-1] = PAPER if pattern == "none" else pattern
            case ["fills", "fill", "patternFill", "fgColor"] if self.grounds[-1] == SOLID:
                self.grounds[-1] = _colour(attributes)
            case ["dxfs", "dxf", "font", name] if name in LETTERS:
                self.rules[-1] = drawn(self.rules[-1][0], name, attributes), self.rules[-1][1]
            case ["dxf", "fill", "patternFill", "bgColor"]:
                self.rules[-1] = self.rules[-1][0], _colour(attributes)
            case _:
                pass

    def end(self, _tag: str) -> None:
        """What expat calls at the end of an element."""
        self.path.pop()

    def look(self, own: Attributes) -> Look:
        """The look of a cell style, which may leave something to the one that it is based on."""
        style = {**_at(self.above, own.get("xfId", ""), {}), **own}
        letters = _at(self.fonts, style.get("fontId", ""), PLAIN)
        ground = _at(self.grounds, style.get("fillId", ""), PAPER)
        code = self.codes.get(style.get("numFmtId", ""), "")
        return Look(letters.is_struck, not letters.is_seen_on(ground), number_format(code), ground)


def _colour(attributes: Attributes) -> str:
    """A colour as six digits, or, where the theme or the palette has it, as it is named."""
    said = {local(name): value for name, value in attributes.items()}
    tint = float(said.pop("tint", 0))
    known = (
        said["rgb"][-len(PAPER) :].upper() if "rgb" in said else next(filter(None, map(KNOWN.get, said.items())), "")
    )
    if known:
        return mixed(known, BLACK if tint < 0 else PAPER, min(abs(tint), 1))
    return f"{sorted(said.items())} {tint}"


def _at(values: Sequence[T], number: str, otherwise: T) -> T:
    return values[int(number)] if number.isdecimal() and int(number) < len(values) else otherwise
