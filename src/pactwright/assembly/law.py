"""The law that a document states or rests on, and whether somebody read it in time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from pactwright.facts.conditions import tests_in
from pactwright.findings import Finding
from pactwright.library.figures import read_law

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.facts.conditions import Conditions
    from pactwright.printing.context import DraftContext

LAW: Final = "law."


def law_of(context: DraftContext, body: Body) -> tuple[str, ...]:
    """The names and figures of law that a document prints, and those by which its clauses were chosen."""
    return tuple(dict.fromkeys((*_printed(body), *_tested(context, body))))


def overdue_law(context: DraftContext, body: Body) -> Iterator[Finding]:
    """Looks for law that had to be read again before the agreement's date, by the day that its file sets.

    A warning, for nobody knows whether it has changed; such a figure decides no error.

    Why: thresholds and periods change on known days, and a paper that prints the old one binds nobody to the new.

    Bad: `date: 2028-03-01` under a figure with `review_by: 2027-12-31`

    Good: the same once the figure was read again, with a new `checked_on` and `review_by`
    """
    day = context.spec.date
    for name in law_of(context, body):
        read = read_law(context.library.jurisdiction, name, day)
        if read.is_overdue(day):
            label, place = name.replace("_", " "), context.library.jurisdiction.title
            seen = f"the {label} of {place} had to be read again by {read.review_by}, before this date, {day}"
            last = f"it was read on {read.checked_on} in {read.source}" if read.checked_on else "nobody has read it"
            yield Finding("overdue-law", "warning", "date", seen, last, "look it up; a house library can state it")


def _printed(body: Body) -> Iterator[str]:
    """The law that clauses and definitions print."""
    return (slot.name for slot in body.plan.slots if slot.kind == "law")


def _tested(context: DraftContext, body: Body) -> Iterator[str]:
    """The law that the conditions of the printed clauses test, and the figures below which they say an amount lies."""
    printed = {clause.id for article in body.articles for clause in article.clauses if clause.option}
    for each in (context.selection.issues[name] for name in printed):
        rules: tuple[Conditions, ...] = tuple(rule.when for rule in each.option.items.values()) if each.option else ()
        required = each.option.requires if each.option else ()
        yield from (promise.figure for promise in (each.option.stays_below if each.option else ()))
        for condition in tests_in((*each.issue.when, *required, *chain(*rules))):
            if condition.subject.startswith(LAW):
                yield condition.subject.removeprefix(LAW)
