"""Where the rows of a batch part from one another: the one contract in eighty-one with an extra term stands out.

A record holds what its document says as decisions (options, parameters, versions of clauses) and as facts: the values
of the row's spec that are not those of the base, by address. Nothing here knows the name of any of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

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
    same, and count once; so do the facts of a row, which leave out what is as in the base.
    """
    before = {**base, SPEC: facts or {}}
    counts: dict[Place, Counter[str]] = {}
    rows = 0
    for _, said in rows_of(lines()):
        rows += 1
        for place, value in said.items():
            counts.setdefault(place, Counter())[value] += 1
    for place, counted in counts.items():
        if place[0] == SPEC and (silent := rows - counted.total()):
            counted[before[SPEC].get(place[1], "")] += silent
    usual = {place: _usual(before.get(place[0], {}).get(place[1]), counts[place]) for place in counts}
    own = {place for place in counts if rows >= FEWEST and len(counts[place]) > OWN * rows}
    keys: dict[Place, dict[str, list[str]]] = {
        place: {} for place in counts if place not in own and counts[place].keys() - {usual[place][0]}
    }
    for key, said in rows_of(lines()) if keys else ():
        for place, others in keys.items():
            value = said.get(place, before[SPEC].get(place[1], "") if place[0] == SPEC else usual[place][0])
            if value != usual[place][0]:
                others.setdefault(value, []).append(key)
    found = [Deviation(*place, *usual[place], (), is_own=True) for place in own]
    found += [Deviation(*place, *usual[place], _rarest_first(values)) for place, values in keys.items()]
    return tuple(sorted(found, key=lambda each: (each.document, each.address)))


def _usual(base: str | None, counts: Counter[str]) -> tuple[str, bool]:
    """What the base says, else most rows, and whether it is the base."""
    return (base, True) if base is not None else (counts.most_common(1)[0][0], False)


def _rarest_first(values: Mapping[str, list[str]]) -> tuple[Other, ...]:
    """Rows that are equally rare stand as they do in the table."""
    return tuple(Other(value, tuple(keys)) for value, keys in sorted(values.items(), key=lambda each: len(each[1])))


def rows_of(lines: Iterable[bytes]) -> Iterator[tuple[str, dict[Place, str]]]:
    """The key of each row, with its facts and each term and clause of each of its documents."""
    for key, records in groupby(map(json.loads, lines), key=lambda record: record["key"]):
        said: dict[Place, str] = {}
        for record in records:
            document = record["document"]
            said |= {(SPEC, address): value for address, value in record.get("facts", {}).items()}
            said |= {(document, address): value for address, value in record["terms"].items()}
            clauses = record.get("clauses", ())
            said |= {(document, f"{issue}/{option}"): f"version {version}" for issue, option, version in clauses}
        yield key, said
