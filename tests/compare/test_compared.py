"""Each way in which a file comes back changed is planted, and named with the clause and the mark that found it."""

from __future__ import annotations

from functools import cache

import pytest

from pactwright.compare import Comparison
from tests import edits, stories
from tests.compare.returned import held_against
from tests.reader import W, read

CLAUSE, NEXT = "liability/cap", "data/control"


@cache
def sent() -> bytes:
    """A document as it was sent."""
    return stories.docx(stories.sound(stories.spec_tree("startup-pilot")))


def after(*made: edits.Edit) -> Comparison:
    """What is seen of some edits."""
    return held_against(sent(), edits.edited(sent(), *made))


def said(comparison: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    """Id, state and routes of every piece that is not the same or was not found by its tag."""
    return [
        (each.id, each.state, each.routes)
        for each in comparison.found
        if (each.state, each.routes[:1]) not in {("same", ("tag",)), ("same", ("bookmark",)), ("same", ("text",))}
        or each.id == CLAUSE
    ]


def test_a_file_is_the_same_as_itself() -> None:
    same = held_against(sent(), sent())
    assert same.has_same_parts
    assert same.has_same_words
    assert {each.state for each in same.found} == {"same"}
    tagged = [each.id for each in same.found if each.routes == ("tag",)]
    assert len(tagged) == len({each.tag for each in read(sent()).controls})  # an issue may stand in two places


def test_a_word_changed_in_a_clause_is_named_with_both_wordings() -> None:
    comparison = after(edits.reword(CLAUSE, "must take", "may take"))
    assert said(comparison) == [(CLAUSE, "edited", ("tag",))]
    [found] = [each for each in comparison.found if each.id == CLAUSE]
    assert len(found.changes) == 1
    assert "must take" in found.changes[0].drafted
    assert found.changes[0].returned == found.changes[0].drafted.replace("must take", "may take", 1)
    assert not comparison.has_same_words


def test_a_deleted_clause_is_missing() -> None:
    comparison = after(edits.delete(CLAUSE))
    assert said(comparison) == [(CLAUSE, "missing", ())]
    assert comparison.added == ()


@pytest.mark.parametrize(
    ("made", "routes"),
    [
        ((edits.unwrap(CLAUSE),), ("bookmark",)),
        ((edits.without_tag(CLAUSE),), ("bookmark",)),
        ((edits.without_bookmarks(CLAUSE), edits.without_tag(CLAUSE)), ("title",)),
        ((edits.without_bookmarks(CLAUSE), edits.unwrap(CLAUSE)), ("text",)),
    ],
    ids=["control removed", "tag lost", "tag and bookmarks lost", "control and bookmarks removed"],
)
def test_a_clause_is_found_by_the_marks_that_are_left(made: tuple[edits.Edit, ...], routes: tuple[str, ...]) -> None:
    comparison = after(*made)
    [(issue, state, seen)] = said(comparison)
    assert (issue, state, seen[:1]) == (CLAUSE, "same", routes)
    assert comparison.has_same_words
    assert not comparison.has_same_parts


def test_an_edited_clause_without_any_mark_is_still_found() -> None:
    comparison = after(
        edits.reword(CLAUSE, "must take", "may take"), edits.without_bookmarks(CLAUSE), edits.unwrap(CLAUSE)
    )
    assert said(comparison) == [(CLAUSE, "edited", ("text",))]


def test_a_clause_pasted_outside_every_control_is_added() -> None:
    comparison = after(edits.paste_after(CLAUSE, "Best efforts", "The Partner must use best efforts."))
    [added] = comparison.added
    assert added.after == CLAUSE
    assert added.lines == ("Best efforts", "The Partner must use best efforts.")
    assert said(comparison) == [(CLAUSE, "same", ("tag",))]


def test_a_clause_pasted_a_second_time_is_called_a_copy() -> None:
    [added] = after(edits.copy_after(CLAUSE, NEXT)).added
    assert (added.after, added.copy_of) == (NEXT, CLAUSE)


def test_tracked_changes_are_told_by_clause() -> None:
    comparison = after(edits.track(CLAUSE, " unless the Council agrees", "Pat"))
    [found] = [each for each in comparison.found if each.marks]
    assert found.id == CLAUSE
    assert [(mark.kind, mark.author) for mark in found.marks] == [("deleted", "Pat"), ("inserted", "Pat")]
    assert found.marks[1].text == " unless the Council agrees"
    assert found.state == "edited"


def test_a_tracked_insertion_that_was_accepted_is_an_edit() -> None:
    def accept(body: edits.Body) -> None:
        list(edits.control(body, CLAUSE).iter(f"{W}p"))[-1].append(edits.run(" unless the Council agrees"))

    comparison = after(accept)
    assert said(comparison) == [(CLAUSE, "edited", ("tag",))]
    [found] = [each for each in comparison.found if each.id == CLAUSE]
    assert not found.marks
    assert found.changes[0].returned == found.changes[0].drafted + " unless the Council agrees"


def test_a_moved_clause_is_called_moved() -> None:
    comparison = after(edits.move_after(CLAUSE, "general/general"))
    assert [each.id for each in comparison.found if each.is_moved] == [CLAUSE]
    assert not comparison.has_same_words


def test_hidden_words_are_gone() -> None:
    """A clause that no reader can see must not count as being there."""
    assert said(after(edits.hide(CLAUSE)))[0][:2] == (CLAUSE, "missing")


def test_a_reference_that_shows_another_number_is_told_apart_from_an_edit() -> None:
    shown = read(sent()).references[-1].cached
    end = '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>'
    data = edits.replaced(sent(), f'preserve">{shown}{end}', f'preserve">99{end}')
    states = {each.state for each in held_against(sent(), data).found}
    assert states == {"same", "renumbered"}


def test_a_change_on_the_front_page_is_named() -> None:
    data = edits.replaced(sent(), "Kerb-side air quality pilot", "Kerb-side noise pilot")
    assert [each.id for each in held_against(sent(), data).found if each.state == "edited"] == ["front page"]


def test_a_change_in_the_footer_is_named() -> None:
    name = next(name for name in edits.parts(sent()) if name.startswith("word/footer"))
    data = edits.replaced(sent(), "legal", "kind", part=name)
    assert held_against(sent(), data).around == ("footer",)


def test_another_style_leaves_the_words_and_takes_the_number() -> None:
    data = edits.replaced(sent(), 'w:val="Heading1"', 'w:val="BodyText"')
    seen = held_against(sent(), data)
    assert seen.has_same_words
    assert any(each.what.startswith('its number is "", not "1"') for each in seen.differences)


def test_properties_alone_are_only_formatting() -> None:
    seen = held_against(sent(), edits.with_parts(sent(), {"docProps/app.xml": b"<Properties/>"}))
    assert seen.has_same_words
