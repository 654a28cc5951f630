"""The Word file is reopened by a reader that shares no code with the writer, and by LibreOffice."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from lxml import etree
from msgspec.structs import replace

from pactwright.document import (
    Agreement,
    Chart,
    Column,
    Paragraph,
    Reference,
    Schedule,
    Table,
    Term,
    Text,
    Value,
    words,
)
from pactwright.errors import InputError
from pactwright.writers.word import word_file
from pactwright.writers.word.package import members
from tests.edits import replaced
from tests.office import required, saved
from tests.reader import FieldOf, W, read
from tests.stories import TEMPLATE
from tests.validators import audit, integrity, ours
from tests.writers.agreements import (
    ARABIC_NAME,
    BY_HAND,
    CHINESE_NAME,
    DRAFT,
    FINAL,
    LONG_NAME,
    NASTY,
    NINE,
    NINE_NAMES,
    block,
    nasty,
    para,
    party,
    signer,
    value,
)

every_agreement = pytest.mark.parametrize("agreement", BY_HAND.values(), ids=BY_HAND)


def references(agreement: Agreement) -> list[Reference]:
    """The references in recitals, articles and schedules, tables included, in the order of reading.

    Those of the front page (key terms, open points) stand before them.
    """
    blocks = [b for a in agreement.articles for b in (a.heading, *(b for c in a.clauses for b in c.blocks))]
    blocks += [b for s in agreement.schedules for b in (s.heading, *s.blocks)]
    runs = [
        run
        for block in (*agreement.recitals, *blocks)
        if not isinstance(block, Chart)
        for cell in ((block.runs,) if isinstance(block, Paragraph) else (c for row in block.rows for c in row))
        for run in cell
    ]
    return [run for run in runs if isinstance(run, Reference)]


@every_agreement
def test_word_counts_as_the_engine_counted(agreement: Agreement) -> None:
    """Numbers live in the styles alone, so the list that Word runs must arrive at the labels that assembly wrote."""
    found = {p.bookmarks[0]: p for p in read(word_file(agreement, TEMPLATE)).paragraphs if p.bookmarks}
    for paragraph in filter(lambda p: p.bookmark, agreement.paragraphs()):
        counted = found[paragraph.bookmark]
        named = counted.number.rstrip(".") if paragraph.role == "schedule-part" else counted.full_number
        assert (counted.number, named) == (paragraph.label, paragraph.full_label)


def test_a_part_of_a_schedule_is_referred_to_by_its_own_number() -> None:
    r"""Because `\w` puts the levels together without a space: Word would print "Schedule 22"."""
    part = next(p for p in read(word_file(DRAFT, TEMPLATE)).paragraphs if "_pw_s2b" in p.bookmarks)
    assert (part.number, part.full_number) == ("2.", "Schedule 22")


@every_agreement
def test_every_paragraph_comes_back_with_its_words(agreement: Agreement) -> None:
    written = [p for p in read(word_file(agreement, TEMPLATE)).paragraphs if p.bookmarks]
    expected = [p for p in agreement.paragraphs() if p.bookmark]
    assert [p.text for p in written] == [words(p.runs) for p in expected]
    assert [p.bookmarks for p in written] == [(p.bookmark,) for p in expected]


@every_agreement
def test_fields_show_what_the_references_say(agreement: Agreement) -> None:
    found = read(word_file(agreement, TEMPLATE)).references
    switches = {"full": ("\\w", "\\h"), "own": ("\\n", "\\h")}
    expected = [FieldOf("REF", r.bookmark, switches[r.form], r.text) for r in references(agreement)]
    assert found[len(found) - len(expected) :] == tuple(expected)


@every_agreement
def test_no_validator_finds_anything(agreement: Agreement) -> None:
    data = word_file(agreement, TEMPLATE)
    assert (audit(data), integrity(data), ours(data, agreement)) == ([], [], [])


@every_agreement
def test_paragraphs_carry_only_their_style(agreement: Agreement) -> None:
    """A lawyer restyles by changing a style; formatting on a paragraph would stand in the way.

    No style can say which way a name reads, or which words lead in to a list, so that stands on the paragraph.
    """
    document = etree.fromstring(members(word_file(agreement, TEMPLATE))["word/document.xml"])
    carried = {child.tag for properties in document.iter(f"{W}pPr") for child in properties}
    assert carried - {f"{W}bidi", f"{W}keepNext"} == {f"{W}pStyle"}


@every_agreement
def test_every_style_that_is_used_exists(agreement: Agreement) -> None:
    parts = members(word_file(agreement, TEMPLATE))
    known = {s.get(f"{W}styleId") for s in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for element in etree.fromstring(parts["word/document.xml"]).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    assert used <= known


def test_a_nasty_value_comes_back_as_typed_wherever_it_stands() -> None:
    document = read(word_file(nasty(), TEMPLATE))
    texts = [p.text for p in document.paragraphs]
    assert texts.count(NASTY) >= 13  # cover, parties, key terms, open points, heading, table, signing
    assert f"{NASTY}{NASTY}" in texts  # a value and a gap in one paragraph
    assert NASTY in document.headers["default"].text
    assert document.core["subject"] == NASTY
    assert document.custom["note"] == NASTY.replace("\n", " ").replace("\t", " ")


@pytest.mark.parametrize(
    "typed", ["{{ title }}", "{_{ x }_}", "{% raw %}", "{%p if x %}", "{{r project }}", "\u201c{{\u201d", "[[a]]"]
)
def test_what_looks_like_a_tag_stays_text(typed: str) -> None:
    agreement = replace(DRAFT, project=value(typed), title=typed)
    document = read(word_file(agreement, TEMPLATE))
    assert [p.text for p in document.paragraphs[:2]] == [typed, typed]
    assert document.core["title"] == typed


def test_letters_of_other_scripts_are_marked_for_word() -> None:
    runs = [run for p in read(word_file(NINE, TEMPLATE)).paragraphs for run in p.runs]
    assert {run.direction for run in runs if run.text == ARABIC_NAME} == {"rtl"}
    assert {run.direction for run in runs if run.text == CHINESE_NAME} == {""}
    assert not [run for run in runs if run.direction and re.search("[A-Za-z]", run.text)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("for not more than AUD 120,000", "for not more than AUD\u00a0120,000"),
        ("EUR 1,200.50 and NZD 90, no more", "EUR\u00a01,200.50 and NZD\u00a090, no more"),
        ("(USD 5)", "(USD\u00a05)"),
        ("Exampleton NSW 2999", "Exampleton NSW 2999"),
        ("ABN 11 111 111 111", "ABN 11 111 111 111"),
        ("minute 2026/214 of CCC 3.1.2026", "minute 2026/214 of CCC 3.1.2026"),
        ("10 AUD 5000", "10 AUD 5000"),
    ],
)
def test_a_line_never_ends_between_a_currency_and_its_amount(typed: str, printed: str) -> None:
    """Also where somebody typed them, in whatever value; the sign on the page is a space as before."""
    found = read(word_file(replace(DRAFT, project=value(typed)), TEMPLATE))
    assert printed in [p.text for p in found.paragraphs]


HEBREW = "\u05e2\u05d9\u05e8"


@pytest.mark.parametrize(
    ("text", "is_turned"),
    [
        (ARABIC_NAME, True),
        (f"{HEBREW} Ltd", True),
        (f"123 ({HEBREW})", True),  # digits and brackets take the direction of what they stand with
        (f"Acme {ARABIC_NAME}", False),
        ("123 (A)", False),
        (CHINESE_NAME, False),
    ],
)
def test_a_paragraph_reads_the_way_of_its_first_letter_wherever_it_stands(text: str, *, is_turned: bool) -> None:
    """The project under the title, a party in a table, a heading, a cell, where one signs, a page's header."""
    table = Table((Column("Name", 50), Column("Other", 50)), ((value(text), ()),))
    heading = para("schedule", "Schedule 3", Value(text, "x"), name="s3")
    made = replace(
        DRAFT,
        project=value(text),
        parties=(party(text, "x", "y"), *DRAFT.parties),
        execution=(block(text, signer("Director")),),
        schedules=(*DRAFT.schedules, Schedule("extra", heading, (table,))),
    )
    parts = members(word_file(made, TEMPLATE))
    for name, count in (("word/document.xml", 5), ("word/header1.xml", 1)):
        paragraphs = list(etree.fromstring(parts[name]).iter(f"{W}p"))
        saying = [p for p in paragraphs if "".join(t.text or "" for t in p.iter(f"{W}t")) == text]
        assert len(saying) == count
        assert [p for p in paragraphs if p.find(f"{W}pPr/{W}bidi") is not None] == (saying if is_turned else [])


