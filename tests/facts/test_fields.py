"""The fields that a fact says it is worked out of: every one that can change it."""

from __future__ import annotations

from contextlib import suppress

from pactwright.errors import InputError
from pactwright.facts import facts_of, fields_for, is_at, typed_for
from pactwright.facts.fact import FactValue
from pactwright.library.bodies import around
from pactwright.spec import Spec
from tests.guard.rows import FULL, LIBRARY, ORDERS, Row, groups_of_form
from tests.stories import spec_of


def known(spec: Spec) -> dict[str, FactValue]:
    return facts_of(spec, around(LIBRARY, spec, "pilot-agreement"))


def typed(spec: Spec) -> frozenset[tuple[str, str]]:
    return frozenset((leaf.address, repr(leaf.value)) for leaf in spec.leaves)


def test_no_field_outside_those_that_a_fact_names_changes_it() -> None:
    full = spec_of(FULL)
    before, changed, strange = known(full), set(), set()
    for row in (row for group in groups_of_form(FULL) for row in group if row.holds):
        with suppress(InputError):  # what cannot be said is no case
            spec = spec_of(row.tree)
            addresses = {address for address, _ in typed(spec) ^ typed(full)}
            names_changed = {name for name, value in known(spec).items() if value != before[name]}
            changed |= names_changed
            strange |= {(name, row.name) for name in names_changed if not names(name, addresses, row)}
    assert len(changed) > 60
    assert strange == set()


def names(fact: str, addresses: set[str], row: Row) -> bool:
    """Whether one of some addresses is at a field that a fact names; an entry that comes may say nothing there.

    A fact that is listed as open or disputed is not known.
    """
    [(place, does)] = row.holds
    if place.partition(".")[0] in {"open", "disputed"}:
        return True
    fields = fields_for(fact)
    if does in ORDERS:
        fields = tuple(each.partition(".*")[0] for each in fields)
    forms = [each.split(".") for each in fields]
    return any(is_at(form, address.split(".")) for form in forms for address in addresses)


def test_the_addresses_of_a_fact_are_those_that_somebody_typed() -> None:
    spec = spec_of(FULL)
    typed = {leaf.address for leaf in spec.leaves}
    places = {address[:end] for address in typed for end in range(len(address) + 1)}
    for name in known(spec):
        assert typed_for(spec, name), name
        assert set(typed_for(spec, name)) <= places, name


def test_the_last_day_is_the_address_that_says_it() -> None:
    spec = spec_of(FULL)
    [last] = typed_for(spec, "work.last_day")
    assert {str(value) for address, value in spec.values if address == last} == {str(known(spec)["work.last_day"])}
