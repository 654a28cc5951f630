"""What a spec says, as the entries of the tables: each with its ids and the text of each of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pactwright.intake.form import EACH, Field, Table
from pactwright.intake.lines import joined, pairs
from pactwright.workbooks.cells import NONE

if TYPE_CHECKING:
    from pactwright.textfile import Tree

NOTHING: Final[dict[str, Any]] = {}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table: its texts by their labels."""

    texts: Mapping[str, str]


def entries_of(table: Table, tree: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The entries of a table that a spec's tree holds, those of the whole table in its order."""
    if table.kind == "form":
        return (Entry(dict(_texts(table, tree))),)
    return tuple(_entries(table, tree, table.address, ""))


def _entries(table: Table, at: Any, address: tuple[str, ...], above: str) -> Iterator[Entry]:  # noqa: ANN401 - a part of a tree
    """The entries below a part of a tree, along an address; `above` names the one that they belong to."""
    if address and address[0] == EACH:
        for name, each in _named(at):
            yield from _entries(table, each, address[1:], name)
    elif address:
        yield from _entries(table, (at or NOTHING).get(address[0]), address[1:], above)
    else:
        for name, each in _named(at):
            own = {table.above_label: above, table.own_label: name}
            yield Entry({label: said for label, said in own.items() if label} | dict(_texts(table, each or NOTHING)))


def _named(at: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a part of a tree
    """The entries of a map by their ids, of a list by their numbers from 1."""
    if isinstance(at, Mapping):
        yield from at.items()
    else:
        yield from ((str(number), each) for number, each in enumerate(at or (), start=1))


def _texts(table: Table, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in table.fields:
        value = _value(field, entry)
        if value is not None:
            yield field.label, text_of(value)


def _value(field: Field, entry: Any) -> Any:  # noqa: ANN401 - a part of a tree
    """What an entry says under the keys of a field; a text in place of a group stands under the group's first key."""
    at = entry
    for number, key in enumerate(field.keys):
        if isinstance(at, str):
            return at if number == len(field.keys) - 1 and field.is_short else None
        at = at.get(key) if isinstance(at, dict) else None
    return at


def text_of(value: Tree) -> str:
    """A value, a list or a map of values as the text of a cell."""
    if isinstance(value, dict):
        return pairs({key: text_of(each) for key, each in value.items() if each is not None}) or NONE
    if isinstance(value, list):
        return joined(text_of(each) for each in value if each is not None) or NONE
    return str(value)