def test_a_template_with_more_in_its_paragraphs_keeps_their_order() -> None:
    """A paragraph's properties have an order, and Word refuses a file that mixes it."""
    styled = '<w:pStyle w:val="Subtitle"/>'
    house = replaced(TEMPLATE, styled, f'{styled}<w:keepNext/><w:jc w:val="center"/>')
    data = word_file(replace(DRAFT, project=value(ARABIC_NAME)), house)
    document = etree.fromstring(members(data)["word/document.xml"])
    [properties] = document.iterfind(f".//{W}pPr/{W}pStyle[@{W}val='Subtitle']/..")
    assert [etree.QName(each).localname for each in properties] == ["pStyle", "keepNext", "bidi", "jc"]
    assert (audit(data), integrity(data)) == ([], [])


def test_plain_words_stand_in_one_run_between_what_has_its_own_look() -> None:
    """Because whoever edits a sentence in Word meets no seam in it."""
    looks = [
        [(run.style, run.direction) for run in paragraph.runs if run.text]
        for paragraph in read(word_file(FINAL, TEMPLATE)).paragraphs
        if not paragraph.fields and not paragraph.style.startswith("TOC")
    ]
    assert max(map(len, looks)) > 1
    assert not [each for each in looks if any(one == other for one, other in pairwise(each))]


