"""A report says the same in every format: each word of the page stands in the Word file and in the text.

The page is read with lxml's HTML parser, the Word file with zipfile and lxml: no code of the writers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Literal

import pytest
from lxml import etree, html

from pactwright.report import Cell, Grid, GridColumn, Heading, Mark, Picture, Prose, Report, Row
from pactwright.themes import report_theme
from pactwright.writers.report import REPORT_WRITERS
from tests.contrast import AA, contrast
from tests.edits import parts
from tests.reader import R, W
from tests.validators import audit, integrity
from tests.writers.report.samples import EVERY_BLOCK, HARM, plain

THEME = replace(report_theme(), width=4000)  # so wide that no text is wrapped
PICTURED = Row((Cell(plain(HARM)), Cell(plain(HARM), Picture(HARM, (Mark(50, "disc"),)))))
HARMFUL = Grid(HARM, (GridColumn(plain(HARM), 50), GridColumn(plain(HARM), 50)), (PICTURED,))
HOSTILE = Report(HARM, HARM, HARM, HARM, (Heading(HARM), Prose(plain(HARM)), HARMFUL), made_by=((HARM, HARM),))
REPORTS = {"every block": EVERY_BLOCK, "hostile": HOSTILE}
LEAVES = "//h1|//h2|//h3|//h4|//p|//th|//td|//dt|//dd|//li"
PARTS = ("word/document.xml", "word/footer1.xml")
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LEGEND = 16

every_report = pytest.mark.parametrize("name", REPORTS)


@cache
def written(name: str, form: str) -> bytes:
    """A report in a format."""
    return REPORT_WRITERS[form](REPORTS[name], THEME)


def page(name: str) -> html.HtmlElement:
    """The page of a report."""
    return html.document_fromstring(written(name, "html").decode())


def document(name: str, part: str = "word/document.xml") -> etree._Element:
    """A part of the Word file of a report."""
    return etree.fromstring(parts(written(name, "docx"))[part])


def squeezed(text: str) -> str:
    """A text without spaces and line breaks."""
    return re.sub(r"\s", "", text)


def said(name: str) -> list[str]:
    """What the page says, place by place: without what is there for screen readers alone."""
    root = page(name)
    over_pictures = [squeezed(each.text_content()) for each in root.xpath("//*[@class='at']")]
    for apart in root.xpath("//*[@class='unseen']|//*[@class='axis']|//svg"):
        apart.drop_tree()
    return [*over_pictures, *filter(None, (squeezed(each.text_content()) for each in root.xpath(LEAVES)))]


@every_report
def test_each_word_of_the_page_stands_in_the_word_file(name: str) -> None:
    words = squeezed("".join(each.text or "" for part in PARTS for each in document(name, part).iter(f"{W}t")))
    assert len(said(name)) > 5
    assert [each for each in said(name) if each not in words] == []


def lost(name: str, text: str) -> list[str]:
    """What the page of a report says and a text does not; marks of changes and addresses of links left aside."""
    words = squeezed(re.sub(r" <https:[^>]*>|\{\+|\+\}|\[-|-\]", "", text))
    return [each for each in said(name) if each not in words]


@every_report
def test_each_word_of_the_page_stands_in_the_text(name: str) -> None:
    assert lost(name, written(name, "txt").decode()) == []


def test_a_word_that_one_format_lost_would_be_found() -> None:
    text = written("every block", "txt").decode().replace("Steering group", "")
    assert lost("every block", text) == ["wayofworkingSteeringgroup"]


@every_report
def test_pictures_say_the_same_in_page_and_word_file(name: str) -> None:
    on_page = [each.get("aria-label", "") for each in page(name).xpath("//svg[contains(@class, 'picture')]")]
    in_word = [each.get("descr") for each in document(name).iter(f"{WP}docPr")]
    keys = len(page(name).xpath("//svg[@class='key']"))
    assert [each for each in in_word if each] == [each for each in on_page if each]
    assert len(in_word) == len(on_page) + keys


def test_a_mark_stands_at_the_same_place_in_page_and_word_file() -> None:
    """As a share of the width between the insets, to half a percent."""
    discs = page("every block").xpath("//svg[contains(@class, 'picture')]//circle[@class='disc']/@cx")
    assert discs == ["33%", "100%", "33%", "33%"]
    assert list(places(document("every block"), "disc")) == [33, 100, 33, 33]


def places(root: etree._Element, look: str) -> Iterator[int]:
    """Where the middle of each sign of a look is; 8 pixels are free at the left, and at the right but for a ladder."""
    for group in root.iter("{*}wgp"):
        whole = length(group, "chExt", "cx")
        for shape in group.iter("{*}wsp") if whole > LEGEND else ():
            if str(shape[0].get("name")).startswith(f"{look} "):
                middle = length(shape, "off", "x") + length(shape, "ext", "cx") / 2
                yield round(100 * (middle - 8) / (whole - (8 if whole > 300 else 16)))


def length(inside: etree._Element, name: str, attribute: str) -> float:
    """A length of the first element of a name, in pixels."""
    return int(next(inside.iter(f"{{*}}{name}")).get(attribute, "")) / 9525


@pytest.mark.parametrize("name", REPORTS)
def test_strangers_find_no_fault_with_the_word_file(name: str) -> None:
    data = written(name, "docx")
    assert (audit(data), integrity(data)) == ([], [])


def test_heading_rows_repeat_and_rows_stay_whole() -> None:
    tables = document("every block").findall(f".//{W}tbl")
    ruled = [each for each in tables if each.find(f"{W}tblPr/{W}tblStyle[@{W}val='Ruled']") is not None]
    assert len(ruled) == 5
    assert all(each.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for each in ruled)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for each in tables for row in each.iter(f"{W}tr"))


def test_what_is_kept_together_stays_with_what_is_below() -> None:
    root = document("every block")
    kept = [each for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{W}keepNext") is not None]
    words = ["".join(piece.text or "" for piece in each.iter(f"{W}t")) for each in kept]
    assert {"Steering group", "Two champions", "Why this one", "Public contract register"} <= set(words)


def test_links_of_the_word_file_lead_where_those_of_the_page_do() -> None:
    root = document("every block")
    names = {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}
    links = list(root.iter(f"{W}hyperlink"))
    inner = [each.get(f"{W}anchor") for each in links if each.get(f"{W}anchor")]
    relations = document("every block", "word/_rels/document.xml.rels")
    outer = {each.get("Id"): each.get("Target") for each in relations if each.get("TargetMode") == "External"}
    assert len(inner) == 2
    assert set(inner) <= names
    assert {outer[each.get(f"{R}id")] for each in links if each.get(f"{R}id")} == {
        "https://example.org/register?a=1&b=2"
    }


def test_the_word_file_names_no_person_and_speaks_its_language() -> None:
    core = {etree.QName(each).localname: each.text for each in document("every block", "docProps/core.xml")}
    assert (core["title"], core["language"]) == ("Kerb-side air quality pilot", "en-AU")
    assert (core["creator"], core["lastModifiedBy"]) == ("pactwright", "pactwright")
    [lang] = document("every block", "word/styles.xml").findall(f"{W}docDefaults//{W}lang")
    assert lang.get(f"{W}val") == "en-AU"


@pytest.mark.parametrize(
    ("paper", "is_wide", "size"),
    [
        ("a4", False, ("11906", "16838", None)),
        ("a4", True, ("16838", "11906", "landscape")),
        ("letter", False, ("12240", "15840", None)),
        ("letter", True, ("15840", "12240", "landscape")),
    ],
)
def test_the_paper_is_the_place_s_and_lies_on_its_side_where_it_is_wide(
    paper: Literal["a4", "letter"],
    is_wide: bool,  # noqa: FBT001 - a row of the table
    size: tuple[str, str, str | None],
) -> None:
    made = Report("Memo", "Pilot", "About.", "Foot", (Prose(plain("Words.")),), paper=paper, is_wide=is_wide)
    [sheet] = etree.fromstring(parts(REPORT_WRITERS["docx"](made, THEME))["word/document.xml"]).iter(f"{W}pgSz")
    assert (sheet.get(f"{W}w"), sheet.get(f"{W}h"), sheet.get(f"{W}orient")) == size
    printed = REPORT_WRITERS["html"](made, THEME).decode()
    assert f"size: {'A4' if paper == 'a4' else paper}{' landscape' if is_wide else ''};" in printed


def test_every_colour_of_the_word_file_can_be_read_on_paper_and_on_the_tint() -> None:
    colours = {each.get(f"{W}val", "") for each in document("every block", "word/styles.xml").iter(f"{W}color")}
    assert {"8A1F2D", "1B1B1B"} < colours
    assert [each for each in colours for ground in ("FFFFFF", "F7F2F1") if contrast(each, ground) < AA] == []


def test_real_headings_and_the_number_of_the_page() -> None:
    styles = [each.get(f"{W}val", "") for each in document("every block").iter(f"{W}pStyle")]
    assert [each for each in styles if each.startswith("Heading")] == ["Heading1"] * 3 + ["Heading2"] + ["Heading3"] * 2
    fields = [(each.text or "").strip() for each in document("every block", "word/footer1.xml").iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
