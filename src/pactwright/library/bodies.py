"""Which party is under the law of which place, and which is a public body there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.facts.fact import Around
from pactwright.library.words import ASK
from pactwright.spec.parties import OTHER

if TYPE_CHECKING:
    from pactwright.library.model import Execution, Jurisdiction, Library
    from pactwright.spec import Party, Spec


def place_of(library: Library, party: Party) -> Jurisdiction:
    """The place whose law a party is under; one without a name where the library does not know it."""
    name = party.place_of_law or library.jurisdiction.id
    return library.places.get("" if name == OTHER else name, library.places[""])


def law_of(library: Library, party: Party) -> Jurisdiction:
    """The place whose acts bind a party; one without a name where its kind has law of its own, as federal bodies do."""
    kind = library.vocabulary["kinds"].get(party.kind, {})
    is_apart = kind.get("place_law") == "no" and party.place_of_law is None
    return library.places[""] if is_apart else place_of(library, party)


def is_public(library: Library, party: Party) -> bool | None:
    """Whether the law of its place treats a party as a public body; None where the spec has to say so."""
    if party.public_body is not None:
        return party.public_body
    said = place_of(library, party).public.get(party.kind, ASK)
    return None if said == ASK else said == "yes"


def form_of(library: Library, party: Party) -> Execution:
    """How a party signs: the form of its kind in its place that fits the number of people whom the spec names.

    In a place that the library does not know it signs under its own words; the main form, where none fits.
    """
    known = place_of(library, party).executions
    executions = known or library.jurisdiction.executions
    form = executions.get(party.kind if known else OTHER, executions[OTHER])
    return next((each for each in (form, *form.alternatives) if _fits(each, party)), form)


def _fits(form: Execution, party: Party) -> bool:
    is_served = not form.secretary or party.company_secretary in {None, *form.secretary}
    return is_served and form.fewest <= len(party.signatories) <= form.most


def around(library: Library, spec: Spec, document: str) -> Around:
    """What the facts of a spec are worked out from beside it."""
    public = {key: is_public(library, party) for key, party in spec.parties.items()}
    return Around(document, tuple(library.vocabulary["roles"]), public)
