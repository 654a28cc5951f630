"""No mark of a clause file is left in library text.

What it looks for: "{{", "}}", "[[", "]]" or "**" in text that the library wrote. Why: a lawyer who finds one stops
trusting the document. Values that people typed may hold such characters and stay as they are.

Bad: "within {{ days }}". Good: "within 30 days".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from pactwright.document import Agreement, Piece, Text, paragraphs_of
from pactwright.findings import Finding

_MARK = re.compile(r"\{\{|\}\}|\[\[|\]\]|\*\*")


def findings(agreement: Agreement) -> Iterator[Finding]:
    """One error per paragraph with a mark in its library text."""
    return chain.from_iterable(map(_found, agreement.pieces()))


@lru_cache(maxsize=256)
def _found(piece: Piece) -> tuple[Finding, ...]:
    ours = [(each, run.text) for each in paragraphs_of(piece) for run in each.runs if type(run) is Text]
    return tuple(
        Finding(
            "leftover-mark", "error", "clauses", f'"{text}" in {paragraph.full_label or paragraph.role} holds a mark'
        )
        for paragraph, text in ours
        if _MARK.search(text)
    )
