"""Named facts, typed, one file per subject: all that conditions may test and wording may print of a spec."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pactwright.facts import data, money, parties, procurement, project, work
from pactwright.facts.fact import Fact, FactType, FactValue
from pactwright.facts.roles import counted_role, counts_of, unsaid_parts

if TYPE_CHECKING:
    from pactwright.spec import Spec

TABLE: dict[str, Fact] = {
    fact.name: fact for module in (project, parties, money, procurement, work, data) for fact in module.FACTS
}


def type_of(name: str) -> FactType | None:
    """The type of a fact of the table, or of one that counts those who have a role; None for any other name."""
    return TABLE[name].type if name in TABLE else "number" if counted_role(name) else None


def facts_of(spec: Spec, document: str, roles: Iterable[str]) -> dict[str, FactValue]:
    """The value of every fact for a spec and a kind of document; None where the spec does not say.

    `roles` are those of the library's vocabulary.
    """
    return {**counts_of(spec, roles), **{name: fact.value(spec, document) for name, fact in TABLE.items()}}


def missing_fields(spec: Spec, name: str) -> tuple[str, ...]:
    """The addresses of the fields whose absence leaves a fact unknown; the name itself where it is no fact."""
    fact = TABLE.get(name)
    if fact is None:
        return tuple(unsaid_parts(spec)) if counted_role(name) else (name,)
    found = tuple(fact.missing(spec)) if fact.missing else ()
    return found or (fact.address or name,)
