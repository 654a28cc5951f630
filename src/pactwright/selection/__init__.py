"""One option per issue, with its reason and the ones passed over; needs and conflicts checked on the whole set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pactwright.choices import Choices
from pactwright.facts.fact import FactValue
from pactwright.library.model import Library
from pactwright.selection.choosing import chosen_issues
from pactwright.selection.context import SelectionContext, outcomes_of
from pactwright.selection.contradictions import unexplained_in
from pactwright.selection.result import PassedOver, Selected, Selection
from pactwright.selection.values import Sources, misplaced_values, values_of

__all__ = ["PassedOver", "Selected", "Selection", "selected"]


def selected(
    library: Library, document: str, facts: Mapping[str, FactValue], choices: Choices, model: str = ""
) -> Selection:
    """The option and the values of every issue, by precedence: spec, house library, model, the issue's own default."""
    outcomes = outcomes_of(library, facts)
    given = {name: each for name, each in choices.by_issue.items() if each.option or each.values}
    asked = tuple((name, each.option, each.reason) for name, each in given.items())
    unsettled = frozenset(each for each in choices.open if "." not in each)
    chosen = chosen_issues(document, model, asked, unsettled, outcomes, library)
    by_issue = {each.issue.id: each for each in chosen.issues}
    sources = Sources.of(library, choices, facts)
    issues = {
        name: replace(
            each,
            values=values_of(each, by_issue, sources),
            defaults=sources.untouched(each.issue),
            unsettled=sources.unsettled(each.issue),
        )
        for name, each in by_issue.items()
    }
    misplaced = misplaced_values(issues, choices.by_issue)
    made = Selection(document, facts, SelectionContext.of(library, outcomes), issues, (), chosen.unmet)
    explained = frozenset(name for name, option, reason in asked if option and reason)
    unexplained = unexplained_in(made, explained)
    return replace(made, findings=(*chosen.findings, *misplaced, *chosen.contradictions, *unexplained))
