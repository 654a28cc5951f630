"""Parties of whom nobody has said whether they are public bodies, where their kind does not say it in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.library.bodies import is_public, place_of
from pactwright.validation import quoted

if TYPE_CHECKING:
    from pactwright.findings import Level
    from pactwright.library.model import Library
    from pactwright.spec import Spec


def kind_problems(library: Library, spec: Spec, *, is_final: bool) -> Iterator[Finding]:
    """Looks for a signing party of a kind of which one is a public body and another is not, where the spec is silent.

    An error in a final, a warning in a draft, which takes it for none. One on the public side that is none is a remark.

    Why: a public body is under the law on information, records and immunity of its place, and a private one is not.

    Bad: `{kind: university}` in California, where some universities are public and some private

    Good: the same with `public_body: yes`
    """
    for key, party in spec.signing():
        address, known = f"parties.{key}.public_body", is_public(library, party)
        if known is False and party.side == "public":
            seen = f"{quoted(party.called)} stands on the public side, and its law does not treat it as a public body"
            yield Finding("public-kind", "warning", address, seen, "public_body: yes, if it is one; or side: partner")
        elif known is None and not spec.is_open(address):
            where = place_of(library, party).title if place_of(library, party).id else "its place"
            kind = library.vocabulary["kinds"].get(party.kind, {}).get("prints", party.kind)
            seen = f"whether {quoted(party.called)} is a public body is not said, and in {where} a {kind} may be either"
            level: Level = "error" if is_final else "warning"
            yield Finding("public-kind", level, address, seen, "public_body: yes, or no")
