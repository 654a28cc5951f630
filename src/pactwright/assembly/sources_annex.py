"""The annex that says from where the clauses come: each with its version, and the sources whose ideas it takes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from pactwright.assembly.anchors import bookmark
from pactwright.document import Article, Clause, Column, Paragraph, Runs, Schedule, Table, Text
from pactwright.formats import printed_date

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext

ID = "sources"
WIDTHS = (12, 22, 36, 16, 14)


def sources_annex(context: DraftContext, articles: Iterable[Article], number: int) -> Schedule:
    """The annex, numbered behind the schedules; a clause that cites nothing stands in it too, and says so."""
    words = context.outline.sources_annex
    label = f"{context.library.jurisdiction.words.get('schedule', 'schedule').capitalize()} {number}"
    heading = Paragraph("schedule", (Text(words.title),), label, label, bookmark("schedule", ID))
    clauses = [clause for article in articles for clause in article.clauses if clause.option]
    columns = tuple(Column(each, width) for each, width in zip(words.columns, WIDTHS, strict=True))
    rows = tuple(chain.from_iterable(_rows(context, clause) for clause in clauses))
    return Schedule(ID, heading, (Paragraph("body", (Text(words.lead_in),)), Table(columns, rows)))


def _rows(context: DraftContext, clause: Clause) -> Iterator[tuple[Runs, ...]]:
    """A row for each source of a clause; number and name of the clause stand in the first."""
    option = context.library.options[clause.id][clause.option]
    heading = next(block for block in clause.blocks if isinstance(block, Paragraph))
    named = (heading.label, f"{clause.id}/{clause.option}, {clause.version}")
    for position, name in enumerate(option.sources or ("",)):
        yield tuple((Text(each),) for each in (*(("", "") if position else named), *_told(context, name)))


def _told(context: DraftContext, name: str) -> tuple[str, str, str]:
    """A source with its address, its licence, and the day on which it was read."""
    words, source = context.outline.sources_annex, context.library.sources.get(name)
    if source is None:
        return words.nothing, "", ""
    day = source.get("checked_on")
    read = printed_date(date.fromisoformat(day), context.language) if day else words.unread
    return (
        f"{source['title']}, {source['publisher']}, {source['address']}",
        source.get("licence") or words.unstated,
        read,
    )
