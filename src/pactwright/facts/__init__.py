"""Named facts, typed, one file per subject: all that conditions may test and wording may print of a spec."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.facts import data, money, parties, procurement, project, work
from pactwright.facts.fact import Around, Fact, FactType, FactValue
from pactwright.facts.roles import FIELDS, counted_role, counts_of, unsaid_parts

if TYPE_CHECKING:
    from pactwright.spec import Spec

TABLE: dict[str, Fact] = {
    fact.name: fact for module in (project, parties, money, procurement, work, data) for fact in module.FACTS
}


def type_of(name: str) -> FactType | None:
    """The type of a fact of the table, or of one that counts those who have a role; None for any other name."""
    return TABLE[name].type if name in TABLE else "number" if counted_role(name) else None


def facts_of(spec: Spec, around: Around) -> dict[str, FactValue]:
    """The value of every fact for a spec and what is around it; None where the spec does not say it for certain."""
    known = {**counts_of(spec, around.roles), **{name: fact.value(spec, around) for name, fact in TABLE.items()}}
    return {name: None if any(_unsettled(spec, name)) else value for name, value in known.items()}


def _unsettled(spec: Spec, name: str) -> Iterator[str]:
    """What the spec lists as open or disputed of the fields that a fact is worked out of."""
    listed = [each for each in spec.open_facts if "/" not in each.partition(".")[0]]
    forms = [form.split(".") for form in fields_for(name)] if listed else []
    for address in listed:
        keys = address.split(".")
        if any(len(keys) == len(form) and is_at(form, keys) for form in forms):
            yield address


def missing_fields(spec: Spec, name: str) -> tuple[str, ...]:
    """The addresses of the fields whose absence leaves a fact unknown; the name itself where it is no fact."""
    fact = TABLE.get(name)
    listed = tuple(_unsettled(spec, name))
    if fact is None:
        return (tuple(unsaid_parts(spec)) or listed) if counted_role(name) else (name,)
    found = tuple(fact.missing(spec)) if fact.missing else ()
    return found or listed or (fact.address or name,)


def fields_for(name: str) -> tuple[str, ...]:
    """The fields of the form that a fact is worked out of, "*" for any id or number; the name where it is no fact."""
    if fact := TABLE.get(name):
        return fact.fields or (fact.address or name,)
    role = counted_role(name)
    return FIELDS[role[0]] if role else (name,)


def typed_for(spec: Spec, name: str) -> tuple[str, ...]:
    """The addresses of what a spec types that a fact is worked out of; none where it types nothing of it.

    Of many days it is the one that says the very value, as the last does.
    """
    forms = [form.split(".") for form in fields_for(name)]
    said: dict[str, object] = {}
    for address, value in spec.values:
        keys = address.split(".")
        for form in (form for form in forms if is_at(form, keys)):
            said[".".join(keys[: len(form)])] = value if len(keys) == len(form) else None
    day = TABLE[name].value(spec, Around("")) if type_of(name) == "date" else None
    return tuple(address for address, value in said.items() if day and value == day) or tuple(said)


def is_at(form: list[str], keys: list[str]) -> bool:
    """Whether the keys of an address stand at a field of the form, or below it.

    >>> is_at(["milestones", "*", "due"], ["milestones", "report", "due"]), is_at(["risks"], ["risks", "drift"])
    (True, True)
    """
    return len(keys) >= len(form) and all(each in {"*", key} for each, key in zip(form, keys, strict=False))
