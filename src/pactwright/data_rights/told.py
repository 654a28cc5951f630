"""What is wrong with data rights, as findings: a right that nobody has, two deciders, and one that no clause gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.data_rights.model import Given, Matrix, SetRights
from pactwright.document import words
from pactwright.findings import Finding
from pactwright.library.model import DECIDE
from pactwright.printing.lookup import value_at

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext


def right_findings(context: DraftContext, matrix: Matrix) -> Iterator[Finding]:
    """A warning for each of them, at the data set; a set of which the register does not say enough has none.

    The short form leaves sentences out that give rights, and says which: a right that is absent there is no mistake.
    """
    for each in (each for each in matrix.sets if not each.is_open):
        yield from _nobody(each) if not context.is_short else ()
        yield from _two(context, each)
        yield from _not_given(context, each)


def _nobody(rights: SetRights) -> Iterator[Finding]:
    """The rights in a set that nobody has."""
    if absent := [right for right, given in rights.given.items() if not given]:
        seen = f"{rights.name}: no clause says who may {', '.join(absent)}"
        fix = "choose options about data that say so; pactwright clauses list shows them"
        yield Finding("nobody-may", "warning", rights.address, seen, "a party for each right", fix)


def _two(context: DraftContext, rights: SetRights) -> Iterator[Finding]:
    """Two clauses that let different parties decide."""
    found = {each.parties: each for each in rights.given[DECIDE]}
    if len(found) > 1:
        said = " and ".join(_said(context, each) for each in found.values())
        fix = "choose options that let one decide"
        yield Finding("two-deciders", "warning", rights.address, f"{rights.name}: decided by {said}", "one clause", fix)


def _not_given(context: DraftContext, rights: SetRights) -> Iterator[Finding]:
    """A party to which the register gives a right and no clause does."""
    row = context.row(f"{rights.address}.name")
    for right, word in context.library.vocabulary["data_rights"].items():
        column = word.get("column", "")
        party = value_at(row, column) if column else None
        if party and rights.given[right] and party not in rights.holders(right):
            address = f"{rights.address}.{column}"
            said = " and ".join(_said(context, each) for each in rights.given[right])
            seen = f'{rights.name}: the register names "{party}", and no clause lets it {right}; {said} may'
            accepted = f"one of {', '.join(rights.holders(right))}"
            yield Finding("no-such-right", "warning", address, seen, accepted, "change the entry, or the option")


def _said(context: DraftContext, given: Given) -> str:
    parties = " and ".join(words((context.names.party(each),)) for each in given.parties)
    return f"{parties} ({given.place.full_label}, {given.source})"
