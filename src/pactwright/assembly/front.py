"""The front of the document: who the parties are, and the key terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactwright.assembly.unchosen import unchosen
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
from pactwright.spec.amounts import NOTHING

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.library.model import Parameter
    from pactwright.printing.context import DraftContext
    from pactwright.spec import Party


def party_lines(context: DraftContext) -> tuple[PartyLine, ...]:
    """A line for each party that signs, and for each that is still to be formed."""
    spec = context.spec
    shown = {name: party for name, party in spec.parties.items() if name in signing(spec) or party.formation}
    return tuple(
        PartyLine(
            (Value(party.name, f"parties.{name}.name"),),
            _details(context, name, context.given.parties[name]),
            (Value(party.called, f"parties.{name}.called"),),
        )
        for name, party in shown.items()
    )


def _details(context: DraftContext, name: str, party: Party) -> Runs:
    """How a party is told from others; what is not settled of it is made a gap as all such text is."""
    said = {field: text for field in ("registration", "place") if (text := getattr(party, field))}
    known = [Value(text, f"parties.{name}.{field}") for field, text in said.items() if text not in NOTHING]
    runs: list[Run] = []
    for number, value in enumerate(known):
        runs.extend([Text(", "), value] if number else [value])
    return tuple(runs) if said else (context.gap("registration", f"parties.{name}.registration"),)


def key_terms(context: DraftContext, body: Body, *, is_final: bool = False) -> tuple[KeyTerm, ...]:
    """The rows of the key-terms table: the outline's facts, then labelled parameters, each with its clause.

    In a draft, a value that nobody chose is marked, and a last row says what the mark means.
    """
    facts = [
        KeyTerm(label, context.fact_runs(name))
        for label, name in context.outline.key_terms
        if context.says(name) or TABLE[name].type == "date"
    ]
    parameters = {parameter.address: term for parameter, term in _labelled_parameters(context, body)}
    if is_final:
        return (*facts, *parameters.values())
    defaults = {each.address for each in unchosen(context)}
    shown = [_marked(context, each) if name in defaults else each for name, each in parameters.items()]
    notices = context.outline.notices
    legend = KeyTerm(notices["unchosen_mark"], (Text(notices["unchosen"]),))
    return (*facts, *shown, *((legend,) if defaults & parameters.keys() else ()))


def _marked(context: DraftContext, term: KeyTerm) -> KeyTerm:
    return replace(term, runs=(*term.runs, Text(f" {context.outline.notices['unchosen_mark']}")))


def _labelled_parameters(context: DraftContext, body: Body) -> Iterator[tuple[Parameter, KeyTerm]]:
    """A row per labelled parameter, with the first clause that prints it: of its own issue, else of any other."""
    issues = [each for each in context.selection.issues.values() if each.values]
    shown = {
        parameter.address: (parameter, selected.values[name])
        for selected in issues
        for name, parameter in selected.issue.parameters.items()
        if parameter.key_term and not parameter.per and name in selected.values
    }
    homes = {
        parameter.address: selected.issue.id for selected in issues for parameter in selected.issue.parameters.values()
    }
    clauses = [(clause, _headings_over(clause)) for article in body.articles for clause in article.clauses]
    at_home = {address for clause, headings in clauses for address in headings if homes.get(address) == clause.id}
    for clause, headings in clauses:
        for address in [each for each in shown if each in headings]:
            if clause.id == homes[address] or address not in at_home:
                parameter, value = shown.pop(address)
                runs = context.parameter_runs(parameter, value)
                yield parameter, KeyTerm(parameter.key_term, runs, _source(context, headings[address]))


@lru_cache(maxsize=160)
def _headings_over(clause: Clause) -> Mapping[str, Paragraph]:
    """The heading under which a clause prints each parameter, so that the table says no more than the clause."""
    found: dict[str, Paragraph] = {}
    heading = None
    for paragraph in paragraphs_of(clause):
        heading = paragraph if heading is None or paragraph.role == heading.role else heading
        for run in (run for run in paragraph.runs if isinstance(run, Value | Gap)):
            for address in accumulate(run.address.split("."), "{}.{}".format):
                found.setdefault(address, heading)
    return MappingProxyType(found)


def _source(context: DraftContext, heading: Paragraph) -> Runs:
    noun = context.library.jurisdiction.words.get("clause", "clause")
    return (Text(f"{noun}{NBSP}"), Reference(heading.label, heading.bookmark))
