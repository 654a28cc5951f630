"""The long parts of the document, each as one string of XML for the template's slot."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pactwright.document import Agreement, Block, Clause, Schedule, Table
from pactwright.writers.word.comments import note_ids
from pactwright.writers.word.controls import clauses_xml, schedule_xml
from pactwright.writers.word.paragraphs import BODY_UNDER_A_CLAUSE, bookmark_ids, paragraph_xml
from pactwright.writers.word.tables import table_xml

NO_NOTES: Mapping[str, int] = MappingProxyType({})


def recitals_xml(agreement: Agreement) -> str:
    """The recitals, lettered by their style."""
    ids = bookmark_ids(agreement)
    return "".join(paragraph_xml(paragraph, ids) for paragraph in agreement.recitals)


def body_xml(agreement: Agreement, text_width: int) -> str:
    """The articles and the clauses under them."""
    ids, notes = bookmark_ids(agreement), note_ids(agreement)
    printed, before = [], 0
    for article in agreement.articles:
        clauses = ((clause, _clause(clause, ids, notes, text_width)) for clause in article.clauses)
        printed.append(paragraph_xml(article.heading, ids) + clauses_xml(clauses, before))
        before += len(article.clauses)
    return "".join(printed)


def schedules_xml(agreement: Agreement, text_width: int) -> str:
    """The schedules, each on a new page by its heading's style."""
    ids = bookmark_ids(agreement)
    return "".join(
        schedule_xml(schedule, index, _schedule(schedule, ids, text_width))
        for index, schedule in enumerate(agreement.schedules)
    )


def _clause(clause: Clause, ids: Mapping[str, int], notes: Mapping[str, int], text_width: int) -> str:
    return "".join(_block(block, ids, text_width, BODY_UNDER_A_CLAUSE, notes) for block in clause.blocks)


def _schedule(schedule: Schedule, ids: Mapping[str, int], text_width: int) -> str:
    blocks = "".join(_block(block, ids, text_width) for block in schedule.blocks)
    return paragraph_xml(schedule.heading, ids) + blocks


def _block(
    block: Block, ids: Mapping[str, int], text_width: int, body: str = "", notes: Mapping[str, int] = NO_NOTES
) -> str:
    if isinstance(block, Table):
        return table_xml(block, text_width)
    return paragraph_xml(block, ids, body if block.role == "body" else "", notes.get(block.bookmark))
