"""The definitions of a document: the terms that it uses, and the names that the engine itself makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from pactwright.assembly.numbers import DEFINITIONS, NumberedClause, NumberedItem, heading, main_kind
from pactwright.assembly.slots import PlannedDefinition, PlannedDefinitions, PlannedPart, Slot, slots_in
from pactwright.document import Paragraph, Reference, Text
from pactwright.formats import NBSP, joined
from pactwright.library.words import is_collective
from pactwright.wording.parts import Defined, Parts

if TYPE_CHECKING:
    from pactwright.assembly.blanks import Blanks
    from pactwright.assembly.deciding import RoleDecision
    from pactwright.assembly.standing import Standing


def planned_definitions(
    blanks: Blanks, stands: Standing, roles: Collection[RoleDecision], placed: tuple[NumberedClause, ...]
) -> PlannedDefinitions:
    """The clause of definitions; `placed` are all clauses, which may define a term themselves."""
    found, places = stands.glossary, _definers(placed)
    namesakes = {each.role: each.namesake for each in roles}
    forms = {(namesakes.get(name, name), form) for each in stands.uses for name, form in each.blanks}
    definitions = (
        *(
            each
            for role in roles
            if role.namesake == role.role
            for each in _of_role(blanks, role, {form for name, form in forms if name == role.role})
        ),
        *(_meant(blanks, name) for name in found.meanings),
        *(_defined_elsewhere(blanks, name, *places[name]) for name in found.homes),
        *(_column_meant(blanks, name) for name in found.columns),
        *(_unsettled(blanks, name) for name in found.unsettled),
    )
    parts = (each for definition in definitions for each in (*definition.name, *definition.parts))
    lead = (heading(placed[-1]), Paragraph("body", (Text(blanks.outline.definitions.lead_in),)))
    return PlannedDefinitions(DEFINITIONS, lead, definitions, tuple(dict.fromkeys(slots_in(tuple(parts)))))


def _meant(blanks: Blanks, name: str) -> PlannedDefinition:
    term = blanks.library.terms[name]
    return _defined(blanks, term.prints or name, term.means)


def _unsettled(blanks: Blanks, name: str) -> PlannedDefinition:
    """A term that a clause would define which is still open."""
    term = blanks.library.terms[name]
    gap = Slot("open-name", term.home)
    return PlannedDefinition((Text(term.prints or name),), (gap,), blanks.outline.definitions.means, end=".")


def _column_meant(blanks: Blanks, name: str) -> PlannedDefinition:
    named = blanks.library.columns[name]
    return _defined(blanks, named.term, named.means)


def _defined(blanks: Blanks, name: str, means: Parts) -> PlannedDefinition:
    verb = blanks.outline.definitions.means
    return PlannedDefinition((Text(name),), blanks.planned(means, "", main_kind(blanks.outline)), verb, end=".")


def _defined_elsewhere(blanks: Blanks, name: str, label: str, bookmark: str) -> PlannedDefinition:
    noun = blanks.library.jurisdiction.words.get("clause", "clause")
    lead = Text(f"{blanks.outline.definitions.elsewhere} {noun}{NBSP}")
    return PlannedDefinition(
        (Text(blanks.library.terms[name].prints or name),), (lead, Reference(label, bookmark), Text("."))
    )


def _of_role(blanks: Blanks, role: RoleDecision, used: set[str]) -> Iterator[PlannedDefinition]:
    """The definitions of a collective name, its lead and the body concerned, where the clauses print them."""
    is_common = is_collective(blanks.library.vocabulary, role.role)
    if not used or not is_common or len(role.holders) < 2:  # noqa: PLR2004 - one prints under its own name
        return
    words, one = blanks.outline.definitions, Slot("noun", role.role)
    means = f" {words.means} "
    yield PlannedDefinition((one,), (Text(f"{means}{words.collective} "), *_listed(role.holders), Text(".")))
    if "concerned" in used:
        meaning = blanks.planned(blanks.library.concerned[role.role].means, "", main_kind(blanks.outline))
        yield PlannedDefinition((one, Text(" concerned")), (Text(means), *meaning), end=".")
    if "lead" in used:
        holder = Slot("party", role.lead) if role.lead else Slot("no-lead", role.role)
        yield PlannedDefinition((Text("Lead "), one), (Text(means), holder, Text(".")))


def _listed(holders: tuple[str, ...]) -> Iterator[PlannedPart]:
    """The parties by what the document calls them, as a list is said."""
    glue = joined(["\0"] * len(holders)).split("\0")[1:]
    for name, after in zip(holders, glue, strict=True):
        yield from (Slot("party", name), Text(after))


def _definers(clauses: tuple[NumberedClause, ...]) -> dict[str, tuple[str, str]]:
    """The place of each defined term: the item that defines it, or its clause when the item has no bookmark."""
    return {
        part.term: (each.full_label, each.bookmark) if each.bookmark else (clause.label, clause.bookmark)
        for clause in reversed(clauses)
        for item in clause.items
        for each in _below(item)
        for part in each.item.parts
        if isinstance(part, Defined)
    }


def _below(item: NumberedItem) -> Iterator[NumberedItem]:
    yield item
    for child in item.items:
        yield from _below(child)
