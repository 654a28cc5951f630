"""The definitions: exactly the terms that the document uses, and the names that the engine itself makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.live import LiveClause, parts_in
from pactwright.document import Paragraph, Reference, Runs, Term, Text, Value
from pactwright.formats import NBSP, joined
from pactwright.wording.parts import Blank, Cite, Defined, Kind, Parts, Words

if TYPE_CHECKING:
    from pactwright.assembly.numbers import NumberedClause, NumberedItem
    from pactwright.assembly.printing import Printer
    from pactwright.library.model import Library
    from pactwright.scene import Scene


@dataclass(frozen=True, slots=True)
class Uses:
    """What a clause calls for: terms, terms that it defines itself, blanks (name and format), schedules."""

    terms: frozenset[str]
    defined: frozenset[str]
    blanks: frozenset[tuple[str, str]]
    schedules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one document: those with a meaning to print, and those that a clause defines."""

    meanings: tuple[str, ...]
    homes: tuple[str, ...]
    undefined: tuple[str, ...]
    unused: frozenset[str]
    columns: tuple[str, ...]


def uses(clause: LiveClause) -> Uses:
    """What a clause calls for."""
    parts = parts_in(clause)
    return Uses(
        frozenset(name for part in parts if isinstance(part, Words) for name in part.terms),
        frozenset(part.term for part in parts if isinstance(part, Defined)),
        frozenset((part.name, part.format) for part in parts if isinstance(part, Blank)),
        frozenset(schedule_targets(parts)),
    )


def schedule_targets(parts: Iterable[object]) -> Iterator[str]:
    """The schedules that parts refer to, as "budget", or "budget#stages" for a part of one."""
    for target in (target for part in parts if isinstance(part, Cite) for target in part.targets):
        if target.kind == "schedule" and not target.optional:
            yield f"{target.id}#{target.anchor}" if target.anchor else target.id


def glossary(scene: Scene, clauses: tuple[LiveClause, ...]) -> Glossary:
    """What a document must define: the terms of its clauses, and the terms of their meanings."""
    used = scene.memory.each(uses, clauses)
    return scene.memory.equal(_glossary, scene.library, frozenset(_columns(scene, used)), *used)


def _columns(scene: Scene, used: Iterable[Uses]) -> Iterator[str]:
    """The columns whose rows differ, so that the clauses print their term."""
    known = scene.library.columns
    for name in {name for each in used for name, _ in each.blanks if name in known}:
        if isinstance(scene.column(name, starts=False, owner=False), Text):
            yield name


def _glossary(library: Library, columns: frozenset[str], *clauses: Uses) -> Glossary:
    terms = library.terms
    defined = {term for clause in clauses for term in clause.defined}
    used: set[str] = set()
    waiting = {term for clause in clauses for term in clause.terms}
    waiting |= {term for name in columns for term in library.columns[name].uses}
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting |= set(terms[name].uses) if name not in defined else set()
    return Glossary(
        meanings=tuple(sorted(name for name in used if name not in defined and terms[name].means)),
        homes=tuple(sorted(name for name in used if name in defined)),
        undefined=tuple(sorted(name for name in used if name not in defined and not terms[name].means)),
        unused=frozenset(defined - used),
        columns=tuple(sorted(columns)),
    )


def definition_paragraphs(
    printer: Printer, found: Glossary, forms: frozenset[tuple[str, str]], placed: tuple[NumberedClause, ...]
) -> tuple[Paragraph, ...]:
    """One paragraph per term, in alphabetical order; `forms` are the blanks of all clauses, by name and format."""
    memory = printer.memory
    places = _definers(placed)
    rows = [
        *memory.recalled(printer, _generated, forms),
        *(memory.recalled(printer, _meant, name) for name in found.meanings),
        *(_defined_elsewhere(printer, name, *places[name]) for name in found.homes),
        *(memory.recalled(printer, _column_meant, name) for name in found.columns),
    ]
    rows.sort(key=lambda row: row[0].casefold())
    return tuple(Paragraph("definition", (Term(name), *runs)) for name, runs in rows)


def main_kind(scene: Scene) -> Kind:
    """The kind of wording under which references of definitions are looked up."""
    return "binding" if scene.outline.document == "mou" else "agreement"


def _meant(printer: Printer, name: str) -> tuple[str, Runs]:
    term = printer.library.terms[name]
    return term.prints or name, _meaning(printer.outline.definitions.means, _printed(printer, term.means))


def _column_meant(printer: Printer, name: str) -> tuple[str, Runs]:
    named = printer.library.columns[name]
    return named.term, _meaning(printer.outline.definitions.means, _printed(printer, named.means))


def _defined_elsewhere(printer: Printer, name: str, label: str, bookmark: str) -> tuple[str, Runs]:
    noun = printer.library.jurisdiction.words.get("clause", "clause")
    lead = Text(f"{printer.outline.definitions.elsewhere} {noun}{NBSP}")
    return printer.library.terms[name].prints or name, (lead, Reference(label, bookmark), Text("."))


def _printed(printer: Printer, parts: Parts) -> Runs:
    return printer.runs(parts, issue="", kind=main_kind(printer), starts=False, end=".")


def _meaning(means: str, runs: Runs) -> Runs:
    """The meaning behind its verb, with a comma where it starts with what it is said for."""
    comma = "," if runs and runs[0].text.startswith("for ") else ""
    return (Text(f" {means}{comma} "), *runs)


def _generated(printer: Printer, forms: frozenset[tuple[str, str]]) -> tuple[tuple[str, Runs], ...]:
    """The definitions of collective names, leads and the body concerned, where the clauses print them."""
    return tuple(row for role in printer.library.vocabulary["roles"] for row in _of_role(printer, role, forms))


def _of_role(printer: Printer, role: str, forms: frozenset[tuple[str, str]]) -> Iterator[tuple[str, Runs]]:
    used = {form for name, form in forms if name == role}
    holders = printer.holders(role) if used and role not in {"lead", "party"} else ()
    if len(holders) < 2:  # noqa: PLR2004 - one holder prints under its own name
        return
    words = printer.outline.definitions
    means = f" {words.means} "
    one, _ = printer.nouns(role)
    members = [Value(called, f"parties.{name}.called") for name, called in holders]
    yield one, (Text(f"{means}{words.collective} "), *_listed(members), Text("."))
    if "concerned" in used:
        yield f"{one} concerned", (Text(means), *_printed(printer, printer.library.concerned[role].means))
    if "lead" in used:
        lead = printer.lead(role)
        holder = printer.party(lead) if lead else printer.gap(f"Lead {one}", f"parties ({role})")
        yield f"Lead {one}", (Text(means), holder, Text("."))


def _listed(values: list[Value]) -> Runs:
    glue = joined(["\0"] * len(values)).split("\0")[1:]
    return tuple(run for value, after in zip(values, glue, strict=True) for run in (value, Text(after)) if run.text)


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
