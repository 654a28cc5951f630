"""An independent reader of .docx files for tests: zipfile and lxml, nothing of pactwright.

    document = read(data)
    document.paragraphs     every paragraph of the body in order, also those in tables and content controls:
                            style, number ("7.2"), full_number ("7.2(a)"), text, runs, bookmarks, fields, depth
    document.references     the REF fields of the body: target, switches, cached
    document.contents       the entries of the table of contents: style, anchor, text; document.contents_field
    document.comments       comments: author, date, paragraphs, and the words they stand beside
    document.frames         bookmarks round whole blocks: the texts of the paragraphs between begin and end
    document.tables         rows of cells of text; nested tables stand after the table that holds them
    document.controls       content controls: tag, title, text
    document.headers        by type ("first", "default"): text, watermark; likewise document.footers
    document.core, custom   properties by name;  document.language;  document.page (width, height)
    document.parts          every part of the package by name

Numbers are computed from numbering.xml and styles.xml alone, under Word's rules: a level counts on at each of its
paragraphs and restarts after a paragraph of a higher level; the level above that never occurred shows its start.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)


@dataclass(frozen=True)
class Run:
    """Letters with one look; `direction` is "rtl" where the run says so."""

    text: str
    style: str
    direction: str


@dataclass(frozen=True)
class FieldOf:
    """A complex field: its kind ("REF", "PAGE"), the word after it, its switches and the text it shows."""

    kind: str
    target: str
    switches: tuple[str, ...]
    cached: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `depth` counts the tables round it."""

    style: str
    number: str
    full_number: str
    text: str
    runs: tuple[Run, ...]
    bookmarks: tuple[str, ...]
    fields: tuple[FieldOf, ...]
    depth: int


@dataclass(frozen=True)
class Row:
    """A table's row: the text of each cell."""

    cells: tuple[str, ...]
    is_heading: bool
    is_whole: bool


@dataclass(frozen=True)
class Story:
    """A header or footer."""

    text: str
    watermark: str


@dataclass(frozen=True)
class Control:
    """A content control."""

    tag: str
    title: str
    text: str


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents, the bookmark that its link leads to, and the page that it shows.

    `field` is what computes the page; `is_dirty` whether Word is asked to compute it again.
    """

    style: str
    anchor: str
    text: str
    page: str = ""
    field: str = ""
    is_dirty: bool = False


@dataclass(frozen=True)
class Comment:
    """A comment, and the words of the body between the ends of its range."""

    author: str
    date: str
    paragraphs: tuple[str, ...]
    beside: str


def read(data: bytes) -> Document:
    """The document in a .docx file's bytes; every XML part must be well formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part, STRICT)
    return Document(parts)


