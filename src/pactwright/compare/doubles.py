"""What stands twice where a program takes one of the two: which one, each program decides for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from pactwright.foreign import W
from pactwright.foreign.look.properties import value

_ONCE: Final = frozenset(
    f"{W}{name}"
    for name in ("body", "docDefaults", "rPrDefault", "pPrDefault", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")
) | {f"{W}sdtContent", f"{W}numPr", f"{W}sectPr", f"{W}abstractNumId"}
_NAMED: Final[Mapping[str, str]] = {
    f"{W}style": "styleId",
    f"{W}abstractNum": "abstractNumId",
    f"{W}num": "numId",
    f"{W}lvl": "ilvl",
    f"{W}lvlOverride": "ilvl",
    f"{W}tblStylePr": "type",
}
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STORIES: Final = frozenset(f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"))
_HOLDERS: Final = frozenset(f"{W}{name}" for name in ("tblPr", "trPr", "tcPr", "sectPr", "lvl", "style", "sdtPr"))
_OFTEN: Final = frozenset(
    f"{W}{name}" for name in ("headerReference", "footerReference", "tblStylePr", "pPr", "rPr", "ins", "del")
)


def notes_of_doubles(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """Each element that stands twice in the same place, or twice under one name, though one alone can count.

    The same for what is written twice in a part without words, once for one program and once for another.
    """
    for root in trees.values():
        if root.tag not in _STORIES:
            yield from ("another content for other programs" for _ in root.iter(f"{_MC}AlternateContent"))
        seen: set[tuple[etree._Element | None, str, str]] = set()
        for element in root.iter(etree.Element):
            tag, parent = str(element.tag), element.getparent()
            is_alone = parent is not None and str(parent.tag) in _HOLDERS and tag not in _OFTEN
            if not (is_alone or tag in _ONCE or tag in _NAMED):
                continue
            mark = parent, tag, value(element, _NAMED.get(tag, "")) if tag in _NAMED else ""
            if mark in seen:
                yield f"{etree.QName(element).localname} {mark[2]}".strip() + " written twice"
            seen.add(mark)
