"""The tags of a template, each with the place where a person finds it in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W

_WORTH_READING = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\[\[")
_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_INSIDE = re.compile(r"(?P<prefix>p|r|tr|tc)?\s+(?P<words>[^\s].*?)\s*", re.DOTALL)
_CLOSING = {"{{": "}}", "{%": "%}"}
_FILLED = {f"{W}document": "text", f"{W}hdr": "header", f"{W}ftr": "footer"}
_NEVER_READ = (".rels", "[Content_Types].xml")
_NO_MATTER = {f"{W}lang", f"{W}noProof", f"{W}webHidden"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: `{{p body }}` has the mark "{{", the prefix "p" and the words "body".

    `part` is its file in the package, `where` the place in words; `story` is text, header, footer, or nothing where
    no tag is filled. `paragraph` counts in the part, 0 for a tag outside of one; `is_alone` says that nothing else
    stands there, `is_split` that its letters do not all look the same.
    """

    mark: str
    prefix: str
    words: str
    part: str
    where: str
    story: str
    paragraph: int
    is_alone: bool
    is_split: bool

    def __str__(self) -> str:
        """The tag as it is typed."""
        return f"{self.mark}{self.prefix} {self.words[:40]} {_CLOSING[self.mark]}"


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in braces, and what is only half in braces."""

    tags: tuple[Tag, ...]
    faults: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A stretch in which a tag must begin and end, and the formatting of each of its letters."""

    text: str
    formats: tuple[str, ...]
    part: str
    story: str
    paragraph: int

    @property
    def where(self) -> str:
        return f"{self.part}, paragraph {self.paragraph}" if self.paragraph else self.part


def scanned(trees: Mapping[str, etree._Element]) -> Scan:
    """Every tag of the template, in the order of the parts and of reading."""
    found = [each for name, root in trees.items() if not name.endswith(_NEVER_READ) for each in _in_part(name, root)]
    tags = tuple(each for each in found if isinstance(each, Tag))
    return Scan(tags, tuple(each for each in found if isinstance(each, Finding)))


def _in_part(name: str, root: etree._Element) -> Iterator[Tag | Finding]:
    story = _FILLED.get(str(root.tag), "")
    for text in _texts(name, root, story):
        yield from _in_text(text)


def _texts(name: str, root: etree._Element, story: str) -> Iterator[_Text]:
    """The paragraphs with a tag, and every other piece of text or attribute that holds one."""
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"), start=1)}
    pieces: dict[etree._Element, list[tuple[str, str]]] = {}
    for element in root.iter(etree.Element):
        own = next(element.iterancestors(f"{W}p"), None) if element.tag == f"{W}t" else None
        if own is not None:
            pieces.setdefault(own, []).append((element.text or "", _format(element.getparent())))
        else:
            yield from _loose(element.text, name, story)
        yield from _loose(element.tail, name, story)
        for value in element.attrib.values():
            yield from _loose(str(value), name, story)
    for paragraph, runs in pieces.items():
        text = "".join(words for words, _ in runs)
        if _WORTH_READING.search(text):
            formats = tuple(formatting for words, formatting in runs for _ in words)
            yield _Text(text, formats, name, story, numbers[paragraph])


def _loose(text: str | None, name: str, story: str) -> Iterator[_Text]:
    if text and _WORTH_READING.search(text):
        yield _Text(text, (), name, story, 0)


def _format(run: etree._Element | None) -> str:
    properties = run.find(f"{W}rPr") if run is not None else None
    kept = (each for each in properties if each.tag not in _NO_MATTER) if properties is not None else ()
    return "".join(etree.tostring(each, encoding="unicode") for each in kept)


def _in_text(text: _Text) -> Iterator[Tag | Finding]:
    """The tags of a text up to the first that is not one: what follows a half tag cannot be told apart."""
    if "[[" in text.text:
        fix = "write one bracket: two are the mark of a place that was not filled"
        yield Finding("template-tag", "error", text.where, '"[[" stands here', fix=fix)
    marks = list(_MARK.finditer(text.text))
    for start, end in zip(marks[::2], [*marks[1::2], None], strict=False):
        if end is None or _CLOSING.get(start[0]) != end[0]:
            yield _half(text, start.start())
            return
        inside = _INSIDE.fullmatch(text.text, start.end(), end.start())
        if inside is None:
            yield _half(text, start.start())
            return
        yield Tag(
            start[0],
            inside["prefix"] or "",
            inside["words"],
            text.part,
            text.where,
            text.story,
            text.paragraph,
            is_alone=text.text.strip() == text.text[start.start() : end.end()],
            is_split=len(set(text.formats[start.start() : end.end()])) > 1,
        )


def _half(text: _Text, position: int) -> Finding:
    seen = f'"{text.text[position : position + 30]}" is not a whole tag'
    fix = 'type it again in one go, as "{{ name }}" with spaces and a name of the list, inside one paragraph'
    return Finding("template-tag", "error", text.where, seen, fix=fix)
