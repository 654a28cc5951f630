"""Jurisdictions: words, forms, names of laws, dated figures and execution blocks, a child's over its parent's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pactwright.library.model import Execution, Figure, Jurisdiction, Signer, SignField
from pactwright.library.reading import Node
from pactwright.wording.parse import parsed_text

KEYS = ["title", "parent", "language", "paper", "date_form", "currency", "verb", "words", "spelling", "law"]
WORDS = ("clause", "clauses", "schedule", "schedules")
EXECUTION_KEYS = ["title", "opening", "witness", "deed", "sources", "note", "signatories", "signers", "alternatives"]
FIELD_KEYS = ("label", "kind", "from", "text")
NO_JURISDICTION = Jurisdiction("", "no jurisdiction")


def jurisdiction_from(node: Node, name: str, parent: Jurisdiction) -> Jurisdiction:
    """The jurisdiction of a text tree, laid over its parent, or over what an earlier layer says of itself."""
    node.only(KEYS)
    is_again = parent.id == name
    law = node.node("law")
    law.only(("names", "figures", "flags"))
    names = {key: each.text("value", None) for key, each in law.nodes("names").items()}
    flags = {key: _flag(each) for key, each in law.nodes("flags").items()}
    words = node.node("words")
    words.only(WORDS)
    return Jurisdiction(
        id=name,
        title=node.text("title", parent.title if is_again else None),
        parents=parent.parents if is_again or not parent.id else (*parent.parents, parent.id),
        language=node.text("language", parent.language),
        paper=node.one_of("paper", ("a4", "letter"), parent.paper),  # type: ignore[arg-type] # the word was checked against the list
        currency=node.text("currency", parent.currency),
        verb=node.one_of("verb", ("must", "shall"), parent.verb),  # type: ignore[arg-type] # the word was checked against the list
        words={**parent.words, **{key: words.text(key) for key in words.tree}},
        spelling={**parent.spelling, **{old: node.node("spelling").text(old) for old in node.node("spelling").tree}},
        law={**parent.law, **names, **flags},
        figures={**parent.figures, **_figures(law)},
        executions=parent.executions,
    )


def execution_from(node: Node) -> Execution:
    """An execution block: the opening line and the fields of each person who signs."""
    node.only(EXECUTION_KEYS)
    opening, findings = parsed_text(node.text("opening", None))
    for finding in findings:
        node.problems.add(finding.rule, node.at("opening"), finding.seen, finding.accepted, finding.fix)
    counts = node.node("signatories")
    return Execution(
        title=node.text("title", None),
        opening=opening,
        signers=tuple(_signer(each) for each in node.listed("signers")),
        fewest=counts.count("min", 1),
        most=counts.count("max", 1),
        alternatives=tuple(execution_from(each) for each in node.listed("alternatives")),
    )


def with_executions(jurisdiction: Jurisdiction, executions: Mapping[str, Execution]) -> Jurisdiction:
    """The jurisdiction with more execution blocks, by kind of party."""
    return replace(jurisdiction, executions={**jurisdiction.executions, **executions})


def _figures(law: Node) -> dict[str, tuple[Figure, ...]]:
    figures = law.node("figures")
    return {
        name: tuple(
            Figure(
                each.text("value", None), each.text("valid_from", None), each.text("source"), each.text("checked_on")
            )
            for each in figures.listed(name)
        )
        for name in figures.tree
    }


def _flag(node: Node) -> str:
    return node.one_of("value", ("yes", "no"))


def _signer(node: Node) -> Signer:
    node.only(("heading", "count", "fields"))
    count = node.node("count").count("max", 1)
    return Signer(tuple(_field(each) for each in node.listed("fields")), node.text("heading"), count)


def _field(node: Node) -> SignField:
    node.only(FIELD_KEYS)
    return SignField(node.text("label", None), node.text("from"), node.text("text"))
