"""Rules on who signs, in whose name and by what right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.forms import fields_of
from pactwright.spec.parties import OTHER, Sides
from pactwright.validation import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec


def public_body(spec: Spec) -> Iterator[Finding]:
    """Looks for a spec in which no party of the public side signs.

    Why: the clauses speak of a city and a partner; without a public body most of them have no subject.

    Bad: two companies with `side: partner`

    Good: a council with `side: public` and a company with `side: partner`
    """
    if not any(spec.signing("public")):
        seen = "no public body signs"
        fix = 'give the city\'s entry "side: public", or take its "signs: no" away'
        yield Finding("public-body", "error", "parties", seen, "at least one signing party with side: public", fix)


def side_names(spec: Spec) -> Iterator[Finding]:
    """Looks for a side on which several parties sign and that has no common name.

    Why: a clause that binds each of them needs one word for one of them and one for all.

    Bad: two councils and no `sides`

    Good: `sides: {public: {one: Council, many: Councils}}`
    """
    for side in fields_of(Sides):
        signing = [key for key, _ in spec.signing(side)]
        names = getattr(spec.sides, side)
        is_named = names is not None and names.one and names.many
        if len(signing) > 1 and not is_named and not spec.is_open(f"sides.{side}"):
            address = f"parties.{signing[1]}.side"
            seen = f"{len(signing)} parties sign on the {side} side, which has no common name"
            accepted = f"sides: {{{side}: {{one: ..., many: ...}}}}"
            yield Finding("side-names", "error", address, seen, accepted, "name one of them and all of them")


def authority(spec: Spec) -> Iterator[Finding]:
    """Looks for a party that signs for others, or for itself as another, without saying by what right.

    Why: a signature without authority does not bind the party that it is meant for.

    Bad: `lead-partner: {signs_for: [helper]}`

    Good: `lead-partner: {signs_for: [helper], authority: "power of attorney, 1 October 2026"}`
    """
    for key, party in spec.parties.items():
        if key in party.signs_for:
            where = f"parties.{key}.signs_for.{party.signs_for.index(key)}"
            yield Finding("authority", "error", where, f'"{key}" signs for itself', "other parties", "take it out")
        address = f"parties.{key}.authority"
        if party.signs_for and party.authority is None and not spec.is_open(address):
            seen = f'"{key}" signs for {", ".join(party.signs_for)} and the spec does not say by what right'
            yield Finding("authority", "error", address, seen, "what lets it sign for others", "add authority:")


def opening_words(spec: Spec) -> Iterator[Finding]:
    """Looks for a party whose spec gives the words over its signature though its kind has a form in its place.

    Why: the place's law says how such a body signs; words that somebody types beside it would stand nowhere.

    Bad: `{kind: company, opening: Signed by our manager}`

    Good: `{kind: other, opening: Signed for the Port Board by two of its members}`, or `place_of_law: other`
    """
    for key, party in spec.parties.items():
        if party.opening is not None and OTHER not in {party.kind, party.place_of_law}:
            seen, address = f"a {party.kind} signs by the form of its place", f"parties.{key}.opening"
            yield Finding(
                "opening-words",
                "warning",
                address,
                f"{seen}; these words print nowhere",
                "kind: other, place_of_law: other, or no words",
                "take it out",
            )


def signed_for(spec: Spec) -> Iterator[Finding]:
    """Looks for a party that signs for others while another one signs for it, or for which two sign.

    Why: it has no signature of its own, so nobody would be bound by what it signs; of two signatures one may differ.

    Bad: `lead: {signs_for: [helper]}` and `helper: {signs_for: [friend]}`

    Good: `lead: {signs_for: [helper, friend]}`
    """
    first: dict[str, str] = {}
    for key, party in spec.parties.items():
        for number, other in enumerate(party.signs_for):
            address, signatory = f"parties.{key}.signs_for.{number}", spec.represented.get(key)
            if signatory and other != key:
                seen = f'"{key}" signs for "{other}" while "{signatory}" signs for "{key}"'
                fix = f'let one that signs itself sign for "{other}" too'
                yield Finding("signed-for", "error", address, seen, "a party that signs for itself", fix)
            elif first.setdefault(other, key) != key:
                seen = f'"{key}" signs for "{other}", and so does "{first[other]}"'
                yield Finding("signed-for", "error", address, seen, "one party that signs for it", "take one out")


def signs_twice(spec: Spec) -> Iterator[Finding]:
    """Looks for a person who stands twice among those who sign for one party.

    Why: where law asks for two people, one who signs twice is one.

    Bad: `signatories: [{name: Jo Example, title: Director}, {name: Jo Example, title: Secretary}]`

    Good: two people; or the one who signs alone, once
    """
    for key, party in spec.parties.items():
        earlier: set[str] = set()
        for number, person in enumerate(party.signatories):
            name = " ".join((person.name or "").casefold().split())
            if name and name in earlier:
                address = f"parties.{key}.signatories.{number}.name"
                seen = f"{quoted(person.name or '')} signs twice for {quoted(key)}"
                fix = "name the other person, or take one of the two out"
                yield Finding("signs-twice", "error", address, seen, "each person once", fix)
            earlier.add(name)


def stands_in(spec: Spec) -> Iterator[Finding]:
    """Looks for a party that does not exist yet and for which nobody stands in, or that stands in for itself.

    Why: a body that does not exist cannot sign, owe or own; until it exists somebody must.

    Bad: `newco: {formation: {by: 2027-01-01}}`

    Good: `newco: {formation: {by: 2027-01-01, stands_in: founder}}`
    """
    for key, party in spec.parties.items():
        address = f"parties.{key}.formation.stands_in"
        if party.formation is None or spec.is_open(address):
            continue
        if party.formation.stands_in in {None, key}:
            seen = f'"{key}" does not exist yet and nobody stands in for it'
            fix = "name the party that is bound until it exists"
            yield Finding("stands-in", "error", address, seen, "the id of another party", fix)


def community_body(spec: Spec) -> Iterator[Finding]:
    """Looks for a signing community body without a registration. A warning.

    Why: a group that is not registered is often no person in law and cannot make a contract.

    Bad: `{kind: community-body, name: Friends of Example Street}`

    Good: the same with `registration: INC 1234567`, or with `signs: no` and a registered body that signs for it
    """
    for key, party in spec.signing():
        address = f"parties.{key}.registration"
        if key in spec.represented:
            continue
        if party.kind == "community-body" and party.registration is None and not spec.is_open(address):
            seen = f'"{key}" is a community body without a registration and may not be able to contract'
            fix = "add registration:, or let a registered body sign for it"
            yield Finding("community-body", "warning", address, seen, "a number in a public register", fix)


def trustee(spec: Spec) -> Iterator[Finding]:
    """Looks for a signing trust whose name does not say who its trustee is. A warning.

    Why: a trust is no person in law; its trustee is the one that is bound, and it says so in the contract.

    Bad: `{kind: trust, name: Example Family Trust}`

    Good: `{kind: trust, name: Example Pty Ltd as trustee of the Example Family Trust}`
    """
    for key, party in spec.signing():
        if party.kind == "trust" and key not in spec.represented and "trustee" not in party.name.casefold():
            seen = f"{quoted(party.name)} names a trust and no trustee, and a trust is no person that can contract"
            accepted = (
                "the trustee, and of what, such as Example Trustee Pty Ltd as trustee of the Example Family Trust"
            )
            yield Finding("trustee", "warning", f"parties.{key}.name", seen, accepted)
