"""The table of contents: parts, schedules and, in a long document, clauses, each a link to its heading.

A short document would spend a page in fifteen on its clauses, which Word's navigation pane lists anyway.

It carries no page numbers: only Word knows the pages, and a wrong number is worse than none. Word can bring the list up
to date (its field names the heading styles), but never asks to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from pactwright.document import Agreement, Article, Gap, Paragraph, Run
from pactwright.writers.word.controls import contents_control
from pactwright.writers.word.markup import escaped
from pactwright.writers.word.paragraphs import styled
from pactwright.writers.word.runs import field_mark, instruction_xml, plain_xml

HEADING, LEVELS = "ContentsTitle", ("TOC1", "TOC2")
"""The style contract: the unnumbered heading, and the entries of parts and schedules, and of clauses."""

LONG = 40
"""From this many clauses on, more than about fifteen pages, clauses are listed too."""

_FIELD = r'TOC \n \h \z \t "{}"'
"""No page numbers, links, no numbers in web view either, and the styles by name with the level of each."""

_PARTS = "Article Heading,1,Schedule Heading,1"
_CLAUSES = f"{_PARTS},heading 1,2"


def contents_xml(agreement: Agreement) -> str:
    """The heading and the entries in their control; nothing for a document without a heading to link to."""
    return _contents(agreement.furniture.contents, tuple(headings(agreement)))


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
def _contents(title: str, headings: tuple[Paragraph, ...]) -> str:
    found = [each for each in headings if each.bookmark]
    is_long = sum(map(_is_of_clause, found)) >= LONG
    entries = [each for each in found if is_long or not _is_of_clause(each)]
    if not entries:
        return ""
    lines = [_linked(each) for each in entries]
    lines[0] = _opening(_CLAUSES if is_long else _PARTS) + lines[0]
    lines[-1] += field_mark("end")
    paragraphs = (styled(LEVELS[_is_of_clause(each)], line) for each, line in zip(entries, lines, strict=True))
    return contents_control(title, styled(HEADING, plain_xml(title)) + "".join(paragraphs))


def _opening(styles: str) -> str:
    return field_mark("begin") + instruction_xml(_FIELD.format(styles)) + field_mark("separate")


def _linked(heading: Paragraph) -> str:
    words = "".join(_shown(run) for run in heading.runs)
    label = plain_xml(f"{heading.label}\t") if heading.label else ""
    return f'<w:hyperlink w:anchor="{escaped(heading.bookmark)}" w:history="1">{label}{words}</w:hyperlink>'


def _shown(run: Run) -> str:
    """The words of a run without what they are in the heading: a field in a field, or a definition."""
    return plain_xml(run.text, "Gap" if isinstance(run, Gap) else "")
