"""What the styles of an .ods do to its cells: words struck out or unseen, numbers shown as others.

A number style is turned into the code that Excel has for the same, so that one reader serves both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pactwright.foreign.look.colours import PAPER
from pactwright.workbooks.letters import BLACK, USUAL, Letters
from pactwright.workbooks.number_formats import DOLLARS, number_format
from pactwright.workbooks.sheet import Look

Attributes = dict[str, str]
Name = tuple[str, str]  # of a style: its family, and its name there

STYLE: Final = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
NUMBER: Final = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0 "
FO: Final = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0 "
TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
KINDS: Final = frozenset(
    f"{NUMBER}{kind}-style" for kind in ("number", "currency", "percentage", "date", "time", "text")
)
DATES: Final = frozenset(f"{NUMBER}{kind}-style" for kind in ("date", "time"))
LITERALS: Final = frozenset({f"{NUMBER}text", f"{NUMBER}currency-symbol"})
PLACES: Final = {currency[:2]: place for place, currency in DOLLARS.items()}
"""The number by which a format of Excel's names each country whose dollars are known."""
# What writes a number in no way that is read here, so that it is not known to show what it holds.
DATE_CODES: Final = {
    "year": "y",
    "month": "m",
    "day": "d",
    "day-of-week": "ddd ",
    "hours": "h",
    "minutes": "",
    "seconds": "s",
}
CODES: Final = {"text-content": "@", "scientific-number": "0E+0", "fraction": "# ?/?", "embedded-text": "/"}
OUT: Final = frozenset({"", "none"})
COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")
LENGTH: Final = re.compile("([0-9.]+)(pt|cm|mm|in|pc|px)")
POINTS: Final = {"pt": 1.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pc": 12.0, "px": 0.75}
LOWEST: Final = 4.0  # points; a row or a column of less shows no letter of what stands in it


@dataclass(slots=True)
class OdsStyles:
    """The styles of cells and words, and the formats of numbers, as one pass over a part after the other finds them."""

    styles: dict[Name, Attributes] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    maps: dict[str, dict[str, str]] = field(default_factory=dict)
    of_words: set[str] = field(default_factory=set)
    looks: dict[Name, Look] = field(default_factory=dict)
    style: Attributes = field(default_factory=dict)
    number: str = ""
    is_date: bool = False
    is_literal: bool = False
    place: str = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        if tag in {f"{STYLE}style", f"{STYLE}default-style"}:
            self.style = dict(attributes)
            if name := attributes.get(f"{STYLE}name"):
                self.styles[attributes.get(f"{STYLE}family", ""), name] = self.style
        elif tag in KINDS:
            self.number = attributes.get(f"{STYLE}name", "")
            self.is_date, self.codes[self.number] = tag in DATES, ""
            if tag == f"{NUMBER}text-style":
                self.of_words.add(self.number)
        elif tag == f"{STYLE}map" and self.number:
            about = attributes.get(f"{STYLE}condition", "").removeprefix("value()")[:1]
            self.maps.setdefault(self.number, {})[about] = attributes.get(f"{STYLE}apply-style-name", "")
        elif tag.startswith(NUMBER):
            self.is_literal, self.place = tag in LITERALS, PLACES.get(attributes.get(f"{NUMBER}country", ""), "")
            if self.number:
                kind = tag.removeprefix(NUMBER)
                self.codes[self.number] += DATE_CODES.get(kind, "") if self.is_date else _code(tag, attributes)
        elif tag.startswith(STYLE):
            self.style.update(attributes)

    def text(self, text: str) -> None:
        """What stands around the digits of a number."""
        if self.is_literal and self.number and not self.is_date:
            named = f"[${text}-{self.place}]" if self.place else f'"{text}"'
            self.codes[self.number] += named.replace("%", '"%"')

    def end(self, tag: str) -> None:
        """What expat calls at the end of an element."""
        self.is_literal = False
        if tag in KINDS:
            self.number = ""

    def look(self, name: str, family: str = "table-cell") -> Look:
        """The look of a style."""
        if (family, name) not in self.looks:
            said = self._said(family, name)
            ground, letters = _colour(said.get(f"{FO}background-color", ""), PAPER), _letters(said, BLACK)
            self.looks[family, name] = Look(
                letters.is_struck, not letters.is_seen_on(ground), number_format(self._format(said)), ground
            )
        return self.looks[family, name]

    def letters(self, name: str) -> Letters:
        """The letters of some words of a cell that have a style of their own; without a colour where it names none."""
        return _letters(self._said("text", name), "")

    def is_hidden(self, name: str, family: str) -> bool:
        """Whether a sheet of this style is hidden, or a row or a column too low or narrow to show a letter."""
        said = self._said(family, name)
        sizes = (_points(said.get(f"{STYLE}{size}", ""), LOWEST) for size in ("row-height", "column-width"))
        return said.get(f"{TABLE}display") == "false" or any(size < LOWEST for size in sizes)

    def _said(self, family: str, name: str) -> Mapping[str, str]:
        """What a style says, with what those say that it is based on."""
        above: list[Attributes] = []
        while (style := self.styles.get((family, name))) and not any(each is style for each in above):
            above.append(style)
            name = style.get(f"{STYLE}parent-style-name", "")
        return {key: value for each in reversed(above) for key, value in each.items()}

    def _format(self, said: Mapping[str, str]) -> str:
        """The code of a style; styles for numbers above, below and at zero are its sections, that of words the last."""
        name = said.get(f"{STYLE}data-style-name", "")
        own, others = self.codes.get(name, ""), self.maps.get(name, {})
        above, below, at = (self.codes.get(others.get(about, ""), own) for about in "><=")
        words = f";{own}" if name in self.of_words else ""
        return f"{above};{below};{at}{words}" if others else own


def _letters(said: Mapping[str, str], usual: str) -> Letters:
    struck = said.get(f"{STYLE}text-line-through-style", said.get(f"{STYLE}text-line-through-type", ""))
    is_of_window = said.get(f"{STYLE}use-window-font-color") == "true"
    colour = usual if is_of_window else _colour(said.get(f"{FO}color", ""), usual)
    return Letters(colour, _points(said.get(f"{FO}font-size", ""), USUAL), struck not in OUT)


def _colour(said: str, otherwise: str) -> str:
    return said[1:].upper() if COLOUR.fullmatch(said) else otherwise


def _points(said: str, otherwise: float) -> float:
    found = LENGTH.fullmatch(said)
    return float(found[1]) * POINTS[found[2]] if found else otherwise


def _code(tag: str, attributes: Attributes) -> str:
    """The code of one part of a number style; nothing for what is a literal."""
    kind = tag.removeprefix(NUMBER)
    if kind == "number":
        return "".join(_digits(attributes))
    return CODES.get(kind, "")


def _digits(attributes: Attributes) -> Iterator[str]:
    least = int(attributes.get(f"{NUMBER}min-integer-digits", "0"))
    places = attributes.get(f"{NUMBER}decimal-places")
    if places is None:
        yield "General" if least <= 1 else "0" * least
        return
    yield "#,##" * (attributes.get(f"{NUMBER}grouping") == "true")
    yield "0" * least or "#"
    certain = int(attributes.get(f"{NUMBER}min-decimal-places", places))
    yield f".{'0' * certain}{'#' * (int(places) - certain)}" if int(places) else ""
    yield "," * (len(attributes.get(f"{NUMBER}display-factor", "1")) // 3)
