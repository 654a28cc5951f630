"""What in a Word file could run something or fetch something: told by type, by target and by content, never by a name.

The same for a template and for a file that came back; they differ in the fields that may stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign.bounds import Bounds
from pactwright.foreign.markup import attribute
from pactwright.foreign.relations import Relation

KINDS: Mapping[str, str] = {
    "vbaproject": "macros",
    "wordvbadata": "macros",
    "oleobject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "activexcontrolbinary": "an ActiveX control",
    "afchunk": "another document inside (altChunk)",
    "subdocument": "a subdocument",
    "attachedtemplate": "an attached template",
    "extensibility": "buttons of its own in Word's ribbon",
    "keymapcustomizations": "keys and toolbars of its own",
    "mailmergesource": "a mail merge",
    "mailmergeheadersource": "a mail merge",
    "mailmergerecipientdata": "a mail merge",
    "transform": "a transformation on saving",
    "frame": "a frame",
}
"""The relations that draw in or run something, by their kind in lower case."""

_CONTENT_TYPES = {"vba": "macros", "macroenabled": "macros", "activex": "an ActiveX control", "oleobject": "an object"}
_ELEMENTS = {
    "altChunk": "another document inside (altChunk)",
    "object": "an embedded object",
    "OLEObject": "an embedded object",
    "control": "an ActiveX control",
    "subDoc": "a subdocument",
    "attachedTemplate": "an attached template",
    "mailMerge": "a mail merge",
    "saveThroughXslt": "a transformation on saving",
    "script": "a script",
}
_PROGRAMS = {
    b"\xd0\xcf\x11\xe0": "an embedded object",
    b"PK\x03\x04": "an embedded file",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"{\\rtf": "another document inside",
}
_CLICKED = ("http://", "https://", "mailto:")
_OUTSIDE = re.compile(r"(?i)\s*(file:|\\\\|//|[a-z][a-z0-9+.-]*://)")
_SCHEME = re.compile(r"(?i)\s*([a-z][a-z0-9+.-]+:|\\\\|//)")
_LINK = re.compile(r'(?i)\s*HYPERLINK\s+(\\l|"?(https?://|mailto:))')
_TYPES = "[Content_Types].xml"


def dangers(
    parts: Mapping[str, bytes], trees: Mapping[str, etree._Element], relations: list[Relation], bounds: Bounds
) -> Iterator[Finding]:
    """Each part, relation, element, field and attribute that could run something or fetch something."""
    for relation in relations:
        yield from _related(relation)
    for name, data in parts.items():
        kinds = (said for start, said in _PROGRAMS.items() if name not in trees and data.startswith(start))
        yield from (_content(name, f"the file holds {kind}") for kind in kinds)
    for name, root in trees.items():
        if name == _TYPES:
            yield from _typed(root)
        elif not name.lower().endswith(".rels"):
            yield from _within(root, name, bounds)


def _related(relation: Relation) -> Iterator[Finding]:
    name, kind, target = relation.source, relation.kind, relation.target
    said = KINDS.get(kind.lower(), "")
    if relation.is_outside or _SCHEME.match(target):
        if kind != "hyperlink" or not target.lower().startswith(_CLICKED):
            words = said or {"image": "a linked picture", "hyperlink": "a link"}.get(kind, kind)
            yield _link(name, f"{words} leads to {target[:60]!r} outside the file", _fix(kind))
    elif said:
        yield _link(name, f"the file holds {said}", "delete it in Word and save again")


def _typed(types: etree._Element) -> Iterator[Finding]:
    for each in types.iter(etree.Element):
        kind = (each.get("ContentType") or "").lower()
        known = next((said for piece, said in _CONTENT_TYPES.items() if piece in kind), "")
        if known:
            where = each.get("PartName") or each.get("Extension") or ""
            yield _content(_TYPES, f"the file holds {known} ({where[:60]})")


def _within(root: etree._Element, name: str, bounds: Bounds) -> Iterator[Finding]:
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        if local in _ELEMENTS:
            yield _content(name, f"the file holds {_ELEMENTS[local]}")
        for key, value in element.items():
            if etree.QName(key).localname in {"href", "src"} and _OUTSIDE.match(str(value)):
                yield _content(name, f"{local} leads to {str(value)[:60]!r} outside the file")
    for each in instructions(root):
        if not _is_harmless(each, bounds):
            yield _content(name, f"the field {each.strip()[:60]!r} is not one of {', '.join(sorted(bounds.fields))}")


def instructions(root: etree._Element) -> Iterator[str]:
    """The instruction of every field, pieced together, also of one that never ends; "?" where another field makes it.

    The elements count in every namespace: a program may read Strict Open XML in one part and not in another.
    """
    open_fields: list[list[str]] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}fldSimple"):
        local = etree.QName(element).localname
        if local == "fldSimple":
            yield attribute(element, "instr")
        elif local != "fldChar":
            open_fields.append([]) if not open_fields else None
            open_fields[-1].append(element.text or "")
        elif (kind := attribute(element, "fldCharType")) == "begin":
            if open_fields and not "".join(open_fields[-1]).strip():
                open_fields[-1].append("?")
            open_fields.append([])
        elif kind == "separate" and open_fields:
            open_fields[-1].append(" ")
        elif kind == "end" and open_fields:
            yield "".join(open_fields.pop())
    yield from ("".join(left) for left in open_fields)


def _is_harmless(instruction: str, bounds: Bounds) -> bool:
    kind = (instruction.split() or ["PAGE"])[0].upper()
    kind = "=" if kind.startswith("=") else kind
    return kind in bounds.fields and (kind != "HYPERLINK" or bool(_LINK.match(instruction)))


def _fix(kind: str) -> str:
    return {
        "attachedTemplate": "detach it in Word (Developer, Document Template, Normal)",
        "image": "put the picture itself into the file (Edit Links to Files, Break Link)",
        "hyperlink": "a link may lead to http, https or mailto only",
    }.get(kind, "delete it in Word and save again")


def _link(name: str, seen: str, fix: str) -> Finding:
    return Finding("template-link", "error", name, seen, fix=fix)


def _content(name: str, seen: str) -> Finding:
    return Finding("template-content", "error", name, seen, fix="delete it in Word and save again")
