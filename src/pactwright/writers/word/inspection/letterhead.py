"""A letterhead is no template: one answer that says what to copy into what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W

_STORIES = {f"{W}hdr": "header", f"{W}ftr": "footer"}
_DRAWN = (f"{W}drawing", f"{W}pict")


def letterhead(trees: Mapping[str, etree._Element]) -> Finding:
    """What to do with a Word file in which nothing is to be filled, such as a council's own letterhead."""
    there = list(dict.fromkeys(_worth_copying(trees)))
    what = ", ".join([*there, "the font (Modify Style, Normal)", "the margins (Layout, Margins)"])
    steps = f"make one with pactwright template new house.docx, open both in Word, copy into house.docx {what}"
    last = "leave there what stands in braces, and run pactwright template check house.docx"
    seen = "nothing is to be filled in here: this is a letterhead, not yet a template"
    return Finding("template-letterhead", "error", "the file", seen, fix=f"{steps}; {last}")


def _worth_copying(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """What of the file makes it the house's own: headers and footers with words or pictures."""
    for root in trees.values():
        kind = _STORIES.get(str(root.tag), "")
        if kind and "".join(each.text or "" for each in root.iter(f"{W}t")).strip():
            yield f"the words of its {kind} (Insert, {kind.capitalize()}, Edit)"
        if kind and next(root.iter(*_DRAWN), None) is not None:
            yield f"the picture in its {kind}"
