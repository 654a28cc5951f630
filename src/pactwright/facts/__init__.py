"""Named facts, typed, one file per subject: all that conditions may test and wording may print of a spec."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.facts import data, money, parties, procurement, project, work
from pactwright.facts.fact import Fact, FactValue

if TYPE_CHECKING:
    from pactwright.spec import Spec

TABLE: dict[str, Fact] = {
    fact.name: fact for module in (project, parties, money, procurement, work, data) for fact in module.FACTS
}


def facts_of(spec: Spec, document: str) -> dict[str, FactValue]:
    """The value of every fact for a spec and a kind of document; None where the spec does not say."""
    return {name: fact.value(spec, document) for name, fact in TABLE.items()}


def missing_fields(spec: Spec, name: str) -> tuple[str, ...]:
    """The addresses of the fields whose absence leaves a fact unknown; the name itself where it is no fact."""
    fact = TABLE.get(name)
    if fact is None:
        return (name,)
    found = tuple(fact.missing(spec)) if fact.missing else ()
    return found or (fact.address or name,)
