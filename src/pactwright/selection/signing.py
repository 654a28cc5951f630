"""Those who sign for a party, held against the offices that the words over their signatures say they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.library.bodies import form_of
from pactwright.validation import quoted

if TYPE_CHECKING:
    from pactwright.findings import Level
    from pactwright.library.model import Execution, Library
    from pactwright.spec import Party, Spec


def signing_problems(library: Library, spec: Spec, *, is_final: bool) -> Iterator[Finding]:
    """Looks for people who sign as officers of a party and whose titles are not those of such officers.

    An error in a final, a warning in a draft.

    Why: the words over the signatures would say what is not so, and the rule that protects the other side would fail.

    Bad: in California, `signatories: [{title: Chief Executive Officer}, {title: Secretary}]` of a company

    Good: `{title: President and Chief Executive Officer}`; or one signatory, who signs alone as its authorized officer
    """
    for key, party in spec.signing():
        form = form_of(library, party)
        if key not in spec.represented and not _is_held(form, party):
            titles = [person.title or "" for person in party.signatories]
            number = next((n for n, each in enumerate(titles) if not any(_holds(each, o) for o in form.offices)), 0)
            seen = f"{quoted(titles[number])} is no office of one of the two who sign for {quoted(party.called)}"
            level: Level = "error" if is_final else "warning"
            accepted = "; and ".join(", ".join(offices) for offices in form.offices)
            fix = "give the office, or name one signatory, who signs alone"
            yield Finding("signing-title", level, f"parties.{key}.signatories.{number}.title", seen, accepted, fix)


def _is_held(form: Execution, party: Party) -> bool:
    """Whether the people can hold the offices between them, as far as their titles are known."""
    titles = [person.title for person in party.signatories]
    if not form.offices or len(titles) != len(form.offices) or None in titles:
        return True
    pairs = (zip(titles, each, strict=True) for each in permutations(form.offices))
    return any(all(_holds(title or "", offices) for title, offices in each) for each in pairs)


def _holds(title: str, offices: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(each)}\b", title, re.IGNORECASE) for each in offices)
