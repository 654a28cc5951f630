"""The XML of a template: sound, plain and within bounds, with nothing inside that runs or reaches out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pactwright.errors import ForeignContentError
from pactwright.findings import Finding
from pactwright.writers.word.inspection.opening import DOCUMENT
from pactwright.writers.word.package import Parts, W, is_xml

MOST_ELEMENTS, MOST_DEPTH, MOST_PARAGRAPHS = 150_000, 100, 2_000

_PLAIN = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_BLIND = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")
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


def tree_of(data: bytes) -> etree._Element:
    """A part of somebody else's, parsed; raises ForeignContentError for what is not plain XML in UTF-8."""
    encoding = _ENCODING.match(data)
    if any(mark in data for mark in _BLIND) or (encoding and encoding[1].upper() not in {b"UTF-8", b"US-ASCII"}):
        message = "holds XML with a DTD, entities or a foreign encoding, which Word never writes; save it again in Word"
        raise ForeignContentError(message)
    if data.count(b"<") > MOST_ELEMENTS * 2:
        message = f"holds more than {MOST_ELEMENTS} elements in one part; copy its text into a new document"
        raise ForeignContentError(message)
    try:
        data.decode()
        return etree.fromstring(data, _PLAIN)
    except (UnicodeDecodeError, etree.XMLSyntaxError) as broken:
        message = "holds broken XML; open it in Word, let Word repair it and save it"
        raise ForeignContentError(message) from broken


def parsed(parts: Parts) -> dict[str, etree._Element]:
    """Every XML part by name, parsed and within bounds."""
    trees = {name: tree_of(data) for name, data in parts.items() if is_xml(name)}
    if trees[DOCUMENT].nsmap.get("w") != W[1:-1] or trees[DOCUMENT].find(f"{W}body") is None:
        message = "is not in Word's usual form (Strict Open XML?); save it in Word as Word Document (.docx)"
        raise ForeignContentError(message)
    if sum(1 for each in trees.values() for _ in each.iter(f"{W}p")) > MOST_PARAGRAPHS:
        message = f"has more than {MOST_PARAGRAPHS} paragraphs; a template holds no contract text"
        raise ForeignContentError(message)
    for each in trees.values():
        _check_depth(each)
    return trees


def content(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Each element, field and attribute that could run something or fetch something."""
    for name, root in trees.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        for element in root.iter(etree.Element):
            yield from _element(element, name)
        yield from _lost(root, name, trees)
        yield from (_field(name, each) for each in _instructions(root) if not _is_harmless(each))


def _check_depth(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MOST_DEPTH:
            message = f"nests deeper than {MOST_DEPTH} levels; copy its text into a new document"
            raise ForeignContentError(message)


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
    listed = trees.get(f"{folder}/_rels/{file}.rels")
    known = set() if listed is None else {each.get("Id") for each in listed.iter(etree.Element)}
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
