"""One option per issue, with its reason and the ones passed over; needs and conflicts checked on the whole set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pactwright.choices import Choices
from pactwright.facts.fact import FactValue
from pactwright.findings import Finding
from pactwright.library.model import Library
from pactwright.memory import Memory
from pactwright.selection.choosing import Choosing
from pactwright.selection.contradictions import contradictions
from pactwright.selection.result import PassedOver, Selected, Selection, chosen_in, law_value
from pactwright.selection.tested import Tested
from pactwright.selection.values import misplaced_values, values_of

if TYPE_CHECKING:
    from pactwright.spec import Spec

__all__ = ["PassedOver", "Selected", "Selection", "chosen_in", "law_value", "selected"]


def selected(
    spec: Spec,
    library: Library,
    document: str,
    facts: Mapping[str, FactValue],
    choices: Choices,
    memory: Memory | None = None,
) -> Selection:
    """The option and the values of every issue, by precedence: spec, house library, model, the issue's own default."""
    memory = memory or Memory()
    tested = memory.following(Tested(library, facts, choices.by_issue))
    chosen, findings = memory.recalled(tested, _chosen, document, memory.equal(str, spec.model or ""))
    issues = memory.same(_known, memory, library, chosen)
    return Selection(document, tested, issues, findings)


def _known(memory: Memory, library: Library, chosen: Mapping[str, Selected]) -> Mapping[str, Selected]:
    """The issues, each and all the very objects that an earlier document had where they stand there alike."""
    return memory.one({name: memory.one(each, library, name) for name, each in chosen.items()}, library)


def _chosen(tested: Tested, document: str, model: str) -> tuple[Mapping[str, Selected], tuple[Finding, ...]]:
    """Every issue as it stands, and what is wrong with the set."""
    library, choices = tested.library, tested.choices()
    choosing = Choosing(tested, document, model)
    chosen = _limited({issue.id: choosing.selected(issue) for issue in library.issues.values()})
    issues = {name: replace(each, values=values_of(each, chosen, library, choices)) for name, each in chosen.items()}
    selection = Selection(document, tested, issues, ())
    wrong = (*misplaced_values(selection, choices), *contradictions(selection))
    return issues, (*choosing.findings, *wrong)


def _limited(issues: dict[str, Selected]) -> dict[str, Selected]:
    """The issues, where an option says which few bind, without the binding wording of all others."""
    limits = [(name, each.option.binds) for name, each in issues.items() if each.option and each.option.binds]
    kept = {name for own, binds in limits for name in (own, *binds)} or set(issues)
    return {name: each if name in kept else _without_binding(each) for name, each in issues.items()}


def _without_binding(selected: Selected) -> Selected:
    return replace(selected, kinds=tuple(kind for kind in selected.kinds if kind != "binding"))
