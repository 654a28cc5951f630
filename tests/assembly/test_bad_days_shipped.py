"""The library's own answers to bad days: a real paper answers a point only as long as the item stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from msgspec import structs

from pactwright.assembly.answering import PointAnswer, answers_in
from pactwright.assembly.body import Body, body_of
from pactwright.document import Paragraph, Text, words
from pactwright.library.model import question
from pactwright.printing.context import DraftContext
from pactwright.service import outline
from tests import stories
from tests.consoles import came_of

STORIES = ("startup-pilot", "two-cities")
EXAMPLES = stories.ROOT / "examples"
PAPERS = {
    **{f"{name} {document}": (name, "", document) for name in stories.names() for document in stories.DOCUMENTS},
    "startup-pilot in California": ("startup-pilot", "us-ca", "pilot-agreement"),
    "california in New South Wales": ("california", "au-nsw", "pilot-agreement"),
    **{
        f"example {path.parent.name} {document}": (str(path), "", document)
        for path in sorted(EXAMPLES.glob("*/spec.yml"))
        for document in stories.DOCUMENTS
    },
}
"""Each paper: a story or a file, the place if it is another, the kind of document."""


@cache
def paper(story: str, place: str = "", document: str = "pilot-agreement") -> tuple[DraftContext, Body]:
    """What a document of a story is drafted from, and its body."""
    tree = stories.spec_tree(story) if story in stories.names() else stories.tree_in(stories.ROOT / story)
    tree = stories.changed(tree, {"jurisdiction": place} if place else {})
    spec = stories.spec_of(tree)
    selection = stories.draft(tree, document).selection
    context = DraftContext(spec.settled, selection, outline(document), given=spec)
    return context, body_of(context)


def edited(body: Body, change: Callable[[Paragraph], Paragraph | None]) -> Body:
    """The body with each paragraph as a change leaves it; None takes it out."""
    articles = []
    for article in body.articles:
        clauses = []
        for clause in article.clauses:
            blocks = (change(block) if isinstance(block, Paragraph) else block for block in clause.blocks)
            clauses.append(structs.replace(clause, blocks=tuple(block for block in blocks if block)))
        articles.append(structs.replace(article, clauses=tuple(clauses)))
    return replace(body, articles=tuple(articles))


def without(body: Body, items: set[str]) -> Body:
    """The body without the items under some numbers, and all below them."""
    return edited(body, lambda block: None if block.full_label.startswith(tuple(items)) else block)


def reworded(body: Body, pattern: str) -> Body:
    """The body with what a pattern finds taken out of its sentences."""
    return edited(body, lambda block: structs.replace(block, runs=(Text(re.sub(pattern, "…", plain(block))),)))


def plain(block: Paragraph) -> str:
    return stories.plain(words(block.runs))


def states(context: DraftContext, body: Body) -> dict[tuple[str, str], PointAnswer]:
    """How each point is answered."""
    return {(each.day.id, each.point): each for each in answers_in(context, body)}


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_leaves_a_point_that_the_library_can_answer_or_answers_one_twice(name: str) -> None:
    context, body = paper(*PAPERS[name])
    found = states(context, body)
    assert [point for point, each in found.items() if each.state in {"unanswered", "twice"}] == []
    assert sum(each.state in {"answered", "undecided"} for each in found.values()) >= 8


@pytest.mark.parametrize("name", PAPERS)
def test_a_point_waits_only_for_an_issue_that_is_not_written(name: str) -> None:
    context, body = paper(*PAPERS[name])
    waiting = [each for each in answers_in(context, body) if each.state == "waits"]
    written = {point: each.day.points[each.point] for each in waiting for point in [(each.day.id, each.point)]}
    assert [point for point, owners in written.items() if {*owners} <= {*context.library.issues}] == []


@pytest.mark.parametrize("story", STORIES)
def test_a_real_paper_without_the_items_that_answer_a_point_leaves_it_unanswered(story: str) -> None:
    context, body = paper(story)
    found = states(context, body)
    answered = {name: each for name, each in found.items() if each.state == "answered"}
    left = {}
    for name, each in answered.items():
        left[name] = states(context, without(body, {item.label for item in each.items}))[name].state
    assert set(left.values()) == {"unanswered"}


# What is taken out of every sentence, which questions then lack what, and the answers that stand for another reason.
LOST = {
    "every day and period": (
        (
            r"\d+ (?:business )?(?:hours?|days?|months?)\b|\ba year\b|\beach month\b|\bbefore\b|\bthe day after\b"
            r"|\b(?:by|on|until) the Last Day\b"
        ),
        {"act": "a day or a period", "decide": "a day or a period"},
    ),
    "every sum, share and cost": (
        (
            r"(?i)AUD [\d,.]+|\d+%|\bno party (?:has to|owes)\b"
            r"|\b(?:(?:cost|price|amount|share|limit|value|rate|cap|fee)s?|interest|ceiling)\b"
        ),
        {"pay": "an amount, a cap, a share or whose own cost"},
    ),
    "everybody": (
        (
            r"(?i)\b(?:Sensor Company|Council|Leads Meeting)\b"
            r"|\b(?:Site Holder|Equipment Keeper|Cover Holder|Claim Payer|Grant Holder)\b"
            r"|(?i:\b(?:part(?:y|ies)|person|host|owner|funder|mediator|adviser|expert|governing body)\b)"
        ),
        {"act": "who acts", "pay": "who pays", "decide": "who decides"},
    ),
}


@pytest.mark.parametrize("lost", LOST)
def test_a_real_sentence_that_loses_its_day_its_sum_or_its_actor_is_named(lost: str) -> None:
    pattern, asked = LOST[lost]
    context, body = paper("startup-pilot")
    whole, found = states(context, body), states(context, reworded(body, pattern))
    points = [name for name, each in whole.items() if each.state == "answered" and question(name[1]) in asked]
    assert len(points) > 10
    assert {name: found[name].lacks for name in points if asked[question(name[1])] not in found[name].lacks} == {}
    assert {found[name].state for name in points} == {"unanswered"}


def test_no_day_that_can_happen_to_the_example_waits_for_a_clause_of_the_library() -> None:
    came = came_of("check", EXAMPLES / "startup-pilot" / "spec.yml")
    assert came.code == 0
    assert "the library has no clause yet" not in came.out
