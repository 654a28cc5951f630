"""What people write in sentences stands in the Background or in a schedule; a clause takes their phrases at most."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.document import runs_of, words
from pactwright.drafting import Draft
from pactwright.service import read_tree
from tests import stories
from tests.library.base import EACH_OWN, told
from tests.stories import DOCUMENTS, Tree, changed, draft, plain, spec_tree

STORY = spec_tree("startup-pilot")
PROJECT = STORY["project"]


def recitals(made: Draft) -> list[str]:
    """The Background, paragraph by paragraph."""
    return [plain(words(each.runs)) for each in made.agreement.recitals]


def clauses(made: Draft) -> str:
    """What the clauses say."""
    shown = [p for article in made.agreement.articles for clause in article.clauses for p in clause.blocks]
    return plain("\n".join(words(each.runs) for each in shown if hasattr(each, "runs")))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_story_of_the_project_stands_in_the_background_and_in_no_clause(document: str) -> None:
    made = stories.sound(STORY, document)
    assert recitals(made) == [
        PROJECT["description"],
        f"The problem: {PROJECT['problem']}",
        f"The benefit for the public: {PROJECT['public_benefit']}",
    ]
    sentences = (PROJECT["problem"], PROJECT["public_benefit"], *(each["text"] for each in PROJECT["outcomes"]))
    assert not [each for each in sentences if each in clauses(made)]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_outcomes_stand_in_a_schedule_to_which_the_clause_refers(document: str) -> None:
    made = stories.sound(STORY, document)
    shown = {plain(words(runs)) for schedule in made.agreement.schedules for runs in runs_of(schedule)}
    assert {each["text"] for each in PROJECT["outcomes"]} <= shown
    assert "the outcomes in part " in clauses(made)


def test_a_problem_that_nobody_described_is_a_gap_in_the_background() -> None:
    made = stories.sound(changed(STORY, {"project.problem": None, "project.description": None}))
    assert recitals(made)[0] == "The problem: [Problem that the project is to solve: the Council to supply]"
    assert len(recitals(made)) == 2


def test_a_clause_that_would_print_a_sentence_of_a_spec_is_refused(tmp_path: Path) -> None:
    option = "clauses/data/control/each-own.md"
    start = EACH_OWN[: EACH_OWN.index("# Agreement")]
    text = f"{start}# Agreement\n\n1. {{{{ fact.project.problem | text }}}}\n\n# Note\n\nNone.\n"
    [said] = [each for each in told(tmp_path, {option: text}) if "text:" in each]
    assert said.endswith('text: "| text" prints a sentence of a spec in a clause; the Background, or a schedule')


def payment(word: str) -> Tree:
    """The story with an own word for the losses that nobody answers for."""
    return changed(
        STORY, {"choices.liability/cap": {"option": "low-fixed", "reason": "A test.", "excluded_losses": [word]}}
    )


@pytest.mark.parametrize("word", ["loss of a grant", "loss under ISO 9001", "a fine of the EPA", "loss of version 1.2"])
def test_a_phrase_of_ones_own_is_taken(word: str) -> None:
    assert word in clauses(stories.sound(payment(word)))


@pytest.mark.parametrize(
    "word",
    [
        "the Company must pay for a lost sensor",
        "a loss that the Council agrees to",
        "loss of a grant.",
        "The loss of a grant",
        "we lose a grant",
        "loss of a grant; loss of a prize",
    ],
)
def test_a_sentence_or_a_duty_is_no_own_word(word: str) -> None:
    found = [each for each in draft(payment(word)).findings if each.level == "error"]
    assert {(each.rule, each.address) for each in found} == {("own-words", "choices.liability/cap.excluded_losses.0")}


@pytest.mark.parametrize(
    ("changes", "address", "said"),
    [
        ({"special_terms.0.duty": "use best endeavours to train staff"}, "special_terms.0.duty", "best-efforts"),
        ({"milestones.sensors-up.test": "a sensor works and/or sends"}, "milestones.sensors-up.test", "and-or"),
        ({"conditions.permit.text": "the permit is null and void"}, "conditions.permit.text", "doublet"),
        (
            {"choices.governance/decisions": {"reserved": ["functions", "the hours, provided that a party asks"]}},
            "choices.governance/decisions.reserved.1",
            "provided-that",
        ),
        ({"project.description": "The city uses its best endeavours and/or money."}, "", ""),  # a story binds nobody
        ({"special_terms.0.duty": "train two of the Council's people by 1 May 2027"}, "", ""),
    ],
)
def test_own_words_that_bind_somebody_are_held_to_the_style_by_a_remark(changes: Tree, address: str, said: str) -> None:
    source = read_tree(Path("spec.yml"), changed(STORY, changes), stories.NOWHERE)
    found = [(each.address, each.rule, each.level) for each in source.remarks if each.rule in source.library.patterns]
    assert found == ([(address, said, "warning")] if said else [])
