"""How a pilot changes, is looked at and goes on: what a spec may not say without a reason, and what it must hold."""

from __future__ import annotations

import pytest

from tests.stories import ROOT, Tree, changed, draft, tree_in

PILOT = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")
GATE: Tree = {"name": "Half-way", "date": "2027-05-31", "test": "The map shows 20 sensors"}
GROWS: Tree = {"choices.change/control": {"option": "tiered", "total_pct": "15"}}


def refused(changes: Tree, *, is_final: bool = False) -> list[str]:
    """The rules that refuse the example with some places changed, each with its address."""
    made = draft(changed(PILOT, changes), is_final=is_final)
    return [f"{each.address}: {each.rule}" for each in made.findings if each.level == "error"]


def test_changes_may_add_more_than_a_common_limit_of_law_only_for_a_reason() -> None:
    assert refused(GROWS) == ["choices.change/control.total_pct: unusual-value"]
    assert refused(changed(GROWS, {"choices.change/control.reason": "The notice allows a fifth more."})) == []


@pytest.mark.parametrize("field", ["date", "test"])
def test_a_gate_without_a_day_or_a_test_is_no_final(field: str) -> None:
    assert refused({"pilot.gates": [GATE]}, is_final=True) == []
    [line] = refused({"pilot.gates": [changed(GATE, {field: None})]}, is_final=True)
    assert line.startswith(f"pilot.gates.0.{field}: ")


def test_a_term_that_ends_only_at_gates_needs_one() -> None:
    chosen: Tree = {"choices.term/term.option": "gate-only", "choices.term/term.reason": "It invests first."}
    assert "choices.term/term: requires" in {
        line.replace(".option", "") for line in refused({**chosen, "pilot.gates": None})
    }
    assert refused({**chosen, "pilot.gates": [GATE]}) == []


ROUTE = "procurement.route"
IN_PHASES = ("pre-commercial", "innovation-partnership")


@pytest.mark.parametrize("route", IN_PHASES)
def test_a_route_in_phases_has_its_gates_and_what_may_follow(route: str) -> None:
    phases: Tree = {ROUTE: route, "pilot.gates": [GATE]}
    assert refused(phases) == []
    assert any("contradiction" in line for line in refused({ROUTE: route, "pilot.gates": None}))
    wrong = {"choices.procurement/scale-up": {"option": "fresh-competition", "reason": "It buys anew."}}
    assert any("contradiction" in line for line in refused({**phases, **wrong}))


@pytest.mark.parametrize("option", ["use-or-lose", "none"])
def test_development_at_a_lower_price_calls_back_what_is_not_used(option: str) -> None:
    other: Tree = {"choices.ip/exploitation": {"option": option, "reason": "The firm asked for it."}}
    assert refused({ROUTE: "pre-commercial", **other}) == ["choices.procurement/basis: contradiction"]


def test_an_order_after_a_demonstration_is_refused_and_after_a_challenge_it_needs_its_price() -> None:
    order: Tree = {
        "choices.procurement/scale-up": {"option": "option-or-compete", "reason": "The call said so."},
        "procurement.option_what": "up to 40 more sensors",
        "procurement.option_price": "AUD 900 a sensor",
    }
    assert refused(order, is_final=True) == []
    assert [line.partition(":")[0] for line in refused({**order, "procurement.option_price": None}, is_final=True)] == [
        "procurement.option_price"
    ]
    unpaid: Tree = {"funding.price": "nil", "milestones": None, "choices.funding/payment": None, ROUTE: "no-effect"}
    assert any("scale-up: contradiction" in line for line in refused({**order, **unpaid}))
