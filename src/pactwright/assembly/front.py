"""The front of the document: who the parties are, and the key terms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
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
    paragraphs_of,
)
from pactwright.facts import TABLE
from pactwright.facts.parties import signing
from pactwright.formats import NBSP

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.scene import Scene
    from pactwright.selection import Selected
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
    parameters: dict[str, KeyTerm] = {}
    for address, term in body.key_terms:
        parameters.setdefault(address, term)
    return (*facts, *parameters.values())


def labelled_parameters(scene: Scene, selected: Selected, clause: Clause) -> Iterator[tuple[str, KeyTerm]]:
    """A row per labelled parameter that a clause of an issue prints, with the clause, by the parameter's address."""
    headings = scene.memory.same(_headings_over, clause)
    for name, value in selected.values.items():
        parameter = selected.issue.parameters[name]
        heading = headings.get(parameter.address)
        if parameter.key_term and not parameter.per and heading:
            runs = scene.parameter_runs(parameter, value)
            yield parameter.address, KeyTerm(parameter.key_term, runs, _source(scene, heading))


def _headings_over(clause: Clause) -> dict[str, Paragraph]:
    """The heading under which a clause prints each parameter, so that the table says no more than the clause."""
    found: dict[str, Paragraph] = {}
    heading = None
    for paragraph in paragraphs_of(clause):
        heading = paragraph if heading is None or paragraph.role == heading.role else heading
        for run in (run for run in paragraph.runs if isinstance(run, Value | Gap)):
            for address in accumulate(run.address.split("."), "{}.{}".format):
                found.setdefault(address, heading)
    return found


def _source(scene: Scene, heading: Paragraph) -> Runs:
    noun = scene.library.jurisdiction.words.get("clause", "clause")
    return (Text(f"{noun}{NBSP}"), Reference(heading.label, heading.bookmark))
