"""Those who do not sign: what prints for them, and what nobody asks of them."""

from __future__ import annotations

from typing import Any

import pytest

from pactwright.document import Text, Value, words
from pactwright.printing.names import PartyNames
from tests import stories
from tests.stories import changed, plain, spec_tree

NETWORK = {"name": "Example Power Network", "part": "data-source", "reference": "Licence D-7"}
SILENT = {"name": "Example University", "side": "independent", "kind": "university", "called": "the Evaluator"}


def story(**changes: Any) -> stories.Tree:  # noqa: ANN401 - a spec
    """The paid pilot with an outsider, and some places changed."""
    own = {key.replace("__", "."): value for key, value in changes.items()}
    return changed(spec_tree("startup-pilot"), {"outsiders.network": NETWORK, **own})


def column(tree: stories.Tree, name: str) -> str:
    """What prints for a column where a clause gives it a duty."""
    run = PartyNames(stories.spec_of(tree), stories.library("au-nsw")).column(name)
    assert isinstance(run, Text | Value)
    return run.text


def test_a_risk_of_an_outsider_prints_its_name_and_gives_it_no_duty() -> None:
    risks = {
        "net": {"event": "The network fails", "owner": "network"},
        "drift": {"event": "Sensors drift", "owner": "maker"},
    }
    made = stories.draft(story(risks=risks))
    # The column is narrow, so the rest of the name stands on the next line.
    assert "Example Power" in stories.text(made)
    assert column(story(risks=risks), "risks.owner") == "the Sensor Company"
    assert column(story(risks={"net": risks["net"]}), "risks.owner") == "the Risk Owner"


@pytest.mark.parametrize("field", ["holder", "controller"])
def test_a_data_set_may_be_held_or_decided_about_by_an_outsider(field: str) -> None:
    name = next(iter(spec_tree("startup-pilot")["datasets"]))
    tree = story(**{f"datasets__{name}__{field}": "network"})
    why = {"option": "each-own", "reason": "The network decides about what it collects."}
    made = stories.draft(changed(tree, {"choices.data/control": why} if field == "controller" else {}))
    assert not [each for each in made.findings if each.level == "error"]
    assert column(tree, f"datasets.{field}") != "Example Power Network"


def test_an_outsider_may_have_any_role_of_the_vocabulary() -> None:
    for part in ("convenor", "operator", "certifier", "evaluator", "funder", "regulator", "host"):
        tree = story(outsiders__network__part=part)
        stories.sound(tree)


def test_nobody_asks_for_the_address_of_a_party_to_which_nothing_is_sent() -> None:
    asked = {point.address for point in gaps(story(parties__uni=SILENT))}
    assert not {each for each in asked if each.startswith("parties.uni.")}
    signing = {point.address for point in gaps(story(parties__uni={**SILENT, "signs": "yes"}))}
    assert {"parties.uni.address", "parties.uni.email"} <= signing


def gaps(tree: stories.Tree) -> list[Any]:
    """Every gap of the schedules."""
    made = stories.draft(tree)
    tables = [block for schedule in made.agreement.schedules for block in schedule.blocks if hasattr(block, "rows")]
    return [
        run
        for table in tables
        for row in table.rows
        for cell in row
        for run in cell
        if hasattr(run, "address") and words((run,)).startswith("[")
    ]


def permission(**changes: Any) -> list[str]:  # noqa: ANN401 - a spec
    """The sentences that make the licence of a place hang on whoever owns it."""
    made = stories.draft(story(**changes))
    return [line for line in stories.text(made).split("\n") if "whose owner is not a party" in line]


@pytest.mark.parametrize("part", ["regulator", "host", "data-source"])
def test_a_place_of_somebody_who_does_not_sign_may_be_used_only_as_its_owner_allows(part: str) -> None:
    place = f"pilot__sites__{next(iter(spec_tree('startup-pilot')['pilot']['sites']))}__owner"
    assert permission(outsiders__network__part=part, **{place: "network"})
    assert bool(permission(outsiders__network__part=part)) == (part == "host")


def test_a_risk_that_the_register_gives_to_no_party_lies_where_it_falls() -> None:
    risks = {"net": {"event": "The network fails", "owner": "network"}}
    assert "does not list or gives to no party" in plain(stories.text(stories.draft(story(risks=risks))))


def unbound(**changes: Any) -> list[str]:  # noqa: ANN401 - a spec
    """The addresses at which a remark says that nobody is bound."""
    found = [each for each in stories.draft(story(**changes)).findings if each.rule == "nobody-bound"]
    assert {each.level for each in found} <= {"warning"}
    return [each.address for each in found]


NO_REGISTER = {
    "choices__data/control": "city-control",
    "choices__data/register": {"option": "none", "reason": "a test"},
}
NET = {"event": "The network fails", "owner": "network"}
SHARED = {"event": "Sensors are stolen", "owner": "shared", "shares": {"city": "50", "maker": "50"}}


def test_a_duty_of_a_column_in_which_only_outsiders_stand_is_said_to_bind_nobody() -> None:
    drift = {"event": "Sensors drift", "owner": "maker"}
    assert unbound(risks={"net": NET}) == ["risks.net.owner"]
    assert unbound(risks={"net": NET, "drift": drift}) == []
    assert unbound(risks={"theft": SHARED, "net": NET}) == ["risks.net.owner"]
    assert unbound(risks={"theft": SHARED}) == []
    assert unbound(risks={"net": {"event": "The network fails"}}) == []


def test_nothing_is_said_of_a_column_that_no_clause_prints() -> None:
    name = next(iter(spec_tree("startup-pilot")["datasets"]))
    story_of = {f"datasets__{key}__holder": "network" for key in spec_tree("startup-pilot")["datasets"]}
    assert unbound(**story_of, **{"choices__data/control": "each-own-plus-city"}) == [f"datasets.{name}.holder"]
    assert unbound(**story_of, **NO_REGISTER) == []