@dataclass(frozen=True)
class Document:
    """What a reader of the file can know."""

    parts: dict[str, bytes]

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(_paragraphs(self._tree("word/document.xml"), Numbers(self._numbering, self._styles)))

    @cached_property
    def references(self) -> tuple[FieldOf, ...]:
        return tuple(f for paragraph in self.paragraphs for f in paragraph.fields if f.kind == "REF")

    @cached_property
    def tables(self) -> tuple[tuple[Row, ...], ...]:
        return tuple(tuple(map(_row, table.iterchildren(f"{W}tr"))) for table in self._body.iter(f"{W}tbl"))

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        return tuple(map(_control, self._body.iter(f"{W}sdt")))

    @cached_property
    def contents(self) -> tuple[Entry, ...]:
        links = (e for e in self._body.iter(f"{W}hyperlink") if e.get(f"{W}anchor"))
        return tuple(_entry(link) for link in links)

    @cached_property
    def contents_field(self) -> str:
        """The instruction of the field that makes the contents; the control that holds it is Word's own."""
        gallery = [e for e in self._body.iter(f"{W}docPartGallery") if _value(e) == "Table of Contents"]
        texts = (e for g in gallery for e in _holding(g).iter(f"{W}instrText"))
        return "".join(e.text or "" for e in texts if next(e.iterancestors(f"{W}hyperlink"), None) is None).strip()

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        if "word/comments.xml" not in self.parts:
            return ()
        written = {_named(e, f"{W}id"): e for e in self._tree("word/comments.xml").iter(f"{W}comment")}
        marks = [_named(e, f"{W}id") for e in self._body.iter(f"{W}commentReference")]
        return tuple(_comment(written[mark], self._between("comment", mark)) for mark in marks)

    @cached_property
    def frames(self) -> dict[str, tuple[str, ...]]:
        starts = [e for e in self._body.iter(f"{W}bookmarkStart") if _parent(e).tag != f"{W}p"]
        return {_named(e, f"{W}name"): self._between("bookmark", _named(e, f"{W}id")) for e in starts}

    def _between(self, kind: str, number: str) -> tuple[str, ...]:
        """The texts of the paragraphs with words between the two ends of a range."""
        begin, end = f"{W}{kind}{'Range' * (kind == 'comment')}Start", f"{W}{kind}{'Range' * (kind == 'comment')}End"
        found: dict[etree._Element, str] = {}
        is_inside = False
        for element in self._body.iter(begin, end, f"{W}r"):
            if element.tag != f"{W}r":
                is_inside = (element.tag == begin) if _named(element, f"{W}id") == number else is_inside
            elif is_inside:
                paragraph = next(element.iterancestors(f"{W}p"))
                found[paragraph] = found.get(paragraph, "") + _text(element)
        return tuple(found.values())

    @cached_property
    def headers(self) -> dict[str, Story]:
        return self._referenced("header")

    @cached_property
    def footers(self) -> dict[str, Story]:
        return self._referenced("footer")

    @cached_property
    def core(self) -> dict[str, str]:
        return {etree.QName(e).localname: e.text or "" for e in self._tree("docProps/core.xml")}

    @cached_property
    def custom(self) -> dict[str, str]:
        return {_named(e, "name"): "".join(map(str, e.itertext())) for e in self._tree("docProps/custom.xml")}

    @property
    def language(self) -> str:
        return _value(self._styles.find(f"{W}docDefaults//{W}lang"))

    @property
    def page(self) -> tuple[int, int]:
        size = _one(self._body, f".//{W}sectPr/{W}pgSz")
        return int(_named(size, f"{W}w")), int(_named(size, f"{W}h"))

    @property
    def text(self) -> str:
        """The text of the body, a line per paragraph, without numbers."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def _styles(self) -> etree._Element:
        return self._tree("word/styles.xml")

    @cached_property
    def _numbering(self) -> etree._Element:
        return self._tree("word/numbering.xml")

    @cached_property
    def _body(self) -> etree._Element:
        return self._tree("word/document.xml")[0]

    def _tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name], STRICT)

    def _referenced(self, kind: str) -> dict[str, Story]:
        relations = {_named(r, "Id"): _named(r, "Target") for r in self._tree("word/_rels/document.xml.rels")}
        found = self._body.iter(f"{W}{kind}Reference")
        return {_named(e, f"{W}type"): _story(self._tree("word/" + relations[_named(e, f"{R}id")])) for e in found}


# ------------------------------------------------------------------------------------------------------- numbering


@dataclass
class Level:
    """A level of a list, as numbering.xml describes it."""

    form: str
    text: str
    start: int
    style: str
    restart: str
    legal: bool


@dataclass
class Numbers:
    """Word's counters, moved on by each paragraph in turn."""

    numbering: etree._Element
    styles: etree._Element
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def of(self, paragraph: etree._Element) -> tuple[str, str]:
        """The number of the next paragraph and its number in full context; empty if it has none."""
        place = self.place(paragraph)
        if not place:
            return "", ""
        abstract, levels, depth = place
        counts = self._counted(abstract, levels, depth)
        return _shown(levels, counts, depth), _in_context(levels, counts, depth)

    def place(self, paragraph: etree._Element) -> tuple[str, dict[int, Level], int] | None:
        """The list and level of a paragraph: its own, or those of its style, where the list names the level."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        number, depth = self._said(own) if own is not None else self._style_says(style)
        if not number or number == "0":
            return None
        abstract = _value(self.numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId"))
        levels = self._levels(abstract)
        bound = [index for index, level in levels.items() if own is None and level.style == style]
        return abstract, levels, (bound or [depth])[0]

    def _said(self, properties: etree._Element) -> tuple[str, int]:
        return _value(properties.find(f"{W}numId")), int(_value(properties.find(f"{W}ilvl")) or 0)

    def _style_says(self, name: str) -> tuple[str, int]:
        while name:
            style = _one(self.styles, f"{W}style[@{W}styleId='{name}']")
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is not None and properties.find(f"{W}numId") is not None:
                return self._said(properties)
            name = _value(style.find(f"{W}basedOn"))
        return "", 0

    def _levels(self, abstract: str) -> dict[int, Level]:
        found = self.numbering.iterfind(f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl")
        return {int(_named(e, f"{W}ilvl")): _level(e) for e in found}

    def _counted(self, abstract: str, levels: dict[int, Level], depth: int) -> dict[int, int]:
        counts = self.counters.setdefault(abstract, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [d for d in counts if d > depth and levels[d].restart != "0"]:
            del counts[deeper]
        return {d: counts.get(d, level.start) for d, level in levels.items()}


def _level(element: etree._Element) -> Level:
    def of(name: str) -> str:
        return _value(element.find(f"{W}{name}"))

    legal = element.find(f"{W}isLgl") is not None
    return Level(of("numFmt"), of("lvlText"), int(of("start") or 1), of("pStyle"), of("lvlRestart"), legal)


def _shown(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    legal = levels[depth].legal

    def counted(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        return _formatted(counts[index], "decimal" if legal else levels[index].form)

    return re.sub(r"%(\d)", counted, levels[depth].text)


def _in_context(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    r"""What `REF \w` prints: the numbers above are put before it until one of them holds the rest."""
    full, index = _shown(levels, counts, depth).rstrip("."), depth
    while index > 0 and "%1" not in levels[index].text:
        index -= 1
        if f"%{index + 1}" not in levels[index + 1].text:
            full = _shown(levels, counts, index).rstrip(".") + full
    return full


def _formatted(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letter = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    if form == "decimal":
        return str(number)
    msg = f"the reader does not know the number format {form}"
    raise ValueError(msg)


def _roman(number: int) -> str:
    text = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        text += letters * (number // value)
        number %= value
    return text


# ------------------------------------------------------------------------------------------------- paragraphs, text


def _paragraphs(document: etree._Element, numbers: Numbers) -> Iterator[Paragraph]:
    for element in document.iter(f"{W}p"):
        number, full = numbers.of(element)
        yield Paragraph(
            style=_value(element.find(f"{W}pPr/{W}pStyle")),
            number=number,
            full_number=full,
            text=_text(element),
            runs=tuple(_runs(element)),
            bookmarks=tuple(_named(e, f"{W}name") for e in element.iter(f"{W}bookmarkStart")),
            fields=tuple(_fields(element)),
            depth=sum(1 for _ in element.iterancestors(f"{W}tbl")),
        )


def _text(element: etree._Element) -> str:
    return "".join(map(_letters, element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen")))


def _letters(element: etree._Element) -> str:
    parent = element.getparent()
    if parent is None or parent.tag != f"{W}r":
        return ""  # a tab stop in a style, not a tab
    return {"t": element.text or "", "tab": "\t", "br": "\n", "noBreakHyphen": "\u2011"}[etree.QName(element).localname]


def _runs(paragraph: etree._Element) -> Iterator[Run]:
    for run in paragraph.iter(f"{W}r"):
        if text := _text(run):
            direction = "rtl" if run.find(f"{W}rPr/{W}rtl") is not None else ""
            yield Run(text, _value(run.find(f"{W}rPr/{W}rStyle")), direction)


def _fields(paragraph: etree._Element) -> Iterator[FieldOf]:
    """The fields that begin and end in a paragraph; one in another counts for the outer one's text only."""
    instruction, cached, state = "", "", "out"
    for run in paragraph.iter(f"{W}r"):
        kind = _type(run.find(f"{W}fldChar"))
        if kind == "begin":
            instruction, cached, state = "", "", "instruction"
        elif kind == "separate":
            state = "cached"
        elif kind == "end":
            if state != "out":  # else it began in a paragraph before
                yield _field(instruction, cached)
            state = "out"
        elif state == "instruction":
            instruction += "".join(e.text or "" for e in run.iter(f"{W}instrText"))
        elif state == "cached":
            cached += _text(run)


