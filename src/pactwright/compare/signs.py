"""What a file holds beside words: shapes, pictures, links, controls that are filled from elsewhere, locked fields.

Each is told in words, as they stand in a message; what our own draft holds too is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from pactwright.foreign import W
from pactwright.foreign.look.properties import is_on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_HOLDERS = {f"{W}{name}" for name in ("body", "tbl", "tr", "tc", "p", "sdtContent", "hyperlink", "ins", "hdr", "ftr")}
_TEXTS = {f"{W}{name}" for name in ("body", "tc", "sdtContent", "hdr", "ftr", "footnote", "endnote", "comment")}
_TEXTS |= {f"{W}{name}" for name in ("txbxContent", "customXml")}
_ROUND = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "sdtContent", "customXml")}
_PLACES = {f"{W}p": _TEXTS, f"{W}tbl": _TEXTS, f"{W}tr": {f"{W}tbl"} | _ROUND, f"{W}tc": {f"{W}tr"} | _ROUND}
_PLACES[f"{W}r"] = _ROUND | {
    f"{W}{name}" for name in ("p", "hyperlink", "smartTag", "fldSimple", "dir", "bdo", "rt", "rubyBase")
}
"""Where programs look for paragraphs, tables and runs; an element of another vocabulary is told by itself."""

_TURNED = {f"{W}bdo": "words in a forced direction", f"{W}dir": "words in a forced direction", f"{W}ruby": "ruby text"}
_ON = {"1", "true", "on"}
FIXED = {"a field that is locked": "fldLock", "a field that is to be worked out anew on opening": "dirty"}
_LENGTH = re.compile(r"(?:^|;)\s*(width|height|rotation)\s*:\s*(-?[\d.]+)")


def signs_in(elements: Iterable[etree._Element]) -> Iterator[str]:
    """What stands in one paragraph that is no word."""
    for element in elements:
        tag = str(element.tag)
        if tag in {f"{W}fldChar", f"{W}fldSimple"}:
            yield from (said for said, name in FIXED.items() if element.get(f"{W}{name}") in _ON)
        elif tag in _TURNED:
            yield _TURNED[tag]
        elif tag == f"{W}hyperlink" and element.get(f"{_R}id") is not None:
            yield "a link that leads out of the file"
        elif tag == f"{W}commentReference":
            yield "a comment"


def signs_of(story: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """What stands in a whole story, each with the element that it hangs on."""
    for element in story.iter(etree.Element):
        tag, parent = str(element.tag), element.getparent()
        if tag in _DRAWN and not _is_spare(element):
            yield element, _drawn(element)
        elif _is_lost(element):
            yield element, "words where no program looks for them"
        elif tag == f"{W}sdtPr":
            if any(etree.QName(each).localname == "dataBinding" for each in element.iter(etree.Element)):
                yield element, "a control that is filled from data elsewhere in the file"
            if is_on(element.find(f"{W}showingPlcHdr")):
                yield element, "a control whose words go when somebody types into it"
        elif parent is not None and str(parent.tag) in _HOLDERS and not tag.startswith(W):
            yield from ((element, said) for said in [_foreign(element)] if said)


def _foreign(element: etree._Element) -> str:
    """What is said of an element that is not Word's own among paragraphs, rows or runs."""
    if str(element.tag).startswith((_MATH, _V)):
        return "a formula" if str(element.tag).startswith(_MATH) else "a shape"
    if element.tag == f"{_MC}AlternateContent":
        return "words of which each program shows its own choice"
    return f"an element that Word does not know ({etree.QName(element).localname})"


def _is_lost(element: etree._Element) -> bool:
    """Whether a paragraph, a run or a part of a table stands where it cannot be seen, as in properties."""
    parent = element.getparent()
    if parent is None or str(element.tag) not in _PLACES:
        return False
    return str(parent.tag).startswith(W) and str(parent.tag) not in _PLACES[str(element.tag)]


def _is_spare(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None


def _drawn(element: etree._Element) -> str:
    """A drawing by its kind, its words and roughly its size, which every program writes in its own way."""
    words = [each.get("string") or "" for each in element.iter(f"{_V}textpath")]
    boxes = ["".join(each.text or "" for each in box.iter(f"{W}t")) for box in element.iter(f"{W}txbxContent")]
    said = "; ".join(each for each in (*words, *boxes) if each.strip())
    is_picture = any(etree.QName(each).localname in {"blip", "imagedata"} for each in element.iter(etree.Element))
    kind = "a picture" if is_picture else "a shape"
    return f'{kind} with the words "{said[:80]}"{_size(element)}' if said else f"{kind} without words{_size(element)}"


def _size(element: etree._Element) -> str:
    """How large and how strongly coloured a shape of the old kind is, rounded."""
    shape = next((each for each in element.iter(etree.Element) if each.get("style") and each.get("type")), None)
    if shape is None:
        extent = next((each for each in element.iter(etree.Element) if etree.QName(each).localname == "extent"), None)
        return "" if extent is None else f", {_tens(extent.get('cx'), 127_000)} by {_tens(extent.get('cy'), 127_000)}"
    found = {name: _tens(number, 50) for name, number in _LENGTH.findall(shape.get("style") or "")}
    fill = next(iter(shape.iter(f"{_V}fill")), None)
    share = "" if fill is None else f", opacity {_tens(fill.get('opacity'), 0.25)}"
    colour = (shape.get("fillcolor") or "").partition(" ")[0].lower()
    return f", {found.get('width', '?')} by {found.get('height', '?')}, in {colour or 'no colour'}{share}"


def _tens(number: str | None, step: float) -> str:
    try:
        return f"{round(float(number or 0) / step)}"
    except ValueError:
        return str(number)
