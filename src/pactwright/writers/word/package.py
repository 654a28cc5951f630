"""The zip that a Word file is: parts in, parts out, always in one order and with one date."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lxml import etree

Parts: TypeAlias = dict[str, bytes]

CONTENT_TYPES, RELATIONS, DOCUMENT = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"

COMMENTS = "word/comments.xml"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_FIRST = (CONTENT_TYPES, "_rels/.rels")
_DATE = (1980, 1, 1, 0, 0, 0)
_STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


def members(package: bytes) -> Parts:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package: content types first, then by name, all dated 1980."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ordered(parts):
            package.writestr(_entry(name), parts[name], compresslevel=6)
    return buffer.getvalue()


def ordered(names: Iterable[str]) -> list[str]:
    """The names of parts in the order of a package."""
    given = set(names)
    return [name for name in _FIRST if name in given] + sorted(given - set(_FIRST))


def tree(part: bytes) -> etree._Element:
    """A part, parsed without forgiveness."""
    return etree.fromstring(part, _STRICT)


def part(element: etree._Element) -> bytes:
    """An element as a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def announced(parts: Parts, name: str, *, content_type: str, relation: str, of: str) -> Parts:
    """The parts with a place for the part `name`, which a template may lack; `of` are the relations that lead to it."""
    if name in parts:
        return parts
    types, relations = tree(parts["[Content_Types].xml"]), tree(parts[of])
    etree.SubElement(
        types, f"{{{_PACKAGE}/content-types}}Override", {"PartName": f"/{name}", "ContentType": content_type}
    )
    target = name.removeprefix(of.partition("_rels/")[0])
    etree.SubElement(
        relations,
        f"{{{_PACKAGE}/relationships}}Relationship",
        {"Id": relation_id(name), "Type": relation, "Target": target},
    )
    return parts | {"[Content_Types].xml": part(types), of: part(relations)}


def linked(parts: Parts, addresses: Iterable[str]) -> Parts:
    """The relations of the document with one to each address of the web; the first is `link_id(0)`, and so on."""
    relations = tree(parts[RELATIONS])
    for number, address in enumerate(addresses):
        etree.SubElement(
            relations,
            f"{{{_PACKAGE}/relationships}}Relationship",
            {"Id": link_id(number), "Type": _HYPERLINK, "Target": address, "TargetMode": "External"},
        )
    return {RELATIONS: part(relations)}


def link_id(number: int) -> str:
    """The id of the relation that leads to a page of the web."""
    return f"rIdPactwrightLink{number}"


def relation_id(name: str) -> str:
    """The id of the relation that leads to a part of ours."""
    return f"rIdPactwright{name.rpartition('/')[2].removesuffix('.xml').capitalize()}"


def is_xml(name: str) -> bool:
    """Whether a part of this name holds XML."""
    return name.endswith((".xml", ".rels"))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry
