"""The long parts of the document as XML for their slots.

The XML of a piece follows from the piece and its place alone, so what is the same in two documents is written, and
looked at, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import TypeAlias

from msgspec import Struct

from pactwright.document import Agreement, Article, Block, Chart, Clause, Paragraph, Schedule, Table, blocks_of
from pactwright.writers.word.charts import chart_xml
from pactwright.writers.word.comments import note_ids
from pactwright.writers.word.contents import LEFT_TO_WORD, Paging, contents_xml
from pactwright.writers.word.controls import clause_control, heading_of, schedule_control
from pactwright.writers.word.direction import directed
from pactwright.writers.word.execution import signing_xml
from pactwright.writers.word.ids import bookmark_ids, first_id
from pactwright.writers.word.layout import PAPERS
from pactwright.writers.word.paragraphs import BODY_UNDER_A_CLAUSE, leads_in, paragraph_xml
from pactwright.writers.word.story import StoryIndex, index_of_piece
from pactwright.writers.word.tables import held, table_xml

Place: TypeAlias = tuple[int, int]
"""The number of a part of the document from 1, and of a clause in it; 0 for the part itself."""


class XmlPiece(Struct, frozen=True):
    """The XML of a piece of the document, and its index."""

    xml: bytes
    index: StoryIndex


def piece(xml: str) -> XmlPiece:
    """A piece of this XML, its paragraphs in their direction."""
    xml = directed(xml)
    return XmlPiece(xml.encode(), index_of_piece(xml))


def slot_pieces(agreement: Agreement, paging: Paging = LEFT_TO_WORD) -> Mapping[str, tuple[XmlPiece, ...]]:
    """The pieces of each slot, in the order of reading."""
    width, notes = PAPERS[agreement.paper].text_width, note_ids(agreement)
    body = len(agreement.recitals) + 1
    annexes = body + len(agreement.articles)
    return {
        "contents": (piece(contents_xml(agreement, paging)),),
        "recitals": tuple(_paragraph(each, (number, 0)) for number, each in enumerate(agreement.recitals, 1)),
        "body": tuple(
            found
            for number, each in enumerate(agreement.articles, body)
            for found in _article(each, number, width, notes)
        ),
        **_behind(agreement, annexes, width),
    }


def _behind(agreement: Agreement, first: int, width: int) -> Mapping[str, tuple[XmlPiece, ...]]:
    """The signatures and the schedules; where the parties sign last, both stand in the slot of the schedules."""
    schedules = tuple(_schedule(each, number, width) for number, each in enumerate(agreement.schedules, first))
    signatures = (piece(signing_xml(agreement, width)),)
    if agreement.signed == "before-schedules":
        return {"execution": signatures, "schedules": schedules}
    return {"execution": (), "schedules": (*schedules, *signatures)}


def _article(article: Article, number: int, width: int, notes: Mapping[str, int]) -> Iterator[XmlPiece]:
    yield _paragraph(article.heading, (number, 0))
    for place, clause in enumerate(article.clauses, 1):
        heading = heading_of(clause)
        yield _clause(clause, (number, place), width, notes.get(heading.bookmark) if heading else None)


@lru_cache(maxsize=256)
def _paragraph(paragraph: Paragraph, place: Place) -> XmlPiece:
    """A paragraph that stands by itself: a recital, or the heading of an article."""
    return piece(paragraph_xml(paragraph, bookmark_ids((paragraph,), first_id(*place))))


@lru_cache(maxsize=160)
def _clause(clause: Clause, place: Place, width: int, note: int | None) -> XmlPiece:
    """A clause in its control; `note` is the number of the comment beside its heading, `width` that of the text."""
    ids, heading = bookmark_ids(clause.blocks, first_id(*place)), heading_of(clause)
    blocks = (
        _block_of_clause(block, below, ids, width, note if block is heading else None)
        for block, below in zip_longest(clause.blocks, clause.blocks[1:])
    )
    return piece(clause_control(clause, *place, blocks))


@lru_cache(maxsize=64)
def _schedule(schedule: Schedule, number: int, width: int) -> XmlPiece:
    blocks = blocks_of(schedule)
    ids = bookmark_ids(blocks, first_id(number))
    written = (
        held(_block(block, ids, width)) if isinstance(below, Chart) else _block(block, ids, width)
        for block, below in zip_longest(blocks, blocks[1:])
    )
    return piece(schedule_control(schedule, number, written))


def _block(block: Block, ids: Mapping[str, int], width: int) -> str:
    """A block as it stands outside clauses."""
    return paragraph_xml(block, ids) if isinstance(block, Paragraph) else _shown(block, width)


def _shown(block: Table | Chart, width: int) -> str:
    return table_xml(block, width) if isinstance(block, Table) else chart_xml(block, width)


def _block_of_clause(block: Block, below: Block | None, ids: Mapping[str, int], width: int, note: int | None) -> str:
    """A block as it stands in a clause: running text is indented, a heading may have a note, a lead-in is kept."""
    if not isinstance(block, Paragraph):
        return _shown(block, width)
    style = BODY_UNDER_A_CLAUSE if block.role == "body" else ""
    return paragraph_xml(block, ids, style, note, is_kept=below is not None and leads_in(block, below))
