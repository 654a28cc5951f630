"""Where the rows of a batch part from one another: the one contract in eighty-one with an extra term stands out.

A record holds what its document says as decisions (options, parameters, versions of clauses) and as facts: the values
of the row's spec that are not those of the base, by address. Nothing here knows the name of any of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Terms: TypeAlias = Mapping[str, str]
Place: TypeAlias = tuple[str, str]
"""The document, "" for what stands in the spec and so in all of them, and the address."""

SPEC = ""
FEWEST = 3  # rows that have values of their own; two that differ are worth a line each
OWN = 0.75  # of the rows: with more different values than that, a value is each row's own, as a name is


@dataclass(frozen=True, slots=True)
class Other:
    """A value that some rows have ("" where they have none), and their keys in the order of the table."""

    value: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """An issue or a parameter of a document, or an address of the spec, on which some rows depart.

    `document` is "" for the spec. `said` is what the base says, or, where no base says anything, what most rows say
    (`is_base` tells which); `others` are the other values, the rarest first. With `is_own` most rows have a value of
    their own there, as they have names, and there are no others.
    """

    document: str
    address: str
    said: str
    is_base: bool
    others: tuple[Other, ...]
    is_own: bool = False


def deviations_of(
    lines: Callable[[], Iterable[bytes]], base: Mapping[str, Terms], facts: Terms | None = None
) -> tuple[Deviation, ...]:
    """Every deviation, by document and address, those of the spec first.

    `lines` gives the records of the run, and is called twice, so that only what departs is ever held in memory. `base`
    is document -> what the base says, `facts` the values of its spec by address. The forms of one document say the
    same, and count once; so do the facts of a row.
    """
    counted = _Counted(base, {SPEC: facts or {}})
    for place, value, _ in _said(lines()):
        counted.add(place, value)
    for _ in _rows(lines()):
        counted.rows += 1
    usual = {place: counted.usual(place) for place in counted.places}
    own_values = {place for place in usual if counted.is_own(place)}
    departing = {place for place in usual if counted.departs(place, usual[place][0])} - own_values
    keys: dict[Place, dict[str, list[str]]] = {place: {} for place in departing}
    for place, value, key in _said(lines()):
        if place in departing and place[0] != SPEC and value != usual[place][0]:
            keys[place].setdefault(value, []).append(key)
    typed = {place for place in departing if place[0] == SPEC}
    for key, said in _rows(lines()) if typed else ():
        for place in typed:
            value = said.get(place[1], counted.silent(place))
            if value != usual[place][0]:
                keys[place].setdefault(value, []).append(key)
    found = [Deviation(*place, *usual[place], (), is_own=True) for place in own_values]
    found += [Deviation(*place, *usual[place], _rarest_first(values)) for place, values in keys.items()]
    return tuple(sorted(found, key=lambda each: (each.document, each.address)))


@dataclass(slots=True)
class _Counted:
    """How often each value stands at each place; what a row's record leaves out of the spec is as the base says."""

    base: Mapping[str, Terms]
    spec: Mapping[str, Terms]
    rows: int = 0
    places: dict[Place, Counter[str]] = field(default_factory=dict)

    def add(self, place: Place, value: str) -> None:
        self.places.setdefault(place, Counter())[value] += 1

    def silent(self, place: Place) -> str:
        """What a row says of the spec of which its record says nothing."""
        return self.spec[SPEC].get(place[1], "")

    def usual(self, place: Place) -> tuple[str, bool]:
        document, address = place
        said = (self.spec if document == SPEC else self.base).get(document, {}).get(address)
        return (said, True) if said is not None else (self._counts(place).most_common(1)[0][0], False)

    def is_own(self, place: Place) -> bool:
        counts = self._counts(place)
        return self.rows >= FEWEST and len(counts) > OWN * self.rows

    def departs(self, place: Place, usual: str) -> bool:
        return bool(self._counts(place).keys() - {usual})

    def _counts(self, place: Place) -> Counter[str]:
        counts = self.places[place]
        silent = self.rows - counts.total()
        return counts + Counter({self.silent(place): silent}) if place[0] == SPEC else counts


def _rarest_first(values: Mapping[str, list[str]]) -> tuple[Other, ...]:
    """Rows that are equally rare stand as they do in the table."""
    return tuple(Other(value, tuple(keys)) for value, keys in sorted(values.items(), key=lambda each: len(each[1])))


def _said(lines: Iterable[bytes]) -> Iterator[tuple[Place, str, str]]:
    """Each term and each clause of each document of each row, and each fact of the row once."""
    before = ("", "")
    for record in map(json.loads, lines):
        key, document = record["key"], record["document"]
        if key != before[0]:
            yield from (((SPEC, address), value, key) for address, value in record.get("facts", {}).items())
        if (key, document) != before:
            yield from (((document, address), value, key) for address, value in record["terms"].items())
            yield from (((document, f"{issue}/{option}"), f"version {v}", key) for issue, option, v in _clauses(record))
        before = (key, document)


def _rows(lines: Iterable[bytes]) -> Iterator[tuple[str, Terms]]:
    """The key of each row, and its facts."""
    before = ""
    for record in map(json.loads, lines):
        if record["key"] != before:
            before = record["key"]
            yield before, record.get("facts", {})


def _clauses(record: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - a record as JSON has it
    return (tuple(each) for each in record.get("clauses", ()))
