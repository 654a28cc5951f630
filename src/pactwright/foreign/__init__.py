"""Somebody else's Word file: read within bounds, and only then opened with python-docx.

    package = checked(data, "house.docx", TEMPLATE)
    with package.document() as document: ...           its styles, headers, numbering, properties, by python-docx
    package.trees["docProps/custom.xml"]               a part as XML

No other module opens a Word file that is not ours. These still read XML, for what python-docx does not show:

    foreign.markup, relations   entities, depth and what a part points at: known before any library reads on
    foreign.danger              elements, fields and attributes that run or fetch, in every part
    inspection.content          prefixes and relations that are lost
    inspection.tags             words of comments, notes, text boxes and attributes, and the formatting of each letter
    writers.word.template       the parts that docxtpl makes ready for jinja2
    inspection.styles           the list that a style is in, and how its levels count
    inspection.state            tracked changes, protection, compatibility, languages
    inspection.appearance       shapes, sections, and with foreign.look how each style looks
    inspection.letterhead       what a house could copy
    foreign.look                the look of each letter, once inheritance is worked out, and the numbers of lists
    compare.reading             content controls, bookmarks, fields, tracked changes, in notes too
    compare.signs, settings, traits     shapes, links, bindings; what is set for the whole file
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
from pactwright.findings import Finding
from pactwright.foreign.archive import DOCUMENT, content, unzipped, zipped
from pactwright.foreign.bounds import DRAFTED, RETURNED, TEMPLATE, Bounds
from pactwright.foreign.danger import KINDS, dangers
from pactwright.foreign.markup import W, sound_trees
from pactwright.foreign.relations import Relation, check_relations, relations_of, without_lost

__all__ = ["DRAFTED", "KINDS", "RETURNED", "TEMPLATE", "Package", "Relation", "W", "checked", "content"]


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file that was read within bounds, its parts of XML as `trees`; `checked` alone makes one."""

    name: str
    parts: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]
    bounds: Bounds

    def relations(self) -> Iterator[Relation]:
        """Everything that the parts point at."""
        return relations_of(self.trees)

    @property
    def main(self) -> str:
        """The part that holds the text."""
        found = (
            each.part for each in self.relations() if each.source == "_rels/.rels" and each.kind == "officeDocument"
        )
        return next((each for each in found if each in self.trees), DOCUMENT)

    def related(self, kind: str) -> etree._Element | None:
        """The first part of XML of a kind that the text points at, as Word and python-docx find it."""
        found = (each for each in self.relations_from(self.main).values() if each.kind == kind)
        return next((self.trees[each.part] for each in found if each.part in self.trees), None)

    def relations_from(self, part: str) -> dict[str, Relation]:
        """What a part points at, by the name under which it speaks of it."""
        folder, _, file = part.rpartition("/")
        source = f"{folder}/_rels/{file}.rels"
        return {each.ident: each for each in relations_of({source: self.trees[source]} if source in self.trees else {})}

    def dangers(self) -> Iterator[Finding]:
        """Everything in it that could run something or fetch something; in a file that came back, nothing is left."""
        return dangers(self.parts, self.trees, list(self.relations()), self.bounds)

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
        trees = sound_trees(parts, bounds)
        check_relations(trees, bounds)
        package = Package(name, parts, trees, bounds)
        if not bounds.is_listed:
            _refuse(package)
    except PactwrightError as refused:
        message = f"{name}: {refused}"
        raise type(refused)(message) from refused
    return package


def _refuse(package: Package) -> None:
    """Refuses a file with the first thing in it that could run or fetch, and says how many more there are."""
    found = list(dict.fromkeys(package.dangers()))
    if found:
        more = f", and {len(found) - 1} more" if found[1:] else ""
        raise package.bounds.danger(seen=f"holds what could act: {found[0].address}: {found[0].seen}{more}", fix="")
