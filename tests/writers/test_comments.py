"""Drafting notes as Word's own comments, beside the heading of each clause."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from pactwright.document import Agreement, Clause, Note
from pactwright.errors import InputError
from pactwright.writers import WRITERS, Theme
from pactwright.writers.word import word_file
from pactwright.writers.word.package import members, packed
from tests.reader import Comment, read
from tests.stories import TEMPLATE
from tests.validators import audit, integrity, ours
from tests.writers.agreements import DRAFT, NASTY, PURPOSE

DAY = "2026-12-01T00:00:00Z"


def noted(*paragraphs: str, agreement: Agreement = DRAFT) -> Agreement:
    """The agreement with a note on the clause of its purpose."""

    def told(clause: Clause) -> Clause:
        return replace(clause, note=Note(paragraphs)) if clause.id == PURPOSE.id else clause

    articles = tuple(replace(each, clauses=tuple(map(told, each.clauses))) for each in agreement.articles)
    return replace(agreement, articles=articles)


def test_a_note_stands_beside_the_heading_of_its_clause_paragraph_by_paragraph() -> None:
    [comment] = read(word_file(noted("Why.", "Passed over.", "Open."), TEMPLATE)).comments
    assert comment == Comment("pactwright", DAY, ("Why.", "Passed over.", "Open."), "Purpose")


def test_the_clause_reads_the_same_with_a_note_and_without() -> None:
    with_note, without = (read(word_file(each, TEMPLATE)) for each in (noted("Why."), DRAFT))
    assert with_note.text == without.text
    assert [p.bookmarks for p in with_note.paragraphs] == [p.bookmarks for p in without.paragraphs]
    assert with_note.references == without.references


def test_a_document_without_notes_has_no_trace_of_comments() -> None:
    parts = members(word_file(DRAFT, TEMPLATE))
    assert not [name for name in parts if "comments" in name]
    assert b"comments" not in parts["[Content_Types].xml"] + parts["word/_rels/document.xml.rels"]
    assert b"comment" not in parts["word/document.xml"]


def test_no_validator_finds_fault_with_a_comment() -> None:
    agreement = noted("Why.", NASTY)
    data = word_file(agreement, TEMPLATE)
    assert (audit(data), integrity(data), ours(data, agreement)) == ([], [], [])


def test_the_part_is_announced_and_related() -> None:
    parts = members(word_file(noted("Why."), TEMPLATE))
    assert b'PartName="/word/comments.xml"' in parts["[Content_Types].xml"]
    assert b'Target="comments.xml"' in parts["word/_rels/document.xml.rels"]


def test_a_comment_without_a_date_of_the_spec_is_dated_1980() -> None:
    undated = noted("Why.", agreement=replace(DRAFT, provenance=()))
    assert [comment.date for comment in read(word_file(undated, TEMPLATE)).comments] == ["1980-01-01T00:00:00Z"]


def test_the_empty_part_that_word_leaves_in_a_template_is_used() -> None:
    parts = members(word_file(noted("Why."), TEMPLATE))
    house = members(TEMPLATE) | {
        "word/comments.xml": re.sub(rb"(?s)<w:comment .*</w:comment>", b"", parts["word/comments.xml"]),
        "[Content_Types].xml": parts["[Content_Types].xml"],
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"],
    }
    assert b"<w:comment " not in house["word/comments.xml"]
    made = word_file(noted("Why."), packed(house))
    assert [comment.paragraphs for comment in read(made).comments] == [("Why.",)]
    assert members(made)["[Content_Types].xml"].count(b"/word/comments.xml") == 1


def test_nothing_in_a_note_is_lost_or_read_as_markup() -> None:
    [comment] = read(word_file(noted(NASTY), TEMPLATE)).comments
    assert comment.paragraphs == (NASTY,)


def test_a_control_character_in_a_note_is_refused() -> None:
    with pytest.raises(InputError, match=r"U\+0007 cannot stand in a document"):
        word_file(noted("ring \x07"), TEMPLATE)


def test_a_text_has_no_notes() -> None:
    assert WRITERS["txt"](noted("Why."), Theme()) == WRITERS["txt"](DRAFT, Theme())