def test_terms_and_gaps_have_their_own_look() -> None:
    runs = [run for p in read(word_file(DRAFT, TEMPLATE)).paragraphs for run in p.runs]
    assert [run.text for run in runs if run.style == "DefinedTerm"] == ["Milestone", "Project Data"]
    assert "[budget: the Council to supply]" in [run.text for run in runs if run.style == "Gap"]


def test_a_draft_says_so_on_every_page() -> None:
    document = read(word_file(DRAFT, TEMPLATE))
    assert {name: story.watermark for name, story in document.headers.items()} == {"default": "DRAFT", "first": "DRAFT"}
    notice = "This draft is not legal advice. A lawyer must review it before anyone signs it."
    assert all(notice in story.text for story in document.footers.values())
    assert "Open points" in document.text


def test_a_final_has_no_trace_of_a_draft() -> None:
    document = read(word_file(FINAL, TEMPLATE))
    assert {story.watermark for story in document.headers.values()} == {""}
    assert "Draft" not in "".join(story.text for story in document.footers.values())
    assert "Open points" not in document.text
    assert document.core["contentStatus"] == ""


def test_headers_name_project_document_and_version_and_footers_the_page() -> None:
    document = read(word_file(DRAFT, TEMPLATE))
    assert "Kerb-side air quality pilot" in document.headers["default"].text
    assert "Pilot Agreement, Version 1" in document.headers["default"].text
    assert "Page 1 of 1" in document.footers["default"].text


@pytest.mark.parametrize(("agreement", "page"), [(DRAFT, (11906, 16838)), (FINAL, (12240, 15840))])
def test_the_place_decides_the_paper(agreement: Agreement, page: tuple[int, int]) -> None:
    assert read(word_file(agreement, TEMPLATE)).page == page


@pytest.mark.parametrize("agreement", [DRAFT, FINAL])
def test_the_language_stands_in_styles_and_properties(agreement: Agreement) -> None:
    document = read(word_file(agreement, TEMPLATE))
    assert document.language == document.core["language"] == agreement.language


def test_dates_come_from_the_provenance_and_never_from_the_clock() -> None:
    assert read(word_file(DRAFT, TEMPLATE)).core["created"] == "2026-12-01T00:00:00Z"
    assert read(word_file(nasty(), TEMPLATE)).core["modified"] == "2026-12-01T10:30:00Z"
    assert read(word_file(replace(DRAFT, provenance=()), TEMPLATE)).core["created"] == "1980-01-01T00:00:00Z"


def test_the_provenance_is_kept_in_custom_properties() -> None:
    assert read(word_file(DRAFT, TEMPLATE)).custom == dict(DRAFT.provenance)


def test_every_clause_and_schedule_stands_in_a_control_that_names_it() -> None:
    controls = read(word_file(DRAFT, TEMPLATE)).controls
    assert [control.tag for control in controls] == [
        "contents",
        "definitions",
        "formation/purpose/balanced@0a1b2c3d",
        "governance/decisions/balanced@0a1b2c3d",
        "schedule:parties",
        "schedule:budget",
    ]
    assert controls[2].title == "Purpose"
    assert controls[2].text.startswith("Purpose\nThe parties carry out the Pilot")


