"""The sentence, once: a spec, a library and a kind of document become a draft and what was found on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly import assembled
from pactwright.choices import checked_choices
from pactwright.facts import facts_of
from pactwright.memory import Memory
from pactwright.rules import agreement_findings
from pactwright.selection import Selection, selected

if TYPE_CHECKING:
    from pactwright.document import Agreement
    from pactwright.findings import Finding
    from pactwright.library.model import Library
    from pactwright.scene.outline import Outline
    from pactwright.spec import Spec


@dataclass(frozen=True, slots=True)
class Draft:
    """An agreement, the choices behind it, what was found (an error forbids writing it), and facts not printed."""

    agreement: Agreement
    selection: Selection
    findings: tuple[Finding, ...]
    unprinted: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing forbids writing it."""
        return not any(finding.level == "error" for finding in self.findings)


def drafted(
    spec: Spec,
    library: Library,
    outline: Outline,
    *,
    is_final: bool = False,
    with_notes: bool = False,
    memory: Memory | None = None,
) -> Draft:
    """The draft of one document: facts, choices, selection, assembly, rules; with drafting notes if asked for.

    `memory` is what earlier documents of a run left; the draft is the same with it and without.
    """
    facts = facts_of(spec, outline.document)
    choices = checked_choices(spec, library)
    selection = selected(spec, library, outline.document, facts, choices, memory)
    agreement, found, unprinted = assembled(
        spec, library, selection, outline, is_final=is_final, with_notes=with_notes, memory=memory
    )
    findings = (*choices.findings, *selection.findings, *found, *agreement_findings(agreement, memory))
    return Draft(agreement, selection, tuple(dict.fromkeys(findings)), unprinted)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that forbid writing."""
    return tuple(finding for finding in findings if finding.level == "error")
