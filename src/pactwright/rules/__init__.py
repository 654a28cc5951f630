"""Rules: what a whole agreement must keep, one rule per file, its docstring its manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pactwright.rules import gap_in_final, hard_to_read, leftover_mark, repeated_sentence

if TYPE_CHECKING:
    from pactwright.document import Agreement
    from pactwright.findings import Finding

RULES: dict[str, Callable[[Agreement], Iterator[Finding]]] = {
    "gap-in-final": gap_in_final.findings,
    "hard-to-read": hard_to_read.findings,
    "leftover-mark": leftover_mark.findings,
    "repeated-sentence": repeated_sentence.findings,
}


def agreement_findings(agreement: Agreement) -> tuple[Finding, ...]:
    """What every rule finds in an agreement."""
    return tuple(finding for rule in RULES.values() for finding in rule(agreement))
