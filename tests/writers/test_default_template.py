"""The built-in template is its own source: whoever changes it, in Word or with python-docx, keeps these promises."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import docx
import pytest
from docx.document import Document
from docx.shared import Pt, Twips
from docx.styles.style import ParagraphStyle
from lxml import etree

from pactwright.writers.word import word_file
from pactwright.writers.word.contract import LEVELS, STYLES
from pactwright.writers.word.inspection import inspected
from tests.edits import parts
from tests.reader import V, W, read
from tests.stories import TEMPLATE
from tests.validators import audit, integrity
from tests.writers.agreements import DRAFT

OF_ITS_OWN = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "ContentsHeading": "Contents Heading",
    "ExecutionHeading": "Execution Heading",
    "Notice": "Notice",
    "PageStart": "Page Start",
    "SigLead": "Sig Lead",
    "Header": "Header",
    "HeaderEnd": "Header End",
    "Footer": "Footer",
    "FooterEnd": "Footer End",
    "CommentText": "annotation text",
    "CommentReference": "annotation reference",
}
"""Styles that the template prints with, or Word's comments, beside those of the writer's contract."""

HEADINGS = ["Title", "Contents Heading", "Contents Title", "Execution Heading", "Article Heading", "Heading 1"]
HEADINGS += ["Schedule Heading", "Schedule Part", "Table Heading"]


def template() -> Document:
    """The built-in template, opened."""
    return docx.Document(io.BytesIO(TEMPLATE))


@cache
def styles() -> dict[str, ParagraphStyle]:
    """Its paragraph and table styles by the name that Word shows."""
    return {each.name or "": each for each in template().styles if isinstance(each, ParagraphStyle)}


def lineage(name: str) -> Iterator[ParagraphStyle]:
    """A style and those that it is based on."""
    style = styles()[name]
    while style is not None:
        yield style
        style = style.base_style


def keeps_with_next(name: str) -> bool:
    """Whether a paragraph of a style stays with the next, by itself or by what it is based on."""
    said = (each.paragraph_format.keep_with_next for each in lineage(name))
    return next((each for each in said if each is not None), False)


def xml(name: str) -> etree._Element:
    """A part of the template."""
    return etree.fromstring(parts(TEMPLATE)[name])


def stories() -> list[etree._Element]:
    """The text, the headers and the footers."""
    names = ("word/document", "word/header", "word/footer")
    return [xml(name) for name in parts(TEMPLATE) if name.startswith(names)]


def text(element: etree._Element) -> str:
    """Everything that an element says."""
    return "".join(map(str, element.itertext()))


def test_every_style_has_its_name_and_id() -> None:
    """A house's template is made of this one, and the writer prints ids."""
    there = {each.style_id: (each.name or "").lower() for each in template().styles}
    wanted = {each.ident: each.name for each in STYLES} | OF_ITS_OWN
    assert {ident: there.get(ident) for ident in wanted} == {ident: name.lower() for ident, name in wanted.items()}


def test_lists_and_styles_name_each_other() -> None:
    """Word drops the number of a style whose list does not name it back."""
    numbering = xml("word/numbering.xml")
    lists = {
        num.get(f"{W}numId"): child.get(f"{W}val")
        for num in numbering.iter(f"{W}num")
        for child in num.iter(f"{W}abstractNumId")
    }
    levels = {
        (number, level.get(f"{W}ilvl")): bound.get(f"{W}val")
        for number, home in lists.items()
        for level in numbering.iterfind(f"{W}abstractNum[@{W}abstractNumId='{home}']/{W}lvl")
        for bound in level.iter(f"{W}pStyle")
    }
    bound = {
        tuple(each.find(f"{W}{name}").get(f"{W}val") for name in ("numId", "ilvl")): style.style_id
        for style in styles().values()
        for each in style.element.iterfind(f"{W}pPr/{W}numPr")
    }
    assert levels == bound
    assert set(bound.values()) == {level.style for level in LEVELS}


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_stays_with_what_it_heads(name: str) -> None:
    assert keeps_with_next(name)


SMALLEST = {"Clause Sub": 10.5, "Definition": 10.5, "Sig": 10.5, "Table Text": 9.5, "toc 1": 9.5, "toc 2": 9.5}
SMALLEST |= {"Table Heading": 9, "Sig Label": 9, "Notice": 9, "Header": 8.5, "Footer": 8.5}


