"""The closed lists of a vocabulary, as a spec is held against them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

Lists: TypeAlias = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Each list of vocabulary.yml: its words, and what is said of each."""
ASK: Final = "ask"
"""Whether a party is a public body, of a kind of which one is and another is not."""


def words_of(vocabulary: Lists) -> dict[str, tuple[str, ...]]:
    """The words of each list, and the roles that a spec may give to a party and to somebody who does not sign.

    >>> words_of({"roles": {"city": {"side": "public"}, "host": {"party": "yes"}}})["party_roles"]
    ('host',)
    """
    roles = vocabulary.get("roles", {}).items()
    given = {f"{each}_roles": tuple(role for role, said in roles if said.get(each) == "yes") for each in HOLDERS}
    return {name: tuple(words) for name, words in vocabulary.items()} | given


HOLDERS = ("party", "outsider")


def is_collective(vocabulary: Lists, role: str) -> bool:
    """Whether several parties with a role have its noun for their common name.

    >>> is_collective({"roles": {"party": {"collective": "no"}}}, "party")
    False
    """
    return vocabulary["roles"][role].get("collective") != "no"


def ends_of(vocabulary: Lists) -> dict[str, str]:
    """The side of each end of the line of stances, by the word of the end: that of the role which has its name.

    >>> ends_of({"roles": {"city": {"side": "public"}, "host": {}}, "stances": {"city": {}, "balanced": {}}})
    {'city': 'public'}
    """
    roles = vocabulary["roles"]
    return {name: roles[name]["side"] for name in vocabulary["stances"] if "side" in roles.get(name, {})}


def side_of(vocabulary: Lists, role: str) -> str | None:
    """The side whose signing parties have a role by standing there; None for a role that a spec gives.

    >>> side_of({"roles": {"city": {"side": "public"}}}, "city")
    'public'
    """
    return vocabulary["roles"].get(role, {}).get("side")
