"""Edits of a Word file, made in its XML as a person or another program would leave them; nothing of pactwright."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from tests.reader import STRICT, W

Body: TypeAlias = etree._Element  # noqa: SLF001 - lxml names its type so
Edit: TypeAlias = Callable[[Body], None]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(contents: dict[str, bytes]) -> bytes:
    """The file of some parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in contents.items():
            package.writestr(name, part)
    return buffer.getvalue()


def with_parts(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The file with some parts set or taken away."""
    contents: dict[str, bytes | None] = {**parts(data), **changes}
    return packed({name: part for name, part in contents.items() if part is not None})


def edited(data: bytes, *edits: Edit, part: str = "word/document.xml") -> bytes:
    """The file with its body, or another part, changed."""
    tree = etree.fromstring(parts(data)[part], STRICT)
    for edit in edits:
        edit(tree)
    return with_parts(data, {part: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)})


def replaced(data: bytes, old: str, new: str, part: str = "word/document.xml", count: int = 1) -> bytes:
    """The file with some letters of a part replaced; they must be there."""
    text = parts(data)[part].decode()
    assert old in text, f"{old} does not stand in {part}"
    return with_parts(data, {part: text.replace(old, new, count).encode()})


def control(body: Body, issue: str) -> Body:
    """The content control of an issue, or of a schedule."""
    [found] = [each for each in body.iter(f"{W}sdt") if _tag(each).split("@")[0].startswith(issue)]
    return found


def delete(issue: str) -> Edit:
    """Takes a clause out, control and all."""

    def edit(body: Body) -> None:
        element = control(body, issue)
        _parent(element).remove(element)

    return edit


def unwrap(issue: str) -> Edit:
    """Removes a control and keeps what stands in it, as Word's "Remove content control" does."""

    def edit(body: Body) -> None:
        element = control(body, issue)
        parent = _parent(element)
        at = parent.index(element)
        for child in reversed(list(element[-1])):
            parent.insert(at, child)
        parent.remove(element)

    return edit


def without_bookmarks(issue: str) -> Edit:
    """Takes the bookmarks out of a clause."""

    def edit(body: Body) -> None:
        for mark in list(control(body, issue).iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            _parent(mark).remove(mark)

    return edit


def without_tag(issue: str) -> Edit:
    """Takes the tag off a control."""

    def edit(body: Body) -> None:
        for tag in list(control(body, issue).iter(f"{W}tag")):
            _parent(tag).remove(tag)

    return edit


def reword(issue: str, old: str, new: str) -> Edit:
    """Changes letters in the first run of a clause that holds them."""

    def edit(body: Body) -> None:
        text = next(t for t in control(body, issue).iter(f"{W}t") if old in (t.text or ""))
        text.text = (text.text or "").replace(old, new, 1)

    return edit


def paste_after(issue: str, *texts: str) -> Edit:
    """Adds plain paragraphs behind a clause, outside its control."""

    def edit(body: Body) -> None:
        element = control(body, issue)
        for text in reversed(texts):
            element.addnext(paragraph(text))

    return edit


def copy_after(issue: str, target: str) -> Edit:
    """Pastes the words of a clause behind another one, outside of any control, without bookmarks."""

    def edit(body: Body) -> None:
        texts = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in control(body, issue).iter(f"{W}p")]
        paste_after(target, *texts)(body)

    return edit


def move_after(issue: str, target: str) -> Edit:
    """Moves a clause, control and all."""

    def edit(body: Body) -> None:
        control(body, target).addnext(control(body, issue))

    return edit


def track(issue: str, inserted: str, author: str) -> Edit:
    """Inserts a run at the end of a clause's last paragraph, and deletes its first run, both tracked."""

    def edit(body: Body) -> None:
        last = list(control(body, issue).iter(f"{W}p"))[-1]
        insertion = etree.SubElement(last, f"{W}ins", {f"{W}id": "9001", f"{W}author": author})
        insertion.append(run(inserted))
        gone = next(r for r in last.iter(f"{W}r") if r.find(f"{W}t") is not None and _parent(r) is last)
        for text in gone.iter(f"{W}t"):
            text.tag = f"{W}delText"
        deletion = etree.Element(f"{W}del", {f"{W}id": "9002", f"{W}author": author})
        gone.addprevious(deletion)
        deletion.append(gone)

    return edit


def hide(issue: str) -> Edit:
    """Hides the words of a clause, as Font, Hidden does."""

    def edit(body: Body) -> None:
        for each in control(body, issue).iter(f"{W}r"):
            properties = each.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                each.insert(0, properties)
            etree.SubElement(properties, f"{W}vanish")

    return edit


def paragraph(text: str) -> Body:
    """A plain paragraph."""
    element = etree.Element(f"{W}p")
    element.append(run(text))
    return element


def run(text: str) -> Body:
    """A plain run."""
    element = etree.Element(f"{W}r")
    letters = etree.SubElement(element, f"{W}t")
    letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    letters.text = text
    return element


def without(pattern: str, data: bytes, part: str = "word/document.xml") -> bytes:
    """The file with the first match of a pattern taken out of a part; there must be one."""
    text, count = re.subn(pattern, "", parts(data)[part].decode(), count=1)
    assert count == 1, f"{pattern} does not stand in {part}"
    return with_parts(data, {part: text.encode()})


def _tag(element: Body) -> str:
    tag = element.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(f"{W}val"))


def _parent(element: Body) -> Body:
    parent = element.getparent()
    assert parent is not None
    return parent
