"""Only who is bound by the document can have a duty under it, at every place of the form where a party has one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest

from pactwright.forms import Form, bare, entry_of, fields_of, is_group, is_list, is_map, notes_on
from pactwright.spec import Spec
from pactwright.spec.base import Ref

Told = Callable[..., list[str]]

TRUST = "  trust: {name: Example Parks Trust, side: independent, kind: non-profit, called: the Trust%s}\n"
OUTSIDER = "outsiders: {trust: {name: Example Parks Trust, part: data-source}}\n"

# Where a party has no duty: what it gets, whom it speaks for, what it finds out.
NO_DUTY = {
    "parties.*.formation.stands_in",
    "parties.*.signs_for.*",
    "outsiders.*.rates.*",
    "rewards.*.party",
    "governance.people.*.party",
    "project.outcomes.*.measured_by",
    "open.*.owner",
    "approvals.*.party",
}
# What may be somebody's who signs nothing: places, data, and risks that are theirs by nature.
OPEN_TO_OUTSIDERS = {
    "project.outcomes.*.measured_by",
    "pilot.sites.*.owner",
    "datasets.*.holder",
    "datasets.*.controller",
    "risks.*.owner",
    "governance.people.*.party",
}


def places(form: Form = Spec, above: str = "") -> Iterator[tuple[str, Ref, bool]]:
    """Every place of the form that names a party: its address, what it may name, and whether it is the id of a map."""
    plain = bare(form)
    for ref in (note for note in notes_on(form) if isinstance(note, Ref)):
        yield above, ref, False
    if is_group(plain):
        for key, field in fields_of(plain).items():
            yield from places(field.form, f"{above}.{key}".lstrip("."))
    elif is_map(plain):
        for ref in (note for note in notes_on(get_args(plain)[0]) if isinstance(note, Ref)):
            yield f"{above}.*", ref, True
        yield from places(entry_of(plain), f"{above}.*")
    elif is_list(plain):
        yield from places(entry_of(plain), f"{above}.*")


REFS = {place: (ref, is_id) for place, ref, is_id in places()}
DUTIES = sorted(place for place, (ref, _) in REFS.items() if ref.is_duty)
LISTS = (
    "contributions",
    "rewards",
    "products",
    "pilot.activities",
    "pilot.activities.*.helps",
    "pilot.levels",
    "trade_secrets",
    "special_terms",
    "ip.items",
    "ip.background",
)


def lines(place: str) -> tuple[str, str]:
    """Lines of a spec that name the trust at a place, and the address there."""
    keys = [*place.split(".")]
    is_id = REFS[place][1]
    value: Any = "trust"
    steps = []
    for number, key in reversed(list(enumerate(keys))):
        above = ".".join(keys[:number])
        if key == "*" and above in LISTS:
            value = [value]
        elif key == "*" and is_id and number == len(keys) - 1:
            value = {"trust": "100"}
        elif key == "*":
            value = {"one": value}
        else:
            value = {key: value}
        steps.append("0" if above in LISTS and key == "*" else "trust" if is_id and number == len(keys) - 1 else key)
    address = ".".join("one" if step == "*" else step for step in reversed(steps))
    [(top, below)] = value.items()
    return f"{top}: {json.dumps(below)}\n", address


def test_every_place_that_names_a_party_was_decided_upon() -> None:
    assert REFS.keys() - NO_DUTY == set(DUTIES)
    assert {place for place, (ref, _) in REFS.items() if "outsiders" in ref.groups} == OPEN_TO_OUTSIDERS


@pytest.mark.parametrize("place", DUTIES)
def test_a_party_that_does_not_sign_has_no_duty(told: Told, place: str) -> None:
    more, _ = lines(place)
    [said] = told(TRUST % "" + more)
    assert said.partition(": ")[0].startswith("spec.yml:17:")
    assert ': error: unbound: "trust" does not sign, so nothing binds it here; one of city, partner; ' in said
    assert said.endswith("signs: yes under parties.trust), or name a party that signs and answers for it")


@pytest.mark.parametrize("place", DUTIES)
@pytest.mark.parametrize("way_out", [", signs: yes", ""], ids=["signs", "signed for"])
def test_one_that_signs_or_for_which_another_signs_has_any(told: Told, place: str, way_out: str) -> None:
    more, _ = lines(place)
    signs_for = "    signs_for: [trust]\n    authority: deed of 1 October 2026\n" if not way_out else ""
    assert told(signs_for + TRUST % way_out + more) == []


@pytest.mark.parametrize("place", DUTIES)
def test_the_duties_of_one_that_does_not_exist_yet_are_told_with_who_performs_them(told: Told, place: str) -> None:
    more, address = lines(place)
    said = f'unbound: "trust" does not exist yet and has 1 duty ({address}); '
    said += '"partner" has to perform them until it signs; check that it can'
    assert told(TRUST % ", formation: {stands_in: partner}" + more) == [f"spec.yml:16:94: warning: {said}"]


def test_one_that_does_not_exist_and_for_which_nobody_bound_stands_in_has_none(told: Told) -> None:
    friend = "  friend: {name: Friend, side: independent, kind: company, called: the Friend}\n"
    more = TRUST % ", formation: {stands_in: friend}" + friend + "pilot: {activities: [{who: trust}]}\n"
    [said] = told(more)
    assert '"trust" does not sign' in said
    assert "stands_in: with a party that signs" in said


@pytest.mark.parametrize("place", [place for place in DUTIES if not place.startswith("outsiders.")])
def test_an_outsider_may_hold_what_is_its_own_and_owes_nothing(told: Told, place: str) -> None:
    more, _ = lines(place)
    found = told(OUTSIDER + more)
    if place in OPEN_TO_OUTSIDERS:
        assert found == []
    else:
        [said] = found
        assert "unknown-party: " in said
        assert '"trust" is an outsider, which signs nothing, so that nothing binds it here' in said


def test_a_pledge_binds_nobody(told: Told) -> None:
    pledge = "contributions: [{party: trust, what: help, pledge: %s}]\n"
    assert told(TRUST % "" + pledge % "yes") == []
    assert len(told(TRUST % "" + pledge % "no")) == 1


def test_a_share_of_nothing_is_no_duty(told: Told) -> None:
    shares = "risks: {theft: {event: theft, owner: shared, shares: {trust: %s, city: %s, partner: 40}}}\n"
    assert told(TRUST % "" + shares % (0, 60)) == []
    assert any("unbound" in said for said in told(TRUST % "" + shares % (1, 59)))


@pytest.mark.parametrize(
    "more",
    [
        "rewards: [{party: trust, what: a reference}]\n",
        "governance: {people: [{party: trust, name: Kim}]}\n",
        "open: [{fact: date, owner: trust}]\n",
    ],
)
def test_what_is_no_duty_may_be_of_one_that_does_not_sign(told: Told, more: str) -> None:
    assert told(TRUST % "" + more) == []
