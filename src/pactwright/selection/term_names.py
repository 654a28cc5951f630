"""What a document calls its parties, held against the terms that its clauses define."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.forms import fields_of
from pactwright.spec.parties import Sides
from pactwright.validation import quoted

if TYPE_CHECKING:
    from pactwright.library.model import Library
    from pactwright.spec import Spec


def name_problems(library: Library, spec: Spec) -> Iterator[Finding]:
    """One error for each party or side that has a defined term for its name: the term's duties would read as its own.

    The terms are those of the whole library, so that another option never makes a name wrong.
    """
    terms = _terms(library)
    for address, name in _names(spec):
        if _plain(name) in terms:
            seen = f"{quoted(name)} is a term that the clauses define"
            yield Finding("called-term", "error", address, seen, "a name of its own, such as the Sensor Company")


def _names(spec: Spec) -> Iterator[tuple[str, str]]:
    """What the document calls each party and each side, by address."""
    yield from ((f"parties.{key}.called", party.called) for key, party in spec.parties.items())
    for side in fields_of(Sides):
        names = getattr(spec.sides, side)
        said = {"one": names.one, "many": names.many} if names else {}
        yield from ((f"sides.{side}.{form}", name) for form, name in said.items() if name)


@lru_cache(maxsize=16)
def _terms(library: Library) -> frozenset[str]:
    """The terms of a library, one and several, and those of the columns of its schedules, in lower case."""
    named = {name for key, term in library.terms.items() for name in (key, term.prints) if name}
    named |= {column.term for column in library.columns.values()}
    return frozenset(form for name in named for form in (_plain(name), f"{_plain(name)}s"))


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
