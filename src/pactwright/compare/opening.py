"""A Word file as a person reads it: its lines, what stands round them, and what decides how all of it is shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pactwright.compare.charts import shown_by
from pactwright.compare.doubles import notes_of_doubles
from pactwright.compare.pieces import issue_of
from pactwright.compare.reading import Line, lines_of
from pactwright.compare.settings import notes_of_sections, notes_of_settings, shown_kinds
from pactwright.compare.signs import Sign, signs_of
from pactwright.foreign import DRAFTED, RETURNED, Package, W, checked
from pactwright.foreign.look import Looks, looks_of

_PROPERTIES = "docProps/custom.xml"
COMMENTS = "comments"
_NOTES = ("footnotes", "endnotes", COMMENTS)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file, the lines of its text, and the lines around it by what holds them ("header, first").

    `signs` are what stands beside words, `settings` what the file says of how it is shown, `kinds` the relations of the
    file by kind. `properties` are its custom ones, and `blank` are the paragraphs in which no word stands.
    """

    package: Package
    looks: Looks
    lines: tuple[Line, ...]
    around: Mapping[str, tuple[Line, ...]]
    signs: tuple[Sign, ...]
    settings: tuple[Sign, ...]
    kinds: frozenset[str]
    properties: Mapping[str, str]
    blank: tuple[Line, ...] = ()


def word_file(data: bytes, name: str) -> WordFile:
    """The file that some bytes are; `name` is what messages call it.

    Raises UsageError when it is no Word file or is broken, and ForeignContentError when it is built to do harm.
    """
    package = checked(data, name, RETURNED)
    with package.document() as document:  # what python-docx cannot read, Word repairs, and may show otherwise
        _ = [style.type for style in document.styles]
    return _seen(package)


def draft_file(data: bytes) -> WordFile:
    """The same of a file that was drafted just now: nothing in it can do harm."""
    return _seen(checked(data, "the draft", DRAFTED))


def _seen(package: Package) -> WordFile:
    looks, body = looks_of(package), package.trees[package.main]
    every = tuple(lines_of(body, looks))
    stories = dict(_stories(package, body))
    return WordFile(
        package,
        looks,
        tuple(line for line in every if _counts(line)),
        {where: tuple(line for line in lines_of(story, looks) if _counts(line)) for where, story in stories.items()},
        tuple(_signs(package, body, stories)),
        (*_set(package), *_pages(body, looks)),
        shown_kinds(package),
        _properties(package),
        tuple(line for line in every if not line.text.strip()),
    )


def _counts(line: Line) -> bool:
    return bool(line.text.strip() or line.marks or line.bookmarks or line.hidden or line.signs)


def _stories(package: Package, body: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The headers and footers that pages show, by the pages that they stand on, and the notes."""
    targets = package.relations_from(package.main)
    settings = package.related("settings")
    is_even = settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None
    for number, section in enumerate(body.iter(f"{W}sectPr")):
        for each in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            kind, pages = etree.QName(each).localname.removesuffix("Reference"), each.get(f"{W}type") or "default"
            relation = targets.get(each.get(_ID) or "")
            is_idle = (pages == "first" and section.find(f"{W}titlePg") is None) or (pages == "even" and not is_even)
            if relation is not None and relation.part in package.trees and not is_idle:
                yield f"{kind}, {pages}{f', section {number + 1}' if number else ''}", package.trees[relation.part]
    for kind in _NOTES:
        story = package.related(kind)
        if story is not None:
            yield kind, story


def _signs(package: Package, body: etree._Element, stories: Mapping[str, etree._Element]) -> Iterator[Sign]:
    names = {root: name for name, root in package.trees.items()}
    for element, what in signs_of(body, _targets(package, package.main)):
        yield Sign(_home(element), what)
    for where, story in stories.items():
        yield from (Sign(where, what) for _, what in signs_of(story, _targets(package, names[story])))


def _targets(package: Package, part: str) -> dict[str, str]:
    """What a part points at, by the names that it uses: an address, or a digest of the part that is meant."""
    found = package.relations_from(part)
    return {name: each.target if each.is_outside else _digest(package, each.part) for name, each in found.items()}


def _digest(package: Package, part: str) -> str:
    """A digest of what a part shows; nothing for one that is neither a picture nor a chart."""
    shown = package.parts.get(part, b"") if part not in package.trees else shown_by(package.trees[part]).encode()
    return hashlib.sha256(shown).hexdigest()[:8] if shown or part not in package.trees else ""


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
