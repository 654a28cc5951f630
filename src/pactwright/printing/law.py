"""Names of law that each party has from its own place, as they print where the parties have different ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pactwright.document import Gap, Run, Runs, Text, Value
from pactwright.library.bodies import law_of
from pactwright.library.model import ReadLaw

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext
    from pactwright.spec import Party


def law_by_party(context: DraftContext, name: str, role: str) -> Runs:
    """A name of law as the parties with a role have it: once, or each with the parties whose law it is."""
    said: dict[str, tuple[Run, list[Run]]] = {}
    for key, party in context.names.holders(role).items():
        run = _own(context, name, key, party)
        _, parties = said.setdefault(run.address if isinstance(run, Gap) else run.text, (run, []))
        parties.append(context.names.party(key))
    if len(said) < 2:  # noqa: PLR2004 - one says it for all
        return tuple(run for run, _ in said.values()) or (Text(context.library.jurisdiction.law[name]),)
    runs: list[Run] = []
    for number, (law, parties) in enumerate(said.values(), 1):
        runs.extend([Text(", " if number < len(said) else ", and ")] if number > 1 else [])
        runs.extend(_with_parties(context.outline.law_by_party, law, parties))
    return tuple(runs)


def read_by_party(context: DraftContext, name: str) -> Iterator[tuple[str, ReadLaw]]:
    """Each name of law that a document prints for one name of the library, with where and when it was read."""
    role = context.library.jurisdiction.whose[name].role
    for key, party in context.names.holders(role).items():
        run, place = _own(context, name, key, party), law_of(context.library, party)
        if not isinstance(run, Gap):
            is_own = isinstance(run, Value)
            yield run.text, ReadLaw("", "") if is_own else place.read.get(name, ReadLaw("", ""))


def _own(context: DraftContext, name: str, key: str, party: Party) -> Text | Value | Gap:
    """What a party's own words say, else its place; a gap where neither does."""
    address = f"parties.{key}.own_law.{name}"
    if own := getattr(party.own_law, name, None):
        return Value(own, address)
    if known := law_of(context.library, party).law.get(name):
        return Text(known)
    return context.gap(f"{name.replace('_', ' ')} of {party.called}", address)


def _with_parties(form: str, law: Run, parties: list[Run]) -> Iterator[Run]:
    said: Mapping[str, list[Run]] = {"{law}": [law], "{parties}": list(_enumerated(parties))}
    for part in re.split("({law}|{parties})", form):
        yield from said.get(part, [Text(part)] if part else [])


def _enumerated(parties: list[Run]) -> Iterator[Run]:
    for number, run in enumerate(parties, 1):
        if number > 1:
            yield Text(" and " if number == len(parties) else ", ")
        yield run
