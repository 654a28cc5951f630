"""Paragraphs: a style, which brings number and indent with it, and a bookmark round the words."""

from __future__ import annotations

from collections.abc import Mapping

from pactwright.document import Paragraph, Role, Runs
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


def paragraph_xml(paragraph: Paragraph, ids: Mapping[str, int], style: str = "", note: int | None = None) -> str:
    """The paragraph, bookmarked if it may be referred to; `style` stands in for the style of its role.

    `note` is the number of the comment beside it.
    """
    return styled(style or STYLES[paragraph.role], annotated(_bookmarked(paragraph, ids), note))


def words_xml(runs: Runs, style: str) -> str:
    """An unnumbered paragraph of some runs."""
    return styled(style, runs_xml(runs))


def styled(style: str, content: str) -> str:
    """A paragraph that carries nothing but its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _bookmarked(paragraph: Paragraph, ids: Mapping[str, int]) -> str:
    inside = runs_xml(paragraph.runs)
    if not paragraph.bookmark:
        return inside
    number = ids[paragraph.bookmark]
    start = f'<w:bookmarkStart w:id="{number}" w:name="{paragraph.bookmark}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'
