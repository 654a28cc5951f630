"""The plan of every schedule, from clauses/schedules.yml: titles, parts, columns; no figure and no name."""

from __future__ import annotations

from pactwright.library.model import ColumnPlan, PartPlan, SchedulePlan
from pactwright.library.reading import Node

WHOLE = 100


def schedules_from(node: Node) -> dict[str, SchedulePlan]:
    """The plans of a text tree, by id."""
    plans = {}
    for name, each in node.nodes_here().items():
        each.only(("title", "parts"))
        parts = tuple(_part(part, key) for key, part in each.nodes("parts").items())
        plans[name] = SchedulePlan(name, each.text("title", None), parts)
    return plans


def _part(node: Node, name: str) -> PartPlan:
    node.only(("heading", "rows", "where", "any", "columns", "per"))
    columns = tuple(_column(each) for each in node.listed("columns"))
    width = sum(column.width for column in columns)
    if not node.tree.get("columns"):
        node.problems.add("missing-key", node.address, '"columns" is missing', "a list of heading, show and width")
    elif node.text("rows") and width != WHOLE and not node.text("per"):
        node.problems.add("widths", node.at("columns"), f"the widths sum to {width}", "100")
    where = {key: node.node("where").text(key) for key in node.node("where").tree}
    return PartPlan(
        name,
        node.text("heading", None),
        node.text("rows"),
        where,
        tuple(node.text("any").split()),
        columns,
        node.text("per"),
    )


def _column(node: Node) -> ColumnPlan:
    node.only(("heading", "show", "width", "needed"))
    show, width = tuple(node.text("show", None).split()), node.count("width", 0)
    return ColumnPlan(node.text("heading", None), show, width, node.yes_no("needed"))
