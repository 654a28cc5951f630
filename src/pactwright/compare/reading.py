"""The lines of a Word file as a person reads them, each with the marks by which its clause can be found again.

A line is a paragraph: insertions count as accepted, deletions as gone, hidden text as not there. What a field shows
is part of the text, except for page numbers, which every program counts for itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from lxml import etree

from pactwright.foreign import W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_OBJECTS = {f"{W}{name}" for name in ("drawing", "pict", "object")}
_PAGES = {"PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES"}
_CHANGES: Final = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
_OFF = {"0", "false", "off"}

Kind: TypeAlias = Literal["inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change: what was inserted or deleted, and by whom."""

    kind: Kind
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its words, the same with references by target instead of number, and what surrounds it."""

    text: str
    key: str = ""
    bookmarks: tuple[str, ...] = ()
    tag: str = ""
    title: str = ""
    marks: tuple[Mark, ...] = ()


def lines_of(story: etree._Element, hidden: frozenset[str]) -> Iterator[Line]:
    """Every paragraph of a story; `hidden` are the styles whose letters do not show."""
    return _Reader(hidden).lines(story)


@dataclass(slots=True)
class _Reader:
    """Reads the paragraphs of one story in order; fields may begin in one paragraph and end in another."""

    hidden: frozenset[str]
    fields: list[list[str]] = field(default_factory=list)  # instruction, and "on" once the result has begun
    waiting: list[str] = field(default_factory=list)  # bookmarks that begin between paragraphs

    def lines(self, story: etree._Element) -> Iterator[Line]:
        """Every paragraph of a story."""
        for element in story.iter(f"{W}p", f"{W}bookmarkStart"):
            if element.tag == f"{W}bookmarkStart":
                if next(element.iterancestors(f"{W}p"), None) is None:
                    self.waiting.append(element.get(f"{W}name", ""))
                continue
            if next(element.iterancestors(_FALLBACK), None) is None:
                yield self._line(element)

    def _line(self, paragraph: etree._Element) -> Line:
        pieces = [self._read(each) for each in _own(paragraph)]
        names = [each.get(f"{W}name", "") for each in _own(paragraph) if each.tag == f"{W}bookmarkStart"]
        before, self.waiting = self.waiting, []
        tag, title = _control(paragraph)
        text, key = ("".join(side) for side in zip(("", ""), *pieces, strict=True))
        return Line(text, key, (*before, *names), tag, title, tuple(_marks(paragraph)))

    def _read(self, element: etree._Element) -> tuple[str, str]:
        """What an element of a run shows, as text and as key."""
        if element.tag == f"{W}fldChar":
            return self._field(element.get(f"{W}fldCharType", ""))
        if element.tag == f"{W}instrText" and self.fields:
            self.fields[-1][0] += element.text or ""
        shown = _shown(element)
        if not shown or _is_gone(element) or self._is_hidden(element):
            return "", ""
        return self._in_field(element, shown)

    def _field(self, kind: str) -> tuple[str, str]:
        if kind == "begin":
            self.fields.append(["", ""])
        elif self.fields and kind == "separate":
            self.fields[-1][1] = "on"
            kind_of, target = _instruction(self.fields[-1][0])
            return ("#", "#") if kind_of in _PAGES else ("", f"\u27e6{target}\u27e7" if kind_of == "REF" else "")
        elif self.fields:
            self.fields.pop()
        return "", ""

    def _in_field(self, element: etree._Element, shown: str) -> tuple[str, str]:
        simple = next(element.iterancestors(f"{W}fldSimple"), None)
        inside = [_instruction(each) for each, _ in self.fields]
        if simple is not None:
            inside.append(_instruction(simple.get(f"{W}instr", "")))
        if any(kind in _PAGES for kind, _ in inside):
            return ("#", "#") if simple is not None else ("", "")
        if simple is not None and inside[-1][0] == "REF":
            return shown, f"\u27e6{inside[-1][1]}\u27e7"
        return shown, "" if any(kind == "REF" for kind, _ in inside) else shown

    def _is_hidden(self, element: etree._Element) -> bool:
        run = element.getparent()
        properties = None if run is None else run.find(f"{W}rPr")
        if properties is None:
            return False
        vanish, style = properties.find(f"{W}vanish"), properties.find(f"{W}rStyle")
        if vanish is not None:
            return vanish.get(f"{W}val", "1") not in _OFF
        return style is not None and style.get(f"{W}val") in self.hidden


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    """What stands in a paragraph and in no paragraph inside it, as in a text box."""
    for element in paragraph.iterdescendants():
        if element.tag == f"{W}p" or not isinstance(element.tag, str):
            continue
        if next(element.iterancestors(f"{W}p")) is paragraph:
            yield element


def _shown(element: etree._Element) -> str:
    parent = element.getparent()
    if element.tag == _MATH:
        return element.text or ""
    if parent is None or parent.tag != f"{W}r":
        return ""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}sym":
        return f"\u27e8{element.get(f'{W}char', '')}\u27e9"
    return "\ufffc" if element.tag in _OBJECTS else _SIGNS.get(str(element.tag), "")


def _is_gone(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{W}del", f"{W}moveFrom"), None) is not None


def _instruction(text: str) -> tuple[str, str]:
    words = [*text.split(), "", ""]
    return words[0].upper(), words[1]


def _control(paragraph: etree._Element) -> tuple[str, str]:
    """Tag and title of the nearest content control round a paragraph, or of the first one inside it."""
    for control in (*paragraph.iterancestors(f"{W}sdt"), *paragraph.iterdescendants(f"{W}sdt")):
        tag, title = (control.find(f"{W}sdtPr/{W}{name}") for name in ("tag", "alias"))
        if tag is not None or title is not None:
            said = ("" if each is None else each.get(f"{W}val", "") for each in (tag, title))
            return next(said), next(said)
    return "", ""


def _marks(paragraph: etree._Element) -> Iterator[Mark]:
    for element in _own(paragraph):
        kind = _CHANGES.get(etree.QName(element).localname)
        text = "".join(each.text or "" for each in element.iter(f"{W}t", f"{W}delText"))
        if kind and text and str(element.tag).startswith(W):
            yield Mark("inserted" if kind == "inserted" else "deleted", element.get(f"{W}author", ""), text)
