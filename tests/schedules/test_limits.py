"""Limits that a clause states as a part of an amount: what each comes to, and that none is left without its amount."""

from __future__ import annotations

import re

import pytest

from tests import stories
from tests.schedules.test_computed import DASH, figures
from tests.stories import ROOT, changed, library, spec_tree

LIMITED = ("budget", "Limits that are a part of an amount")
CHANGES, TELLING, LATE, IDLE = (
    "Most that changes may add to the price",
    "Most that a partner spends on telling and hearing people",
    "Most that lateness takes off",
    "Most for idle time, of the price",
)


@pytest.mark.parametrize(
    ("story", "changes", "said"),
    [
        (
            "startup-pilot",
            {},
            [
                [CHANGES, "10% of the price", "AUD 2,500.05"],
                [TELLING, "2% of the price", "AUD 500.01"],
                [IDLE, "5% of its own part of the price", "AUD 1,250.03"],
            ],
        ),
        (  # each milestone has its own limit, and each city its own part of the price
            "two-cities",
            {
                "funding.price": "AUD 10,000",
                "milestones": {
                    "a": {"deliverable": "A", "amount": "AUD 7,000", "payer": "hill", "payee": "solar"},
                    "b": {"deliverable": "B", "amount": "AUD 3,000", "payer": "dale", "payee": "count"},
                },
                "choices.reward/milestones": {"option": "acceptance-only", "reason": "a test"},
            },
            [
                [CHANGES, DASH, "10% of the price", "AUD 1,000"],
                [TELLING, DASH, "2% of the price", "AUD 200"],
                [LATE, "A", "10% of the amount of the milestone", "AUD 700"],
                [LATE, "B", "10% of the amount of the milestone", "AUD 300"],
                [IDLE, "Hill", "5% of its own part of the price", "AUD 350"],
                [IDLE, "Dale", "5% of its own part of the price", "AUD 150"],
            ],
        ),
    ],
)
def test_a_limit_that_is_a_part_of_an_amount_stands_in_money_once(
    story: str, changes: dict[str, object], said: list[list[str]]
) -> None:
    assert figures(stories.draft(changed(spec_tree(story), changes)), LIMITED) == said


SHOWN_ELSEWHERE = {
    "wind_down_pct": "the examples of an early end",
    "dead_band_pct": "no limit: where an overrun begins",
    "drop_pct": "units, not money",
    "virement_pct": "moves money between stages, and adds none",
    "over_pct": "no limit: when an inspection is paid for",
}


def test_every_limit_that_a_clause_states_as_a_part_of_an_amount_says_of_which() -> None:
    """Because people agree to a percentage who would not agree to the amount."""
    stated = re.compile(r"(?:more than|up to|at most) {{ (?:[\w/-]+\.)?(\w+) \| percent }}|adds more than {{ (\w+)")
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "clauses").glob("*/*/*.md"))]
    found = {name for text in texts for names in stated.findall(text) for name in names if name}
    issues = library("au-nsw").issues.values()
    of = {each.name for issue in issues for each in issue.parameters.values() if each.of}
    assert of == found - set(SHOWN_ELSEWHERE)
    assert set(SHOWN_ELSEWHERE) <= found
