"""Who pays and who gains, drawn: each format is read on its own and held against the table that stands before it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from lxml import etree, html

from pactwright.document import Agreement
from pactwright.themes import default_theme
from pactwright.writers import WRITERS, Theme
from tests import stories, validators
from tests.compare.returned import held_against
from tests.contrast import contrast
from tests.edits import packed, parts
from tests.every_format import page_of
from tests.reader import W, read
from tests.schedules.test_computed import ABOVE, BELOW, EARNED, SHARED, deal, money
from tests.stories import plain

D = "http://schemas.openxmlformats.org/drawingml/2006"
C, WP = f"{{{D}/chart}}", f"{{{D}/wordprocessingDrawing}}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

CAPTIONS = {
    SHARED: "Who has what is saved, year by year",
    ABOVE: "Who bears a cost above the target",
    BELOW: "Who gains by a cost below the target",
    EARNED: "Who has what selling brings, year by year",
}
SIDES = {SHARED: (2, 3), ABOVE: (2, 3), BELOW: (2, 3), EARNED: (4, 5)}
"""The columns of each table that are drawn."""

Drawn = tuple[str, list[str], list[list[Decimal]]]
"""Caption, categories, and the numbers of each series."""


@cache
def agreement() -> Agreement:
    """The deal."""
    return stories.sound(deal()).agreement


@cache
def made(kind: str) -> bytes:
    """The deal in a format."""
    return WRITERS[kind](agreement(), default_theme())


def in_tables() -> list[Drawn]:
    """What the tables of the Word file say of what is drawn."""
    found = []
    tables = [[[plain(cell) for cell in row.cells] for row in each] for each in read(made("docx")).tables]
    headings = {
        SHARED: "Net Saving",
        ABOVE: "Above the Target Cost",
        BELOW: "Below the Target Cost",
        EARNED: "Sales Revenue",
    }
    for part, heading in headings.items():
        [table] = [each for each in tables if each[0][1:2] == [heading]]
        rows = [row for row in table[1:] if row[0] != "Total"]
        found.append((CAPTIONS[part], [row[0] for row in rows], [[money(row[n]) for row in rows] for n in SIDES[part]]))
    return found


def in_word(content: bytes) -> list[Drawn]:
    """What the charts of a Word file show, in the order of its text."""
    package = parts(content)
    body = etree.fromstring(package["word/document.xml"])
    relations = {
        each.get("Id"): each.get("Target") for each in etree.fromstring(package["word/_rels/document.xml.rels"])
    }
    found = []
    for leads in body.iter(f"{C}chart"):
        chart = etree.fromstring(package[f"word/{relations[leads.get(RELATION)]}"])
        [title] = [
            "".join(text.text or "" for text in each.iter("{*}t")) for each in chart.iterfind(f"{C}chart/{C}title")
        ]
        series = list(chart.iter(f"{C}ser"))
        numbers = [[Decimal(each.text or "") for each in one.iterfind(f"{C}val//{C}v")] for one in series]
        found.append((title, [plain(each.text or "") for each in series[0].iterfind(f"{C}cat//{C}v")], numbers))
    return found


def figures() -> list[html.HtmlElement]:
    """The charts of the page."""
    return list(page_of(made("html")).iterfind(".//figure"))


def test_word_draws_what_the_table_before_the_chart_says() -> None:
    assert in_word(made("docx")) == in_tables()


def test_a_chart_stands_on_the_page_of_its_table() -> None:
    body = etree.fromstring(parts(made("docx"))["word/document.xml"])
    for chart in body.iter(f"{C}chart"):
        [paragraph] = chart.iterancestors(f"{W}p")
        end, table = list(paragraph.itersiblings(preceding=True))[:2]
        assert all(each.find(f"{W}pPr/{W}keepNext") is not None for each in (end, *table.iter(f"{W}p")))


def test_a_chart_says_in_words_what_it_shows() -> None:
    drawings = list(etree.fromstring(parts(made("docx"))["word/document.xml"]).iter(f"{WP}docPr"))
    said = {each.get("title"): plain(each.get("descr") or "") for each in drawings}
    assert list(said) == list(CAPTIONS.values())
    assert said[CAPTIONS[ABOVE]] == (
        "A column for each Actual Cost in two parts: what the partners bear, and above it what the public side bears. "
        "At AUD 130,000 the partners bear AUD 8,000 and the public side AUD 22,000. "
        "The table before the chart has every figure."
    )
    assert len({each.get("id") for each in drawings}) == len(drawings)
    assert [(each.find("div/svg").get("role"), each.find("div/svg").get("aria-label")) for each in figures()] == [
        ("img", each.get("descr")) for each in drawings
    ]


def test_the_page_draws_each_part_as_high_as_its_number() -> None:
    for figure, (caption, categories, numbers) in zip(figures(), in_tables(), strict=True):
        assert plain(figure.findtext("figcaption") or "") == caption
        texts = [plain(each.text or "") for each in figure.iter("text")]
        assert [each for each in texts if each in categories] == categories
        for number, values in enumerate(numbers, 1):
            bars = [each for each in figure.iter("rect") if each.get("class") == f"part-{number}"][
                :-1
            ]  # the last: legend
            heights = [Decimal(each.get("height")) for each in bars]
            drawn = [abs(each) for each in values if each]
            assert len(heights) == len(drawn)
            unit = max(heights, default=Decimal(1)) / max(drawn, default=Decimal(1))
            assert all(abs(high - each * unit) < Decimal("0.2") for high, each in zip(heights, drawn, strict=True))


def test_the_parts_of_a_column_stand_one_upon_the_other() -> None:
    [figure] = [each for each in figures() if each.findtext("figcaption") == CAPTIONS[ABOVE]]
    bars = list(figure.iter("rect"))[:-2]
    for below, above in list(pairwise(bars))[::2]:
        assert below.get("x") == above.get("x")
        assert Decimal(above.get("y")) + Decimal(above.get("height")) == Decimal(below.get("y"))


def test_no_script_and_no_other_file_is_needed_for_a_chart() -> None:
    assert not re.search(r"<(script|img|object|embed|iframe|use)\b|href=\"(?!#)", made("html").decode())
    relations = parts(made("docx"))["word/_rels/document.xml.rels"].decode()
    assert "TargetMode" not in relations
    assert not [name for name in parts(made("docx")) if name.startswith("word/embeddings")]


def test_text_has_the_table_alone_and_data_have_the_chart() -> None:
    text = plain(made("txt").decode())
    assert not [caption for caption in CAPTIONS.values() if caption in text]
    [schedule] = [each for each in json.loads(made("json"))["schedules"] if each["id"] == "risk-and-reward"]
    assert [each["caption"] for each in schedule["blocks"] if each["kind"] == "chart"] == list(CAPTIONS.values())


def test_the_parts_stay_apart_on_paper_without_colour() -> None:
    style = default_theme().style
    page = dict(re.findall(r"\.chart \.part-([12]) \{ fill: #(\w{6})", style))
    theme = parts(default_theme().template)["word/theme/theme1.xml"].decode()
    word = [re.findall(rf'<a:{name}><a:srgbClr val="(\w{{6}})"', theme)[0] for name in ("accent1", "lt1")]
    assert contrast(page["1"], page["2"]) > 3
    assert contrast(*word) > 3


def test_no_validator_finds_anything_and_a_chart_is_small_and_always_the_same() -> None:
    data = made("docx")
    assert (validators.audit(data), validators.integrity(data), validators.ours(data, agreement())) == ([], [], [])
    assert WRITERS["docx"](agreement(), default_theme()) == data
    assert len(data) - len(WRITERS["docx"](agreement(), Theme(default_theme().template))) < 10_000  # four charts


def test_without_the_look_of_a_chart_its_table_stands_alone() -> None:
    bare = WRITERS["docx"](agreement(), Theme(default_theme().template))
    assert in_word(bare) == []
    assert f"{W}drawing" not in {each.tag for each in etree.fromstring(parts(bare)["word/document.xml"]).iter()}


@pytest.mark.parametrize("number", [b"8000", b"22725"])
def test_a_number_that_somebody_changed_in_a_chart_is_seen(number: bytes) -> None:
    there = parts(made("docx"))
    edited = {name: data.replace(b"<c:v>%b</c:v>" % number, b"<c:v>1</c:v>") for name, data in there.items()}
    found = held_against(made("docx"), packed(edited))
    assert len(found.differences) == 2  # one chart came, one is gone


def test_a_chart_of_a_nasty_name_breaks_nothing() -> None:
    years = [{"year": "R&D <b> [[x]] {{ y }}", "gross": "AUD 1,000", "direct": "nil"}, *deal()["funding"]["income"]]
    nasty = stories.sound(stories.changed(deal(), {"funding.income": years})).agreement
    assert in_word(WRITERS["docx"](nasty, default_theme()))[3][1][0] == "R&D <b> [[x]] {{ y }}"
    assert b"R&amp;D &lt;b&gt;" in WRITERS["html"](nasty, default_theme())
