"""What the styles of a file say, each with what it is based on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pactwright.foreign.look.colours import Theme
from pactwright.foreign.look.properties import OFF, Properties, of_letters, of_paragraph, value
from pactwright.foreign.markup import W

_MOST_PARENTS = 20
_RENAMED = {"toc heading": "contents heading"}  # LibreOffice takes the second for the first


@dataclass(slots=True)
class Styles:
    """The styles of a file by their ids; `default` are those that stand where none is named, by kind."""

    theme: Theme
    elements: Mapping[str, etree._Element]
    default: Mapping[str, str]
    letters: Properties
    paragraphs: Properties
    _levels: dict[str, list[tuple[etree._Element | None, Properties]]] = field(default_factory=dict)
    _known: dict[tuple[str, str], Properties] = field(default_factory=dict)

    def chain(self, ident: str, kind: str) -> list[etree._Element]:
        """The style and what it is based on, the deepest first; the default one where it is not there."""
        found: list[etree._Element] = []
        at = ident if self._is(ident, kind) else self.default.get(kind, "")
        while self._is(at, kind) and len(found) < _MOST_PARENTS:
            found.append(self.elements[at])
            at = value(self.elements[at].find(f"{W}basedOn"))
        return found[::-1]

    def letters_of(self, ident: str, kind: str) -> Properties:
        """What a style says of letters; nothing for a character style that is not named."""
        if (ident, kind) not in self._known:
            said: Properties = {}
            for each in self.chain(ident, kind):
                said |= of_letters(each, self.theme)
            self._known[ident, kind] = said
        return self._known[ident, kind]

    def paragraph_levels(self, ident: str) -> list[tuple[etree._Element | None, Properties]]:
        """What each level of a paragraph style says: its own w:numPr, and its properties."""
        if ident not in self._levels:
            own = [each.find(f"{W}pPr") for each in self.chain(ident, "paragraph")]
            numbers = [None if each is None else each.find(f"{W}numPr") for each in own]
            said = (of_paragraph(each, self.theme) for each in self.chain(ident, "paragraph"))
            self._levels[ident] = list(zip(numbers, said, strict=True))
        return self._levels[ident]

    def name(self, ident: str) -> str:
        """The name of a style as people see it: in lower case, for programs do not agree on capitals."""
        found = value(self.elements[ident].find(f"{W}name")).lower() if ident in self.elements else ""
        return _RENAMED.get(found, found)

    def _is(self, ident: str, kind: str) -> bool:
        return ident in self.elements and (value(self.elements[ident], "type") or "paragraph") == kind


def styles_from(root: etree._Element | None, theme: Theme) -> Styles:
    """The styles of a file; none where it has no such part."""
    elements = {} if root is None else {value(each, "styleId"): each for each in root.iterfind(f"{W}style")}
    default = {value(each, "type") or "paragraph": ident for ident, each in elements.items() if _is_default(each)}
    rpr = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault")
    ppr = None if root is None else root.find(f"{W}docDefaults/{W}pPrDefault")
    return Styles(theme, elements, default, of_letters(rpr, theme), of_paragraph(ppr, theme))


def _is_default(style: etree._Element) -> bool:
    return value(style, "default") not in OFF | {""}
