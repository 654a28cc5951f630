"""A spec, walked by the names of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

KEYWORDS = {"class": "class_"}


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
