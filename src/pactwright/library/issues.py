"""Issues and their parameters, from issue.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pactwright.findings import nearest
from pactwright.library.model import Default, Issue, Parameter, Phrase, Seeds, Standing, Standings
from pactwright.library.reading import Node
from pactwright.wording.parse import parsed_text

KEYS = [
    "question",
    "heading",
    "purpose",
    "mou",
    "survives",
    "default",
    "when",
    "required",
    "early",
    "anchors",
    "provides",
    "parameters",
    "barriers",
    "resources",
]
PARAMETER_KEYS = [
    "type",
    "ask",
    "default",
    "min",
    "max",
    "usual-min",
    "usual-max",
    "why",
    "for",
    "when",
    "from",
    "per",
    "shown",
    "label",
    "key_term",
    "values",
    "own-words",
    "fixed",
    "at-least",
]
TYPES = [
    "money",
    "percent",
    "number",
    "count",
    "days",
    "business-days",
    "hours",
    "months",
    "date",
    "yes-no",
    "choice",
    "choices",
    "phrase",
    "text",
    "party",
]
PER = ("party", "city", "partner", "dataset", "milestone", "gate", "phase")
STANDINGS = ("statement", "binding", "omit")
_PARAMETER = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def issue_from(node: Node, name: str, file: str, seeds: Seeds) -> Issue:
    """The issue of a text tree, which may name barriers and resources of `seeds`; problems are noted in the node."""
    node.only(KEYS)
    return Issue(
        id=name,
        question=node.text("question", None),
        heading=node.text("heading", None),
        purpose=node.text("purpose", None),
        mou=standings_from(node, "mou"),
        survives=node.yes_no("survives"),
        defaults=defaults_from(node, "default"),
        when=node.conditions("when"),
        required=node.yes_no("required"),
        early=node.yes_no("early"),
        anchors=node.texts("anchors"),
        provides=node.texts("provides"),
        parameters={key: _parameter(each, key, name) for key, each in node.nodes("parameters").items()},
        barriers=_seeded(node, "barriers", "barrier", seeds.barriers),
        resources=_seeded(node, "resources", "resource", seeds.resources),
        file=file,
        marks=node.problems.marks,
    )


def standings_from(node: Node, key: str) -> tuple[Standings, ...]:
    """How an issue stands in a memorandum: a word, two words, or a list with conditions."""
    value = node.tree.get(key)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return tuple(Standings(_standings(each, "standing"), each.conditions("when")) for each in node.listed(key))
    return (Standings(_standings(node, key)),)


def defaults_from(node: Node, key: str) -> tuple[Default, ...]:
    """A default option, or a list of options with conditions; the first that holds is taken."""
    value: Any = node.tree.get(key)
    if isinstance(value, str):
        return (Default(value),)
    defaults = tuple(
        Default(each.text("option", None), each.conditions("when"), each.text("reason")) for each in node.listed(key)
    )
    if not defaults:
        node.problems.add("missing-key", node.address, f'"{key}" is missing', "an option, or a list of option + when")
    elif defaults[-1].when:
        node.problems.add("default", node.at(key), "the last default has conditions", "a last entry without conditions")
    return defaults


def _standings(node: Node, key: str) -> tuple[Standing, ...]:
    words = node.texts(key)
    for word in words:
        if word not in STANDINGS:
            node.problems.add("unknown-word", node.at(key), f'"{word}" is not a standing', "statement, binding or omit")
    if not words:
        node.problems.add("missing-key", node.address, f'"{key}" is missing', "statement, binding, omit, or a list")
    return tuple(word for word in words if word in STANDINGS)  # type: ignore[misc] # mypy narrows no word by a list


def _parameter(node: Node, name: str, issue: str) -> Parameter:
    node.only(PARAMETER_KEYS)
    if not _PARAMETER.fullmatch(name):
        node.problems.add(
            "parameter-name", node.address, f'"{name}" is not a name', "lower-case words with underscores"
        )
    source = node.text("from")
    kind = node.one_of("type", TYPES, "" if source else None)
    default = node.texts("default") if kind == "choices" else node.text("default") or None
    if kind in {"choice", "choices"} and not node.tree.get("values"):
        node.problems.add("missing-key", node.address, '"values" is missing', "the words to choose from")
    if source and default is not None and not kind:
        node.problems.add("missing-key", node.address, '"type" is missing', "the type of the default")
    if node.text("per") and not node.text("shown"):
        node.problems.add(
            "missing-key",
            node.address,
            '"shown" is missing',
            "the schedule part that shows the values",
            "add shown: and label:",
        )
    return Parameter(
        name=name,
        type=kind,
        ask=node.text("ask", "" if source else None),
        address=f"choices.{issue}.{name}",
        default=None if default in {"none", ("none",)} else default,
        min=node.text("min"),
        max=node.text("max"),
        usual_min=node.text("usual-min"),
        usual_max=node.text("usual-max"),
        why=node.text("why"),
        options=node.texts("for"),
        when=node.conditions("when"),
        source=source,
        per=node.one_of("per", PER, ""),
        shown=node.text("shown"),
        label=node.text("label") or node.text("key_term"),
        key_term=node.text("key_term"),
        values=_phrases(node),
        own_words=node.yes_no("own-words"),
        fixed=node.texts("fixed"),
        at_least=node.count("at-least", 1),
    )


def _phrases(node: Node) -> tuple[Phrase, ...]:
    values = node.tree.get("values")
    if isinstance(values, list):
        return tuple(Phrase(word, parsed_text(word.replace("-", " "))[0]) for word in node.texts("values"))
    phrases = []
    for word in node.node("values").tree:
        parts, findings = parsed_text(node.node("values").text(word))
        for finding in findings:
            node.problems.add(finding.rule, node.at(f"values.{word}"), finding.seen, finding.accepted, finding.fix)
        phrases.append(Phrase(word, parts))
    return tuple(phrases)


def _seeded(node: Node, key: str, noun: str, known: Iterable[str]) -> tuple[str, ...]:
    """The ids of seeds under a key, each of which is there."""
    names = node.texts(key)
    accepted = list(known)
    for name in names:
        if name not in accepted:
            listed = f"one of {', '.join(accepted)}"
            node.problems.add(
                "unknown-word", node.at(key), f'"{name}" is not a {noun}', listed, nearest(name, accepted)
            )
    return names
