"""The pages of our documents as LibreOffice lays them out: easy to read, nothing torn apart, the right page numbers."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from pactwright.document import Agreement, ExecutionBlock
from pactwright.service import drafts_of
from pactwright.service import read as spec_file
from pactwright.writers.word import word_file
from pactwright.writers.word.contents import PRINTED
from tests import stories
from tests.office import saved
from tests.pages import Page, pages_of, rows, squeezed
from tests.reader import Document, Paragraph, read
from tests.stories import TEMPLATE
from tests.writers.agreements import DRAFT, block, signer

HEADINGS = {"ArticleHeading", "Heading1", "ScheduleHeading", "SchedulePart", "ContentsHeading", "ContentsTitle"}
HEADINGS |= {"ExecutionHeading", "SigLead", "SigParty", "TableHeading"}
LETTERS = 87
"""About 85 letters in a full line of a sub-clause, on average; eyes lose their way back from longer ones."""

NARROW = 30.0
"""Points that a full line may leave free at its end."""

LONGEST_WORD = 12
THIRD = 1 / 3


@dataclass(frozen=True)
class LaidOut:
    """A document, reopened, and its pages."""

    document: Document
    pages: tuple[Page, ...]

    @property
    def last_of_parts(self) -> set[int]:
        """The last pages, from 0, of the text, of the signing page and of the schedules: the next begins a part."""
        begun = [p for p in self.document.paragraphs if p.style in {"ExecutionHeading", "ScheduleHeading"}]
        first = {p.style: p for p in reversed(begun)}.values()
        return {self.page_of(each) - 1 for each in first} | {len(self.pages) - 1}

    def page_of(self, heading: Paragraph) -> int:
        """The page, from 0, on which a heading begins a line."""
        wanted = squeezed(heading.number + heading.text)
        [*_, found] = [n for n, page in enumerate(self.pages) if any(row == wanted for row in rows(page))]
        return found


def laid_out(agreements: dict[str, Agreement], folder: pytest.TempPathFactory) -> dict[str, LaidOut]:
    """Agreements as LibreOffice prints them."""
    files = {name: word_file(each, TEMPLATE, PRINTED) for name, each in agreements.items()}
    printed = saved(files, folder.mktemp("pages"), "pdf")
    return {name: LaidOut(read(files[name]), pages_of(printed[name])) for name in files}


@pytest.fixture(name="documents", scope="module")
def every_document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LaidOut]:
    """Every document of every story and of the examples."""
    agreements = dict(stories.agreements())
    for name, is_final in (("startup-pilot", True), ("future-street", False)):
        source = spec_file(stories.ROOT / "examples" / name / "spec.yml")
        for draft in drafts_of(source, stories.DOCUMENTS, is_final=is_final):
            agreements[f"example {name} {draft.agreement.document}"] = draft.agreement
    return laid_out(agreements, tmp_path_factory)


def test_a_line_of_a_clause_is_no_longer_than_the_eye_can_follow(documents: dict[str, LaidOut]) -> None:
    for name, each in documents.items():
        starts = {squeezed(p.text)[:30] for p in each.document.paragraphs if p.style == "ClauseSub"}
        lines = [line for page in each.pages for line in page.lines]
        left = next(line.left for line in lines if squeezed(line.text)[:30] in starts)
        indented = [line for line in lines if abs(line.left - left) < 1]
        edge = max(line.right for line in indented)
        full = [len(line.text) for line in indented if line.right > edge - NARROW]
        assert len(full) > len(each.pages), name
        assert sum(full) / len(full) <= LETTERS, name


def test_no_heading_stands_at_the_foot_of_a_page(documents: dict[str, LaidOut]) -> None:
    for name, each in documents.items():
        headings = {squeezed(p.number + p.text) for p in each.document.paragraphs if p.style in HEADINGS and p.text}
        for number, page in enumerate(each.pages, 1):
            assert rows(page)[-1] not in headings, f"{name}, page {number}: {rows(page)[-1]}"


def test_no_page_is_under_a_third_full_but_the_last_of_a_part(documents: dict[str, LaidOut]) -> None:
    for name, each in documents.items():
        for number, page in enumerate(each.pages):
            assert page.filled > THIRD or number in each.last_of_parts, f"{name}, page {number + 1}"


def test_no_row_of_a_table_is_torn_and_no_word_in_it_is_cut(documents: dict[str, LaidOut]) -> None:
    """Some page has every word of a row, each in one piece."""
    for name, each in documents.items():
        pages = [{word for line in page.lines for word in line.text.split()} for page in each.pages]
        for row in (row for table in each.document.tables for row in table):
            words = {word for cell in row.cells for word in cell.split() if len(word) <= LONGEST_WORD}
            whole = {word for word in words if not set("-/@") & set(word)}  # a line may end behind these
            assert any(whole <= page for page in pages), (name, row)


def test_the_contents_show_the_page_of_every_heading(documents: dict[str, LaidOut]) -> None:
    for name, each in documents.items():
        headings = {b: p for p in each.document.paragraphs for b in p.bookmarks}
        shown = [row for page in each.pages[:3] for row in rows(page)]
        for entry in each.document.contents:
            heading = headings[entry.anchor]
            start = squeezed(heading.number + heading.text)
            pages = [row.removeprefix(start).lstrip(".") for row in shown if row.startswith(f"{start}..")]
            assert str(each.page_of(heading) + 1) in pages, (name, heading.text, pages)


def test_the_parties_sign_on_a_page_of_their_own(documents: dict[str, LaidOut]) -> None:
    for name, each in documents.items():
        [heading] = [p for p in each.document.paragraphs if p.style == "ExecutionHeading"]
        page = each.pages[each.page_of(heading)]
        assert rows(page)[0] == squeezed(heading.text), name
        schedules = [p for p in each.document.paragraphs if p.style == "ScheduleHeading"]
        assert all(each.page_of(p) > each.page_of(heading) for p in schedules), name
        assert rows(each.pages[each.page_of(schedules[0])])[0] == squeezed(schedules[0].number + schedules[0].text)


def test_every_party_signs_in_one_place_however_many_sign(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A block is whole, the first stands under the heading, and as many as fit stand together."""
    signing = {str(count): replace(DRAFT, execution=blocks(count)) for count in PAGES_TO_SIGN}
    for name, each in laid_out(signing, tmp_path_factory).items():
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
