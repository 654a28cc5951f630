"""The pages of our documents as LibreOffice lays them out: easy to read, nothing torn apart, the right page numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from lxml import etree
from msgspec.structs import replace

from pactwright.document import Agreement, Article, Column, ExecutionBlock, Schedule, Table
from pactwright.service import drafts_of
from pactwright.service import read as spec_file
from pactwright.writers.word import word_file
from pactwright.writers.word.contents import PRINTED, Paging, headings
from tests import stories
from tests.edits import Body, Edit, edited
from tests.laid_out import (
    LaidOut,
    cut_words,
    headings_at_a_foot,
    laid_out,
    lead_ins_at_a_foot,
    long_lines,
    signed_elsewhere,
    thin_pages,
    torn_rows,
    torn_signatures,
    wrong_page_numbers,
)
from tests.pages import Page
from tests.reader import W
from tests.stories import TEMPLATE
from tests.writers.agreements import DRAFT, NINE, block, clause, para, signer, text

CHECKS: tuple[Callable[[LaidOut], Iterator[str]], ...] = (
    headings_at_a_foot,
    lead_ins_at_a_foot,
    thin_pages,
    torn_rows,
    cut_words,
    torn_signatures,
    wrong_page_numbers,
    long_lines,
    signed_elsewhere,
)
NAMES = [check.__name__ for check in CHECKS]


@pytest.fixture(name="documents", scope="module")
def every_document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LaidOut]:
    """Every document of every story and of the examples."""
    agreements = dict(stories.agreements())
    for name, is_final in (("startup-pilot", True), ("crossing-counts", True), ("future-street", False)):
        source = spec_file(stories.ROOT / "examples" / name / "spec.yml")
        for draft in drafts_of(source, stories.DOCUMENTS, is_final=is_final):
            agreements[f"example {name} {draft.agreement.document}"] = draft.agreement
    return laid_out({name: printed(each) for name, each in agreements.items()}, tmp_path_factory.mktemp("pages"))


def printed(agreement: Agreement) -> bytes:
    """The Word file that is made to be printed."""
    return word_file(agreement, TEMPLATE, PRINTED)


@pytest.mark.parametrize("check", CHECKS, ids=NAMES)
def test_pages_are_whole(check: Callable[[LaidOut], Iterator[str]], documents: dict[str, LaidOut]) -> None:
    assert {name: found for name, each in documents.items() if (found := list(check(each)))} == {}


def test_each_check_of_pages_finds_the_mistake_that_it_is_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    pages = laid_out(planted(), tmp_path_factory.mktemp("planted"))
    checks = dict(zip(NAMES, CHECKS, strict=True))
    sound = pages.pop("sound")
    assert {name.partition(" ")[0] for name in pages} == set(checks)
    for name, each in pages.items():
        check = checks[name.partition(" ")[0]]
        assert list(check(each)), name
        assert not list(check(sound)), name


def planted() -> dict[str, bytes]:
    """A sound document, and by the name of their check others with a mistake that it is for."""
    talk = para("item", "4.1", "The municipal working group summarises community submissions beforehand. " * 20)
    talking = Article(para("article", "Part 3", "Talk", name="a3"), (clause("a/b", para("clause", "4", "Talk"), talk),))
    whole = replace(DRAFT, articles=(*DRAFT.articles, talking))
    sound = printed(whole)
    pages = Paging(tuple((each.bookmark, "9") for each in headings(whole)))
    stories_told = [text(" ".join(f"event{number}of{row}" for number in range(99))) for row in range(8)]
    high = Table((Column("Story", 60), Column("Teller", 40)), tuple((each, text("Council")) for each in stories_told))
    long = Table((Column("Who", 50), Column("Name", 50)), ((text("W" * 60), text("M" * 60)),))
    return {
        "sound": sound,
        "headings_at_a_foot": edited(sound, new_page("ClauseSub", 0)),
        "lead_ins_at_a_foot": edited(sound, new_page("ClauseL3", 0)),
        "thin_pages": edited(sound, new_page("ClauseSub", 1), new_page("ClauseSub", 2)),
        "thin_pages blank": edited(sound, blank_page),
        "torn_rows": edited(printed(with_table(high)), without("cantSplit")),
        "cut_words": printed(with_table(long)),
        "torn_signatures": edited(edited(printed(NINE), without("cantSplit")), without("keepNext"), part=STYLES),
        "wrong_page_numbers": word_file(whole, TEMPLATE, pages),
        "long_lines": edited(sound, small, part=STYLES),
        "signed_elsewhere": edited(sound, without("pageBreakBefore"), part=STYLES),
    }


def with_table(table: Table) -> Agreement:
    """The draft with one more schedule."""
    schedule = Schedule("more", para("schedule", "Schedule 3", "More", name="s3"), (table,))
    return replace(DRAFT, schedules=(*DRAFT.schedules, schedule))


STYLES = "word/styles.xml"


def new_page(style: str, number: int) -> Edit:
    """Begins a page with the paragraph of a style that has this number, from 0."""

    def edit(body: Body) -> None:
        found = [each for each in body.iter(f"{W}pStyle") if each.get(f"{W}val") == style]
        found[number].addnext(etree.Element(f"{W}pageBreakBefore"))

    return edit


def blank_page(body: Body) -> None:
    """Puts an empty paragraph on a page of its own behind everything."""
    [end] = body.iterfind(f"{W}body/{W}sectPr")
    properties = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(properties, f"{W}pPr"), f"{W}pageBreakBefore")
    end.addprevious(properties)


def without(name: str) -> Edit:
    """Takes a property away wherever it stands."""

    def edit(body: Body) -> None:
        for each in list(body.iter(f"{W}{name}")):
            parent = each.getparent()
            assert parent is not None
            parent.remove(each)

    return edit


def small(styles: Body) -> None:
    """Sets all text in 7 points."""
    for size in styles.iter(f"{W}sz"):
        size.set(f"{W}val", "14")


def test_every_party_signs_in_one_place_however_many_sign(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A block is whole, the first stands under the heading, and as many as fit stand together."""
    signing = {str(count): printed(replace(DRAFT, execution=blocks(count))) for count in PAGES_TO_SIGN}
    for name, each in laid_out(signing, tmp_path_factory.mktemp("signing")).items():
        count = int(name)
        [heading] = [p for p in each.document.paragraphs if p.style == "ExecutionHeading"]
        begun, *others = [[places(page, beginning, count) for page in each.pages] for beginning in BLOCK]
        assert others == [begun] * len(others)
        assert [n for found in begun for n in found] == list(range(count))
        assert begun[each.page_of(heading)][0] == 0
        assert len(list(filter(None, begun))) == PAGES_TO_SIGN[count]


PAGES_TO_SIGN = {1: 1, 2: 1, 5: 1, 12: 3}
BLOCK = ("SignedforBody{}PtyLtdby", "Director{}ofParty", "Secretary{}ofParty")
"""What stands in a block, from its beginning to its end."""


def places(page: Page, words: str, count: int) -> list[int]:
    """The numbers of the parties for which a page says these words."""
    return [n for n in range(count) if words.format(n) in page.said]


def blocks(count: int) -> tuple[ExecutionBlock, ...]:
    """As many parties, each with two who sign."""
    return tuple(
        block(f"Body {n} Pty Ltd", signer(f"Director {n} of Party"), signer(f"Secretary {n} of Party"))
        for n in range(count)
    )
