"""Content controls: an invisible frame round each clause and schedule, by which a returned file can be read.

Some programs drop a control's tag when they save. So a hidden bookmark goes round the whole clause too: its name is
that of the heading's bookmark with "_whole" behind it.
"""

from __future__ import annotations

from collections.abc import Iterable

from pactwright.document import Clause, Paragraph, Schedule, words
from pactwright.writers.word.ids import first_id, last_id
from pactwright.writers.word.markup import escaped

_LONGEST = 64  # characters that Word accepts in a tag or a title
CONTENTS = "contents"
_CONTENTS = 1  # its number; those of clauses and schedules lie far above
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_HIDDEN = '<w15:appearance w15:val="hidden"/>'


def clause_control(clause: Clause, part: int, place: int, blocks: Iterable[str]) -> str:
    """The XML of a clause's blocks in its control; `part` is the place of its article, `place` its own in there."""
    return _framed(clause_tag(clause), heading_of(clause), (part, place), blocks)


def schedule_control(schedule: Schedule, part: int, blocks: Iterable[str]) -> str:
    """The XML of a schedule's blocks in its control; `part` is its place."""
    return _framed(schedule_tag(schedule), schedule.heading, (part, 0), blocks)


def clause_tag(clause: Clause) -> str:
    """What a clause's control is tagged with: issue, option and version."""
    return f"{clause.id}/{clause.option}@{clause.version}" if clause.option else clause.id


def schedule_tag(schedule: Schedule) -> str:
    """What a schedule's control is tagged with."""
    return f"schedule:{schedule.id}"


def contents_control(title: str, inside: str) -> str:
    """The XML of a table of contents in the control by which Word knows one, with its button to bring it up to date."""
    return _control(CONTENTS, title, _CONTENTS, (inside,), _GALLERY)


def heading_of(clause: Clause) -> Paragraph | None:
    """The first paragraph of a clause, which is its heading."""
    return next((block for block in clause.blocks if isinstance(block, Paragraph)), None)


def _framed(tag: str, heading: Paragraph | None, at: tuple[int, int], inside: Iterable[str]) -> str:
    """The XML in a control, and in a bookmark where the heading has one to name it by."""
    title = words(heading.runs) if heading else tag
    if heading and heading.bookmark:
        own = last_id(*at)
        start = f'<w:bookmarkStart w:id="{own}" w:name="{heading.bookmark}_whole"/>'
        inside = (start, *inside, f'<w:bookmarkEnd w:id="{own}"/>')
    return _control(tag, title, first_id(*at), inside, _HIDDEN)


def _control(tag: str, title: str, number: int, inside: Iterable[str], kind: str) -> str:
    properties = (
        f'<w:alias w:val="{escaped(title[:_LONGEST])}"/><w:tag w:val="{escaped(tag)}"/><w:id w:val="{number}"/>{kind}'
    )
    opening = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>"
    return "".join((opening, *inside, "</w:sdtContent></w:sdt>"))
