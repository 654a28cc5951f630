"""The XML of a template, which must hold nothing that runs or fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W

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
_PAGES = ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FIELDS = frozenset(
    [*_PAGES, "REF", "PAGEREF", "NOTEREF", "STYLEREF", "TOC", "SEQ", "TITLE", "SUBJECT", "FILENAME", "HYPERLINK"]
)
_CLICKED = re.compile(r'(?i)\s*HYPERLINK\s+(\\l|"?(https?://|mailto:))')
_OUTSIDE = re.compile(r"(?i)\s*(file:|\\\\|[a-z][a-z0-9+.-]*://)")


def dangerous_content(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Each element, field and attribute that could run something or fetch something."""
    for name, root in trees.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        for element in root.iter(etree.Element):
            yield from _element(element, name)
        if root.nsmap.get(root.prefix) == W[1:-1] and root.prefix != "w":
            yield _danger(name, "docxtpl finds no tags where Word's own elements have another prefix than w")
        yield from _lost(root, name, trees)
        yield from (_field(name, each) for each in _instructions(root) if not _is_harmless(each))


def _element(element: etree._Element, name: str) -> Iterator[Finding]:
    local = etree.QName(element).localname
    if local in _ELEMENTS:
        yield _danger(name, f"the file holds {_ELEMENTS[local]}")
    for key, value in element.items():
        if etree.QName(key).localname in {"href", "src"} and _OUTSIDE.match(str(value)):
            yield _danger(name, f"{local} leads to {str(value)[:60]!r} outside the file")


def _lost(root: etree._Element, name: str, trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Each relation that the part uses and that its list of relations does not hold."""
    folder, _, file = name.rpartition("/")
    relations = trees.get(f"{folder}/_rels/{file}.rels")
    known = set() if relations is None else {each.get("Id") for each in relations.iter(etree.Element)}
    used = {
        str(value) for each in root.iter(etree.Element) for key, value in each.items() if str(key).startswith(_RELATION)
    }
    for lost in sorted(used - known - {""}):
        yield _danger(name, f"it uses the relation {lost[:20]!r}, which is not there")


def _instructions(root: etree._Element) -> Iterator[str]:
    """The instruction of every field, pieced together, also of one that never ends."""
    open_fields: list[list[str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}fldSimple"):
        if element.tag == f"{W}fldSimple":
            yield element.get(f"{W}instr") or ""
        elif element.tag != f"{W}fldChar":
            open_fields.append([]) if not open_fields else None
            open_fields[-1].append(element.text or "")
        elif element.get(f"{W}fldCharType") == "begin":
            open_fields.append([])
        elif element.get(f"{W}fldCharType") == "end" and open_fields:
            yield "".join(open_fields.pop())
    yield from ("".join(left) for left in open_fields)


def _is_harmless(instruction: str) -> bool:
    kind = (instruction.split() or ["PAGE"])[0].upper()
    return kind in _FIELDS and (kind != "HYPERLINK" or bool(_CLICKED.match(instruction)))


def _field(name: str, instruction: str) -> Finding:
    return _danger(name, f"the field {instruction.strip()[:60]!r} is not one of {', '.join(sorted(_FIELDS))}")


def _danger(name: str, seen: str) -> Finding:
    return Finding("template-content", "error", name, seen, fix="delete it in Word and save again")
