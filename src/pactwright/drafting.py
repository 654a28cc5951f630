"""The sentence, once: a spec, a library and a kind of document become a draft and what was found on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Unpack

from pactwright.assembly import Form, assembled
from pactwright.assembly.barriers import barrier_findings
from pactwright.facts import facts_of
from pactwright.library.bodies import around
from pactwright.rules import agreement_findings
from pactwright.selection import Selection, selected
from pactwright.selection.bearing import bearing_problems
from pactwright.selection.departing import departure_problems
from pactwright.selection.kinds import kind_problems
from pactwright.selection.limits import limit_problems
from pactwright.selection.reach import reach_problems
from pactwright.selection.seats import seat_problems
from pactwright.selection.signing import signing_problems
from pactwright.selection.term_names import name_problems
from pactwright.selection.thresholds import threshold_problems
from pactwright.selection.unmet import unmet_problems
from pactwright.selection.watched import watched_problems
from pactwright.selection.worth import worth_problems
from pactwright.spec.checks.dates import late_milestones
from pactwright.spec.checks.texts import placeholder

if TYPE_CHECKING:
    from pactwright.assembly.answering import PointAnswer
    from pactwright.assembly.owed import Owed
    from pactwright.choices import Choices
    from pactwright.document import Agreement, Sheet
    from pactwright.findings import Finding
    from pactwright.ledger import Ledger
    from pactwright.library.model import Library
    from pactwright.printing.outline import Outline
    from pactwright.spec import Spec


@dataclass(frozen=True, slots=True)
class Draft:
    """An agreement, the choices behind it, what was found (an error forbids writing it), and facts not printed.

    `sheet` stands beside a final: what to look at before anybody signs. `waiting` are the bad days that can happen and
    that no clause of the library answers yet, by id, and `days` is how each point of those that can is answered,
    `ledger` says who bears what, `owed` what each side may have to pay at most, and `law` names the law it rests on.
    """

    agreement: Agreement
    selection: Selection
    findings: tuple[Finding, ...]
    ledger: Ledger
    unprinted: tuple[str, ...] = ()
    sheet: Sheet | None = None
    waiting: tuple[str, ...] = ()
    days: tuple[PointAnswer, ...] = ()
    owed: tuple[Owed, ...] = ()
    law: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing forbids writing it."""
        return not any(finding.level == "error" for finding in self.findings)


def drafted(
    spec: Spec,
    choices: Choices,
    library: Library,
    outline: Outline,
    **form: Unpack[Form],
) -> Draft:
    """The draft of one document: facts, selection, assembly, rules; in the form that is asked for.

    `choices` are those of the spec, as the library accepts them.
    """
    certain = spec.settled
    selection = selection_for(spec, choices, library, outline.document)
    made, is_final = assembled(spec, selection, outline, **form), form.get("is_final", False)
    placeholders = (replace(each, level="error") for each in placeholder(spec))
    unsaid = (*placeholders, *late_milestones(certain)) if is_final else ()
    sense = (
        *unmet_problems(selection, certain),
        *reach_problems(selection, certain, choices, is_final=is_final),
        *limit_problems(selection, certain),
        *worth_problems(selection, certain),
        *threshold_problems(selection, certain, is_final=is_final),
        *name_problems(library, spec),
        *seat_problems(selection, certain),
        *bearing_problems(selection),
        *watched_problems(selection, certain),
        *departure_problems(selection, spec, is_final=is_final),
        *kind_problems(library, certain, is_final=is_final),
        *signing_problems(library, certain, is_final=is_final),
    )
    barriers = barrier_findings(made.agreement, selection, certain)
    told = (*choices.findings, *selection.findings, *made.findings, *sense, *unsaid, *barriers)
    found = tuple(dict.fromkeys((*told, *agreement_findings(made.agreement))))
    beside = (made.unprinted, made.sheet, made.waiting, made.days, made.owed, made.law)
    return Draft(made.agreement, selection, found, made.ledger, *beside)


def selection_for(spec: Spec, choices: Choices, library: Library, document: str) -> Selection:
    """What one document of a spec holds, before it is drafted."""
    facts = facts_of(spec.settled, around(library, spec.settled, document))
    return selected(library, document, facts, choices, spec.model or "")


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that forbid writing."""
    return tuple(finding for finding in findings if finding.level == "error")
