"""Every place of the form, read from the JSON Schema that a user gets, and where a spec says something at each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from pactwright.library.load import loaded
from pactwright.library.words import words_of
from pactwright.spec import json_schema

Keys: TypeAlias = tuple[str | int, ...]
"""The way through a tree of text: keys of groups and maps, numbers of lists."""

Shape: TypeAlias = Literal["group", "map", "list", "value"]
Node: TypeAlias = dict[str, Any]
"""A part of the schema."""

SCHEMA: Final[Node] = json_schema(words_of(loaded().vocabulary))
SCHEMA["properties"].pop("include")  # names files, of which nothing is left once they are read
ANY: Final = "*"
"""Stands in a place for any id of a map and any number of a list."""


class Found(NamedTuple):
    """A place at which a spec says something: the way there, what stands there, and what the form says of it."""

    place: str
    keys: Keys
    value: Any  # a tree of text
    node: Node

    @property
    def shape(self) -> Shape:
        """What kind of thing stands there."""
        return shape_of(self.node)


def places() -> dict[str, Node]:
    """Every place of the form below its root."""
    return dict(_below("", SCHEMA))


def shape_of(node: Node) -> Shape:
    """What a part of the schema speaks of."""
    if "properties" in node:
        return "group"
    if "items" in node:
        return "list"
    return "map" if node.get("type") == "object" else "value"


def said_in(tree: Any, place: str = "", keys: Keys = (), node: Node = SCHEMA) -> Iterator[Found]:  # noqa: ANN401 - a tree of text
    """Everything that a spec says at a place of the form, in the order of the tree."""
    if keys:
        yield Found(place, keys, tree, node)
    below = enumerate(tree) if isinstance(tree, list) else tree.items() if isinstance(tree, dict) else ()
    for key, value in below:
        known = nodes_below(node)
        name = key if key in known else ANY
        if name in known:
            yield from said_in(value, _joined(place, str(name)), (*keys, key), known[str(name)])


def _below(place: str, node: Node) -> Iterator[tuple[str, Node]]:
    for key, below in nodes_below(node).items():
        yield _joined(place, key), below
        yield from _below(_joined(place, key), below)


def nodes_below(node: Node) -> dict[str, Node]:
    """What the form says of each key of a group, or of every entry of a map or a list."""
    if shape_of(node) == "group":
        return {key: _plain(each) for key, each in node["properties"].items()}
    entries = [*node.get("patternProperties", {}).values(), node.get("items"), node.get("additionalProperties")]
    entry = next(filter(None, entries), None)
    return {ANY: _plain(entry)} if entry else {}


def _plain(node: Node) -> Node:
    """A part of the schema without references and without what may be left out; of two forms the longer."""
    if "$ref" in node:
        return _plain(SCHEMA["$defs"][node["$ref"].rpartition("/")[2]])
    forms = [each for each in node.get("anyOf", ()) if each.get("type") != "null"]
    return _plain(forms[-1]) if forms else node


def _joined(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
