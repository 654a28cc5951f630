"""One value stands for another only where nobody could tell them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest
from msgspec import Struct

from pactwright.alike import alike
from pactwright.document import Text, Value
from pactwright.spec.amounts import Money


class Site(Struct, frozen=True):
    """A part of a form."""

    name: str
    shares: Mapping[str, Decimal] = {}


@dataclass(frozen=True)
class Marked:
    """A value with a field that does not count for equality."""

    name: str
    place: str = field(default="", compare=False)


HALF, TENTHS = Decimal("0.5"), Decimal("0.50")
SAME: tuple[tuple[object, object], ...] = (
    ("the Council", str(b"the Council", "ascii")),
    (date(2026, 12, 1), date(2026, 12, 1)),
    ((Text("a"), Value("b", "date")), (Text("a"), Value("b", "date"))),
    (Site(name="a", shares={"x": HALF}), Site(shares={"x": Decimal("0.5")}, name="a")),
    ({"a": [HALF, None]}, {"a": [Decimal("0.5"), None]}),
    (frozenset({("a", 1), ("b", 2)}), frozenset({("b", 2), ("a", 1)})),
)
APART: dict[str, tuple[object, object]] = {
    "the order of a map": ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    "the order of a map that nobody can change": (
        MappingProxyType({"a": 1, "b": 2}),
        MappingProxyType({"b": 2, "a": 1}),
    ),
    "the order of a map inside a form": (
        Site(name="a", shares={"x": HALF, "y": HALF}),
        Site(name="a", shares={"y": HALF, "x": HALF}),
    ),
    "the digits of a number": (HALF, TENTHS),
    "the digits of an amount": (Money(Decimal(5)), Money(Decimal("5.00"))),
    "the digits of a number inside a form": (Site(name="a", shares={"x": HALF}), Site(name="a", shares={"x": TENTHS})),
    "one and yes": (1, True),
    "one and yes in a row": ((1,), (True,)),
    "one and yes in a set": (frozenset({1}), frozenset({True})),
    "a list and a row": ([1], (1,)),
    "a field that does not count for equality": (Marked("a", "here"), Marked("a", "there")),
    "text and a value": (Text("a"), Value("a", "")),
    "something and nothing": ("", None),
}


@pytest.mark.parametrize("pair", SAME, ids=str)
def test_what_is_the_same_all_the_way_down_is_alike(pair: tuple[object, object]) -> None:
    assert alike(*pair)
    assert alike(*reversed(pair))


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_what_somebody_could_tell_apart_is_not_alike(pair: tuple[object, object]) -> None:
    assert not alike(*pair)
    assert not alike(*reversed(pair))
