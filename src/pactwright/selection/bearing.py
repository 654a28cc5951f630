"""Who bears what under a chosen option, for the facts of one document; what the register says of a risk comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.selection.result import Selected, Selection
    from pactwright.spec import Spec


@dataclass(frozen=True, slots=True)
class Borne:
    """A risk, a reward or a bad day, and to whom it goes: a word of the vocabulary, or a party of the spec.

    `row` is the address of the row of the register that says so, where one does.
    """

    kind: str
    id: str
    to: str
    row: str = ""


def borne(selection: Selection, selected: Selected, spec: Spec) -> Iterator[Borne]:
    """Who bears or gets what under an option; of a risk that the register lists, row by row, its owner there."""
    entries = selected.option.allocates if selected.option and selected.kinds else ()
    holding = [each for each in entries if selection.holds_in(selected.issue.id, each.when) is not False]
    for kind, what in dict.fromkeys((each.kind, each.id) for each in holding):
        rows = [(f"risks.{name}", row.owner) for name, row in spec.risks.items() if row.risk == what and row.owner]
        if kind == "risk" and rows:
            yield from (Borne(kind, what, owner, address) for address, owner in rows)
        else:
            yield from (Borne(kind, what, each.to) for each in holding if (each.kind, each.id) == (kind, what))


def bearing_problems(selection: Selection) -> Iterator[Finding]:
    """Looks for a risk, a reward or a bad day of which an option says two things, or nothing, for these facts.

    Why: the paper would give one loss to two parties, or to nobody.
    """
    for name, selected in selection.issues.items():
        entries = selected.option.allocates if selected.option and selected.kinds else ()
        for kind, what in dict.fromkeys((each.kind, each.id) for each in entries):
            known = [each for each in entries if (each.kind, each.id) == (kind, what)]
            outcomes = [selection.holds_in(name, each.when) for each in known]
            if len(known) > 1 and None not in outcomes and outcomes.count(True) != 1:
                said = " and to ".join(each.to for each, holds in zip(known, outcomes, strict=True) if holds)
                seen = f"{name}: {selected.chosen} gives {kind} {what} to {said or 'nobody'}"
                fix = "this is for whoever writes the clause"
                yield Finding("allocates", "warning", f"choices.{name}", seen, "one bearer for these facts", fix)
