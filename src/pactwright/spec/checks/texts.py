"""Rules on text: what prints must say something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec

ACCEPTED: Final = "what is meant, or nothing until it is known"


def placeholder(spec: Spec) -> Iterator[Finding]:
    """Looks for text that stands for something not known yet, or that nobody can see. A warning.

    Why: in a draft it is a gap like any other; on a paper that is signed, "TBC" would be a party or a promise.

    Bad: `name: TBD`, `title: "[insert title]"`, a name made of a zero-width space

    Good: the name, the line left empty, or, for a firm that is really called so, `sure: [parties.company.name]`
    """
    for address, found in spec.placeholders.items():
        if not spec.is_open(address):
            fix = f"or, if it is meant, sure: [{address}]"
            yield Finding("placeholder", "warning", address, found.seen, ACCEPTED, fix)