def _field(instruction: str, cached: str) -> FieldOf:
    kind, *rest = instruction.split()
    switches = tuple(word for word in rest if word.startswith("\\"))
    target = next((word for word in rest if not word.startswith("\\")), "")
    return FieldOf(kind, target, switches, cached)


def _row(row: etree._Element) -> Row:
    properties = row.find(f"{W}trPr")

    def has(name: str) -> bool:
        return properties is not None and properties.find(f"{W}{name}") is not None

    return Row(tuple(map(_cell, row.iterchildren(f"{W}tc"))), has("tblHeader"), has("cantSplit"))


def _cell(cell: etree._Element) -> str:
    return "\n".join(_text(p) for p in cell.iter(f"{W}p") if next(p.iterancestors(f"{W}tc")) is cell)


def _entry(link: etree._Element) -> Entry:
    style = _value(next(link.iterancestors(f"{W}p")).find(f"{W}pPr/{W}pStyle"))
    shown, _, page = _text(link).rpartition("\t")
    field = " ".join("".join(e.text or "" for e in link.iter(f"{W}instrText")).split())
    is_dirty = any(e.get(f"{W}dirty") == "true" for e in link.iter(f"{W}fldChar"))
    return Entry(style, _named(link, f"{W}anchor"), shown, page, field, is_dirty)


