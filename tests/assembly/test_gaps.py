"""What the spec does not say is a visible gap with the name of who can supply it, gathered in one list."""

from __future__ import annotations

import pytest

from pactwright.document import Gap, OpenPoint, words
from pactwright.drafting import Draft
from pactwright.facts.conditions import AnyOf, Condition
from pactwright.library.model import ItemRule
from tests import stories
from tests.assembly.planted import lines, planted
from tests.stories import Tree, changed, plain, spec_tree


def without(*addresses: str) -> Tree:
    """The story of the start-up without some facts."""
    return changed(spec_tree("startup-pilot"), dict.fromkeys(addresses))


def asked(draft: Draft) -> list[str]:
    """Everything that the list of open points asks for."""
    return [words(point.what) for point in draft.agreement.gaps]


def point(draft: Draft, address: str) -> OpenPoint:
    """The open point that speaks of an address."""
    return next(each for each in draft.agreement.open_points if each.address == address)


def test_a_gap_says_what_it_is_and_who_can_supply_it() -> None:
    made = planted("1. It starts on {{ fact.pilot.start | date }}.", without("pilot.start"))
    assert lines(made) == ["n.1 It starts on [Start date of the pilot: the Council to supply]."]


def test_a_gap_says_by_when_if_the_spec_does() -> None:
    tree = changed(without("pilot.start"), {"open": [{"fact": "pilot.start", "owner": "maker", "by": "2026-11-05"}]})
    made = planted("1. It starts on {{ fact.pilot.start | date }}.", tree)
    gap = "[Start date of the pilot: the Sensor Company to supply by 5 November 2026]"
    assert lines(made) == [f"n.1 It starts on {gap}."]
    found = point(made, "pilot.start")
    assert plain(words(found.what)).startswith("Start date of the pilot")
    assert (words(found.owner), plain(words(found.by))) == ("The Sensor Company", "5 November 2026")


def test_a_fact_of_a_party_is_asked_of_that_party() -> None:
    made = stories.sound(without("parties.maker.address", "parties.city.email"))
    owners = {p.address: words(p.owner) for p in made.agreement.gaps}
    assert owners == {"parties.maker.address": "The Sensor Company", "parties.city.email": "The Council"}


def test_the_lead_of_the_public_side_is_asked_for_everything_else() -> None:
    made = stories.sound(changed(spec_tree("two-cities"), {"pilot.end": None, "date": None}))
    assert {words(p.owner) for p in made.agreement.gaps} == {"Hill"}


def test_a_fact_that_many_places_need_is_asked_for_once() -> None:
    made = stories.sound(without("pilot.start"))
    assert asked(made).count("Start date of the pilot") == 1


def test_every_gap_of_the_document_is_in_the_list() -> None:
    made = stories.sound(spec_tree("street-demonstration"))
    runs = [run for p in made.agreement.paragraphs() for run in p.runs if isinstance(run, Gap)]
    assert runs
    assert {run.text.strip("[]").partition(":")[0] for run in runs} <= set(asked(made))


def test_a_fact_declared_open_that_no_gap_shows_is_still_in_the_list() -> None:
    declared = {"fact": "risks.drift.trigger", "owner": "maker", "by": "2026-11-05"}
    made = stories.sound(changed(spec_tree("startup-pilot"), {"open": [declared]}))
    found = point(made, "risks.drift.trigger")
    assert words(found.owner) == "The Sensor Company"


def test_a_declared_fact_that_a_gap_shows_is_not_listed_twice() -> None:
    tree = changed(without("pilot.end"), {"open": [{"fact": "pilot.end", "owner": "city", "by": "2026-11-05"}]})
    assert [p.address for p in stories.sound(tree).agreement.gaps].count("pilot.end") == 1


def test_a_disputed_fact_is_listed_with_every_version_and_its_source() -> None:
    made = stories.sound(spec_tree("street-demonstration"))
    told = " ".join(words(p.what) for p in made.agreement.open_points)
    assert "80 metres (the site plan) / 65 metres (the traffic survey)" in told


def test_an_undecided_condition_keeps_its_item_and_names_the_fact() -> None:
    """Whether the data is about people is not known, so the clause stays and the question stands in the list."""
    tree = changed(spec_tree("startup-pilot"), {"datasets.air.personal": None})
    made = stories.draft(tree)
    chosen = made.selection.issues.values()
    assert any("data.personal" in each.undecided or "personal" in each.reason for each in chosen)
    assert made.agreement.open_points


def test_a_final_is_refused_with_every_gap_and_who_can_close_it() -> None:
    made = stories.draft(without("pilot.start", "parties.maker.address"), is_final=True)
    refused = [finding for finding in made.findings if finding.rule == "gap-in-final"]
    assert {finding.level for finding in refused} == {"error"}
    told = "\n".join(str(finding) for finding in refused)
    assert "start date of the pilot" in told.lower()
    assert "The Council can supply it; or draft without --final" in told
    assert "The Sensor Company can supply it; or draft without --final" in told


def test_a_dispute_alone_forbids_a_final() -> None:
    versions = [{"value": "20 poles", "source": "plan"}, {"value": "18 poles", "source": "register"}]
    disputed = {"fact": "pilot.sites.north.quantity", "values": versions}
    tree = changed(spec_tree("startup-pilot"), {"disputed": [disputed]})
    assert stories.sound(tree).is_sound
    assert [f.rule for f in stories.draft(tree, is_final=True).findings if f.level == "error"] == ["gap-in-final"]


def test_a_complete_spec_has_no_open_point_and_may_be_final() -> None:
    for document in stories.DOCUMENTS:
        made = stories.sound(spec_tree("startup-pilot"), document, is_final=True)
        assert made.agreement.gaps == ()
        assert made.agreement.is_final


PAID_OR_LATE = AnyOf((Condition("funding.paid", "is", ("yes",)), Condition("pilot.start", "min", ("2030-01-01",))))


NIL = {"funding.price": "nil", "milestones": {}}
START = "[Start date of the pilot: the Council to supply]"


@pytest.mark.parametrize(
    ("tree", "printed"),
    [
        (spec_tree("startup-pilot"), ["n.1 One.", "n.2 Two."]),
        (without("pilot.start"), ["n.1 One.", "n.2 Two."]),
        (changed(without("pilot.start"), NIL), [f"n.1 {START} One.", "n.2 Two."]),
        (changed(spec_tree("startup-pilot"), NIL), ["n.1 Two."]),
    ],
    ids=["one holds", "one holds, the other is not known", "none holds, one is not known", "none holds"],
)
def test_an_item_with_alternatives_stands_until_none_of_them_can_hold(tree: Tree, printed: list[str]) -> None:
    made = planted("1. {#a} One.\n2. Two.", tree, items={"a": ItemRule(when=(PAID_OR_LATE,))})
    assert lines(made) == printed
