"""No duty stands twice in a document.

What it looks for: two numbered paragraphs with the same words, in the part that binds. Why: when one of them is
negotiated, the other is forgotten, and the document contradicts itself.

Bad: two clauses that both say "Each party bears its own costs." Good: one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from pactwright.document import Agreement, Piece, paragraphs_of, words
from pactwright.findings import Finding

SHORTEST = 40


def findings(agreement: Agreement) -> Iterator[Finding]:
    """One warning per paragraph whose words stood before; a paragraph that states no duty may repeat."""
    duties = list(chain.from_iterable(map(_duties, agreement.pieces())))
    seen: dict[str, str] = {}
    for said, label in duties if len(dict(duties)) < len(duties) else ():
        if said in seen:
            yield Finding("repeated-sentence", "warning", "clauses", f"{label} says the same as {seen[said]}")
        seen.setdefault(said, label)


@lru_cache(maxsize=256)
def _duties(piece: Piece) -> tuple[tuple[str, str], ...]:
    """The words of each paragraph that states a duty, without their ends, and its label."""
    paragraphs = ((words(each.runs), each.full_label) for each in paragraphs_of(piece))
    return tuple((said.strip(" .;").casefold(), label) for said, label in paragraphs if _is_duty(f" {said} "))


def _is_duty(said: str) -> bool:
    return len(said) > SHORTEST and (" must " in said or " shall " in said)