def test_each_party_signs_in_one_row_that_stays_whole() -> None:
    document = read(word_file(NINE, TEMPLATE))
    signing = next(t for t in document.tables if t[0].cells[0].startswith("Example City Council\nSigned for"))
    assert len(signing) == len(NINE_NAMES)
    assert all(row.is_whole for row in signing)
    assert [row.cells[0].split("\n")[0] for row in signing] == list(NINE_NAMES)
    assert LONG_NAME in document.text


def test_two_people_of_one_party_sign_side_by_side() -> None:
    tables = [[row.cells for row in table] for table in read(word_file(DRAFT, TEMPLATE)).tables]
    assert [
        ("Signature", "", "", "", ""),
        ("Full name", "", "", "", ""),
        ("Title", "General Manager", "", "", ""),
        ("Date", "", "", "", ""),
    ] in tables
    assert [
        ("Signature", "", "", "Signature", ""),
        ("Full name", "", "", "Full name", ""),
        ("Title", "Director", "", "Title", "Secretary"),
        ("Date", "", "", "Date", ""),
    ] in tables


def test_a_long_table_repeats_its_heading_row() -> None:
    table = next(t for t in read(word_file(DRAFT, TEMPLATE)).tables if t[0].cells[0] == "Milestone")
    assert table[0].is_heading
    assert [row.is_heading for row in table[1:]] == [False] * 21
    assert table[21].cells[0] == "M21 Sensors stage 21"


def test_word_neither_asks_to_update_fields_nor_shows_compatibility_mode() -> None:
    settings = members(word_file(DRAFT, TEMPLATE))["word/settings.xml"].decode()
    assert "updateFields" not in settings
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings


# ------------------------------------------------------------------------------------------------ what is refused


def test_a_control_character_is_refused_at_its_address() -> None:
    agreement = replace(DRAFT, project=(Value("a\x0bb", "project.title"), Text("c\x07")))
    with pytest.raises(InputError) as refused:
        word_file(agreement, TEMPLATE)
    assert str(refused.value).split("\n") == [
        "project.title: error: word-character: U+000B cannot stand in a document; remove it",
        "pilot-agreement: error: word-character: U+0007 cannot stand in a document; remove it",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ title }}", "{{ titel }}", "'titel' is undefined"),
        ("{{ title }}", "{{ title", "unexpected"),
        ("{{ title }}", "{_{ title }_}", "is left over in /word/document.xml"),
        ("{{ title }}", "[[title]]", "is left over in /word/document.xml"),
        ("{{p body }}", "", "3.2(d) is not in the document"),
        ("{{ title }}", "{{ title.__class__.__mro__ }}", "unsafe"),
    ],
)
def test_a_template_that_does_not_fit_is_refused(old: str, new: str, told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        word_file(DRAFT, replaced(TEMPLATE, old, new))


# --------------------------------------------------------------------------------------------------- LibreOffice


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nobody_signs_across_a_page_and_the_heading_is_never_alone(
    paper: Literal["a4", "letter"], tmp_path: Path
) -> None:
    required("pdftotext")
    pdf = saved({"nine": word_file(replace(NINE, paper=paper), TEMPLATE)}, tmp_path, "pdf")["nine"]
    printed = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True).stdout
    pages = printed.decode().split("\f")
    heading = next(page for page in pages if "Signing page" in page)
    assert "Signed for Example City Council" in heading
    counts = [[len(re.findall(rf"^ *{label}\b", page, re.MULTILINE)) for page in pages] for label in SIGNED_WITH]
    assert counts[0] == counts[1] == counts[2]
    assert sum(counts[0]) == len(NINE_NAMES)


SIGNED_WITH = ("Signed for", "Signature", "Full name")


def test_terms_tables_and_texts_are_the_only_things_between() -> None:
    """The fixtures use every kind of run and block; a new kind must be added to them."""
    kinds = {type(run) for p in DRAFT.paragraphs() for run in p.runs}
    assert {Text, Value, Term, Reference} <= kinds
    assert any(isinstance(b, Table) for s in DRAFT.schedules for b in s.blocks)
