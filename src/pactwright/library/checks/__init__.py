"""What must fit across the files of a library. Every check has a planted mistake in the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pactwright.findings import Finding
from pactwright.library.checks.blanks import known_blanks
from pactwright.library.checks.columns import governed_rows, known_columns, meaning_columns
from pactwright.library.checks.conditions import issue_conditions, option_conditions
from pactwright.library.checks.confirming import confirm_findings
from pactwright.library.checks.files import issue_findings, kind_findings, model_findings, option_findings
from pactwright.library.checks.items import lists_hold, names_of, said_well
from pactwright.library.checks.law import guarded_law, law_in_meanings, law_in_phrases, law_of_parties
from pactwright.library.checks.mandatory import mandatory_findings
from pactwright.library.checks.place import Place, places
from pactwright.library.checks.references import known_references, several_clauses, this_clause
from pactwright.library.checks.reviewing import order_findings
from pactwright.library.checks.terms import defined_once, known_terms, named_findings, term_findings
from pactwright.library.checks.values import house_findings, parameter_values
from pactwright.library.model import Library
from pactwright.library.moves import move_findings

ITEM_CHECKS: tuple[Callable[[Place], Iterator[Finding]], ...] = (
    known_blanks,
    guarded_law,
    known_references,
    this_clause,
    several_clauses,
    known_columns,
    known_terms,
    lists_hold,
)


def library_findings(library: Library) -> tuple[Finding, ...]:
    """Every problem of a library that more than one line is needed to see."""
    return tuple(_findings(library))


def _findings(library: Library) -> Iterator[Finding]:
    names = names_of(library)
    for issue in library.issues.values():
        yield from issue_findings(library, issue)
        yield from order_findings(library, issue)
        yield from parameter_values(issue)
        yield from issue_conditions(library, issue)
        yield from law_in_phrases(library, issue)
    for option in (each for known in library.options.values() for each in known.values()):
        yield from option_findings(library, option)
        yield from option_conditions(library, option)
        yield from defined_once(option)
        for place in places(library, option):
            yield from said_well(place, names)
            for check in ITEM_CHECKS:
                yield from check(place)
    yield from term_findings(library)
    yield from named_findings(library)
    yield from meaning_columns(library)
    yield from governed_rows(library)
    yield from law_in_meanings(library)
    yield from law_of_parties(library)
    yield from model_findings(library)
    yield from kind_findings(library)
    yield from house_findings(library)
    yield from move_findings(library)
    yield from confirm_findings(library)
    yield from mandatory_findings(library)
