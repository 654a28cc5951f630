"""A small spec for the base library, drafted as far as the selection."""

from __future__ import annotations

from pactwright.choices import Choices, checked_choices
from pactwright.facts import facts_of
from pactwright.findings import SourceMap
from pactwright.library.bodies import around
from pactwright.library.model import Library
from pactwright.selection import Selection, selected
from pactwright.selection.unmet import unmet_problems
from pactwright.spec import Spec, spec_from
from pactwright.textfile import parsed

SPEC = """\
schema: 1
jurisdiction: north
date: 2026-12-01
project: {title: Air}
parties:
  town: {name: Example Town, side: public, kind: council, called: the Council}
  firm: {name: Example Pty Ltd, side: partner, kind: company, called: the Firm}
"""
CONTRIBUTION = "contributions: [{party: firm, kind: staff, what: work}]\n"
DATA = "datasets: {air: {name: Air, class: project, personal: %s}}\n"


def project(more: str = "") -> tuple[Spec, SourceMap]:
    """The small spec with lines behind it (the first is line 8), and where its facts stand."""
    tree, marks = parsed(SPEC + more, "spec.yml")
    return spec_from(tree, marks), marks


def choices_of(library: Library, more: str) -> tuple[Choices, list[str]]:
    """The choices of the small spec with lines behind it, and what is said about them."""
    spec, marks = project(more)
    choices = checked_choices(spec, library)
    return choices, [str(finding) for finding in marks.located(choices.findings)]


def selection_of(library: Library, more: str = "", document: str = "pilot-agreement") -> tuple[Selection, list[str]]:
    """The selection for the small spec with lines behind it, and what is said about it."""
    spec, marks = project(more)
    facts = facts_of(spec, around(library, spec, document))
    chosen = selected(library, document, facts, checked_choices(spec, library), spec.model or "")
    return chosen, [str(finding) for finding in marks.located((*chosen.findings, *unmet_problems(chosen, spec)))]
