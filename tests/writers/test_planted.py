"""Forty faults, each planted into a good file, and which of the three caught it: together they miss none.

The table is exact, so that a validator that goes blind or learns to see is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import pytest
from lxml import etree

from pactwright.document import Agreement
from pactwright.writers.word import word_file
from tests.edits import parts, replaced, with_parts, without
from tests.stories import TEMPLATE
from tests.validators import audit, integrity, ours, unsound
from tests.writers.agreements import DRAFT

Plant: TypeAlias = Callable[[bytes], bytes]

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENT = '<w:comment w:id="0" w:author="pactwright" w:date="1980-01-01T00:00:00Z"><w:p/></w:comment>'
STARTS, ENDS = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
REFERS = '<w:r><w:commentReference w:id="0"/></w:r>'
RECITAL = '<w:bookmarkStart w:id="1000001" w:name="_pw_ra"/>'
FIRST_CLAUSE = '<w:sdt><w:sdtPr>(?:(?!<w:sdt>).)*?w:val="3010001".*?</w:sdt>'
END = '<w:bookmarkEnd w:id="1000001"/>'


@cache
def good() -> bytes:
    """A file in which nobody finds anything."""
    return word_file(DRAFT, TEMPLATE)


def swap(old: str, new: str, part: str = "word/document.xml") -> Plant:
    """Puts one text in the place of another."""
    return lambda data: replaced(data, old, new, part)


def drop(pattern: str, part: str = "word/document.xml") -> Plant:
    """Takes out what matches a pattern."""
    return lambda data: without(pattern, data, part)


def commented(before: str, after: str, comments: str = COMMENT) -> Plant:
    """Puts a comments part into the package, and marks round the first recital's words."""

    def plant(data: bytes) -> bytes:
        part = f'<w:comments xmlns:w="{WML}">{comments}</w:comments>'
        data = with_parts(data, {"word/comments.xml": part.encode()})
        override = f'<Override PartName="/word/comments.xml" ContentType="{COMMENTS_TYPE}"/></Types>'
        data = replaced(data, "</Types>", override, "[Content_Types].xml")
        relation = f'<Relationship Id="rIdC" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>'
        data = replaced(data, "</Relationships>", relation, "word/_rels/document.xml.rels")
        return replaced(replaced(data, RECITAL, before + RECITAL), END, END + after)

    return plant


def doubled(data: bytes) -> bytes:
    """A clause that stands twice, under numbers of its own."""
    document = parts(data)["word/document.xml"].decode()
    [clause, *_] = re.findall(rf"(?s){FIRST_CLAUSE}", document)
    copy = re.sub(r"<w:bookmark(Start|End)[^>]*>", "", clause).replace('w:val="3010001"', 'w:val="7000001"')
    return replaced(data, clause, clause + copy)


def shrunk(data: bytes) -> bytes:
    """The file without a clause's frame and words."""
    return without(rf"(?s){FIRST_CLAUSE}", data)


def renumbered(data: bytes) -> bytes:
    """The file with a reference that shows another number than its target has."""
    document = parts(data)["word/document.xml"].decode()
    changed = re.sub(r"(REF _pw_d2b .*?separate.*?<w:t[^>]*>)[^<]*", r"\g<1>99", document, count=1)
    assert changed != document
    return with_parts(data, {"word/document.xml": changed.encode()})


