"""Where the library comes from: the barriers to partnership, and the public resources that show ways out."""

from __future__ import annotations

from pactwright.library.model import Barrier, Resource
from pactwright.library.reading import Node

BARRIER_KEYS = ("title", "in_our_words", "answered_by")
RESOURCE_KEYS = (
    "title",
    "publisher",
    "year",
    "teaches",
    "figures",
    "read_at",
    "verified",
    "not_verified",
    "checked_on",
    "answers_barriers",
    "seeded_issues",
    "seeded_models",
    "planned_models",
)
FIGURE_KEYS = ("figure", "value", "mark")
MARKS = ("verified", "general-knowledge", "our-design")


def barriers_from(node: Node) -> dict[str, Barrier]:
    """The barriers of seeds/barriers.yml, by id."""
    barriers = {}
    for name, each in node.nodes_here().items():
        each.only(BARRIER_KEYS)
        words = " ".join(each.text("in_our_words", None).split())
        barriers[name] = Barrier(name, each.text("title", None), words, each.texts("answered_by"))
    return barriers


def resource_from(node: Node, name: str) -> Resource:
    """The resource of a file of seeds/resources."""
    node.only(RESOURCE_KEYS)
    for figure in node.listed("figures"):
        figure.only(FIGURE_KEYS)
        figure.one_of("mark", MARKS)
    return Resource(
        id=name,
        title=node.text("title", None),
        publisher=node.text("publisher", None),
        teaches=node.texts("teaches"),
        read_at=node.texts("read_at"),
        verified=node.one_of("verified", ("yes", "no", "partly")),
        barriers=node.texts("answers_barriers"),
    )
