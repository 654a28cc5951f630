"""What a house library changes without copying a file: its defaults, and what it takes out of use."""

from __future__ import annotations

from pactwright.library.model import HouseDefault, Withdrawn
from pactwright.library.reading import Node


def defaults_from_house(node: Node) -> dict[str, HouseDefault]:
    """defaults.yml: for each issue an option, values of parameters, or both."""
    return {issue: _default(node.node(issue)) for issue in node.tree}


def withdrawn_from(node: Node) -> dict[str, Withdrawn]:
    """withdrawn.yml: the ids taken out of use ("topic/issue" or "topic/issue/option"), each with its reason."""
    node.only(("withdrawn",))
    withdrawn = {}
    for each in node.listed("withdrawn"):
        each.only(("id", "reason"))
        name = each.text("id", None)
        place = node.problems.marks.place(each.address)
        withdrawn[name] = Withdrawn(name, each.text("reason", None), place)
    return withdrawn


def _default(node: Node) -> HouseDefault:
    values = {key: value for key, value in node.tree.items() if key != "option"}
    return HouseDefault(node.text("option"), values, node.problems.marks)
