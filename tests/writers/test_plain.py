"""The plain text says everything that the Word file says, in lines that people can compare."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pactwright.document import Agreement, words
from pactwright.writers.columns import WIDTH, aligned, display_width, hung, wrapped
from pactwright.writers.plain import plain_text
from pactwright.writers.word import word_file
from tests.reader import read
from tests.stories import TEMPLATE
from tests.writers.agreements import ARABIC_NAME, BY_HAND, CHINESE_NAME, DRAFT, FINAL, NASTY, NINE, nasty, value

every_agreement = pytest.mark.parametrize("agreement", BY_HAND.values(), ids=BY_HAND)


def printed(agreement: Agreement) -> str:
    """The text as a string."""
    return plain_text(agreement).decode()


def squeezed(text: str) -> str:
    """A text without any of its spaces and line breaks."""
    return "".join(text.split())


def test_numbers_hang_and_levels_are_indented() -> None:
    expected = """\
2     Purpose

2.1   The parties carry out the Pilot to learn whether kerb-side sensors give the Council
      air-quality data that it can use in its planning, at a cost that it can bear, and to share
      what they learn.

2.2   The Council must, subject to clause 3.2(b):

      (a)  give the Supplier access to each Site; and

      (b)  tell the Supplier, within 10 business days, of:

           (i)   a change of its Project Lead; and

           (ii)  works that will close a Site.

      Nothing in this clause limits the exercise of a statutory function.

Part 2 Working together
================================================================================================
"""
    assert expected in printed(DRAFT)


def test_two_signers_stand_side_by_side() -> None:
    expected = """\
Kerb Sense Pty Ltd
Signed for Kerb Sense Pty Ltd by its authorised officer:

Signature: _______________________________       Signature: _______________________________
Full name: _______________________________       Full name: _______________________________
Title: Director                                  Title: Secretary
Date: ____________________________________       Date: ____________________________________
"""
    assert expected in printed(DRAFT)


CONTENTS = {"ContentsTitle", "TOC1", "TOC2"}


@every_agreement
def test_nothing_that_word_says_is_missing(agreement: Agreement) -> None:
    """Every paragraph's words, compared without spaces since the text wraps; columns are compared cell by cell.

    A text has no table of contents.
    """
    document, text = read(word_file(agreement, TEMPLATE)), printed(agreement)
    body = squeezed(text)
    outside = [p for p in document.paragraphs if p.depth == 0 and p.style not in CONTENTS]
    assert [p.text for p in outside if squeezed(p.text) not in body] == []
    in_cells = {w for p in document.paragraphs if p.depth for w in p.text.split()}
    assert [w for w in in_cells if w not in text] == []


@every_agreement
def test_labels_stand_before_their_words(agreement: Agreement) -> None:
    body = squeezed(printed(agreement))
    for paragraph in agreement.paragraphs():
        assert squeezed(paragraph.label + words(paragraph.runs)) in body


@every_agreement
def test_lines_are_tidy(agreement: Agreement) -> None:
    text = printed(agreement)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
    assert [line for line in text.split("\n") if display_width(line) > WIDTH] == []


def test_a_draft_says_so_and_a_final_does_not() -> None:
    assert printed(DRAFT).startswith("DRAFT\n\nPilot Agreement\n")
    assert printed(FINAL).startswith("Pilot Agreement\n")
    assert "Open points" in printed(DRAFT)
    assert "Open points" not in printed(FINAL)


def test_values_stay_as_typed() -> None:
    text = printed(replace(DRAFT, project=value("{{ title }} & <b> [[x]]")))
    assert "\n{{ title }} & <b> [[x]]\n" in text
    assert "{_{ x }_}" in NASTY
    assert "{_{ x }_}" in printed(nasty())


def test_names_in_other_scripts_keep_their_columns() -> None:
    lines = printed(NINE).split("\n")
    rows = [line for line in lines if line.startswith((ARABIC_NAME, CHINESE_NAME)) and "ABN" in line]
    assert {display_width(row[: row.index("ABN")]) for row in rows} == {35}


def test_many_narrow_columns_become_lines_with_labels() -> None:
    headings = [f"H{n}" for n in range(10)]
    assert aligned(headings, [10] * 10, [[f"v{n}" for n in range(10)]])[:2] == ["H0: v0", "H1: v1"]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert wrapped("aaaa 10\u00a0days", 8) == ["aaaa", "10\u00a0days"]


def test_a_word_that_is_too_long_is_not_cut() -> None:
    assert wrapped("a " + "x" * 20 + " b", 8) == ["a", "x" * 20, "b"]


def test_a_long_label_pushes_its_words() -> None:
    assert hung("Schedule 12", "Exit plan", 0, 0) == ["Schedule 12 Exit plan"]
