"""The agreement as plain text: every word of the Word file, numbered and indented, 96 columns wide.

Made to be read by people and compared line by line: the expected texts of the examples are written by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest
from typing import TypeAlias

from pactwright.document import (
    Agreement,
    Block,
    Chart,
    ExecutionBlock,
    Field,
    Paragraph,
    Role,
    Runs,
    Schedule,
    Table,
    in_order,
    words,
)
from pactwright.writers.columns import WIDTH, aligned, hung, labelled, wrapped

Lines: TypeAlias = Iterable[str]

_NUMBER_AT: Mapping[Role, tuple[int, int]] = {
    "article": (0, 0),
    "clause": (0, 6),
    "item": (0, 6),
    "subitem": (6, 11),
    "subsubitem": (11, 17),
    "recital": (0, 6),
    "definition": (6, 6),
    "body": (0, 0),
    "schedule": (0, 0),
    "schedule-part": (0, 4),
}
"""Where a role's number and its words begin."""

_BODY_UNDER_A_CLAUSE = (6, 6)
_UNDERLINED: Mapping[Role, str] = {"article": "=", "schedule": "="}
_LINE_TO_SIGN = "_" * 40


def plain_text(agreement: Agreement) -> bytes:
    """The text of `agreement` in UTF-8, with a line feed at the end of each line and none to spare."""
    behind = in_order(agreement, _execution(agreement), _schedules(agreement))
    parts = chain(_front(agreement), _body(agreement), *behind)
    text = "\n\n".join("\n".join(line.rstrip() for line in part) for part in map(list, parts) if part)
    return (text + "\n").encode()


def _front(agreement: Agreement) -> Iterator[Lines]:
    labels = agreement.furniture
    if not agreement.is_final:
        yield [labels.draft.upper()]
    yield [*wrapped(agreement.title), "=" * WIDTH, *wrapped(words(agreement.project))]
    yield labelled([(labels.date, words(agreement.date)), (labels.version, agreement.version)])
    yield from _headed(labels.parties, _parties(agreement))
    yield from (wrapped(notice) for notice in agreement.notices)
    yield from _headed(labels.key_terms, _key_terms(agreement))
    if not agreement.is_final:
        yield from _headed(labels.open_points, _open_points(agreement))


def _parties(agreement: Agreement) -> Lines:
    labels = agreement.furniture
    rows = [(words(party.name), words(party.details), words(party.called)) for party in agreement.parties]
    return aligned((labels.party, labels.details, labels.called), (36, 40, 24), rows)


def _key_terms(agreement: Agreement) -> Lines:
    rows = [(term.label, words(term.runs), words(term.source)) for term in agreement.key_terms]
    return aligned((), (32, 48, 20), rows)


def _open_points(agreement: Agreement) -> Lines:
    labels = agreement.furniture
    rows = [(words(p.asked), words(p.where), words(p.owner), words(p.by)) for p in agreement.open_points]
    return aligned((labels.what, labels.where, labels.owner, labels.by), (46, 18, 20, 16), rows) if rows else ()


def _body(agreement: Agreement) -> Iterator[Lines]:
    if agreement.recitals:
        yield _heading(agreement.furniture.recitals)
        yield from (_paragraph(paragraph) for paragraph in agreement.recitals)
    for article in agreement.articles:
        yield _paragraph(article.heading)
        for clause in article.clauses:
            yield from (_block(block, _BODY_UNDER_A_CLAUSE) for block in clause.blocks)


def _execution(agreement: Agreement) -> Iterator[Lines]:
    if agreement.execution:
        yield _heading(agreement.furniture.execution)
        yield wrapped(words(agreement.execution_lead))
    for block in agreement.execution:
        yield from _signing(block)


def _signing(block: ExecutionBlock) -> Iterator[Lines]:
    yield [*wrapped(words(block.party)), *wrapped(words(block.opening))]
    for left, right in zip_longest(block.signers[::2], block.signers[1::2], fillvalue=()):
        pairs = zip_longest(map(_field, left), map(_field, right), fillvalue="")
        yield aligned((), (50, 50), list(pairs))


def _field(field: Field) -> str:
    known = words(field.runs)
    return f"{field.label}: {known}" if known else f"{field.label}: {_LINE_TO_SIGN[len(field.label) :]}"


def _schedules(agreement: Agreement) -> Iterator[Lines]:
    for schedule in agreement.schedules:
        yield from _schedule(schedule)


def _schedule(schedule: Schedule) -> Iterator[Lines]:
    yield _paragraph(schedule.heading)
    yield from (_block(block) for block in schedule.blocks)


def _block(block: Block, body_at: tuple[int, int] = (0, 0)) -> Lines:
    if isinstance(block, Chart):
        return ()
    return _table(block) if isinstance(block, Table) else _paragraph(block, body_at)


def _table(table: Table) -> Lines:
    headings = [column.heading for column in table.columns]
    return aligned(headings, [column.width for column in table.columns], [_cells(row) for row in table.all_rows])


def _cells(row: tuple[Runs, ...]) -> list[str]:
    return [words(runs) for runs in row]


def _paragraph(paragraph: Paragraph, body_at: tuple[int, int] = (0, 0)) -> Lines:
    number_at, words_at = body_at if paragraph.role == "body" else _NUMBER_AT[paragraph.role]
    if paragraph.role == "schedule-part" and not paragraph.label:
        words_at = number_at
    lines = hung(paragraph.label, words(paragraph.runs), number_at, words_at)
    rule = _UNDERLINED.get(paragraph.role)
    return [*lines, rule * WIDTH] if rule else lines


def _heading(text: str) -> Lines:
    return [*wrapped(text), "-" * WIDTH]


def _headed(heading: str, lines: Lines) -> Iterator[Lines]:
    """The heading and its lines; nothing when there are no lines."""
    if inside := list(lines):
        yield [*_heading(heading), *inside]
