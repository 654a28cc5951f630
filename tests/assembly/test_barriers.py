"""What kept such projects from happening: the paper says which item answers it, and says so if nothing does."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from pactwright.assembly.barriers import answered_barriers, barrier_findings
from pactwright.drafting import Draft
from pactwright.schema import spec_schema
from tests import stories

SPEC = stories.ROOT / "examples" / "startup-pilot" / "spec.yml"
TREE = stories.changed(stories.tree_in(SPEC), {"project.barriers": ["fear-of-failure", "rigid-procurement"]})


@pytest.fixture(scope="module")
def made() -> Draft:
    return stories.sound(TREE)


def test_a_barrier_is_answered_by_items_that_stand_in_the_paper_under_that_number(made: Draft) -> None:
    fear, _ = (each for each in made.findings if each.rule == "barrier")
    assert (fear.level, fear.address) == ("note", "project.barriers.0")
    assert fear.seen.startswith("Nobody wants to own a failure: the pilot-agreement answers it in 7.1 (principles/no-b")
    text = stories.text(made)
    answers = answered_barriers(made.agreement, made.selection, ["fear-of-failure", "rigid-procurement"])
    assert [len(each.items) for each in answers] == [11, 10]
    for item in (item for each in answers for item in each.items):
        whole = re.sub(r"\W+", " ", stories.plain(item.text))
        assert whole[:30] in re.sub(r"\W+", " ", text.partition(f" {item.label} ")[2][:1200]), item.name


def test_a_paper_that_answers_a_barrier_nowhere_says_what_could(made: Draft) -> None:
    """The same paper, its clauses taken out."""
    without = structs.replace(made.agreement, articles=())
    found = [*barrier_findings(without, made.selection, stories.spec_of(TREE))]
    assert [str(each) for each in found][1] == (
        "project.barriers.1: warning: barrier: Buying rules leave no room to try things: nothing in the "
        "pilot-agreement answers this barrier; an answer; choose an option of procurement/basis, "
        "procurement/scale-up, change/control and 7 more"
    )
    assert [each.level for each in found] == ["warning", "warning"]


def test_a_barrier_steers_and_is_no_fact_that_a_paper_fails_to_print(made: Draft) -> None:
    assert [each for each in made.unprinted if "barriers" in each] == []


def test_an_editor_proposes_the_barriers() -> None:
    barriers = spec_schema(stories.library("au-nsw"))["$defs"]["Project"]["properties"]["barriers"]
    assert barriers["items"]["enum"][:2] == ["unfamiliar-technology", "lack-of-uptake"]
