"""The table of contents: what it lists, where its links lead, and whence its page numbers come."""

from __future__ import annotations

from typing import Literal

import pytest
from lxml import etree
from msgspec.structs import replace

from pactwright.document import Agreement, Paragraph
from pactwright.writers.word import word_file
from pactwright.writers.word.contents import Paging
from pactwright.writers.word.package import members, packed
from tests import stories
from tests.reader import Document, W, read
from tests.stories import DOCUMENTS, TEMPLATE, spec_tree
from tests.writers.agreements import ARTICLES, DRAFT, clause, nasty, para


def with_clauses(count: int) -> Agreement:
    """An agreement of as many clauses, after its three."""
    more = tuple(
        clause(f"a/b{number}", para("clause", str(number), f"Clause {number}", name=f"c{number}"))
        for number in range(4, count + 1)
    )
    return replace(DRAFT, articles=(*ARTICLES, replace(ARTICLES[1], heading=LAST, clauses=more)))


LAST = para("article", "Part 3", "The rest", name="a3")


def file(agreement: Agreement) -> Document:
    """The Word file of an agreement."""
    return read(word_file(agreement, TEMPLATE))


def test_the_contents_are_parts_clauses_and_schedules_however_few() -> None:
    found = file(DRAFT)
    assert [(entry.style, entry.text) for entry in found.contents] == [
        ("TOC1", "Part 1\tThe project"),
        ("TOC2", "1\tDefinitions"),
        ("TOC2", "2\tPurpose"),
        ("TOC1", "Part 2\tWorking together"),
        ("TOC2", "3\tDecisions"),
        ("TOC1", "Schedule 1\tParties"),
        ("TOC1", "Schedule 2\tBudget and milestones"),
    ]
    assert found.contents_field == r'TOC \h \z \t "Article Heading,1,Schedule Heading,1,heading 1,2"'
    assert len(file(with_clauses(40)).contents) == 3 + 40 + 2


@pytest.mark.parametrize("agreement", [DRAFT, nasty(), with_clauses(40)], ids=["draft", "nasty", "long"])
def test_every_entry_links_to_the_heading_whose_number_and_words_it_shows(agreement: Agreement) -> None:
    found = file(agreement)
    headings = {name: p for p in found.paragraphs for name in p.bookmarks}
    for entry in found.contents:
        heading = headings[entry.anchor]
        assert entry.text == f"{heading.number}\t{heading.text}"


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("name", stories.names())
def test_the_contents_of_every_story_are_its_headings_in_order(name: str, document: str) -> None:
    found = stories.reopened(spec_tree(name), document)
    headings = [p for p in found.paragraphs if p.style in {"ArticleHeading", "Heading1", "ScheduleHeading"}]
    assert [entry.text for entry in found.contents] == [f"{p.number}\t{p.text}" for p in headings]
    assert [p.style for p in found.paragraphs].index("ContentsTitle") < positions(found, "ArticleHeading")[0]


def positions(found: Document, style: str) -> list[int]:
    """Where the paragraphs of a style stand."""
    return [place for place, p in enumerate(found.paragraphs) if p.style == style]


@pytest.mark.parametrize("agreement", [DRAFT, nasty(), with_clauses(40)], ids=["draft", "nasty", "long"])
def test_word_is_asked_for_the_page_of_every_entry_and_none_is_guessed(agreement: Agreement) -> None:
    found = file(agreement)
    assert {(entry.page, entry.is_dirty) for entry in found.contents} == {("", True)}
    assert [entry.field for entry in found.contents] == [rf"PAGEREF {entry.anchor} \h" for entry in found.contents]
    assert "updateFields" not in found.parts["word/settings.xml"].decode()


def test_known_pages_stand_there_and_only_an_unknown_one_is_asked_for() -> None:
    first = file(DRAFT).contents[0].anchor
    known = Paging(((first, "7"), ("_pw_nowhere", "9")))
    entries = read(word_file(DRAFT, TEMPLATE, known)).contents
    assert [(entry.page, entry.is_dirty) for entry in entries[:2]] == [("7", False), ("", True)]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_page_numbers_stand_at_the_right_edge_of_every_paper(paper: Literal["a4", "letter"]) -> None:
    found = file(replace(DRAFT, paper=paper))
    body, styles = (etree.fromstring(found.parts[f"word/{name}.xml"]) for name in ("document", "styles"))
    [size], [margins] = body.iter(f"{W}pgSz"), body.iter(f"{W}pgMar")
    edge = int(size.get(f"{W}w", "")) - int(margins.get(f"{W}left", "")) - int(margins.get(f"{W}right", ""))
    stops = [(each.get(f"{W}val"), each.get(f"{W}pos")) for each in styles.iter(f"{W}tab")]
    assert stops == [("right", str(edge))] * 2


def test_the_heading_of_the_contents_has_no_number_and_is_no_entry() -> None:
    found = file(DRAFT)
    [title] = [p for p in found.paragraphs if p.style == "ContentsTitle"]
    assert (title.number, title.text) == ("", "Contents")
    assert found.controls[0].title == "Contents"


def test_a_document_without_headings_to_link_to_has_no_contents() -> None:
    bare = replace(DRAFT, articles=(), schedules=(), key_terms=(), open_points=())
    assert file(bare).contents == ()
    assert "Contents" not in file(bare).text


@pytest.mark.parametrize("agreement", [DRAFT, nasty()], ids=["draft", "nasty"])
def test_a_hidden_bookmark_holds_each_clause_and_schedule_from_its_heading_to_its_end(agreement: Agreement) -> None:
    """So that a clause is known again when a program has dropped the tag of its control."""
    found = file(agreement)
    clauses = [c.blocks[0] for a in agreement.articles for c in a.clauses]
    headings = [p for p in (*clauses, *(s.heading for s in agreement.schedules)) if isinstance(p, Paragraph)]
    assert list(found.frames) == [f"{heading.bookmark}_whole" for heading in headings]
    controls = [control for control in found.controls if control.tag != "contents"]
    for control, lines in zip(controls, found.frames.values(), strict=True):
        assert [line for line in control.text.split("\n") if line] == [
            n for line in lines for n in line.split("\n") if n
        ]


def test_a_house_template_without_the_slot_makes_a_document_without_contents() -> None:
    parts = members(TEMPLATE)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"{{p contents }}", b"")
    found = read(word_file(DRAFT, packed(parts)))
    assert found.contents == ()
    assert "The parties carry out the Pilot" in found.text
