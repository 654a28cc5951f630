"""Content controls: an invisible frame round each clause and schedule, by which a returned file can be read.

Some programs drop a control's tag when they save. So a hidden bookmark goes round the whole clause too: its name is
that of the heading's bookmark with "_whole" behind it.
"""

from __future__ import annotations

from pactwright.document import Clause, Paragraph, Schedule, words
from pactwright.writers.word.markup import escaped

_FIRST_ID = 100001
_LONGEST = 64  # characters that Word accepts in a tag or a title
CONTENTS = "contents"
_CLAUSE, _SCHEDULE, _CONTENTS = 0, 500000, 900000  # ids of schedules start well above those of clauses
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_HIDDEN = '<w15:appearance w15:val="hidden"/>'


def clause_control(clause: Clause, index: int, bookmark: int, inside: str) -> str:
    """A clause's XML in its control; `index` is how many clauses came before, `bookmark` the number of its bookmark."""
    return _framed(clause_tag(clause), heading_of(clause), _CLAUSE + index, bookmark, inside)


def schedule_control(schedule: Schedule, index: int, bookmark: int, inside: str) -> str:
    """A schedule's XML in its control, numbered as a clause's is."""
    return _framed(schedule_tag(schedule), schedule.heading, _SCHEDULE + index, bookmark, inside)


def clause_tag(clause: Clause) -> str:
    """What a clause's control is tagged with: issue, option and version."""
    return f"{clause.id}/{clause.option}@{clause.version}" if clause.option else clause.id


def schedule_tag(schedule: Schedule) -> str:
    """What a schedule's control is tagged with."""
    return f"schedule:{schedule.id}"


def contents_control(title: str, inside: str) -> str:
    """The XML of a table of contents in the control by which Word knows one, with its button to bring it up to date."""
    return _control(CONTENTS, title, _CONTENTS, inside, _GALLERY)


def heading_of(clause: Clause) -> Paragraph | None:
    """The first paragraph of a clause, which is its heading."""
    return next((block for block in clause.blocks if isinstance(block, Paragraph)), None)


def _framed(tag: str, heading: Paragraph | None, index: int, bookmark: int, inside: str) -> str:
    """The XML in a control, and in a bookmark where the heading has one to name it by."""
    title = words(heading.runs) if heading else tag
    if heading and heading.bookmark:
        start = f'<w:bookmarkStart w:id="{bookmark}" w:name="{heading.bookmark}_whole"/>'
        inside = f'{start}{inside}<w:bookmarkEnd w:id="{bookmark}"/>'
    return _control(tag, title, index, inside, _HIDDEN)


def _control(tag: str, title: str, index: int, inside: str, kind: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(title[:_LONGEST])}"/><w:tag w:val="{escaped(tag)}"/>'
        f'<w:id w:val="{_FIRST_ID + index}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )
