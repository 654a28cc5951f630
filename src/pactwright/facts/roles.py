"""Facts about roles: how many who sign, and how many who do not, have one. Which roles there are, a vocabulary says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pactwright.facts.parties import SIGNS, signing

if TYPE_CHECKING:
    from pactwright.spec import Spec

COUNTED: Final = re.compile(r"(?P<group>parties|outsiders)\.(?P<role>[a-z][a-z0-9-]*)s")
GROUPS: Final = {"parties": "party_roles", "outsiders": "outsider_roles"}
"""Where a spec gives a role, and the list of the vocabulary that says which."""

FIELDS: Final = {
    "party_roles": ("parties.*.roles", *SIGNS),
    "outsider_roles": ("outsiders.*.part",),
}
"""The fields of the form that the counts of a list are worked out of."""


def counted_role(name: str) -> tuple[str, str] | None:
    """The list and the role that the name of a fact counts; None where it counts no role.

    >>> counted_role("parties.hosts"), counted_role("outsiders.data-sources"), counted_role("pilot.days")
    (('party_roles', 'host'), ('outsider_roles', 'data-source'), None)
    """
    found = COUNTED.fullmatch(name)
    return (GROUPS[found["group"]], found["role"]) if found else None


def counts_of(spec: Spec, roles: Iterable[str]) -> dict[str, int | None]:
    """How many signing parties, and how many who do not sign, have each role: "parties.hosts", "outsiders.hosts".

    While somebody who does not sign has no part yet, it may be any: those counts are not known.
    """
    parties = Counter(role for party in signing(spec).values() for role in party.roles)
    outsiders = Counter(outsider.part for outsider in spec.outsiders.values())
    counts: dict[str, int | None] = {}
    for role in roles:
        counts[f"parties.{role}s"] = parties[role]
        counts[f"outsiders.{role}s"] = None if None in outsiders else outsiders[role]
    return counts


def unsaid_parts(spec: Spec) -> Iterator[str]:
    """The addresses of the parts that are not said of those who do not sign."""
    return (f"outsiders.{key}.part" for key, each in spec.outsiders.items() if each.part is None)
