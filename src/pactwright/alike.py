"""Whether one value can stand for another: nothing that anybody prints, counts or writes down tells them apart.

`==` forgives too much for that: the order of a map, 2 for 2.00, 1 for yes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

Anything: TypeAlias = Any
Inside: TypeAlias = Callable[[Anything], Iterable[object]]

_WORDS = frozenset({str})  # equal tuples of nothing else are alike, which need not be asked word by word
_WHOLE = frozenset({str, bytes, int, bool, type(None), date})


def alike(one: Anything, other: Anything) -> bool:
    """Whether two values are equal, of the same types, in the same order and with the same digits all the way down.

    >>> alike({"a": 1, "b": 2}, {"b": 2, "a": 1}), alike(Decimal("2"), Decimal("2.00")), alike(1, True)
    (False, False, False)
    >>> alike({"a": (Decimal("2.00"),)}, {"a": (Decimal("2.00"),)})
    True
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other) or one != other:
        return False
    if kind in _WHOLE or (kind is tuple and _WORDS.issuperset(map(type, (*one, *other)))):
        return True
    inside = _inside(kind)  # type: ignore[arg-type] # mypy takes a class for something without a hash
    return all(map(alike, inside(one), inside(other)))


@cache
def _inside(kind: type) -> Inside:
    """What stands inside a value of a kind; equal values of it hold equally many things."""
    if issubclass(kind, tuple | list):
        return iter
    if issubclass(kind, Mapping):
        return lambda value: (part for pair in value.items() for part in pair)
    if issubclass(kind, Decimal):
        return lambda value: (str(value),)
    if issubclass(kind, frozenset):
        return lambda value: sorted(map(repr, value))
    if names := _names(kind):
        return lambda value: [getattr(value, name) for name in names]
    return lambda value: (getattr(value, "__dict__", None),)


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, or of a group of a spec, which is none."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    names: tuple[str, ...] = getattr(kind, "__struct_fields__", ())
    return names
