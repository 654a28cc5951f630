"""The fields that a fact says it is worked out of: every one that can change it."""

from __future__ import annotations

from contextlib import suppress

from pactwright.errors import InputError
from pactwright.facts import facts_of, fields_for, is_at, typed_for
from pactwright.facts.fact import FactValue
from pactwright.spec import Spec
from tests.guard.rows import FULL, LIBRARY, groups_of_form
from tests.stories import spec_of


def known(spec: Spec) -> dict[str, FactValue]:
    return facts_of(spec, "pilot-agreement", LIBRARY.vocabulary["roles"])


def test_no_field_outside_those_that_a_fact_names_changes_it() -> None:
    before, changing = known(spec_of(FULL)), set()
    for row in (row for group in groups_of_form(FULL) for row in group if row.holds):
        with suppress(InputError):  # what cannot be said is no case
            after = known(spec_of(row.tree))
            changing |= {(name, row.holds[0]) for name, value in after.items() if row.holds and value != before[name]}
    assert len({name for name, _ in changing}) > 60
    assert {(name, place) for name, place in changing if not names(name, place)} == set()


def names(fact: str, place: str) -> bool:
    """Whether a place of the form is one that a fact names, stands below one, or holds one."""
    fields, keys = [each.split(".") for each in fields_for(fact)], place.split(".")
    return any(is_at(field, keys) or is_at(keys, field) for field in fields)


def test_the_addresses_of_a_fact_are_those_that_somebody_typed() -> None:
    spec = spec_of(FULL)
    typed = {leaf.address for leaf in spec.leaves}
    places = {address[:end] for address in typed for end in range(len(address) + 1)}
    for name in known(spec):
        assert name == "document.kind" or set(typed_for(spec, name)) <= places, name


def test_the_last_day_is_the_address_that_says_it() -> None:
    spec = spec_of(FULL)
    [last] = typed_for(spec, "work.last_day")
    assert {str(value) for address, value in spec.values if address == last} == {str(known(spec)["work.last_day"])}
