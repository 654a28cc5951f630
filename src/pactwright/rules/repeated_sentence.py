"""No duty stands twice in a document.

What it looks for: two numbered paragraphs with the same words, in the part that binds. Why: when one of them is
negotiated, the other is forgotten, and the document contradicts itself.

Bad: two clauses that both say "Each party bears its own costs." Good: one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.document import Agreement, Paragraph, words
from pactwright.findings import Finding

SHORTEST = 40


def findings(agreement: Agreement) -> Iterator[Finding]:
    """One warning per paragraph whose words stood before; a paragraph that states no duty may repeat."""
    seen: dict[str, str] = {}
    for paragraph in _duties(agreement):
        said = words(paragraph.runs).strip(" .;").casefold()
        if said in seen:
            yield Finding(
                "repeated-sentence", "warning", "clauses", f"{paragraph.full_label} says the same as {seen[said]}"
            )
        seen.setdefault(said, paragraph.full_label)


def _duties(agreement: Agreement) -> Iterator[Paragraph]:
    for paragraph in agreement.paragraphs():
        said = f" {words(paragraph.runs)} "
        if len(said) > SHORTEST and (" must " in said or " shall " in said):
            yield paragraph
