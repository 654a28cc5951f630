"""Where the rows of a batch part from one another: the one contract in eighty-one with an extra term stands out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Terms: TypeAlias = Mapping[str, str]
Place: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Other:
    """A value that some rows have, and their keys in the order of the table."""

    value: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """An issue or a parameter of a document on which some rows depart.

    `said` is what the base says, or, where no base says anything, what most rows say (`is_base` tells which); `others`
    are the other values, the rarest first.
    """

    document: str
    address: str
    said: str
    is_base: bool
    others: tuple[Other, ...]


def deviations_of(lines: Callable[[], Iterable[bytes]], base: Mapping[str, Terms]) -> tuple[Deviation, ...]:
    """Every deviation, by document and address; `base` is document -> what the base says.

    `lines` gives the records of the run, and is called twice, so that only what departs is ever held in memory. The
    forms of one document say the same, and count once.
    """
    counts: dict[Place, Counter[str]] = {}
    for place, value, _ in _said(lines()):
        counts.setdefault(place, Counter())[value] += 1
    usual = {place: _usual(place, values, base) for place, values in counts.items()}
    departing = {place for place, values in counts.items() if set(values) - {usual[place][0]}}
    keys: dict[Place, dict[str, list[str]]] = {place: {} for place in sorted(departing)}
    for place, value, key in _said(lines()):
        if place in departing and value != usual[place][0]:
            keys[place].setdefault(value, []).append(key)
    return tuple(Deviation(*place, *usual[place], _rarest_first(values)) for place, values in keys.items())


def _usual(place: Place, values: Counter[str], base: Mapping[str, Terms]) -> tuple[str, bool]:
    document, address = place
    said = base.get(document, {}).get(address)
    return (said, True) if said is not None else (values.most_common(1)[0][0], False)


def _rarest_first(values: Mapping[str, list[str]]) -> tuple[Other, ...]:
    """Rows that are equally rare stand as they do in the table."""
    return tuple(Other(value, tuple(keys)) for value, keys in sorted(values.items(), key=lambda each: len(each[1])))


def _said(lines: Iterable[bytes]) -> Iterator[tuple[Place, str, str]]:
    """Each term of each document of each row."""
    before = ("", "")
    for line in lines:
        record = json.loads(line)
        key, document = record["key"], record["document"]
        if (key, document) != before:
            yield from (((document, address), value, key) for address, value in record["terms"].items())
        before = (key, document)
