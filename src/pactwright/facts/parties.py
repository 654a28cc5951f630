"""Facts about the parties. Only parties that sign are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from pactwright.facts.fact import Around, Fact

if TYPE_CHECKING:
    from pactwright.spec import Party, Spec


def signing(spec: Spec) -> dict[str, Party]:
    """The parties that sign, or for which another one signs, by id, in the order of the spec."""
    return dict(spec.signing())


def on_side(spec: Spec, side: str) -> dict[str, Party]:
    """The signing parties of one side, by id."""
    return {name: party for name, party in signing(spec).items() if party.side == side}


def with_role(spec: Spec, role: str) -> dict[str, Party]:
    """The signing parties that have a role, by id."""
    return {name: party for name, party in signing(spec).items() if role in party.roles}


SIGNS: Final = ("parties.*.signs", "parties.*.signs_for", "parties.*.formation")
"""Who signs, or is signed for, counts; others do not."""


def _count(name: str, means: str, parties: Callable[[Spec], dict[str, Party]], field: str) -> Fact:
    return Fact(name, "number", means, lambda spec, _: len(parties(spec)), fields=(field, *SIGNS))


def _unsaid_sizes(spec: Spec) -> Iterator[str]:
    partners = on_side(spec, "partner").items()
    return (f"parties.{name}.small_business" for name, party in partners if party.small_business is None)


def _is_small(party: Party) -> bool:
    return bool(party.small_business)


def _public(name: str, means: str, *, side: str | None, public: bool) -> Fact:
    """How many signing parties, all or of one side, are public bodies, or are none."""

    def asked(spec: Spec, around: Around) -> list[bool | None]:
        return [around.public.get(key) for key in (on_side(spec, side) if side else signing(spec))]

    def value(spec: Spec, around: Around) -> int | None:
        known = asked(spec, around)
        return None if None in known else known.count(public)

    def missing(spec: Spec) -> Iterator[str]:
        parties = on_side(spec, side) if side else signing(spec)
        return (f"parties.{key}.public_body" for key, party in parties.items() if party.public_body is None)

    fields = ("parties.*.kind", "parties.*.place_of_law", "parties.*.public_body", "parties.*.side", *SIGNS)
    return Fact(name, "number", means, value, missing=missing, fields=("jurisdiction", *fields))


FACTS = (
    _count("parties.count", "How many parties sign.", signing, "parties"),
    _count(
        "parties.cities",
        "How many signing parties stand on the public side.",
        lambda spec: on_side(spec, "public"),
        "parties.*.side",
    ),
    _count(
        "parties.partners",
        "How many signing parties stand on the partners' side.",
        lambda spec: on_side(spec, "partner"),
        "parties.*.side",
    ),
    _count(
        "parties.independents",
        "How many signing parties stand on neither side.",
        lambda spec: on_side(spec, "independent"),
        "parties.*.side",
    ),
    _public(
        "parties.public_bodies",
        "How many signing parties are public bodies under the law of their place. Not known while one may be either.",
        side=None,
        public=True,
    ),
    _public(
        "parties.private_partners",
        "How many signing partners are no public bodies. Not known while one may be either.",
        side="partner",
        public=False,
    ),
    _count(
        "parties.in_formation",
        "How many parties do not exist yet in law.",
        lambda spec: {name: party for name, party in spec.parties.items() if party.formation},
        "parties.*.formation",
    ),
    _count(
        "parties.signing_for_others",
        "How many parties sign for others as well.",
        lambda spec: {name: party for name, party in signing(spec).items() if party.signs_for},
        "parties.*.signs_for",
    ),
    Fact(
        "parties.small_businesses",
        "number",
        "How many partners are small businesses. Not known while a partner does not say.",
        lambda spec, _: None if any(_unsaid_sizes(spec)) else sum(map(_is_small, on_side(spec, "partner").values())),
        missing=_unsaid_sizes,
        fields=("parties.*.small_business", "parties.*.side", *SIGNS),
    ),
    Fact(
        "parties.kinds",
        "set",
        "The kinds of the signing parties.",
        lambda spec, _: frozenset(party.kind for party in signing(spec).values()),
        words="kinds",
        fields=("parties.*.kind", *SIGNS),
    ),
)
