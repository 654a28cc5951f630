"""The long parts of the document as XML for their slots.

The XML of a part follows from the part and its place alone, so what is the same in two documents is written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeAlias

from pactwright.document import Agreement, Article, Block, Clause, Part, Schedule, Table, blocks_of
from pactwright.memory import Memory
from pactwright.writers.word.comments import note_ids
from pactwright.writers.word.contents import contents_xml
from pactwright.writers.word.controls import clause_control, heading_of, schedule_control
from pactwright.writers.word.execution import execution_xml
from pactwright.writers.word.ids import bookmark_ids, first_id
from pactwright.writers.word.layout import PAPERS
from pactwright.writers.word.paragraphs import BODY_UNDER_A_CLAUSE, paragraph_xml
from pactwright.writers.word.tables import table_xml

Groups: TypeAlias = "tuple[Group, ...]"
Beside: TypeAlias = frozenset[tuple[str, int]]
_NO_NOTES: Beside = frozenset()
SLOTS = ("contents", "recitals", "body", "execution", "schedules")


class Group:
    """The XML of a part or two that stand together, in pieces."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces

    @property
    def xml(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    @cached_property
    def encoded(self) -> bytes:
        """Its bytes in the file, worked out once."""
        return self.xml.encode()


def slots(agreement: Agreement, memory: Memory) -> Mapping[str, Groups]:
    """The groups of each slot, in the order of reading."""
    width, notes = PAPERS[agreement.paper].text_width, note_ids(agreement)
    numbered = enumerate(agreement.parts(), 1)
    groups = iter([memory.same(_group, memory, part, number, _beside(part, notes), width) for number, part in numbered])
    recitals = (group.xml for group in islice(groups, len(agreement.recitals)))
    return {
        "contents": (memory.same(Group, contents_xml(agreement, memory)),),
        "recitals": (memory.equal(Group, *recitals),),
        "body": tuple(islice(groups, len(agreement.articles))),
        "execution": (Group(execution_xml(agreement.execution, width, memory)),),
        "schedules": tuple(groups),
    }


def _beside(part: Part, notes: Mapping[str, int]) -> Beside:
    """The notes beside a part's clauses: the bookmark of the heading, and the number of the comment."""
    if not notes or not isinstance(part, Article):
        return _NO_NOTES
    headings = (heading_of(clause) for clause in part.clauses)
    return frozenset((each.bookmark, notes[each.bookmark]) for each in headings if each and each.bookmark in notes)


def _group(memory: Memory, part: Part, number: int, beside: Beside, width: int) -> Group:
    """The XML of a part; `number` is its place from 1, `width` that of the text."""
    if isinstance(part, Article):
        clauses = enumerate(part.clauses, 1)
        return Group(
            paragraph_xml(part.heading, bookmark_ids((part.heading,), first_id(number))),
            *(memory.same(_clause, memory, each, number, place, beside, width) for place, each in clauses),
        )
    blocks = blocks_of(part)
    printing = _Printing(bookmark_ids(blocks, first_id(number)), {}, width, memory)
    inside = map(printing.block, blocks)
    return Group(schedule_control(part, number, inside) if isinstance(part, Schedule) else "".join(inside))


def _clause(memory: Memory, clause: Clause, number: int, place: int, beside: Beside, width: int) -> str:
    """The XML of a clause; `number` is the place of its article, `place` its own in there."""
    printing = _Printing(bookmark_ids(clause.blocks, first_id(number, place)), dict(beside), width, memory)
    return clause_control(clause, number, place, map(printing.block_of_clause, clause.blocks))


@dataclass(frozen=True, slots=True)
class _Printing:
    """What some blocks are printed with: numbers of bookmarks, notes by heading, the width of the text."""

    ids: Mapping[str, int]
    notes: Mapping[str, int]
    width: int
    memory: Memory

    def block(self, block: Block) -> str:
        """A block as it stands outside clauses."""
        if isinstance(block, Table):
            return self.memory.same(table_xml, block, self.width, self.memory)
        return paragraph_xml(block, self.ids)

    def block_of_clause(self, block: Block) -> str:
        """A block as it stands in a clause: running text is indented, a heading may have a note."""
        if isinstance(block, Table) or (block.role != "body" and block.bookmark not in self.notes):
            return self.block(block)
        style = BODY_UNDER_A_CLAUSE if block.role == "body" else ""
        return paragraph_xml(block, self.ids, style, self.notes.get(block.bookmark))