def field_of(name: str) -> str:
    """A whole field, which shows 1."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {name} </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


DELETED = '<w:del w:id="901" w:author="a" w:date="1980-01-01T00:00:00Z"><w:r><w:t>gone</w:t></w:r></w:del>'
NUMBERING, SETTINGS = "word/numbering.xml", "word/settings.xml"

PLANTED: dict[str, tuple[Plant, str]] = {
    # what openxml-audit was measured to catch
    "malformed XML": (swap("</w:body>", ""), "audit integrity not-xml"),
    "wrong child order": (swap("<w:pPr>", "<w:r/><w:pPr>"), "audit"),
    "bookmark number twice": (swap('w:id="2000001" w:name', 'w:id="1000001" w:name'), "audit word-bookmark-end"),
    "comment reference without comment": (swap(RECITAL, REFERS + RECITAL), "audit integrity word-comment"),
    "undefined style": (swap('w:pStyle w:val="Recital"', 'w:pStyle w:val="NoSuchStyle"'), "audit integrity"),
    "list without definition": (swap('<w:abstractNumId w:val="', '<w:abstractNumId w:val="9', NUMBERING), "audit"),
    "list before definition": (
        swap("<w:abstractNum ", '<w:num w:numId="77"><w:abstractNumId w:val="1"/></w:num><w:abstractNum ', NUMBERING),
        "audit",
    ),
    "relationship to nothing": (
        swap('Target="styles.xml"', 'Target="no.xml"', "word/_rels/document.xml.rels"),
        "audit integrity",
    ),
    "wrong content type": (
        swap("wordprocessingml.styles+xml", "wordprocessingml.header+xml", "[Content_Types].xml"),
        "audit integrity",
    ),
    "unknown relationship id": (drop(r"(?<=<w:headerReference )[^/]*(?=/>)"), "audit integrity"),
    "empty table cell": (drop(r"(?s)(?<=</w:tcPr>)<w:p[ >].*?</w:p>(?=</w:tc>)"), "audit"),
    "paragraph in a paragraph": (swap(RECITAL, "<w:p/>" + RECITAL), "audit"),
    "bad attribute value": (swap("<w:trPr><w:cantSplit/>", '<w:trPr><w:cantSplit w:val="perhaps"/>'), "audit"),
    "run straight in a control": (swap("<w:sdtContent>", "<w:sdtContent><w:r><w:t>x</w:t></w:r>"), "audit"),
    "bookmark name over 40": (swap('"_pw_rb"', f'"{"x" * 41}"'), "audit word-bookmark-name word-lost word-reference"),
    "unknown element": (swap(RECITAL, "<w:nosuch/>" + RECITAL), "audit"),
    "settings out of order": (swap("</w:settings>", "<w:zoom w:percent='100'/></w:settings>", SETTINGS), "audit"),
    # what it was measured to miss
    "bookmark name twice": (swap('"_pw_rb"', '"_pw_ra"'), "word-bookmark-name word-lost word-reference"),
    "bookmark without end": (swap(END, ""), "word-bookmark-end"),
    "reference to nothing": (swap("REF _pw_d2b ", "REF _pw_none "), "word-reference"),
    "field without end": (swap('<w:fldChar w:fldCharType="end"/>', ""), "word-field"),
    "control number twice": (swap('w:id w:val="3020001"', 'w:id w:val="3010001"'), "word-control"),
    "tag over 64": (swap('w:tag w:val="definitions"', f'w:tag w:val="{"x" * 65}"'), "word-clause word-control"),
    "comment without begin": (commented("", ENDS + REFERS), "integrity word-comment"),
    "comment without end": (commented(STARTS, REFERS), "integrity word-comment"),
    "loose text": (swap(RECITAL, "loose" + RECITAL), "word-loose-text"),
    "leftover template tag": (swap(RECITAL, "<w:r><w:t>{{ title }}</w:t></w:r>" + RECITAL), "word-leftover"),
    "lost space": (swap(RECITAL, "<w:r><w:t> x </w:t></w:r>" + RECITAL), "integrity word-space"),
    "kept text in a deletion": (swap(RECITAL, DELETED + RECITAL), "integrity word-deleted"),
    # ours
    "bookmark renamed": (swap('"_pw_rb"', '"_pw_other"'), "word-lost word-reference"),
    "contents lead to nothing": (swap('w:anchor="_pw_a2"', 'w:anchor="_pw_none"'), "word-reference"),
    "clause missing": (shrunk, "word-clause word-lost word-reference"),
    "clause twice": (doubled, "word-clause"),
    "tag of no clause": (swap('w:tag w:val="definitions"', 'w:tag w:val="other/issue/x@00000000"'), "word-clause"),
    "cached number wrong": (renumbered, "word-number"),
    "page reference to nothing": (swap(RECITAL, field_of("PAGEREF _pw_none") + RECITAL), "word-reference"),
    "link to nothing": (
        swap(RECITAL, '<w:hyperlink w:anchor="_pw_none"><w:r/></w:hyperlink>' + RECITAL),
        "word-reference",
    ),
    "field end without begin": (swap(RECITAL, '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + RECITAL), "word-field"),
    "clause grammar left over": (swap(RECITAL, "<w:r><w:t>[[ip/project-ip]]</w:t></w:r>" + RECITAL), "word-leftover"),
    "tag left over in a header": (
        swap("</w:hdr>", "<w:p><w:r><w:t>{% if %}</w:t></w:r></w:p></w:hdr>", "word/header1.xml"),
        "word-leftover",
    ),
    "tag left over in a comment": (
        commented(STARTS, ENDS + REFERS, COMMENT.replace("<w:p/>", "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>")),
        "word-leftover",
    ),
    "comment without reference": (commented(STARTS, ENDS), "integrity word-comment"),
    "comment range without comment": (swap(RECITAL, STARTS + ENDS + RECITAL), "audit integrity word-comment"),
}


def test_the_file_before_planting_is_good() -> None:
    assert (audit(good()), integrity(good()), ours(good(), DRAFT)) == ([], [], [])


def test_a_comment_that_is_whole_is_no_fault() -> None:
    """Because the faults of comments are planted into it."""
    assert caught(commented(STARTS, ENDS + REFERS)(good()), DRAFT) == ""


@pytest.mark.parametrize(("plant", "catchers"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_caught_by_these(plant: Plant, catchers: str) -> None:
    assert caught(plant(good()), DRAFT) == catchers


def caught(data: bytes, agreement: Agreement) -> str:
    """Who finds something, or cannot even open the file; of ours, the rules that found it."""
    rules = _rules(data, agreement)
    found = [name for name, check in {"audit": audit, "integrity": integrity}.items() if _finds(check, data)]
    return " ".join([*found, *rules])


def _rules(data: bytes, agreement: Agreement) -> list[str]:
    try:
        return sorted({finding.rule for finding in unsound(parts(data), agreement)})
    except etree.XMLSyntaxError:
        return ["not-xml"]


def _finds(check: Callable[[bytes], list[str]], data: bytes) -> bool:
    try:
        return bool(check(data))
    except Exception:  # noqa: BLE001 - a validator that cannot open the file has noticed, too
        return True
