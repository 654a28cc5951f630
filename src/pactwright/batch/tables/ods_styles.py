"""What the styles of an .ods do to its cells: words struck out or white on white, numbers shown as others.

A number style is turned into the code that Excel has for the same, so that one reader serves both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pactwright.batch.tables.number_formats import number_format
from pactwright.batch.tables.sheet import Look

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
# What writes a number in no way that is read here, so that it is not known to show what it holds.
DATE_CODES: Final = {"year": "y", "month": "m", "day": "d", "hours": "h", "minutes": "", "seconds": "s"}
CODES: Final = {"text-content": "@", "scientific-number": "0E+0", "fraction": "# ?/?", "embedded-text": "/"}
OUT: Final = frozenset({"", "none"})
NOTHING_BEHIND: Final = frozenset({"", "transparent", "#ffffff"})


@dataclass(slots=True)
class OdsStyles:
    """The styles of cells and words, and the formats of numbers, as one pass over a part after the other finds them."""

    styles: dict[Name, Attributes] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    maps: dict[str, dict[str, str]] = field(default_factory=dict)
    looks: dict[Name, Look] = field(default_factory=dict)
    style: Attributes = field(default_factory=dict)
    number: str = ""
    is_date: bool = False
    is_literal: bool = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """What expat calls at the start of an element."""
        if tag in {f"{STYLE}style", f"{STYLE}default-style"}:
            self.style = dict(attributes)
            if name := attributes.get(f"{STYLE}name"):
                self.styles[attributes.get(f"{STYLE}family", ""), name] = self.style
        elif tag in KINDS:
            self.number = attributes.get(f"{STYLE}name", "")
            self.is_date, self.codes[self.number] = tag in DATES, ""
        elif tag == f"{STYLE}map" and self.number:
            about = attributes.get(f"{STYLE}condition", "").removeprefix("value()")[:1]
            self.maps.setdefault(self.number, {})[about] = attributes.get(f"{STYLE}apply-style-name", "")
        elif tag.startswith(NUMBER):
            self.is_literal = tag in LITERALS
            if self.number:
                kind = tag.removeprefix(NUMBER)
                self.codes[self.number] += DATE_CODES.get(kind, "") if self.is_date else _code(tag, attributes)
        elif tag.startswith(STYLE):
            self.style.update(attributes)

    def text(self, text: str) -> None:
        """What stands around the digits of a number."""
        if self.is_literal and self.number and not self.is_date:
            self.codes[self.number] += f'"{text}"'.replace("%", '"%"')

    def end(self, tag: str) -> None:
        """What expat calls at the end of an element."""
        self.is_literal = False
        if tag in KINDS:
            self.number = ""

    def look(self, name: str, family: str = "table-cell") -> Look:
        """The look of a style."""
        if (family, name) not in self.looks:
            said = self._said(family, name)
            struck = said.get(f"{STYLE}text-line-through-style", said.get(f"{STYLE}text-line-through-type", ""))
            white = said.get(f"{FO}color", "").lower() == "#ffffff"
            is_unseen = white and said.get(f"{FO}background-color", "").lower() in NOTHING_BEHIND
            self.looks[family, name] = Look(struck not in OUT, is_unseen, number_format(self._format(said)))
        return self.looks[family, name]

    def is_hidden(self, name: str, family: str) -> bool:
        """Whether a sheet of this style is hidden, or a row or a column has no height or width."""
        said = self._said(family, name)
        sizes = (said.get(f"{STYLE}{size}", "1") for size in ("row-height", "column-width"))
        return said.get(f"{TABLE}display") == "false" or any(not size.rstrip("cminptx").strip("0.") for size in sizes)

    def _said(self, family: str, name: str) -> Mapping[str, str]:
        """What a style says, with what those say that it is based on."""
        above: list[Attributes] = []
        while (style := self.styles.get((family, name))) and not any(each is style for each in above):
            above.append(style)
            name = style.get(f"{STYLE}parent-style-name", "")
        return {key: value for each in reversed(above) for key, value in each.items()}

    def _format(self, said: Mapping[str, str]) -> str:
        """The code of a style; styles for numbers above, below and at zero are its sections."""
        name = said.get(f"{STYLE}data-style-name", "")
        own, others = self.codes.get(name, ""), self.maps.get(name, {})
        above, below, at = (self.codes.get(others.get(about, ""), own) for about in "><=")
        return f"{above};{below};{at}" if others else own


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
