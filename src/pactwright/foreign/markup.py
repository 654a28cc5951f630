"""The XML of a file: plain, sound and within bounds, before any library builds on it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from pactwright.foreign.archive import DOCUMENT, TYPES, is_xml
from pactwright.foreign.bounds import COPY, Bounds

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_PLAIN = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_BLIND = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")


def parsed(data: bytes) -> etree._Element:
    """A part as XML, with nothing fetched and nothing expanded."""
    return etree.fromstring(data, _PLAIN)


def attribute(element: etree._Element, name: str) -> str:
    """The attribute of this local name, in whatever namespace it stands; nothing where there is none."""
    return attributes(element).get(name, "")


def attributes(element: etree._Element) -> dict[str, str]:
    """The attributes of an element by their local names."""
    return {etree.QName(key).localname: str(value) for key, value in element.items()}


def sound_trees(parts: Mapping[str, bytes], bounds: Bounds) -> dict[str, etree._Element]:
    """The parts of XML by name.

    Refuses those that are not plain XML, that go beyond the bounds, or that hide XML under another name.
    """
    trees = {name: _sound(data, bounds) for name, data in parts.items() if is_xml(name)}
    paragraphs = sum(_paragraphs(name, root, bounds) for name, root in trees.items())
    if paragraphs > bounds.paragraphs:
        seen = f"has more than {bounds.paragraphs} paragraphs"
        raise bounds.danger(seen=seen, fix="a template holds no contract text")
    for each in trees[TYPES].iter(etree.Element):
        name = each.get("PartName") or f".{each.get('Extension') or 'xml'}"
        kind = (each.get("ContentType") or "").lower()
        if kind.endswith("xml") and not kind.startswith("image/") and not is_xml(name):
            seen = f"lists a part as XML: {name[:60]!r} is not what it is called"
            raise bounds.danger(seen=seen, fix="save it again in Word")
    return trees


def _paragraphs(name: str, root: etree._Element, bounds: Bounds) -> int:
    """How many paragraphs a part has, once it is found to be in a form that is read."""
    is_strict = next(root.iter(f"{_STRICT}*"), None) is not None
    if is_strict or (name == DOCUMENT and root.find(f"{W}body") is None):
        seen = "is not in Word's usual form (Strict Open XML?)"
        raise bounds.broken(seen=seen, fix="save it in Word as Word Document (.docx)")
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > bounds.depth:
            raise bounds.danger(seen=f"nests deeper than {bounds.depth} levels", fix=COPY)
    return sum(1 for _ in root.iter(f"{W}p"))


def _sound(data: bytes, bounds: Bounds) -> etree._Element:
    encoding = _ENCODING.match(data)
    if any(mark in data for mark in _BLIND) or (encoding and encoding[1].upper() not in {b"UTF-8", b"US-ASCII"}):
        seen = "holds XML with a DTD, entities or a foreign encoding, which Word never writes"
        raise bounds.danger(seen=seen, fix="save it again in Word")
    if data.count(b"<") > bounds.elements * 2:
        raise bounds.danger(seen=f"holds more than {bounds.elements} elements in one part", fix=COPY)
    try:
        data.decode()
        return parsed(data)
    except (UnicodeDecodeError, etree.XMLSyntaxError) as broken:
        refusal = bounds.danger if "depth" in str(broken) else bounds.broken
        raise refusal(seen="holds broken XML", fix="open it in Word, let Word repair it and save it") from broken
