"""The short form: it answers what the full paper answers, rewords nothing, and says what it leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import product

import pytest
from msgspec import structs

from pactwright.assembly.anchors import bookmark
from pactwright.choices import checked_choices
from pactwright.document import Agreement, Reference, SheetTable, paragraphs_of, words
from pactwright.drafting import Draft, drafted
from pactwright.service import drafts_of, outline
from pactwright.service import read as read_spec
from pactwright.writers import WRITERS, Theme
from tests.stories import ROOT, library, plain, spec_of, spec_tree

EXAMPLES = ("startup-pilot", "future-street")
HOLES = {"unanswered", "answered-twice", "undefined-term", "reference", "empty-clause", "mandatory", "nobody-bears"}
CALLED = re.compile(r" \((?:the|an?) [A-Z][^)]*\)")
REFERENCES = re.compile(r"(?:\w+\s)?§(?:(?:, | and | to )§)*")


@lru_cache
def made(example: str, document: str = "pilot-agreement", *, is_short: bool = True) -> Draft:
    """An example in one form; as a final where nothing in it is open."""
    source = read_spec(ROOT / "examples" / example / "spec.yml")
    [draft] = drafts_of(source, (document,), is_short=is_short, is_final=example != "future-street")
    return draft


def items(agreement: Agreement) -> dict[str, str]:
    """What each item says with all below it, by its bookmark; where it points and what it calls things do not count."""
    said: dict[str, str] = {}
    mark = ""
    for each in (
        each for article in agreement.articles for clause in article.clauses for each in paragraphs_of(clause)
    ):
        if each.role == "item":
            mark = each.bookmark
            said[mark] = ""
        if each.role in {"item", "subitem", "subsubitem"}:
            text = "".join("§" if isinstance(run, Reference) else words((run,)) for run in each.runs)
            said[mark] += f"{CALLED.sub('', REFERENCES.sub('§', plain(text)))}\n"
    return said


def words_of(draft: Draft) -> int:
    """How many words a paper has, counted in its text without the list of what is open, which no final has."""
    return len(WRITERS["txt"](structs.replace(draft.agreement, open_points=()), Theme()).split())


def left_out(draft: Draft) -> SheetTable:
    """The table of what is left out on the sheet beside a final."""
    assert draft.sheet
    return next(each for each in draft.sheet.tables if each.id == "left_out")


@pytest.mark.parametrize(
    ("example", "document"),
    [*product(EXAMPLES, ("pilot-agreement", "mou")), ("street-lighting", "pilot-agreement")],
)
def test_the_short_form_rewords_nothing_and_leaves_no_hole(example: str, document: str) -> None:
    short, full = made(example, document), made(example, document, is_short=False)
    said = items(short.agreement)
    assert said.items() < items(full.agreement).items()
    holes = {(each.rule, each.seen) for each in short.findings if each.rule in HOLES}
    assert holes <= {(each.rule, each.seen) for each in full.findings}
    assert short.waiting == full.waiting


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_short_form_has_at_most_three_fifths_of_the_words(example: str) -> None:
    assert words_of(made(example)) <= 0.6 * words_of(made(example, is_short=False))


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_key_term_falls_away(example: str) -> None:
    labels = [
        [(each.label, words(each.runs)) for each in made(example, is_short=s).agreement.key_terms]
        for s in (True, False)
    ]
    assert labels[0] == labels[1]


def test_the_sheet_lists_item_by_item_what_the_short_form_leaves_out() -> None:
    short, full = made("startup-pilot"), made("startup-pilot", is_short=False)
    gone = [
        (each.full_label, plain(words(each.runs)))
        for article in full.agreement.articles
        for clause in article.clauses
        for each in paragraphs_of(clause)
        if each.role == "item" and each.bookmark and each.bookmark not in items(short.agreement)
    ]
    rows = left_out(short).rows
    assert len(gone) > 100
    assert [(label, plain(said)[: len(text)]) for (label, _, said), (_, text) in zip(rows, gone, strict=True)] == gone
    assert full.sheet
    assert "left_out" not in {each.id for each in full.sheet.tables}


def test_a_draft_says_on_its_first_page_how_much_is_left_out() -> None:
    short, full = (items(made("future-street", is_short=each).agreement) for each in (True, False))
    [notice] = [each for each in made("future-street").agreement.notices if "short form" in each]
    assert f"leaves out {len(full) - len(short)} items" in notice
    assert not [each for each in made("startup-pilot").agreement.notices if "short form" in each]


@pytest.mark.parametrize(("core", "kept"), [(("network",), ["network"]), (None, ["statement", "minimum", "network"])])
def test_an_issue_that_does_not_say_its_core_stands_whole(core: tuple[str, ...] | None, kept: list[str]) -> None:
    spec = spec_of(spec_tree("startup-pilot"))
    known = library(spec.jurisdiction)
    issues = {**known.issues, "data/security": replace(known.issues["data/security"], core=core)}
    changed = replace(known, read=f"{known.digest} {core}", issues=issues)
    draft = drafted(spec, checked_choices(spec, changed), changed, outline("pilot-agreement"), is_short=True)
    marks = {each: bookmark("agreement", "data/security", "#", each) for each in ("statement", "minimum", "network")}
    assert [each for each, mark in marks.items() if mark in items(draft.agreement)] == kept
