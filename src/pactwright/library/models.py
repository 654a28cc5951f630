"""Partnership models, from seeds/models: an option for each issue, with the reason."""

from __future__ import annotations

from pactwright.library.issues import defaults_from
from pactwright.library.model import Default, PartnershipModel
from pactwright.library.reading import Node

KEYS = ["title", "question", "resources", "barriers", "documents", "requires", "choices"]


def model_from(node: Node, name: str) -> PartnershipModel:
    """The model of a text tree."""
    node.only(KEYS)
    return PartnershipModel(
        id=name,
        title=node.text("title", None),
        question=node.text("question"),
        documents=node.texts("documents"),
        requires=node.conditions("requires"),
        choices={issue: _choices(node.node("choices"), issue) for issue in node.node("choices").tree},
        resources=node.texts("resources"),
        barriers=node.texts("barriers"),
        marks=node.problems.marks,
    )


def _choices(choices: Node, issue: str) -> tuple[Default, ...]:
    if isinstance(choices.tree[issue], list):
        return defaults_from(choices, issue)
    each = choices.node(issue)
    each.only(("option", "reason"))
    return (Default(each.text("option", None), (), each.text("reason", None)),)
