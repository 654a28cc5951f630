"""Documents as LibreOffice lays them out, and what is wrong with their pages: each check names what it finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from tests.office import saved
from tests.pages import Page, pages_of, squeezed
from tests.reader import Document, Paragraph, read

HEADINGS = {"ArticleHeading", "Heading1", "ScheduleHeading", "SchedulePart", "ContentsHeading", "ContentsTitle"}
HEADINGS |= {"ExecutionHeading", "SigLead", "SigParty", "TableHeading"}
LISTED = {"ClauseL3", "ClauseL4", "Definition"}
"""What stands below words that lead in to it."""

THIRD = 1 / 3
_BREAKS = re.compile(r"[ \n\t]")
"""Where a line of a cell may end, but for what stands behind a hyphen; a no-break space holds words together."""

_HYPHENS = "-\u2010\u2013/@."
"""Signs behind which LibreOffice or Word may end a line within a word."""

LETTERS = 87
"""About 85 letters in a full line of a sub-clause, on average; eyes lose their way back from longer ones."""

NARROW = 30.0
"""Points that a full line may leave free at its end."""


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
        [*_, found] = [n for n, page in enumerate(self.pages) if any(row == wanted for row in page.rows)]
        return found


def laid_out(files: Mapping[str, bytes], folder: Path) -> dict[str, LaidOut]:
    """Word files as LibreOffice prints them."""
    printed = saved(files, folder, "pdf")
    return {name: LaidOut(read(files[name]), pages_of(printed[name])) for name in files}


def headings_at_a_foot(each: LaidOut) -> Iterator[str]:
    """Headings below which nothing stands on their page, and parts in the contents whose clauses stand on the next."""
    headings = {squeezed(p.number + p.text) for p in each.document.paragraphs if p.style in HEADINGS and p.text}
    headings -= {squeezed(cell) for table in each.document.tables for cell in [*table][-1].cells}  # totals
    listed = pairwise(each.document.contents)
    listing = {squeezed(one.text) for one, other in listed if (one.style, other.style) == ("TOC1", "TOC2")}
    for number, page in enumerate(each.pages, 1):
        last = "".join(page.rows[-1:])
        if last in headings or ("..." in last and last.partition("...")[0] in listing):
            yield f"page {number}: {last}"


def lead_ins_at_a_foot(each: LaidOut) -> Iterator[str]:
    """Words that lead in to a list or to the definitions, all of which stands on the next page."""
    paragraphs = each.document.paragraphs
    leading = {
        squeezed(one.text)
        for one, other in pairwise(paragraphs)
        if other.style in LISTED and one.style != other.style and one.text.endswith(":")
    }
    for number, page in enumerate(each.pages, 1):
        last = "".join(page.rows[-1:])
        if last and any(words.endswith(last) or last.endswith(words) for words in leading):
            yield f"page {number}: {last}"


def thin_pages(each: LaidOut) -> Iterator[str]:
    """Pages under a third full that are not the last of a part, and blank ones."""
    for number, page in enumerate(each.pages):
        if not page.lines or (page.filled <= THIRD and number not in each.last_of_parts):
            yield f"page {number + 1}: {page.filled:.0%} full"


def torn_rows(each: LaidOut) -> Iterator[str]:
    """Rows of which no page has every cell, from its first word to its last."""
    pages = [["".join(squeezed(line.text) for line in column) for column in page.columns] for page in each.pages]
    for row in (row for table in each.document.tables for row in table):
        cells = list(map(squeezed, row.cells))
        if not any(all(any(cell in column for column in page) for cell in cells) for page in pages):
            yield " | ".join(row.cells)


def cut_words(each: LaidOut) -> Iterator[str]:
    """Cells in which a line ends within a word, since the word is longer than the column is wide."""
    columns = [[squeezed(line.text) for line in column] for page in each.pages for column in page.columns]
    said = [("".join(lines), lines) for lines in columns]
    cells = {cell for table in each.document.tables for row in table for cell in row.cells}
    for cell in (cell for cell in cells if not cell.replace(".", "").isdigit()):  # 3 above 3.1 reads as a cut 33.1
        text, ends = squeezed(cell), _ends_of_words(cell)
        found = (places for all_of_it, lines in said if text in all_of_it for places in _lines_of(text, lines))
        if any(places - ends for places in found):
            yield cell


def _ends_of_words(text: str) -> set[int]:
    """The places, in letters without spaces, at which a line may end."""
    spaces = {len(squeezed(text[: found.start()])) for found in _BREAKS.finditer(text)}
    return spaces | {n for n, letter in enumerate(squeezed(text), 1) if letter in _HYPHENS}


def _lines_of(text: str, words: list[str]) -> Iterator[set[int]]:
    """For each time that a text fills lines of a column, the places in it at which a line ends."""
    for first, word in enumerate(words):
        ends = [end for end in accumulate(map(len, words[first:])) if end <= len(text)]
        if word and "".join(words[first : first + len(ends)]) == text:
            yield set(ends[:-1])


def torn_signatures(each: LaidOut) -> Iterator[str]:
    """Parties whose place to sign does not stand whole below their name, before the next name or the foot."""
    blocks = _places_to_sign(each.document.paragraphs)
    for party, *inside in blocks:
        below = [_below(page, party, {name for name, *_ in blocks}) for page in each.pages]
        if not any(all(said.count(words) >= times for words, times in Counter(inside).items()) for said in below):
            yield party


def _places_to_sign(paragraphs: Sequence[Paragraph]) -> list[list[str]]:
    """For each party that signs, its name and all that stands in its place to sign, without spaces."""
    signing = [p for p in paragraphs if p.style in {"SigParty", "Sig", "SigLabel"} and p.text]
    starts = [n for n, p in enumerate(signing) if p.style == "SigParty"]
    return [[squeezed(p.text) for p in signing[start:end]] for start, end in pairwise([*starts, len(signing)])]


def _below(page: Page, party: str, parties: set[str]) -> str:
    """What stands on a page below the name of a party."""
    tops = sorted(line.top for line in page.lines if squeezed(line.text) in parties)
    [start] = [line.top for line in page.lines if squeezed(line.text) == party] or [page.foot]
    end = next((top for top in tops if top > start), page.foot + 1)
    return squeezed("".join(line.text for line in page.lines if start < line.top < end))


def long_lines(each: LaidOut) -> Iterator[str]:
    """The average length of the full lines of sub-clauses, where eyes cannot follow it."""
    starts = {squeezed(p.text)[:30] for p in each.document.paragraphs if p.style == "ClauseSub"}
    lines = [line for page in each.pages for line in page.lines]
    left = next(line.left for line in lines if squeezed(line.text)[:30] in starts)
    indented = [line for line in lines if abs(line.left - left) < 1]
    edge = max(line.right for line in indented)
    full = [len(line.text) for line in indented if line.right > edge - NARROW]
    if not full or sum(full) / len(full) > LETTERS:
        yield f"{len(full)} full lines of {sum(full)} letters"


def signed_elsewhere(each: LaidOut) -> Iterator[str]:
    """What shares the page on which the parties begin to sign."""
    [heading] = [p for p in each.document.paragraphs if p.style == "ExecutionHeading"]
    begun = [heading, *(p for p in each.document.paragraphs if p.style == "ScheduleHeading")]
    for first in {p.style: p for p in reversed(begun)}.values():
        if (top := each.pages[each.page_of(first)].rows[0]) != squeezed(first.number + first.text):
            yield f"{first.text}: {top}"


def wrong_page_numbers(each: LaidOut) -> Iterator[str]:
    """Entries of the contents that show no page, or another than that of their heading."""
    headings = {b: p for p in each.document.paragraphs for b in p.bookmarks}
    shown = [row for page in each.pages for row in page.rows]
    for entry in each.document.contents:
        heading = headings[entry.anchor]
        start = squeezed(heading.number + heading.text)
        pages = [row.removeprefix(start).lstrip(".") for row in shown if row.startswith(f"{start}..")]
        page = each.page_of(heading) + 1
        if str(page) not in pages:
            yield f"{heading.text}: {pages}, not {page}"
