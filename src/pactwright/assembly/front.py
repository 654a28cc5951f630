"""The front of the document: who the parties are, and the key terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.document import (
    Clause,
    Gap,
    KeyTerm,
    Paragraph,
    PartyLine,
    Reference,
    Run,
    Runs,
    Text,
    Value,
)
from pactwright.facts import TABLE
from pactwright.facts.parties import signing
from pactwright.formats import NBSP

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.scene import Scene
    from pactwright.spec import Party


def party_lines(scene: Scene) -> tuple[PartyLine, ...]:
    """A line for each party that signs, and for each that is still to be formed."""
    spec = scene.spec
    shown = {name: party for name, party in spec.parties.items() if name in signing(spec) or party.formation}
    return tuple(
        PartyLine(
            (Value(party.name, f"parties.{name}.name"),),
            _details(scene, name, party),
            (Value(party.called, f"parties.{name}.called"),),
        )
        for name, party in shown.items()
    )


def _details(scene: Scene, name: str, party: Party) -> Runs:
    known = [
        Value(text, f"parties.{name}.{field}") for field in ("registration", "place") if (text := getattr(party, field))
    ]
    runs: list[Run] = []
    for number, value in enumerate(known):
        runs.extend([Text(", "), value] if number else [value])
    return tuple(runs) or (scene.gap("registration", f"parties.{name}.registration"),)


def key_terms(scene: Scene, body: Body) -> tuple[KeyTerm, ...]:
    """The rows of the key-terms table: the outline's facts, then labelled parameters, each with its clause."""
    facts = [
        KeyTerm(label, scene.fact_runs(name))
        for label, name in scene.outline.key_terms
        if scene.facts[name] is not None or TABLE[name].type == "date"
    ]
    return (*facts, *_labelled_parameters(scene, body))


def _labelled_parameters(scene: Scene, body: Body) -> tuple[KeyTerm, ...]:
    """One row per labelled parameter that a clause prints, at the first clause that prints it."""
    rows: dict[str, KeyTerm] = {}
    for clause in (clause for article in body.articles for clause in article.clauses):
        selected = scene.selection.issues.get(clause.id)
        for name, value in selected.values.items() if selected else ():
            parameter = selected.issue.parameters[name] if selected else None
            if parameter and parameter.key_term and not parameter.per and _is_printed(clause, parameter.address):
                rows.setdefault(
                    parameter.address,
                    KeyTerm(parameter.key_term, scene.parameter_runs(parameter, value), _source(scene, clause)),
                )
    return tuple(rows.values())


def _is_printed(clause: Clause, address: str) -> bool:
    """Whether a clause prints the parameter, so that the table never says more than the clauses."""
    paragraphs = (block for block in clause.blocks if isinstance(block, Paragraph))
    return any(
        isinstance(run, Value | Gap) and (run.address == address or run.address.startswith(f"{address}."))
        for paragraph in paragraphs
        for run in paragraph.runs
    )


def _source(scene: Scene, clause: Clause) -> Runs:
    heading = clause.blocks[0]
    noun = scene.library.jurisdiction.words.get("clause", "clause")
    return (Text(f"{noun}{NBSP}"), Reference(heading.label, heading.bookmark)) if isinstance(heading, Paragraph) else ()
