"""Paragraphs: a style, which brings number and indent with it, and a bookmark round the words."""

from __future__ import annotations

from collections.abc import Mapping

from pactwright.document import Block, Paragraph, Role, Runs
from pactwright.writers.word.comments import annotated
from pactwright.writers.word.runs import runs_xml

STYLES: Mapping[Role, str] = {
    "article": "ArticleHeading",
    "clause": "Heading1",
    "item": "ClauseSub",
    "subitem": "ClauseL3",
    "subsubitem": "ClauseL4",
    "recital": "Recital",
    "definition": "Definition",
    "body": "BodyText",
    "schedule": "ScheduleHeading",
    "schedule-part": "SchedulePart",
}
"""The style contract: what a template must call its paragraph styles."""

BODY_UNDER_A_CLAUSE = "BodyTextIndent"

_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
"""What Word writes where somebody takes the number off one paragraph of a numbered style."""


def leads_in(paragraph: Paragraph, below: Block) -> bool:
    """Whether a paragraph leads in to the one below it, the first of a list: then both stand on one page.

    >>> leads_in(Paragraph("item", ()), Paragraph("subitem", ()))
    True
    >>> leads_in(Paragraph("item", ()), Paragraph("item", ()))
    False
    """
    return isinstance(below, Paragraph) and below.role in _LED_TO.get(paragraph.role, ())


_LED_TO: Mapping[Role, tuple[Role, ...]] = {
    "item": ("subitem", "definition"),
    "subitem": ("subsubitem",),
    "body": ("subitem", "definition"),
}


def paragraph_xml(
    paragraph: Paragraph, ids: Mapping[str, int], style: str = "", note: int | None = None, *, is_kept: bool = False
) -> str:
    """The paragraph, bookmarked if it may be referred to; `style` stands in for the style of its role.

    `note` is the number of the comment beside it; `is_kept` keeps it on the page of the next.
    """
    content = annotated(_bookmarked(paragraph, ids), note)
    if is_kept:
        return kept(styled(style or STYLES[paragraph.role], content))
    if paragraph.role == "schedule-part" and not paragraph.label:
        return styled(STYLES[paragraph.role], content).replace("</w:pPr>", f"{_UNNUMBERED}</w:pPr>", 1)
    return styled(style or STYLES[paragraph.role], content)


def words_xml(runs: Runs, style: str) -> str:
    """An unnumbered paragraph of some runs."""
    return styled(style, runs_xml(runs))


def styled(style: str, content: str) -> str:
    """A paragraph that carries nothing but its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def kept(paragraph: str) -> str:
    """A styled paragraph that stands on the page of the next."""
    return paragraph.replace("</w:pPr>", "<w:keepNext/></w:pPr>", 1)


def _bookmarked(paragraph: Paragraph, ids: Mapping[str, int]) -> str:
    inside = runs_xml(paragraph.runs)
    if not paragraph.bookmark:
        return inside
    number = ids[paragraph.bookmark]
    start = f'<w:bookmarkStart w:id="{number}" w:name="{paragraph.bookmark}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'
