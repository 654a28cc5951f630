"""The lines of a Word file as a person reads them, each with the marks by which its clause can be found again.

A line is a paragraph: insertions count as accepted, deletions as gone, hidden text as not there. What a field shows
is part of the text, except for page numbers, which every program counts for itself. With the words go their looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from lxml import etree

from pactwright.compare.signs import signs_in
from pactwright.foreign import W
from pactwright.foreign.look import Cell, Counters, Form, Look, Looks, is_hidden

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_OBJECTS = {f"{W}{name}" for name in ("drawing", "pict", "object")}
_PAGES = {"PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES"}
_PAGE = re.compile(r"\s*(\d{1,5}|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})?\s*")
_SILENT = {f"{W}{name}" for name in ("rPr", "fldChar", "instrText", "delInstrText", "delText", "lastRenderedPageBreak")}
_SILENT |= {f"{W}{name}" for name in ("annotationRef", "commentReference", "footnoteRef", "endnoteRef", "separator")}
_SILENT |= {f"{W}{name}" for name in ("continuationSeparator", "proofErr", "object")}
_WORD = re.compile(r'"[^"]*"|\S+')
_LEADER = re.compile(r"\t[#\d]*$")
_FORMAT = re.compile(r"(?i)\\\*\s*(MERGEFORMAT|CHARFORMAT)")

Kind: TypeAlias = Literal["inserted", "deleted"]
_CHANGES: Final[Mapping[object, Kind]] = {
    f"{W}ins": "inserted",
    f"{W}moveTo": "inserted",
    f"{W}del": "deleted",
    f"{W}moveFrom": "deleted",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change: what was inserted or deleted, and by whom."""

    kind: Kind
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its words, the same with references by target instead of number, and what surrounds it.

    `spans` are the words in pieces of one look, `form` how the paragraph is set, `end` how its mark looks, `style` the
    name of its style, `label` its number, `fields` the instructions of its fields, `signs` what else stands in it, and
    `hidden` the letters that nobody sees.
    """

    text: str
    key: str = ""
    bookmarks: tuple[str, ...] = ()
    tag: str = ""
    title: str = ""
    marks: tuple[Mark, ...] = ()
    spans: tuple[tuple[str, Look], ...] = ()
    form: Look = ()
    end: Look = ()
    style: str = ""
    label: str = ""
    label_look: Look = ()
    fields: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    hidden: str = ""


def lines_of(story: etree._Element, looks: Looks) -> Iterator[Line]:
    """Every paragraph of a story."""
    return _Reader(looks, Counters(looks.lists)).lines(story)


@dataclass(slots=True)
class _Reader:
    """Reads the paragraphs of one story in order; fields may begin in one paragraph and end in another."""

    looks: Looks
    counters: Counters
    fields: list[list[str]] = field(default_factory=list)  # instruction, and "on" once the result has begun
    waiting: list[str] = field(default_factory=list)  # bookmarks that begin between paragraphs
    ended: list[str] = field(default_factory=list)  # instructions of the fields of this paragraph
    spans: list[tuple[str, Look]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    form: Form = field(default_factory=Form)
    place: Cell = field(default_factory=Cell)

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
        self.form, self.place = self.looks.form(paragraph), self.looks.place(paragraph)
        self.ended, self.spans, self.hidden = [], [], []
        own, open_before = list(_own(paragraph)), [each for each, _ in self.fields]
        pieces = [self._read(each) for each in own]
        names = [each.get(f"{W}name", "") for each in own if each.tag == f"{W}bookmarkStart"]
        before, self.waiting = self.waiting, []
        tag, title = _control(paragraph)
        text, key = ("".join(side) for side in zip(("", ""), *pieces, strict=True))
        if _is_contents(own, (*open_before, *self.ended)):
            text, key = (_LEADER.sub("", side) for side in (text, key))
        label, label_look = self.looks.label(self.form, self.place, self.counters)
        return Line(
            text,
            key,
            (*before, *names),
            tag,
            title,
            tuple(_marks(own)),
            tuple(self.spans),
            self.looks.paragraph(self.form, self.place),
            self.looks.end(self.form, self.place),
            self.looks.styles.name(self.form.style),
            label,
            label_look,
            tuple(self.ended),
            tuple(signs_in(own)),
            "".join(self.hidden),
        )

    def _end(self, instruction: str) -> None:
        """Notes a field, unless it is one of the page numbers of a table of contents."""
        if not any(_instruction(each)[0] == "TOC" for each, _ in self.fields[:-1]):
            self.ended.append(_normal(instruction))

    def _read(self, element: etree._Element) -> tuple[str, str]:
        """What an element of a run shows, as text and as key."""
        if element.tag == f"{W}fldChar":
            return self._field(element.get(f"{W}fldCharType", ""))
        if element.tag == f"{W}instrText" and self.fields:
            self.fields[-1][0] += element.text or ""
        if element.tag == f"{W}fldSimple":
            self.ended.append(_normal(element.get(f"{W}instr", "")))
        shown = _shown(element)
        if not shown or _is_gone(element):
            return "", ""
        run = element.getparent()
        look = () if run is None else self.looks.letters(run, self.form, self.place)
        if is_hidden(look) or not all(state for _, state in self.fields):  # an instruction is no text
            self.hidden.append(shown)
            return "", ""
        text, key = self._in_field(element, shown)
        self.spans.append((text, look))
        return text, key

    def _field(self, kind: str) -> tuple[str, str]:
        if kind == "begin":
            self.fields.append(["", ""])
        elif self.fields and kind == "separate":
            self._end(self.fields[-1][0])
            self.fields[-1][1] = "on"
            kind_of, target = _instruction(self.fields[-1][0])
            self.spans.append(("#" if kind_of in _PAGES else "", ()))
            return ("#", "#") if kind_of in _PAGES else ("", f"\u27e6{target}\u27e7" if kind_of == "REF" else "")
        elif self.fields:
            instruction, has_result = self.fields[-1]
            if not has_result:
                self._end(instruction)
            self.fields.pop()
        return "", ""

    def _in_field(self, element: etree._Element, shown: str) -> tuple[str, str]:
        simple = next(element.iterancestors(f"{W}fldSimple"), None)
        inside = [_instruction(each) for each, _ in self.fields]
        if simple is not None:
            inside.append(_instruction(simple.get(f"{W}instr", "")))
        if any(kind in _PAGES for kind, _ in inside):
            number = "#" if simple is not None else ""
            return (number, number) if _PAGE.fullmatch(shown) else (shown, shown)
        if simple is not None and inside[-1][0] == "REF":
            return shown, f"\u27e6{inside[-1][1]}\u27e7"
        return shown, "" if any(kind == "REF" for kind, _ in inside) else shown


def _is_contents(own: list[etree._Element], instructions: tuple[str, ...]) -> bool:
    """Whether a paragraph is an entry of a table of contents, whose page numbers every program counts for itself."""
    is_inside = any(_instruction(each)[0] == "TOC" for each in instructions)
    return is_inside and any(each.tag == f"{W}hyperlink" for each in own)


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    """What stands in a paragraph and in no paragraph inside it, as in a text box."""
    is_alone = next(paragraph.iterdescendants(f"{W}p"), None) is None
    for element in paragraph.iterdescendants(etree.Element):
        if is_alone or (element.tag != f"{W}p" and next(element.iterancestors(f"{W}p")) is paragraph):
            yield element


def _shown(element: etree._Element) -> str:
    parent = element.getparent()
    is_plain = parent is not None and parent.tag == f"{W}r" and element.tag == f"{W}t"
    if is_plain or element.tag == _MATH:
        return _kept(element)
    if parent is None or parent.tag != f"{W}r":
        return ""
    if element.tag == f"{W}sym":
        return f"\u27e8{element.get(f'{W}char', '')}\u27e9"
    if element.tag in _OBJECTS:
        return "\ufffc"
    if element.tag in _SIGNS or element.tag in _SILENT or not str(element.tag).startswith(W):
        return _SIGNS.get(str(element.tag), "")
    return f"\u27e8{etree.QName(element).localname}\u27e9"


def _kept(element: etree._Element) -> str:
    """The letters of an element; Word drops the spaces round those that are not marked to be kept."""
    text = element.text or ""
    is_kept = element.tag == _MATH or element.get(_SPACE) == "preserve"
    return text if is_kept else text.strip(" \t\r\n")


def _is_gone(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{W}del", f"{W}moveFrom"), None) is not None


def _instruction(text: str) -> tuple[str, str]:
    words = [*text.split(), "", ""]
    return words[0].upper(), words[1]


def _normal(instruction: str) -> str:
    r"""An instruction as it is, whatever the order of its switches and what a program adds by itself.

    >>> _normal(r" REF a \w \h "), _normal(r" page \* MERGEFORMAT ")
    ('REF \\w a', 'PAGE')
    """
    kind, _, rest = _FORMAT.sub("", instruction).strip().partition(" ")
    if kind.upper() == "TOC":  # LibreOffice keeps some of its switches, and what it lists are words
        return "TOC"
    words = (each for each in _WORD.findall(rest) if each.lower() != "\\h")
    return " ".join([kind.upper(), *sorted(words)])


def _control(paragraph: etree._Element) -> tuple[str, str]:
    """Tag and title of the nearest content control round a paragraph, or of the first one inside it."""
    for control in (*paragraph.iterancestors(f"{W}sdt"), *paragraph.iterdescendants(f"{W}sdt")):
        tag, title = (control.find(f"{W}sdtPr/{W}{name}") for name in ("tag", "alias"))
        if tag is not None or title is not None:
            said = ("" if each is None else each.get(f"{W}val", "") for each in (tag, title))
            return next(said), next(said)
    return "", ""


def _marks(own: list[etree._Element]) -> Iterator[Mark]:
    for element in own:
        if kind := _CHANGES.get(element.tag):
            text = "".join(each.text or "" for each in element.iter(f"{W}t", f"{W}delText"))
            yield from [Mark(kind, element.get(f"{W}author", ""), text)] if text else []
