"""Content controls: an invisible frame round each clause and schedule, by which a returned file can be read."""

from __future__ import annotations

from collections.abc import Iterable

from pactwright.document import Clause, Paragraph, Schedule, words
from pactwright.writers.word.markup import escaped

_FIRST_ID = 100001
_LONGEST = 64  # characters that Word accepts in a tag or a title
_CLAUSE, _SCHEDULE = 0, 500000  # ids of schedules start well above those of clauses


def clauses_xml(clauses: Iterable[tuple[Clause, str]], first: int) -> str:
    """The clauses with their XML, each in its control; `first` is how many clauses came before."""
    return "".join(
        _control(clause_tag(clause), _title(clause), _CLAUSE + first + index, inside)
        for index, (clause, inside) in enumerate(clauses)
    )


def schedule_xml(schedule: Schedule, index: int, inside: str) -> str:
    """A schedule's XML in its control."""
    return _control(schedule_tag(schedule), words(schedule.heading.runs), _SCHEDULE + index, inside)


def clause_tag(clause: Clause) -> str:
    """What a clause's control is tagged with: issue, option and version."""
    return f"{clause.id}/{clause.option}@{clause.version}" if clause.option else clause.id


def schedule_tag(schedule: Schedule) -> str:
    """What a schedule's control is tagged with."""
    return f"schedule:{schedule.id}"


def _control(tag: str, title: str, index: int, inside: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(title[:_LONGEST])}"/><w:tag w:val="{escaped(tag)}"/>'
        f'<w:id w:val="{_FIRST_ID + index}"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _title(clause: Clause) -> str:
    return next((words(block.runs) for block in clause.blocks if isinstance(block, Paragraph)), clause.id)
