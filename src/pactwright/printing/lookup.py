"""A spec, walked by the names of its fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pactwright.facts.conditions import all_met

if TYPE_CHECKING:
    from pactwright.library.model import FieldTest, Rows

KEYWORDS = {"class": "class_"}
NAMES = ("name", "deliverable", "event", "item", "what", "title", "text")
"""The fields that name a row, the first that it has."""


def value_at(holder: Any, address: str) -> Any:  # noqa: ANN401 - a spec is walked by name
    """The value under dotted names, or None when a name on the way holds nothing."""
    for name in _steps(address):
        if holder is None:
            return None
        holder = getattr(holder, name)
    return holder


@lru_cache(maxsize=1024)
def _steps(address: str) -> tuple[str, ...]:
    return tuple(KEYWORDS.get(name, name) for name in address.split("."))


def list_address(spec: Any, name: str) -> str:  # noqa: ANN401 - a spec, walked by name
    """Where the rows of a list such as "conditions.text" or "pilot.in_scope" stand: "conditions", "pilot.in_scope"."""
    table = name.partition(".")[0]
    return table if isinstance(getattr(spec, table), Mapping | tuple) else name


def spec_texts(spec: Any, name: str) -> list[tuple[str, str | None]]:  # noqa: ANN401 - a spec, walked by name
    """(address, text) of each value of a list such as "conditions.text" or "pilot.in_scope"."""
    table, _, key = name.partition(".")
    holder = getattr(spec, table)
    if isinstance(holder, Mapping):
        rows = [(f"{table}.{row}", value) for row, value in holder.items()]
    elif isinstance(holder, tuple):
        rows = [(f"{table}.{row}", value) for row, value in enumerate(holder)]
    else:
        rows = [(f"{name}.{row}", value) for row, value in enumerate(getattr(holder, key))]
        key = "text"
    texts: list[tuple[str, str | None]] = []
    for address, row in rows:
        value = row if isinstance(row, str) else getattr(row, key)
        each = value if isinstance(value, tuple) else (value,)
        texts.extend((address if isinstance(row, str) else f"{address}.{key}", text) for text in each)
    return texts


def row_name(row: object) -> str:
    """What a person calls a row of a list: the first name or text that it has, or nothing."""
    names = (getattr(row, name, None) for name in NAMES)
    return next((name for name in names if isinstance(name, str) and name), "")


def row_names(values: Iterable[tuple[str, object]]) -> dict[str, str]:
    """What a person calls each row of a spec, by its address, from the values of the spec by theirs."""
    found = [(*address.rpartition(".")[::2], value) for address, value in values if isinstance(value, str) and value]
    named = [(NAMES.index(field), row, value) for row, field, value in found if field in NAMES]
    return {row: value for _, row, value in sorted(named, reverse=True)}


def is_empty(value: object) -> bool:
    """Whether there is nothing to print; "no" is something."""
    return value is None or (isinstance(value, str | tuple | dict) and not value)


def is_meant(row: object, rows: Rows, *, missing: str | None = None) -> bool | None:
    """Whether a row is one of those that some tests mean; None where a field that is tested says nothing.

    `missing` is a word that stands for a field without a value.
    """
    return all_met(_passes(value_at(row, name), test, missing) for name, test in rows.items())


def _passes(value: object, test: FieldTest, missing: str | None) -> bool | None:
    if test.test == "present":
        return not (is_empty(value) or getattr(value, "is_nil", False))
    text = missing if value is None else _as_text(value)
    return None if text is None else (text in test.words) == (test.test == "in")


def _as_text(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
