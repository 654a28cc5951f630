"""Question by question: what a step to another answer does, and what each reader may see of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pactwright.report import Heading, Kept, Ladder, Pairs
from pactwright.review.question_by_question import question_blocks
from pactwright.review.steps import Step, steps_from
from pactwright.what_if import Standing, standing
from pactwright.wording.notes import Reader
from tests.stories import ROOT

EXAMPLE = ROOT / "examples" / "startup-pilot" / "spec.yml"
CAP = "  liability/cap:\n    option: low-fixed\n"
PRIVATE = "    private: {council: MARKER one, company: MARKER two}\n"


@cache
def now() -> Standing:
    return standing(EXAMPLE)


@cache
def steps(issue: str) -> dict[str, Step]:
    return {each.option: each for each in steps_from(now(), now().draft.selection.issues[issue])}


def test_every_other_answer_lies_some_way() -> None:
    assert {name: each.way for name, each in steps("liability/cap").items()} == {
        "uncapped": "further",
        "price-multiple": "further",
        "contribution-multiple": "city",
        "one-sided": "partner",
        "fee-or-fixed": "other",
        "insured": "other",
        "own-loss": "closed",
    }


def test_a_step_tells_figures_who_bears_what_and_the_other_clauses() -> None:
    effect = steps("liability/cap")["one-sided"].effect
    assert effect is not None
    figures = [
        (each.label, each.before.replace("\xa0", " "), each.after.replace("\xa0", " ")) for each in effect.figures
    ]
    assert figures == [
        ("Liability cap", "AUD 100,000", ""),
        ("Liability cap, partners alone", "", "AUD 50,000"),
    ]
    borne = [(each.id, each.before.replace("\xa0", " "), each.after.replace("\xa0", " ")) for each in effect.ledger]
    assert borne == [
        ("risk/data-privacy", "whoever causes it, AUD 100,000", "whoever causes it, the Company: AUD 50,000"),
        ("risk/site-damage", "whoever causes it, AUD 20,000,000", "whoever causes it, the Company: AUD 20,000,000"),
    ]
    titles = [each.title for each in effect.places]
    assert "Insurance" in titles
    assert "Limit of liability" not in titles, "its own clause is no other one"
    assert effect.forced == ()


def test_a_limit_that_falls_away_leaves_its_bearer_there() -> None:
    effect = steps("liability/cap")["fee-or-fixed"].effect
    assert effect is not None
    assert [(each.before.replace("\xa0", " "), each.after) for each in effect.ledger] == [
        ("whoever causes it, AUD 100,000", "whoever causes it")
    ]


@pytest.mark.parametrize("option", ["acceptance-only", "effort-based"])
def test_a_figure_that_the_other_option_lacks_is_no_reason_to_refuse_it(option: str) -> None:
    """The spec sets the holdback beside no option; neither of these two takes it."""
    assert "holdback_pct" not in steps("reward/milestones")[option].refused


@pytest.mark.parametrize("option", ["partner-default", "city-default"])
def test_a_figure_that_both_options_have_stays_as_it_is(option: str) -> None:
    """The spec says what one party pays for shared risks at most, and the library by itself says nothing."""
    effect = steps("risk/allocation")[option].effect
    assert effect is not None
    assert [each.label for each in effect.figures] == ["Most that a city pays for its risks"]


def test_what_is_not_open_says_which_fact_would_open_it() -> None:
    closed = steps("liability/cap")["own-loss"]
    assert (closed.opens, closed.refused, closed.effect) == ("no partner is paid money", "", None)


def test_what_another_answer_keeps_closed_is_told_by_its_names() -> None:
    closed = steps("data/partner-use")["project-only"]
    assert closed.opens.startswith("not where “Keeping, returning and deleting data” is “")


def issue_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader, readers: tuple[str, ...]) -> str:
    """The pairs of one issue in a copy, of a spec with a private note of each side."""
    path = tmp_path / "spec.yml"
    path.write_text(EXAMPLE.read_text().replace(CAP, CAP + PRIVATE))
    monkeypatch.setattr("pactwright.review.question_by_question.steps_from", lambda _now, _selected: ())
    kept = [each for each in question_blocks(standing(path), reader, readers) if isinstance(each, Kept)]
    [own] = [
        each for each in kept if isinstance(each.blocks[0], Heading) and "most that one party" in each.blocks[0].text
    ]
    heading, ladder, pairs = own.blocks
    assert isinstance(heading, Heading)
    assert isinstance(ladder, Ladder)
    assert isinstance(pairs, Pairs)
    assert [each.sign for each in ladder.picture.marks] == ["ring", "ring", "ring", "disc", "ring", "ring"]
    assert heading.number.isdecimal()
    return "\n".join(f"{key}: {''.join(each.text for each in line)}" for key, line in pairs.pairs)


def test_a_copy_holds_its_readers_notes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    council = issue_alone(tmp_path, monkeypatch, "city", ("council", "public"))
    company = issue_alone(tmp_path, monkeypatch, "partner", ("company", "partner"))
    joint = issue_alone(tmp_path, monkeypatch, "neutral", ())
    assert ["MARKER one" in each for each in (council, company, joint)] == [True, False, False]
    assert ["MARKER two" in each for each in (council, company, joint)] == [False, True, False]
    assert [each for each in ("Fallback", "They will ask", "For your side") if f"{each}: " in joint] == []
    assert ["Fallback: " in each for each in (council, company)] == [True, True]
    assert "For counsel: " in joint
