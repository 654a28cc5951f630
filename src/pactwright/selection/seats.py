"""Where a spec seats people, held against the bodies that the clauses of a document make."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pactwright.findings import Finding, nearest
from pactwright.library.terms import defined_terms
from pactwright.validation import quoted

if TYPE_CHECKING:
    from pactwright.library.model import Library
    from pactwright.selection.result import Selection
    from pactwright.spec import Spec
    from pactwright.wording.parts import Kind


def seat_problems(selection: Selection, spec: Spec) -> Iterator[Finding]:
    """Looks for a person who sits on a body that no clause of the document makes. A warning.

    A body of a party's own, which carries its name ("the Council's Audit Committee"), is none of the clauses'.

    Why: a seat on a body that does not exist gives its holder nothing to decide.

    Bad: `governance: {people: [{name: Alex Sample, body: Steering Group}]}` under two project leads

    Good: `body: Leads Meeting`, or the option that has a Steering Group
    """
    standing = tuple((name, each.chosen, each.kinds) for name, each in selection.issues.items() if each.option)
    bodies = _bodies(selection.library, standing)
    own = [_plain(party.called) for party in spec.parties.values()]
    for number, seat in enumerate(spec.governance.people):
        body = _plain(seat.body or "")
        if body and bodies and body not in map(_plain, bodies) and not any(name in body for name in own):
            seen = f"{quoted(seat.body or '')} is no body that a clause of this document makes"
            address = f"governance.people.{number}.body"
            yield Finding(
                "unknown-body", "warning", address, seen, f"one of {', '.join(bodies)}", nearest(body, bodies)
            )


@lru_cache(maxsize=64)
def _bodies(library: Library, standing: tuple[tuple[str, str, tuple[Kind, ...]], ...]) -> tuple[str, ...]:
    """The defined terms that can act and that the options of a document define, issue by issue."""
    options = ((library.options[issue][option], kinds) for issue, option, kinds in standing)
    wordings = (wording for option, kinds in options for kind in kinds if (wording := option.wording(kind)))
    named = (name for wording in wordings for name in defined_terms(wording.walk()))
    return tuple(dict.fromkeys(name for name in named if name in library.terms and library.terms[name].acts))


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
