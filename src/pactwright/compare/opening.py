"""A Word file as a person reads it: its lines, and what stands in its headers, footers and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.styles.style import CharacterStyle

from pactwright.compare.reading import Line, lines_of
from pactwright.foreign import RETURNED, Package, checked

_PROPERTIES = "docProps/custom.xml"
_AROUND = {
    RELATIONSHIP_TYPE.HEADER: "header",
    RELATIONSHIP_TYPE.FOOTER: "footer",
    RELATIONSHIP_TYPE.FOOTNOTES: "footnotes",
    RELATIONSHIP_TYPE.ENDNOTES: "endnotes",
}


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file, the lines of its text, and the texts around it by the kind of what holds them."""

    parts: Mapping[str, bytes]
    lines: tuple[Line, ...]
    around: Mapping[str, tuple[str, ...]]


def word_file(data: bytes, name: str) -> WordFile:
    """The file that some bytes are; `name` is what messages call it.

    Raises UsageError when it is no Word file or is broken, and ForeignContentError when it is built to do harm.
    """
    package = checked(data, name, RETURNED)
    with package.document() as document:
        styles = (each for each in document.styles if isinstance(each, CharacterStyle))
        hidden = frozenset(each.style_id for each in styles if each.font.hidden)
        lines = lines_of(document.element, hidden)
        shown = tuple(line for line in lines if line.text.strip() or line.marks or line.bookmarks)
        return WordFile(package.parts, shown, _around(package, document, hidden))


def properties_of(data: bytes, name: str) -> dict[str, str]:
    """The custom properties of a Word file by name, none when it has none; raises as `word_file` does."""
    package = checked(data, name, RETURNED)
    if _PROPERTIES not in package.parts:
        return {}
    properties = package.trees[_PROPERTIES]
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in properties}


def _around(package: Package, document: Document, hidden: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Each different text once, in alphabetical order."""
    found: dict[str, set[str]] = {kind: set() for kind in _AROUND.values()}
    for relation in document.part.rels.values():
        if relation.reltype in _AROUND:
            story = package.trees[relation.target_part.partname.lstrip("/")]
            text = "\n".join(line.text.strip("\ufffc") for line in lines_of(story, hidden))
            found[_AROUND[relation.reltype]].add(text.strip())
    return {kind: tuple(sorted(texts - {""})) for kind, texts in found.items()}
