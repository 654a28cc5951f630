"""A small editor of Word templates for tests: the built-in one with one thing changed, by zipfile and text alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tests.edits import packed, parts
from tests.stories import TEMPLATE

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
SETTINGS, HEADER, TYPES = "word/settings.xml", "word/header1.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"

Parts: TypeAlias = dict[str, bytes]
Edit: TypeAlias = Callable[[Parts], None]


def edited(*edits: Edit) -> bytes:
    """The built-in template after some edits."""
    contents = parts(TEMPLATE)
    for edit in edits:
        edit(contents)
    return packed(contents)


def swap(name: str, old: str, new: str, count: int = 1) -> Edit:
    """Replaces a text that must be there."""

    def edit(parts: Parts) -> None:
        text = parts[name].decode()
        assert old in text, f"{old} is not in {name}"
        parts[name] = text.replace(old, new, count).encode()

    return edit


def put(name: str, data: bytes | str) -> Edit:
    """Adds or replaces a part."""

    def edit(parts: Parts) -> None:
        parts[name] = data if isinstance(data, bytes) else data.encode()

    return edit


def say(text: str) -> Edit:
    """Adds a paragraph of a text at the end of the body."""
    return insert(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def insert(xml: str) -> Edit:
    """Adds XML at the end of the body."""
    return swap(DOCUMENT, "<w:sectPr", f"{xml}<w:sectPr")


def relate(kind: str, target: str, mode: str = "External") -> Edit:
    """Adds a relation to the document."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId99" Type="{office}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return swap(RELATIONS, "</Relationships>", f"{relation}</Relationships>")


def retype(old: str, new: str) -> Edit:
    """Changes a content type."""
    return swap(TYPES, old, new)


def field(instruction: str) -> Edit:
    """Adds a complex field whose instruction stands in two pieces, as Word may write it."""
    half = len(instruction) // 2
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>'
        for each in (instruction[:half], instruction[half:])
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    return insert(f"<w:p>{begin}{pieces}{end}</w:p>")
