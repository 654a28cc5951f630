"""Every text inside an agreement, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct


def texts_in(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text inside a value of `document`, after the nearest address above it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        yield from _each(value, where)
    elif isinstance(value, Struct):
        inside = (getattr(value, name) for name in value.__struct_fields__)
        yield from _each(inside, getattr(value, "address", where))


def _each(values: Iterable[object], where: str) -> Iterator[tuple[str, str]]:
    for value in values:
        yield from texts_in(value, where)
