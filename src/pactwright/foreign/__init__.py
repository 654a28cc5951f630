"""Somebody else's Word file: read within bounds, and only then opened with python-docx.

    package = checked(data, "house.docx", TEMPLATE)
    with package.document() as document: ...           its styles, headers, numbering, properties, by python-docx
    package.tree("docProps/custom.xml")                a part as XML

No other module opens a Word file that is not ours. These still read XML, for what python-docx does not show:

    foreign.markup, relations   entities, depth and what a part points at: known before any library reads on
    inspection.content          elements, fields and attributes that run or fetch, in every part
    inspection.tags             words of comments, notes, text boxes and attributes, and the formatting of each letter
    writers.word.template       the parts that docxtpl makes ready for jinja2
    inspection.styles           the list that a style is in, and how its levels count
    inspection.state            tracked changes, protection, compatibility, languages
    compare.reading             content controls, bookmarks, fields, tracked changes, in notes too
    compare.opening             custom properties
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import docx
from docx.document import Document
from lxml import etree

from pactwright.errors import PactwrightError
from pactwright.foreign.archive import content, is_xml, unzipped, zipped
from pactwright.foreign.bounds import RETURNED, TEMPLATE, Bounds
from pactwright.foreign.markup import W, check_xml, parsed
from pactwright.foreign.relations import Relation, check_relations, relations_of, without_lost

__all__ = ["RETURNED", "TEMPLATE", "Package", "Relation", "W", "checked", "content"]


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file that was read within bounds; `checked` alone makes one."""

    name: str
    parts: Mapping[str, bytes]
    bounds: Bounds

    def tree(self, part: str) -> etree._Element:
        """A part as XML."""
        return parsed(self.parts[part])

    def trees(self) -> dict[str, etree._Element]:
        """Every part of XML by name."""
        return {name: self.tree(name) for name in self.parts if is_xml(name)}

    def relations(self) -> Iterator[Relation]:
        """Everything that the parts point at."""
        return relations_of(self.parts)

    @contextmanager
    def document(self) -> Iterator[Document]:
        """The file as python-docx sees it; what python-docx stumbles over within is refused in plain words."""
        try:
            yield docx.Document(zipped(without_lost(self.parts)))  # noqa: TID251 - here alone
        except PactwrightError:
            raise
        except Exception as broken:  # what a foreign package can do to the libraries has no list
            seen = f"{self.name}: the file: parts that do not belong together ({type(broken).__name__})"
            raise self.bounds.broken(seen=seen, fix="open it in Word and save it again") from broken


def checked(data: bytes, name: str, bounds: Bounds) -> Package:
    """A Word file within `bounds`; `name` is what messages call it.

    Raises ForeignContentError for what could run, reach outside or fill the memory, and the error that the bounds
    name for what is broken or no Word file.
    """
    try:
        parts = unzipped(data, bounds)
        check_xml(parts, bounds)
        check_relations(parts, bounds)
    except PactwrightError as refused:
        message = f"{name}: {refused}"
        raise type(refused)(message) from refused
    return Package(name, parts, bounds)
