"""The long parts of the document, each as fragments of XML for its slot: one for each piece of the agreement.

A fragment follows from its piece and its place alone, so a piece that is the same in two documents is written once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeAlias

from pactwright.document import Agreement, Block, Clause, Paragraph, Piece, Schedule, Table, blocks_of
from pactwright.memory import Memory
from pactwright.writers.word.comments import note_ids
from pactwright.writers.word.contents import contents_xml
from pactwright.writers.word.controls import clause_control, heading_of, schedule_control
from pactwright.writers.word.execution import execution_xml
from pactwright.writers.word.layout import PAPERS
from pactwright.writers.word.paragraphs import BODY_UNDER_A_CLAUSE, bookmark_ids, first_id, paragraph_xml
from pactwright.writers.word.tables import table_xml

Group: TypeAlias = tuple[str, ...]
Groups: TypeAlias = tuple[Group, ...]
SLOTS = ("contents", "recitals", "body", "execution", "schedules")
_NO_NOTE = -1


def slots(agreement: Agreement, memory: Memory) -> Mapping[str, Groups]:
    """The fragments of each slot in the order of reading, those of one article in a group."""
    width = PAPERS[agreement.paper].text_width
    printed = _printed(agreement, width, memory)
    return {
        "contents": ((contents_xml(agreement),),),
        "recitals": (tuple(islice(printed, len(agreement.recitals))),),
        "body": tuple(tuple(islice(printed, 1 + len(each.clauses))) for each in agreement.articles),
        "execution": ((execution_xml(agreement.execution, width),),),
        "schedules": tuple((each,) for each in printed),
    }


def _printed(agreement: Agreement, width: int, memory: Memory) -> Iterator[str]:
    """Every piece; `index` counts clauses and schedules apart, since each kind has controls of its own."""
    notes, counted = note_ids(agreement), {Paragraph: 0, Clause: 0, Schedule: 0}
    for number, piece in enumerate(agreement.pieces()):
        note = notes.get(_heading(piece), _NO_NOTE) if notes else _NO_NOTE
        yield memory.same(fragment, piece, number, counted[type(piece)], note, width)
        counted[type(piece)] += 1


def _heading(piece: Piece) -> str:
    heading = heading_of(piece) if isinstance(piece, Clause) else None
    return heading.bookmark if heading else ""


def fragment(piece: Piece, number: int, index: int, note: int, width: int) -> str:
    """The XML of a piece; `note` is the number of the comment beside it, `width` that of the text."""
    ids = bookmark_ids(piece, number)
    if isinstance(piece, Paragraph):
        return paragraph_xml(piece, ids)
    if isinstance(piece, Schedule):
        inside = "".join(_block(block, ids, width) for block in blocks_of(piece))
        return schedule_control(piece, index, first_id(number), inside)
    notes = {_heading(piece): note} if note != _NO_NOTE else {}
    inside = "".join(_block(block, ids, width, BODY_UNDER_A_CLAUSE, notes) for block in piece.blocks)
    return clause_control(piece, index, first_id(number), inside)


def _block(
    block: Block, ids: Mapping[str, int], width: int, body: str = "", notes: Mapping[str, int] | None = None
) -> str:
    if isinstance(block, Table):
        return table_xml(block, width)
    note = notes.get(block.bookmark) if notes else None
    return paragraph_xml(block, ids, body if block.role == "body" else "", note)
