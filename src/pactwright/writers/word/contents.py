r"""The table of contents: parts, clauses and schedules, each a link to its heading, and the page of that.

Only who lays the document out knows its pages. Where they are known, each entry shows its own. Where they are not, an
entry shows none, since a wrong number is worse than none, and its field is marked as out of date, so that Word works it
out when it opens the file. To be printed, the list stands in no field of contents, whose insides LibreOffice prints as
it finds them; then it works out each page by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from pactwright.document import Agreement, Article, Gap, Paragraph, Run
from pactwright.writers.word.controls import contents_control
from pactwright.writers.word.markup import escaped
from pactwright.writers.word.paragraphs import kept, styled
from pactwright.writers.word.runs import field_mark, instruction_xml, plain_xml

HEADING, LEVELS = "ContentsTitle", ("TOC1", "TOC2")
"""The style contract: the unnumbered heading, and the entries of parts and schedules, and of clauses."""

_FIELD = r'TOC \h \z \t "Article Heading,1,Schedule Heading,1,heading 1,2"'
"""Links, no page numbers in web view, and the styles by name with the level of each."""


class Paging(Struct, frozen=True):
    """How the contents come by their page numbers.

    `pages` holds bookmarks and the page of each, where a layout told them; `is_printed` says that the file is only made
    to be printed.
    """

    pages: tuple[tuple[str, str], ...] = ()
    is_printed: bool = False


LEFT_TO_WORD, PRINTED = Paging(), Paging(is_printed=True)


def contents_xml(agreement: Agreement, paging: Paging = LEFT_TO_WORD) -> str:
    """The heading and the entries in their control; nothing for a document without a heading to link to."""
    return _contents(agreement.furniture.contents, tuple(headings(agreement)), paging)


def headings(agreement: Agreement) -> Iterator[Paragraph]:
    """The headings of parts, clauses and schedules in the order of reading."""
    yield from chain.from_iterable(map(_headings_in, agreement.articles))
    yield from (schedule.heading for schedule in agreement.schedules)


@lru_cache(maxsize=64)
def _headings_in(article: Article) -> tuple[Paragraph, ...]:
    paragraphs = (each for clause in article.clauses for each in clause.blocks if isinstance(each, Paragraph))
    return (article.heading, *filter(_is_of_clause, paragraphs))


def _is_of_clause(paragraph: Paragraph) -> bool:
    return paragraph.role == "clause"


@lru_cache(maxsize=64)
def _contents(title: str, headings: tuple[Paragraph, ...], paging: Paging) -> str:
    entries = [each for each in headings if each.bookmark]
    if not entries:
        return ""
    pages = dict(paging.pages)
    lines = [_linked(each, pages.get(each.bookmark, "")) for each in entries]
    if not paging.is_printed:
        lines[0] = field_mark("begin") + instruction_xml(_FIELD) + field_mark("separate") + lines[0]
        lines[-1] += field_mark("end")
    below = (*map(_is_of_clause, entries[1:]), False)
    paragraphs = map(_entry, map(_is_of_clause, entries), below, lines)
    return contents_control(title, styled(HEADING, plain_xml(title)) + "".join(paragraphs))


def _entry(is_of_clause: bool, is_above_clause: bool, line: str) -> str:  # noqa: FBT001 - of a map
    """An entry; that of a part stands on the page of the first of its clauses."""
    entry = styled(LEVELS[is_of_clause], line)
    return kept(entry) if is_above_clause and not is_of_clause else entry


def _linked(heading: Paragraph, page: str) -> str:
    words = "".join(_shown(run) for run in heading.runs)
    label = plain_xml(f"{heading.label}\t") if heading.label else ""
    inside = label + words + plain_xml("\t") + _page(heading.bookmark, page)
    return f'<w:hyperlink w:anchor="{escaped(heading.bookmark)}" w:history="1">{inside}</w:hyperlink>'


def _page(bookmark: str, page: str) -> str:
    """The field of a page number, out of date where the number is not known."""
    begin = field_mark("begin") if page else '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    instruction = instruction_xml(rf"PAGEREF {bookmark} \h")
    return begin + instruction + field_mark("separate") + plain_xml(page) + field_mark("end")


def _shown(run: Run) -> str:
    """The words of a run without what they are in the heading: a field in a field, or a definition."""
    return plain_xml(run.text, "Gap" if isinstance(run, Gap) else "")
