"""Drafting notes as Word's own comments: a part of the package, and a range round the heading of each clause.

A house template holds no comments of its own; Word may have left the part there, empty.
"""

from __future__ import annotations

from lxml import etree

from pactwright.document import Agreement, Note
from pactwright.writers.word.controls import heading_of
from pactwright.writers.word.markup import escaped
from pactwright.writers.word.package import COMMENTS, CONTENT_TYPES, RELATIONS, Parts, W, announced, part, tree
from pactwright.writers.word.properties import moment
from pactwright.writers.word.runs import plain_xml

AUTHOR, INITIALS = "pactwright", "pw"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_MARK = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>{}</w:r>'


def note_ids(agreement: Agreement) -> dict[str, int]:
    """The number of each comment, by the bookmark of the heading that it stands beside."""
    return {heading: number for number, heading in enumerate(_notes(agreement))}


def annotated(content: str, number: int | None) -> str:
    """A paragraph's XML in the range of a comment, with the mark that Word shows behind it; as it was without one."""
    if number is None:
        return content
    mark = _MARK.format(f'<w:commentReference w:id="{number}"/>')
    start, end = (f'<w:commentRange{side} w:id="{number}"/>' for side in ("Start", "End"))
    return start + content + end + mark


def commented(parts: Parts, agreement: Agreement) -> Parts:
    """The parts that hold the agreement's notes and lead to them; none where it has no notes."""
    ids, made = note_ids(agreement), moment(agreement)
    if not ids:
        return {}
    comments = tree(_EMPTY)
    comments.extend(_comment(note, ids[heading], made) for heading, note in _notes(agreement).items())
    known = announced(parts, COMMENTS, content_type=_TYPE, relation=_RELATION, of=RELATIONS)
    return {CONTENT_TYPES: known[CONTENT_TYPES], RELATIONS: known[RELATIONS], COMMENTS: part(comments)}


def _notes(agreement: Agreement) -> dict[str, Note]:
    """The notes, by the bookmark of the heading of their clause."""
    clauses = (clause for article in agreement.articles for clause in article.clauses)
    noted = ((heading_of(clause), clause.note) for clause in clauses)
    return {heading.bookmark: note for heading, note in noted if heading and note}


def _comment(note: Note, number: int, made: str) -> etree._Element:
    first, *others = note.paragraphs
    lines = [_line(_MARK.format("<w:annotationRef/>") + plain_xml(first)), *(_line(plain_xml(each)) for each in others)]
    xml = (
        f'<w:comment xmlns:w="{W[1:-1]}" w:id="{number}" w:author="{AUTHOR}" w:date="{escaped(made)}"'
        f' w:initials="{INITIALS}">{"".join(lines)}</w:comment>'
    )
    return tree(xml.encode())


def _line(content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{content}</w:p>'
