"""A party is never called by a term that the clauses define, for its duties would be those of the term."""

from __future__ import annotations

import pytest

from tests import stories
from tests.stories import changed, spec_tree

CALLED = "parties.maker.called"


def problems(called: str, *, several: bool = False) -> list[str]:
    """The addresses at which a name of the partner, or of one of several partners, is refused."""
    side = {"one": called, "many": f"{called}s"}
    made = stories.draft(changed(spec_tree("startup-pilot"), {"sides.partner": side} if several else {CALLED: called}))
    return [each.address for each in made.findings if each.rule == "called-term" and each.level == "error"]


@pytest.mark.parametrize(
    "called", ["the Project", "the  project", "Milestones", "the Leads Meeting", "the Risk Owner", "Site Holder"]
)
def test_a_name_that_is_a_defined_term_is_refused(called: str) -> None:
    assert problems(called) == [CALLED]


@pytest.mark.parametrize("called", ["the Company", "the Sensor Company", "Projects Pty Ltd", "the Site Firm"])
def test_any_other_name_is_taken(called: str) -> None:
    assert not problems(called)


def test_the_common_name_of_a_side_is_no_defined_term_either() -> None:
    assert problems("Contribution", several=True) == ["sides.partner.one", "sides.partner.many"]