def _holding(element: etree._Element) -> etree._Element:
    """The content control round an element."""
    return next(element.iterancestors(f"{W}sdt"))


def _parent(element: etree._Element) -> etree._Element:
    return next(element.iterancestors())


def _comment(element: etree._Element, beside: tuple[str, ...]) -> Comment:
    paragraphs = tuple(_text(p) for p in element.iter(f"{W}p"))
    return Comment(_named(element, f"{W}author"), _named(element, f"{W}date"), paragraphs, "\n".join(beside))


def _control(control: etree._Element) -> Control:
    texts = (_text(paragraph) for paragraph in control.iter(f"{W}p"))
    tag, title = (_value(control.find(f"{W}sdtPr/{W}{name}")) for name in ("tag", "alias"))
    return Control(tag, title, "\n".join(texts))


def _story(root: etree._Element) -> Story:
    watermark = next((_named(e, "string") for e in root.iter(f"{V}textpath") if e.get("string")), "")
    return Story("\n".join(_text(p) for p in root.iter(f"{W}p")), watermark)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val") or ""


def _type(element: etree._Element | None) -> str:
    return "" if element is None else _named(element, f"{W}fldCharType")


def _named(element: etree._Element, attribute: str) -> str:
    """An attribute that the format requires."""
    return str(element.attrib[attribute])


def _one(element: etree._Element, path: str) -> etree._Element:
    """The element at a path where the format requires one."""
    found = element.find(path)
    if found is None:
        msg = f"there is no {path}"
        raise ValueError(msg)
    return found
