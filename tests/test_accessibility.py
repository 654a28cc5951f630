"""Everybody can read the Word file: language, title, headings in order, header rows, words for pictures, contrast.

The page is held to the same in tests/writers/test_page.py. Read with zipfile and lxml alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
from lxml import etree

from pactwright.document import words
from pactwright.writers import WRITERS, Theme
from tests import stories
from tests.contrast import AA, contrast
from tests.edits import parts
from tests.reader import W
from tests.stories import TEMPLATE

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
BODY_TEXT = 9  # the outline level of what is no heading
WHITE = "FFFFFF"
AGREEMENTS = stories.agreements()

every_story = pytest.mark.parametrize("name", AGREEMENTS)


@cache
def parts_of(name: str) -> dict[str, bytes]:
    """The parts of the Word file of a story's document."""
    return parts(WRITERS["docx"](AGREEMENTS[name], Theme(TEMPLATE)))


def tree(content: bytes) -> etree._Element:
    """A part as a tree."""
    return etree.fromstring(content)


def named(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of Word's, or nothing."""
    return "" if element is None else str(element.get(f"{W}{name}", ""))


def style_of(paragraph: etree._Element) -> str:
    """The style of a paragraph."""
    return named(paragraph.find(f"{W}pPr/{W}pStyle"))


def text_of(element: etree._Element) -> str:
    """The words of an element."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def ranks(content: dict[str, bytes]) -> dict[str, int]:
    """The rank in the outline of each style that has one, its own or its parent's."""
    styles = {named(each, "styleId"): each for each in tree(content["word/styles.xml"]).iter(f"{W}style")}
    found = {}
    for name in styles:
        above = name
        while above:
            level = styles[above].find(f"{W}pPr/{W}outlineLvl")
            if level is not None:
                found[name] = int(named(level))
                break
            above = named(styles[above].find(f"{W}basedOn"))
    return {style: rank for style, rank in found.items() if rank != BODY_TEXT}


def faults(content: dict[str, bytes]) -> list[str]:
    """Everything about a Word file that would shut somebody out."""
    body = tree(content["word/document.xml"])
    core = {etree.QName(each).localname: each.text or "" for each in tree(content["docProps/core.xml"])}
    rank = ranks(content)
    headings = [each for each in body.iter(f"{W}p") if style_of(each) in rank]
    order = [0, *(rank[style_of(each)] for each in headings)]
    ruled = [each for each in body.iter(f"{W}tbl") if named(each.find(f"{W}tblPr/{W}tblLook"), "firstRow") == "1"]
    defaults = tree(content["word/styles.xml"]).find(f"{W}docDefaults//{W}lang")
    drawn = [each for part in content if part.endswith(".xml") for each in tree(content[part]).iter(DRAWN)]
    found = {
        "no title": not core.get("title", "").strip(),
        "no language": not core.get("language") or core.get("language") != named(defaults),
        "a rank of heading left out": any(below > above + 1 for above, below in pairwise(order)),
        "no headings": len(headings) < 10,
        "an empty heading": any(not text_of(each).strip() for each in headings),
        "no tables with a header row": not ruled,
        "a header row that does not say so": any(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None for table in ruled),
        "a picture without words": any(not each.get("descr", "").strip() for each in drawn),
        "text that floats out of the order of reading": any(
            next(body.iter(f"{W}{name}"), None) is not None for name in ("framePr", "txbxContent", "tblpPr")
        ),
    }
    return [fault for fault, is_there in found.items() if is_there]


@every_story
def test_the_word_file_shuts_nobody_out(name: str) -> None:
    assert faults(parts_of(name)) == []


PLANTED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "no title": ("docProps/core.xml", lambda part: part.replace(b"<dc:title>Pilot agreement", b"<dc:title>")),
    "no language": ("word/styles.xml", lambda part: part.replace(b'w:lang w:val="en-AU"', b'w:lang w:val="de-DE"')),
    "a rank of heading left out": (
        "word/styles.xml",
        lambda part: part.replace(b'<w:outlineLvl w:val="1"/>', b'<w:outlineLvl w:val="2"/>'),
    ),
    "no headings": ("word/styles.xml", lambda part: part.replace(b"<w:outlineLvl", b"<w:keepLines")),
    "an empty heading": (
        "word/document.xml",
        lambda part: part.replace(b"<w:body>", b'<w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>', 1),
    ),
    "a header row that does not say so": ("word/document.xml", lambda part: part.replace(b"<w:tblHeader/>", b"", 1)),
    "no tables with a header row": ("word/document.xml", lambda part: part.replace(b'w:firstRow="1"', b"")),
    "a picture without words": (
        "word/document.xml",
        lambda part: part.replace(
            b"<w:body>",
            b'<w:body><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
            b' id="1" name="logo"/>',
            1,
        ),
    ),
    "text that floats out of the order of reading": (
        "word/document.xml",
        lambda part: part.replace(b"<w:pPr>", b'<w:pPr><w:framePr w:w="100"/>', 1),
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str) -> None:
    content = parts_of("startup-pilot pilot-agreement")
    part, plant = PLANTED[fault]
    changed = plant(content[part])
    assert changed != content[part]
    assert fault in faults({**content, part: changed})


@every_story
def test_the_order_of_reading_is_the_agreements(name: str) -> None:
    body = tree(parts_of(name)["word/document.xml"])
    marked = [named(each, "name") for each in body.iter(f"{W}bookmarkStart")]
    planned = [each.bookmark for each in AGREEMENTS[name].paragraphs() if each.bookmark]
    assert [each for each in marked if each in set(planned)] == planned
    assert all(words(each.runs).strip() for each in AGREEMENTS[name].paragraphs())


def inks(content: bytes) -> list[tuple[str, str, str]]:
    """Style, colour and ground of all letters that a style colours."""
    styles = list(tree(content).iter(f"{W}style"))
    grounds = {named(each, "fill") for each in tree(content).iter(f"{W}shd")} - {"", "auto"}
    found = [(named(style, "styleId"), named(ink)) for style in styles for ink in style.iter(f"{W}color")]
    plain = [("Normal", "000000"), *found]
    on_white = [(style, ink, WHITE) for style, ink in plain if ink not in {"", "auto"}]
    shaded = [(style, ink, ground) for style, ink, _ in on_white if style in SHADED for ground in sorted(grounds)]
    return [*on_white, *shaded]


SHADED = {"Normal", "TableHeading"}
"""Styles whose letters stand on a shade: gaps have their text's colour, heading rows their own."""


def test_every_colour_of_the_template_can_be_read() -> None:
    content = parts_of("startup-pilot pilot-agreement")["word/styles.xml"]
    assert len(inks(content)) > 10
    assert [each for each in inks(content) if contrast(each[1], each[2]) < AA] == []
    assert [each for each in inks(content.replace(b"5B6472", b"9BA4B2")) if contrast(each[1], each[2]) < AA]
