"""No mark of a clause file is left in library text.

What it looks for: "{{", "}}", "[[", "]]" or "**" in text that the library wrote. Why: a lawyer who finds one stops
trusting the document. Values that people typed may hold such characters and stay as they are.

Bad: "within {{ days }}". Good: "within 30 days".
"""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.document import Agreement, Part, Text, paragraphs_of
from pactwright.findings import Finding
from pactwright.memory import Memory

MARKS = ("{{", "}}", "[[", "]]", "**")


def findings(agreement: Agreement, memory: Memory) -> Iterator[Finding]:
    """One error per paragraph with a mark in its library text."""
    for part in agreement.parts():
        yield from memory.same(_found, part)


def _found(part: Part) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "leftover-mark",
            "error",
            "clauses",
            f'"{run.text}" in {paragraph.full_label or paragraph.role} holds a mark',
        )
        for paragraph in paragraphs_of(part)
        for run in paragraph.runs
        if isinstance(run, Text) and any(mark in run.text for mark in MARKS)
    )
