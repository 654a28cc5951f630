"""A Word file as a person reads it: its lines, what stands round them, and what decides how all of it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pactwright.compare.doubles import notes_of_doubles
from pactwright.compare.pieces import issue_of
from pactwright.compare.reading import Line, lines_of
from pactwright.compare.settings import notes_of_sections, notes_of_settings, shown_kinds
from pactwright.compare.signs import signs_of
from pactwright.foreign import RETURNED, Package, W, checked
from pactwright.foreign.look import Looks, looks_of

_PROPERTIES = "docProps/custom.xml"
COMMENTS = "comments"
_NOTES = ("footnotes", "endnotes", COMMENTS)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that stands beside the words: in which story or clause, and what it is."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file, the lines of its text, and the lines around it by what holds them ("header, first").

    `signs` are what stands beside words, `settings` what the file says of how it is shown, `kinds` the relations of the
    file by kind. `properties` are its custom ones, and `blank` counts the paragraphs in which nothing stands.
    """

    parts: Mapping[str, bytes]
    lines: tuple[Line, ...]
    around: Mapping[str, tuple[Line, ...]]
    signs: tuple[Sign, ...]
    settings: tuple[Sign, ...]
    kinds: frozenset[str]
    properties: Mapping[str, str]
    blank: int = 0


def word_file(data: bytes, name: str) -> WordFile:
    """The file that some bytes are; `name` is what messages call it.

    Raises UsageError when it is no Word file or is broken, and ForeignContentError when it is built to do harm.
    """
    package = checked(data, name, RETURNED)
    with package.document() as document:  # what python-docx cannot read, Word repairs, and may show otherwise
        _ = [style.type for style in document.styles]
    looks, body = looks_of(package), package.trees[package.main]
    every = tuple(lines_of(body, looks))
    lines = tuple(line for line in every if _counts(line))
    stories = dict(_stories(package, body))
    return WordFile(
        package.parts,
        lines,
        {where: tuple(line for line in lines_of(story, looks) if _counts(line)) for where, story in stories.items()},
        tuple(_signs(body, stories)),
        (*_set(package), *_pages(body, looks)),
        shown_kinds(package),
        _properties(package),
        len(every) - len(lines),
    )


def paragraphs_of(data: bytes, name: str) -> Counter[str]:
    """The paragraphs of a file's text as they are typed, with how often each stands there: a quick look."""
    package = checked(data, name, RETURNED)
    body = package.trees[package.main]
    return Counter("".join(each.text or "" for each in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p"))


def _counts(line: Line) -> bool:
    return bool(line.text.strip() or line.marks or line.bookmarks or line.hidden or line.signs)


def _stories(package: Package, body: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The headers and footers that pages show, by the pages that they stand on, and the notes."""
    folder, _, file = package.main.rpartition("/")
    lists = package.trees.get(f"{folder}/_rels/{file}.rels")
    targets = {each.part for each in package.relations() if each.source == f"{folder}/_rels/{file}.rels"}
    names = {} if lists is None else {str(each.get("Id")): each for each in lists.iter(etree.Element)}
    settings = package.related("settings")
    is_even = settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None
    for number, section in enumerate(body.iter(f"{W}sectPr")):
        for each in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            kind, pages = etree.QName(each).localname.removesuffix("Reference"), each.get(f"{W}type") or "default"
            relation = names.get(each.get(_ID) or "")
            part = "" if relation is None else _part(folder, relation.get("Target") or "")
            is_idle = (pages == "first" and section.find(f"{W}titlePg") is None) or (pages == "even" and not is_even)
            if part in targets and part in package.trees and not is_idle:
                yield f"{kind}, {pages}{f', section {number + 1}' if number else ''}", package.trees[part]
    for kind in _NOTES:
        story = package.related(kind)
        if story is not None:
            yield kind, story


def _part(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"


def _signs(body: etree._Element, stories: Mapping[str, etree._Element]) -> Iterator[Sign]:
    for element, what in signs_of(body):
        yield Sign(_home(element), what)
    for where, story in stories.items():
        yield from (Sign(where, what) for _, what in signs_of(story))


def _home(element: etree._Element) -> str:
    """The clause in whose control something stands."""
    tags = (each.find(f"{W}sdtPr/{W}tag") for each in element.iterancestors(f"{W}sdt"))
    return next((issue_of(tag.get(f"{W}val", "")) for tag in tags if tag is not None), "the text")


def _pages(body: etree._Element, looks: Looks) -> Iterator[Sign]:
    yield from (Sign("pages", each) for each in notes_of_sections(body))
    if looks.page:
        yield Sign("pages", f"the ground of the pages is {looks.page}")


def _set(package: Package) -> Iterator[Sign]:
    for kind in ("settings", "webSettings"):
        yield from (Sign("settings", each) for each in notes_of_settings(package.related(kind)))
    yield from (Sign("the file", each) for each in notes_of_doubles(package.trees))


def _properties(package: Package) -> dict[str, str]:
    """The custom properties of a file by name, none when it has none."""
    properties = package.trees.get(_PROPERTIES)
    found = () if properties is None else properties.iterchildren(etree.Element)
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in found}
