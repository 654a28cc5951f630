"""The long parts of the document as XML for their slots.

The XML of a part follows from the part and its place alone, so what is the same in two documents is written once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeAlias

from pactwright.document import Agreement, Article, Block, Paragraph, Part, Schedule, Table, blocks_of
from pactwright.memory import Memory
from pactwright.writers.word.comments import note_ids
from pactwright.writers.word.contents import contents_xml
from pactwright.writers.word.controls import clause_control, heading_of, schedule_control
from pactwright.writers.word.execution import execution_xml
from pactwright.writers.word.ids import bookmark_ids
from pactwright.writers.word.layout import PAPERS
from pactwright.writers.word.paragraphs import BODY_UNDER_A_CLAUSE, paragraph_xml
from pactwright.writers.word.tables import table_xml

Groups: TypeAlias = "tuple[Group, ...]"
SLOTS = ("contents", "recitals", "body", "execution", "schedules")


class Group:
    """The XML of a part or two that stand together; what is asked of it is worked out once."""

    def __init__(self, *fragments: str) -> None:
        self.xml = "".join(fragments)

    @cached_property
    def encoded(self) -> bytes:
        """Its bytes in the file."""
        return self.xml.encode()


def slots(agreement: Agreement, memory: Memory) -> Mapping[str, Groups]:
    """The groups of each slot, in the order of reading."""
    width, notes = PAPERS[agreement.paper].text_width, note_ids(agreement)
    numbered = enumerate(agreement.parts(), 1)
    groups = iter([memory.same(_group, memory, part, number, _beside(part, notes), width) for number, part in numbered])
    recitals = (group.xml for group in islice(groups, len(agreement.recitals)))
    return {
        "contents": (memory.same(Group, contents_xml(agreement)),),
        "recitals": (memory.same(Group, *recitals),),
        "body": tuple(islice(groups, len(agreement.articles))),
        "execution": (Group(execution_xml(agreement.execution, width)),),
        "schedules": tuple(groups),
    }


def _beside(part: Part, notes: Mapping[str, int]) -> frozenset[tuple[str, int]]:
    """The notes beside a part's clauses: the bookmark of the heading, and the number of the comment."""
    if not notes or not isinstance(part, Article):
        return frozenset()
    headings = (heading_of(clause) for clause in part.clauses)
    return frozenset((each.bookmark, notes[each.bookmark]) for each in headings if each and each.bookmark in notes)


def _group(memory: Memory, part: Part, number: int, beside: frozenset[tuple[str, int]], width: int) -> Group:
    """The XML of a part; `number` is its place from 1, `width` that of the text."""
    printing = _Printing(bookmark_ids(part, number), dict(beside), width, memory)
    if isinstance(part, Paragraph):
        return Group(printing.block(part))
    if isinstance(part, Schedule):
        return Group(schedule_control(part, number, "".join(map(printing.block, blocks_of(part)))))
    return Group(printing.block(part.heading), *_clauses(part, number, printing))


def _clauses(article: Article, number: int, printing: _Printing) -> Iterator[str]:
    for index, clause in enumerate(article.clauses):
        yield clause_control(clause, number, index, "".join(map(printing.block_of_clause, clause.blocks)))


@dataclass(frozen=True, slots=True)
class _Printing:
    """What the blocks of a part are printed with: numbers of bookmarks, notes by heading, the width of the text."""

    ids: Mapping[str, int]
    notes: Mapping[str, int]
    width: int
    memory: Memory

    def block(self, block: Block) -> str:
        """A block as it stands outside clauses."""
        return table_xml(block, self.width, self.memory) if isinstance(block, Table) else paragraph_xml(block, self.ids)

    def block_of_clause(self, block: Block) -> str:
        """A block as it stands in a clause: running text is indented, a heading may have a note."""
        if isinstance(block, Table) or (block.role != "body" and block.bookmark not in self.notes):
            return self.block(block)
        style = BODY_UNDER_A_CLAUSE if block.role == "body" else ""
        return paragraph_xml(block, self.ids, style, self.notes.get(block.bookmark))
