"""The definitions: exactly the terms that the document uses, and the names that the engine itself makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.live import LiveClause, parts_in, terms_in
from pactwright.document import Paragraph, Reference, Runs, Term, Text, Value
from pactwright.formats import joined
from pactwright.wording.parts import Blank, Defined, Kind

if TYPE_CHECKING:
    from pactwright.assembly.numbers import NumberedClause, NumberedItem
    from pactwright.assembly.printing import Printer
    from pactwright.scene import Scene


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one document: those with a meaning to print, and those that a clause defines."""

    meanings: tuple[str, ...]
    homes: tuple[str, ...]
    undefined: tuple[str, ...]
    unused: tuple[str, ...]


def glossary(scene: Scene, clauses: tuple[LiveClause, ...]) -> Glossary:
    """What a document must define: the terms of its clauses, and the terms of their meanings."""
    terms = scene.library.terms
    defined = {part.term for part in parts_in(clauses) if isinstance(part, Defined)}
    used: set[str] = set()
    waiting = terms_in(clauses) | {
        term for name in columns_in(scene, clauses) for term in scene.library.columns[name].uses
    }
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting |= set(terms[name].uses) if name not in defined else set()
    return Glossary(
        meanings=tuple(name for name in used if name not in defined and terms[name].means),
        homes=tuple(name for name in used if name in defined),
        undefined=tuple(sorted(name for name in used if name not in defined and not terms[name].means)),
        unused=tuple(sorted(defined - used)),
    )


def columns_in(scene: Scene, clauses: tuple[LiveClause, ...]) -> tuple[str, ...]:
    """The columns whose rows differ, so that the clauses print their term."""
    known = scene.library.columns
    names = {part.name for part in parts_in(clauses) if isinstance(part, Blank) and part.name in known}
    return tuple(
        sorted(name for name in names if isinstance(scene.names.column(name, starts=False, owner=False), Text))
    )


def definition_paragraphs(
    scene: Scene, printer: Printer, clauses: tuple[LiveClause, ...], placed: tuple[NumberedClause, ...]
) -> tuple[Paragraph, ...]:
    """One paragraph per term, in alphabetical order."""
    words = scene.outline.definitions
    found = glossary(scene, clauses)
    rows: list[tuple[str, Runs]] = [*_generated(scene, printer, clauses)]
    for name in found.meanings:
        term = scene.library.terms[name]
        runs = printer.runs(term.means, issue="", kind=main_kind(scene), starts=False, end=".")
        rows.append((term.prints or name, _meaning(words.means, runs)))
    places = dict(_definers(placed))
    for name in found.homes:
        label, bookmark = places[name]
        noun = scene.library.jurisdiction.words.get("clause", "clause")
        rows.append(
            (
                scene.library.terms[name].prints or name,
                (Text(f"{words.elsewhere} {noun}\N{NO-BREAK SPACE}"), Reference(label, bookmark), Text(".")),
            )
        )
    for column in columns_in(scene, clauses):
        named = scene.library.columns[column]
        runs = printer.runs(named.means, issue="", kind=main_kind(scene), starts=False, end=".")
        rows.append((named.term, _meaning(words.means, runs)))
    rows.sort(key=lambda row: row[0].casefold())
    return tuple(Paragraph("definition", (Term(name), *runs)) for name, runs in rows)


def _meaning(means: str, runs: Runs) -> Runs:
    """The meaning behind its verb, with a comma where it starts with what it is said for."""
    comma = "," if runs and runs[0].text.startswith("for ") else ""
    return (Text(f" {means}{comma} "), *runs)


def main_kind(scene: Scene) -> Kind:
    """The kind of wording under which references of definitions are looked up."""
    return "binding" if scene.outline.document == "mou" else "agreement"


def _generated(scene: Scene, printer: Printer, clauses: tuple[LiveClause, ...]) -> Iterator[tuple[str, Runs]]:
    """The definitions of collective names, leads and the body concerned, where the clauses print them."""
    forms = {(part.name, part.format) for part in parts_in(clauses) if isinstance(part, Blank)}
    means = f" {scene.outline.definitions.means} "
    for role in scene.library.vocabulary["roles"]:
        holders = scene.names.holders(role) if role not in {"lead", "party"} else {}
        used = {form for name, form in forms if name == role}
        if len(holders) < 2 or not used:  # noqa: PLR2004 - one holder prints under its own name
            continue
        one, _ = scene.names.nouns(role)
        members = [Value(party.called, f"parties.{name}.called") for name, party in holders.items()]
        yield one, (Text(f"{means}{scene.outline.definitions.collective} "), *_listed(members), Text("."))
        if "concerned" in used:
            runs = printer.runs(
                scene.library.concerned[role].means, issue="", kind=main_kind(scene), starts=False, end="."
            )
            yield f"{one} concerned", (Text(means), *runs)
        if "lead" in used:
            lead = scene.names.lead(role)
            holder = scene.names.party(lead) if lead else scene.gap(f"Lead {one}", f"parties ({role})")
            yield f"Lead {one}", (Text(means), holder, Text("."))


def _listed(values: list[Value]) -> Runs:
    glue = joined(["\0"] * len(values)).split("\0")[1:]
    return tuple(run for value, after in zip(values, glue, strict=True) for run in (value, Text(after)) if run.text)


def _definers(clauses: tuple[NumberedClause, ...]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The place of each defined term: the item that defines it, or its clause when the item has no bookmark."""
    for clause in reversed(clauses):
        for item in clause.items:
            for each in _below(item):
                for part in each.item.parts:
                    if isinstance(part, Defined):
                        yield (
                            part.term,
                            (each.full_label, each.bookmark) if each.bookmark else (clause.label, clause.bookmark),
                        )


def _below(item: NumberedItem) -> Iterator[NumberedItem]:
    yield item
    for child in item.items:
        yield from _below(child)
