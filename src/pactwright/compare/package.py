"""A Word file that somebody else had in hands: opened with limits, refused before anything in it can do harm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final, TypeAlias

from lxml import etree

from pactwright.errors import ForeignContentError, UsageError
from pactwright.files import BROKEN_PACKAGE

Parts: TypeAlias = Mapping[str, bytes]

DOCUMENT: Final = "word/document.xml"
MAX_FILE: Final = 20_000_000
MAX_PARTS: Final = 1_000
MAX_UNPACKED: Final = 100_000_000

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_XML = (".xml", ".rels")
_MARKUP_DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_ACTIVE = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|activeX/.*|customUI.*\.xml)$", re.IGNORECASE)
_ELSEWHERE = re.compile(rb"relationships/(attachedTemplate|aFChunk|frame|subDocument)\"")


def parts_of(data: bytes, name: str) -> Parts:
    """The parts of a Word file by name; `name` is what messages call it.

    Raises UsageError when it is no Word file or is broken, and ForeignContentError when it is built to do harm: too
    large, an XML part that declares entities, macros, or text that it fetches from elsewhere.
    """
    if len(data) > MAX_FILE:
        raise _unsafe(name, f"{len(data):,} bytes", f"at most {MAX_FILE:,}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_sizes(package.infolist(), name)
            parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    except BROKEN_PACKAGE as broken:
        message = f"{name}: not a readable Word file ({broken}); give a .docx file, saved again from Word if need be"
        raise UsageError(message) from broken
    _check_contents(parts, name)
    if DOCUMENT not in parts:
        message = f"{name}: a package without {DOCUMENT}; give a .docx file that pactwright drafted"
        raise UsageError(message)
    return parts


def tree_of(parts: Parts, part: str, name: str) -> etree._Element:
    """A part as a tree. Raises UsageError when it is not XML, ForeignContentError when it is nested without end."""
    try:
        return etree.fromstring(parts[part], _PARSER)
    except etree.XMLSyntaxError as broken:
        if "depth" in str(broken):
            raise _unsafe(name, f"{part} is nested without end", "the nesting of a document") from broken
        message = f"{name}: {part} is not XML ({broken}); save the file again from Word"
        raise UsageError(message) from broken


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    names = [entry.filename for entry in entries]
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS:
        raise _unsafe(name, f"{len(entries):,} parts", f"at most {MAX_PARTS:,}")
    if unpacked > MAX_UNPACKED:
        raise _unsafe(name, f"{unpacked:,} bytes when unpacked", f"at most {MAX_UNPACKED:,}")
    if len(set(names)) < len(names):
        raise _unsafe(name, "two parts with one name", "each name once")
    if any(each.startswith("/") or ".." in each.split("/") or "\\" in each for each in names):
        raise _unsafe(name, "a part with a name that leads elsewhere", "names inside the package")


def _check_contents(parts: Parts, name: str) -> None:
    for part, data in parts.items():
        if _ACTIVE.search(part):
            raise _unsafe(name, f"{part} is a program", "a document without macros")
        if part.endswith(_XML) and (_MARKUP_DECLARED.search(data) or data.startswith(_WIDE)):
            raise _unsafe(name, f"{part} declares entities or hides its letters", "plain UTF-8 XML")
        if part.endswith(".rels") and (found := _ELSEWHERE.search(data)):
            raise _unsafe(name, f"{part} draws on another file ({found[1].decode()})", "a document that stands alone")


def _unsafe(name: str, seen: str, accepted: str) -> ForeignContentError:
    return ForeignContentError(f"{name}: refused for safety: {seen}; {accepted}; ask the sender for a clean .docx file")
