"""The library's own answers to bad days: a real paper answers a point only as long as the item stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from pactwright.assembly.answering import PointAnswer, answers_in
from pactwright.assembly.body import Body, body_of
from pactwright.document import Paragraph
from pactwright.printing.context import DraftContext
from pactwright.service import outline
from tests import stories
from tests.consoles import came_of

STORIES = ("startup-pilot", "two-cities")


def paper(story: str) -> tuple[DraftContext, Body]:
    """What a story's agreement is drafted from, and its body."""
    tree = stories.spec_tree(story)
    spec = stories.spec_of(tree)
    context = DraftContext(spec.settled, stories.draft(tree).selection, outline("pilot-agreement"), given=spec)
    return context, body_of(context)


def without(body: Body, items: set[str]) -> Body:
    """The body without the items under some numbers, and all below them."""
    articles = []
    for article in body.articles:
        clauses = [
            structs.replace(
                clause,
                blocks=tuple(
                    block
                    for block in clause.blocks
                    if not (isinstance(block, Paragraph) and block.full_label.startswith(tuple(items)))
                ),
            )
            for clause in article.clauses
        ]
        articles.append(structs.replace(article, clauses=tuple(clauses)))
    return replace(body, articles=tuple(articles))


def states(context: DraftContext, body: Body) -> dict[tuple[str, str], PointAnswer]:
    """How each point is answered."""
    return {(each.day.id, each.point): each for each in answers_in(context, body)}


def test_nothing_that_the_library_can_answer_is_left_out_or_answered_twice() -> None:
    found = states(*paper("startup-pilot"))
    assert [name for name, each in found.items() if each.state in {"unanswered", "twice"}] == []
    assert sum(each.state == "answered" for each in found.values()) > 10


@pytest.mark.parametrize("story", STORIES)
def test_a_real_paper_without_the_items_that_answer_a_point_leaves_it_unanswered(story: str) -> None:
    context, body = paper(story)
    found = states(context, body)
    answered = {name: each for name, each in found.items() if each.state == "answered"}
    left = {}
    for name, each in answered.items():
        left[name] = states(context, without(body, {item.label for item in each.items}))[name].state
    assert set(left.values()) == {"unanswered"}


def test_check_names_the_days_that_wait_for_a_clause_in_a_line_that_is_no_remark() -> None:
    came = came_of("check", stories.ROOT / "examples" / "startup-pilot" / "spec.yml")
    assert came.code == 0
    [line] = [each for each in came.out.splitlines() if "the library has no clause yet" in each]
    assert "equipment-fails" in line
    assert "2 remarks" in came.out  # on the two choices that the memorandum does not take