@pytest.mark.parametrize("name", SMALLEST)
def test_letters_are_large_enough_to_read(name: str) -> None:
    [default] = xml("word/styles.xml").iterfind(f"{W}docDefaults//{W}sz")
    sizes = [each.font.size.pt for each in lineage(name) if each.font.size]
    assert (sizes or [int(default.get(f"{W}val", "")) / 2])[0] >= SMALLEST[name]


def test_a_space_stands_between_sub_clauses() -> None:
    said = [each.paragraph_format.space_after for each in lineage("Clause Sub")]
    [default] = xml("word/styles.xml").iterfind(f"{W}docDefaults/{W}pPrDefault//{W}spacing")
    assert ([each for each in said if each is not None] or [Twips(int(default.get(f"{W}after", "")))])[0] >= Pt(6)


def test_the_signing_page_and_the_schedules_begin_a_page() -> None:
    assert styles()["Execution Heading"].paragraph_format.page_break_before
    assert styles()["Page Start"].paragraph_format.page_break_before
    page, _, schedules = template().paragraphs[-3:]
    assert (page.style and page.style.name, schedules.text) == ("Page Start", "{{p schedules }}")


def test_a_partys_signature_stays_together_and_parties_may_part() -> None:
    """A row never breaks; were its first line kept too, many parties would leave their heading alone on a page."""
    assert keeps_with_next("Sig")
    assert keeps_with_next("Sig Label")
    assert not keeps_with_next("Sig Party")


def test_no_row_breaks_across_pages_and_headings_of_tables_are_repeated() -> None:
    rows = [row for story in stories() for row in story.iter(f"{W}tr") if "{%tr" not in text(row)]
    assert len(rows) > 5
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    repeated = [text(row) for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert [each.partition(" }}")[0] for each in repeated] == ["{{ labels.party", "{{ labels.what"]


def test_every_page_shows_its_number_and_the_first_has_a_head_of_its_own() -> None:
    [section] = template().sections
    assert section.different_first_page_header_footer
    footers = [each for each in stories() if each.tag == f"{W}ftr"]
    fields = [[(each.text or "").strip() for each in footer.iter(f"{W}instrText")] for footer in footers]
    assert fields == [["PAGE", "NUMPAGES"]] * 2


def test_a_draft_is_marked_on_every_page() -> None:
    headers = [each for each in stories() if each.tag == f"{W}hdr"]
    assert len(headers) == 2
    for header in headers:
        assert "{%r if is_draft %}{%r endif %}" in text(header)
        assert "{{ draft_mark }}" in [each.get("string") for each in header.iter(f"{V}textpath")]


def test_one_template_serves_every_paper() -> None:
    """The writer sets the page; what is measured in anything but percent would not follow."""
    widths = [each for story in stories() for each in story.iter(f"{W}tblW", f"{W}tcW")]
    assert {each.get(f"{W}type") for each in widths} == {"pct"}
    stops = [
        (style.get(f"{W}styleId"), stop.get(f"{W}val"))
        for style in xml("word/styles.xml").iter(f"{W}style")
        for stop in style.iter(f"{W}tab")
    ]
    assert stops == [("TOC1", "right"), ("TOC2", "right")]  # the writer puts these at the edge of the text


def test_the_styles_choose_the_font_not_the_theme() -> None:
    fonts = list(xml("word/styles.xml").iter(f"{W}rFonts"))
    assert fonts
    assert not [name for each in fonts for name in each.attrib if "Theme" in str(name)]


def test_the_template_names_nobody() -> None:
    properties = template().core_properties
    assert {properties.author, properties.last_modified_by} <= {"pactwright", ""}


def test_validators_find_nothing_in_the_template() -> None:
    assert audit(TEMPLATE) + integrity(TEMPLATE) == []


def test_a_style_changed_with_python_docx_shows_in_the_document() -> None:
    """The way for whoever has no Word: open, change, save; nothing else in the file moves."""
    house = template()
    house.styles["Clause Sub"].paragraph_format.space_after = Pt(11)
    saved = io.BytesIO()
    house.save(saved)
    before, after = parts(TEMPLATE), parts(saved.getvalue())
    assert {name for name in after if after[name] != before[name]} <= {"word/styles.xml", "[Content_Types].xml"}
    assert inspected(saved.getvalue(), "house.docx") == ()
    made = word_file(DRAFT, saved.getvalue())
    assert docx.Document(io.BytesIO(made)).styles["Clause Sub"].paragraph_format.space_after == Pt(11)
    assert read(made).text == read(word_file(DRAFT, TEMPLATE)).text
