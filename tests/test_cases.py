"""The stories of tests/cases: what a city officer would expect of each, held against the Word file."""

from __future__ import annotations

import pytest

from tests import stories
from tests.reader import Document
from tests.stories import DOCUMENTS, Tree, plain, spec_tree, story

every_story = pytest.mark.parametrize(
    ("name", "document"), [(name, document) for name in stories.names() for document in story(name)["documents"]]
)


def expected(name: str, document: str) -> Tree:
    """What a story says of one document."""
    tree: Tree = story(name)["documents"][document]
    return tree


@every_story
def test_the_expected_options_are_chosen(name: str, document: str) -> None:
    selection = stories.sound(spec_tree(name), document).selection
    wanted = expected(name, document)["clauses"]
    assert {issue: selection.issues[issue].chosen for issue in wanted} == wanted


@every_story
def test_each_reason_says_what_the_officer_needs_to_know(name: str, document: str) -> None:
    selection = stories.sound(spec_tree(name), document).selection
    for issue, reason in expected(name, document)["reasons"].items():
        assert reason in selection.issues[issue].reason


@every_story
def test_the_document_says_the_expected_sentences(name: str, document: str) -> None:
    paragraphs = [plain(paragraph.text) for paragraph in stories.reopened(spec_tree(name), document).paragraphs]
    for sentence in expected(name, document)["says"]:
        assert any(sentence in paragraph for paragraph in paragraphs), sentence


@every_story
def test_the_open_points_say_what_who_and_by_when(name: str, document: str) -> None:
    file = stories.reopened(spec_tree(name), document)
    rows = open_points(file)
    wanted = expected(name, document)["open"]
    for point in wanted:
        assert (point["what"], point["owner"], point.get("by", "")) in rows
    assert bool(rows) == bool(wanted)


def open_points(file: Document) -> list[tuple[str, str, str]]:
    """What is open, who settles it and by when, from the table of the front page."""
    tables = [table for table in file.tables if table[0].cells[0] == "What is open"]
    cells = [[plain(cell) for cell in row.cells] for table in tables for row in table[1:]]
    gaps = [row for row in cells if not row[0].startswith("To be confirmed: ")]
    return [(what.partition("\n")[0], owner, by) for what, _, owner, by in gaps]


@pytest.mark.parametrize("name", stories.names())
def test_every_story_tells_of_both_documents(name: str) -> None:
    assert set(story(name)) == {"name", "spec", "documents"}
    assert set(story(name)["documents"]) == set(DOCUMENTS)


@pytest.mark.parametrize("name", stories.names())
def test_every_issue_has_a_reason_in_a_sentence(name: str) -> None:
    for chosen in stories.sound(spec_tree(name)).selection.issues.values():
        assert chosen.reason.endswith("."), chosen.reason
        assert chosen.reason[0].isupper()
