"""What a file holds beside words: shapes, pictures, links, controls that are filled from elsewhere, locked fields.

Each is told in words, as they stand in a message; what our own draft holds too is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pactwright.foreign import W
from pactwright.foreign.look.properties import is_on
from pactwright.foreign.markup import attributes

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_HOLDERS = {
    f"{W}{name}"
    for name in ("background", "body", "tbl", "tr", "tc", "p", "sdtContent", "hyperlink", "ins", "hdr", "ftr")
}
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
_NAMED = ("embed", "link", "id", "pict")
_FADED = {"gain", "blacklevel", "gamma", "grayscale", "bilevel", "cropleft", "cropright", "croptop", "cropbottom"}
_LENGTH = re.compile(r"(?:^|;)\s*(width|height|rotation)\s*:\s*(-?[\d.]+)")


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that stands beside the words: in which story or clause, and what it is."""

    where: str
    what: str


def signs_in(elements: Iterable[etree._Element]) -> Iterator[str]:
    """What stands in one paragraph that is no word."""
    for element in elements:
        tag = str(element.tag)
        if tag in {f"{W}fldChar", f"{W}fldSimple"}:
            yield from (said for said, name in FIXED.items() if element.get(f"{W}{name}") in _ON)
        elif tag in _TURNED:
            yield _TURNED[tag]
        elif tag == f"{W}commentReference":
            yield "a comment"


def signs_of(story: etree._Element, targets: Mapping[str, str]) -> Iterator[tuple[etree._Element, str]]:
    """What stands in a whole story, each with the element that it hangs on.

    `targets` say what the names of relations lead to: an address, or a digest of what a picture shows.
    """
    for element in story.iter(etree.Element):
        tag = str(element.tag)
        if tag in _DRAWN and not _is_spare(element):
            yield element, _drawn(element, targets)
        elif tag == f"{W}hyperlink" and element.get(f"{_R}id") is not None:
            yield element, f"a link that leads out of the file, to {targets.get(element.get(f'{_R}id') or '', '')}"
        elif _is_lost(element):
            yield element, "words where no program looks for them"
        elif tag == f"{W}sdtPr":
            if any(etree.QName(each).localname == "dataBinding" for each in element.iter(etree.Element)):
                yield element, "a control that is filled from data elsewhere in the file"
            if is_on(element.find(f"{W}showingPlcHdr")):
                yield element, "a control whose words go when somebody types into it"
        elif not tag.startswith(W) and _is_among_words(element):
            yield element, _foreign(element)


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


def _is_among_words(element: etree._Element) -> bool:
    """Whether it stands where Word shows words: among paragraphs, rows or runs, or in a run with more than drawings."""
    parent = element.getparent()
    if parent is None or parent.tag != f"{W}r" or element.tag != f"{_MC}AlternateContent":
        return parent is not None and str(parent.tag) in _HOLDERS
    return any(each.tag not in _DRAWN for choice in element for each in choice)


def _is_spare(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None


def _drawn(element: etree._Element, targets: Mapping[str, str]) -> str:
    """A drawing by its kind, its words, its picture and roughly its size, which every program writes in its own way."""
    words = [each.get("string") or "" for each in element.iter(f"{_V}textpath")]
    boxes = ["".join(each.text or "" for each in box.iter(f"{W}t")) for box in element.iter(f"{W}txbxContent")]
    said = "; ".join(each for each in (*words, *boxes) if each.strip())
    shown = list(_shown(element, targets))
    kind = f"a picture ({', '.join(shown)})" if shown else "a shape"
    return f'{kind} with the words "{said[:80]}"{_size(element)}' if said else f"{kind} without words{_size(element)}"


def _shown(element: etree._Element, targets: Mapping[str, str]) -> Iterator[str]:
    """The pictures in a drawing by their digests, and how they are cut, turned or faded."""
    for each in element.iter("{*}blip", "{*}imagedata", f"{_CHART}chart"):
        names = (each.get(f"{_R}{name}") for name in _NAMED)
        yield next((targets.get(name, "?") for name in names if name), "?")
        yield from (name for name in map(_name, each.iterchildren(etree.Element)) if name != "extLst")
        yield from (f"{name} {said}" for name, said in attributes(each).items() if name in _FADED)
    for each in element.iter("{*}srcRect", "{*}xfrm"):
        cut = (f"{key} {said}" for key, said in attributes(each).items() if said not in {"0", "false"})
        yield from sorted(cut)


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


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
