"""Where the library comes from: all seven barriers and all ten resources, each answered, each learned from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactwright.library.load import loaded

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = loaded()
BARRIERS = {
    "unfamiliar-technology",
    "lack-of-uptake",
    "rigid-procurement",
    "fear-of-failure",
    "risk-pushed-to-one-side",
    "data-ip-and-reward",
    "fixed-budgets",
}
RESOURCES = {
    "alliance",
    "ecodistricts",
    "amsterdam",
    "procurement-models",
    "nz-evaluation",
    "city-teams",
    "eip-scc",
    "future-street",
    "smartimpact",
    "activator",
}


def test_all_seven_barriers_and_all_ten_resources_are_there() -> None:
    assert set(LIBRARY.seeds.barriers) == BARRIERS
    assert set(LIBRARY.seeds.resources) == RESOURCES


@pytest.mark.parametrize("barrier", sorted(BARRIERS))
def test_every_barrier_is_answered_by_an_issue_and_says_so(barrier: str) -> None:
    """What barriers.yml promises and what the issues claim agree, for the issues that are written."""
    claimed = {issue.id for issue in LIBRARY.issues.values() if barrier in issue.barriers}
    promised = set(LIBRARY.seeds.barriers[barrier].answered_by) & set(LIBRARY.issues)
    assert claimed
    assert promised
    assert promised & claimed


@pytest.mark.parametrize("resource", sorted(RESOURCES))
def test_every_resource_says_what_it_teaches_where_and_whether_we_could_check_it(resource: str) -> None:
    seed = LIBRARY.seeds.resources[resource]
    assert len(seed.teaches) >= 3
    assert seed.read_at
    assert all(address.startswith("http") for address in seed.read_at)
    assert seed.verified in {"yes", "no", "partly"}
    assert set(seed.barriers) <= BARRIERS
    text = (ROOT / "seeds" / "resources" / f"{resource}.yml").read_text("utf-8")
    assert seed.verified == "yes" or re.search(r"^not_verified: \S", text, flags=re.MULTILINE)


@pytest.mark.parametrize("model", sorted(LIBRARY.models))
def test_a_model_chooses_for_every_issue_and_gives_each_reason(model: str) -> None:
    choices = LIBRARY.models[model].choices
    assert set(choices) == set(LIBRARY.issues)
    assert [name for name, defaults in choices.items() if not all(each.reason for each in defaults)] == []
