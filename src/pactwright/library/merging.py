"""How a later layer changes what stands under ids in a table: key by key, with new ids, places and withdrawals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pactwright.findings import SourceMap, nearest
from pactwright.library.reading import Problems

Entries = Mapping[str, Any]
Opened = tuple[Entries, Problems]
AFTER, DROP = "after", "drop"


def laid_over(
    below: Entries, above: Entries, problems: Problems, address: str = "", *, noun: str, inner: Mapping[str, str] = {}
) -> dict[str, Any]:
    """The entries of a table with those of a later layer over them.

    A known id changes by the keys that it gives; a list among them is replaced whole. A new id stands last, or `after:`
    another; `drop: yes` takes one out. `inner` are the keys that hold such entries again, each with what one is called.
    """
    entries = dict(below)
    for name, said in above.items():
        at = f"{address}.{name}" if address else name
        entries = _changed(entries, name, said, problems, at, noun)
        for key, what in inner.items():
            known, own = ((each or {}).get(key) for each in (_map(below.get(name)), _map(said)))
            if isinstance(known, Mapping) and isinstance(own, Mapping) and name in entries:
                inside = laid_over(known, own, problems, f"{at}.{key}", noun=f"{what} of {name}")
                entries[name] = {**entries[name], key: inside}
    return entries


def opened_over(below: Opened | None, above: Opened, *, noun: str, inner: Mapping[str, str]) -> Opened:
    """A table with a later layer's file over it, and problems that know the places of both."""
    if below is None:
        return above
    tree, problems = above
    marks = SourceMap(problems.marks.name, {}, (problems.marks, below[1].marks))
    known = Problems(marks, problems.found, problems.example)
    return laid_over(below[0], tree, problems, noun=noun, inner=inner), known


def _changed(
    entries: dict[str, Any], name: str, said: object, problems: Problems, address: str, noun: str
) -> dict[str, Any]:
    typed = _map(said)
    after, drop = typed.get(AFTER, ""), typed.get(DROP, "no")
    if drop not in {"yes", "no"}:
        problems.add("wrong-type", f"{address}.{DROP}", f'"{drop}" is not an answer', "yes or no")
    for missing in (each for each in (after, name if drop == "yes" else "") if each and each not in entries):
        seen, accepted = f'"{missing}" is no {noun}', f"one of {', '.join(entries)}"
        problems.add("unknown-word", address, seen, accepted, nearest(missing, entries))
    others = {key: value for key, value in entries.items() if key != name}
    if drop == "yes":
        return others
    own = {key: value for key, value in typed.items() if key not in {AFTER, DROP}}
    entry = {**_map(entries.get(name)), **own} if isinstance(said, Mapping) else said
    if after not in others:
        return {**entries, name: entry}
    place = list(others).index(after) + 1
    return dict([*list(others.items())[:place], (name, entry), *list(others.items())[place:]])


def _map(said: object) -> Entries:
    return said if isinstance(said, Mapping) else {}
