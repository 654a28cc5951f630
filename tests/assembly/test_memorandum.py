"""What a memorandum holds: the facts of the project, plans without a verb of duty, a limit, and no heading twice."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from pactwright.document import Table, Text, paragraphs_of, words
from pactwright.drafting import Draft
from tests import stories
from tests.stories import ROOT, Tree, changed, plain, spec_tree, tree_in

MOU = "mou"
# The verbs of a duty, and "will", which may be one; "no party has to" and the like only say what nobody must do.
DUTY = re.compile(r"\b(?:must|shall|will|undertakes?|agrees? to|(?:is|are) (?:required|obliged) to)\b", re.IGNORECASE)
every_story = pytest.mark.parametrize("name", stories.names())


@cache
def memorandum(name: str) -> Draft:
    """The memorandum of a story."""
    return stories.sound(spec_tree(name), MOU)


def sentences(draft: Draft) -> list[str]:
    """What the clauses of a document say, paragraph by paragraph; a schedule stands wherever the outline puts it."""
    said = (plain(words(each.runs)) for each in draft.agreement.paragraphs())
    return [re.sub(r"Schedule \d+", "Schedule n", each) for each in said]


def rows(draft: Draft) -> list[str]:
    """The rows of its schedules, a cell behind the other."""
    tables = (block for each in draft.agreement.schedules for block in each.blocks if isinstance(block, Table))
    return [
        " | ".join(plain(words(cell)).replace("\n", ", ") for cell in row) for table in tables for row in table.rows
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Walkers meet less fine dust",  # how it is measured is for a pilot agreement
        "the Council | Approved by: the full council, Date: 10 November 2026, Reference: minute 2026/114",
        "the Sensor Company | deliverer | Kim Sample, Head of Projects, kim@acme.example",
        "the Sensor Company | train ten members of staff | 1 May 2027 | the Council may hire a trainer",
        "Example State Innovation Fund | the Council | AUD 80,000 | 50%",
        "Memorandum on clean streets | 1 May 2025 | replaces | 2",
        "the Council | Streets that children can walk along",
    ],
)
def test_a_memorandum_lists_what_was_settled(row: str) -> None:
    assert [each for each in rows(memorandum("startup-pilot")) if each.startswith(row)]


@pytest.mark.parametrize(
    "said",
    [
        "The parties hope that the Project achieves the outcomes in part 2 of Schedule n.",
        "The parties hope to obtain money from the funders that Schedule n lists.",
        "Under this memorandum no party may mount a device, run a service or collect data for the Project.",
        "A party may talk to anyone else about the same matter, and may stop these talks at any time without a reason.",
        "A signature given before an approval that part 5 of Schedule n states for that party counts only from the day",
        "What Schedule n states for the Sensor Company is an intention and binds nobody.",
        "If parts of this memorandum conflict, the part that stands earlier in this list prevails:",
        "If this memorandum conflicts with a paper listed in Schedule n, the rank stated there decides.",
        (
            "For all claims in connection with this memorandum together, no party owes more than AUD 25,000 in total, "
            "or AUD 75,000 if it misused confidential information or intellectual property of the other party."
        ),
        "The clauses that bind the parties do so from the day on which the last party signs (the Commencement Date).",
    ],
)
def test_a_memorandum_says_what_its_plans_and_its_lists_are_worth(said: str) -> None:
    assert said in "\n".join(sentences(memorandum("startup-pilot")))


def test_a_memorandum_holds_no_conditions_for_nothing_starts_under_it() -> None:
    assert "conditions" not in {each.id for each in memorandum("startup-pilot").agreement.schedules}


@pytest.mark.parametrize(
    ("planned", "expected"),
    [({}, False), ({"pilot.start": None}, True)],
    ids=["a pilot is planned", "no pilot is planned"],
)
def test_how_the_parties_work_is_a_plan_of_a_memorandum_only_where_no_pilot_is_planned(
    *, planned: Tree, expected: bool
) -> None:
    made = stories.sound(changed(spec_tree("startup-pilot"), planned), MOU)
    said = "\n".join(sentences(made))
    assert ("The parties expect to learn while they work" in said) is expected
    assert ("A party that sees a difference plans to tell" in said) is expected
    assert "A party that has a dispute about a clause that binds must give notice of it" in said


@every_story
def test_no_heading_stands_twice_in_a_memorandum(name: str) -> None:
    clauses = [clause for article in memorandum(name).agreement.articles for clause in article.clauses]
    times = Counter(words(clause.blocks[0].runs) for clause in clauses)  # type: ignore[union-attr]
    assert [heading for heading, count in times.items() if count > 1] == []


def test_the_two_clauses_of_an_issue_are_told_apart_by_what_binds() -> None:
    found = [
        (article.heading.label, words(clause.blocks[0].runs))  # type: ignore[union-attr]
        for article in memorandum("startup-pilot").agreement.articles
        for clause in article.clauses
        if clause.id in {"formation/parties", "funding/costs"}
    ]
    assert found == [
        ("Part 1", "Parties and authority"),
        ("Part 2", "Parties and authority: what binds"),
        ("Part 3", "Costs"),
        ("Part 4", "Costs: what binds"),
    ]


@every_story
def test_what_the_parties_plan_is_said_without_a_verb_of_duty(name: str) -> None:
    plans = [each for each in memorandum(name).agreement.articles if words(each.heading.runs).startswith("Intentions")]
    said = [run.text for each in plans for p in paragraphs_of(each) for run in p.runs if isinstance(run, Text)]
    assert len(plans) == 2
    assert [each for each in said if DUTY.search(each)] == []


@every_story
def test_a_memorandum_moves_no_title_and_asks_for_no_certificate(name: str) -> None:
    said = "\n".join(sentences(memorandum(name)))
    assert not re.search(r"\bassigns?\b|\bowns every\b|security certificate|\bindemnif", said)
    assert re.search("transfers Intellectual Property or grants a licen[cs]e", said)


def test_a_memorandum_of_an_alliance_that_bears_every_risk_together_gives_no_risk_to_one() -> None:
    said = " ".join(sentences(stories.sound(tree_in(ROOT / "examples" / "flood-watch" / "spec.yml"), MOU)))
    assert "The parties intend that no party bears a risk of the work alone" in said
    assert "best able to manage" not in said
