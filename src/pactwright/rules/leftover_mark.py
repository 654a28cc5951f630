"""No mark of a clause file is left in library text.

What it looks for: "{{", "}}", "[[", "]]" or "**" in text that the library wrote. Why: a lawyer who finds one stops
trusting the document. Values that people typed may hold such characters and stay as they are.

Bad: "within {{ days }}". Good: "within 30 days".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pactwright.document import Agreement, Piece, Text, paragraphs_of
from pactwright.findings import Finding
from pactwright.memory import Memory

MARKS = ("{{", "}}", "[[", "]]", "**")


def findings(agreement: Agreement, memory: Memory) -> Iterator[Finding]:
    """One error per paragraph with a mark in its library text."""
    return chain.from_iterable(memory.each(_found, agreement.pieces()))


def _found(piece: Piece) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "leftover-mark",
            "error",
            "clauses",
            f'"{run.text}" in {paragraph.full_label or paragraph.role} holds a mark',
        )
        for paragraph in paragraphs_of(piece)
        for run in paragraph.runs
        if isinstance(run, Text) and any(mark in run.text for mark in MARKS)
    )
