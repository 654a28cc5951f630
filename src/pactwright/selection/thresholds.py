"""What chosen options say of figures of law, held against the figure of the agreement's day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.facts import TABLE
from pactwright.figures.thresholds import compared
from pactwright.findings import Finding
from pactwright.library.figures import bound_of, figure_on
from pactwright.spec.amounts import Money, money

if TYPE_CHECKING:
    from datetime import date

    from pactwright.findings import Level
    from pactwright.library.model import Figure, StaysBelow
    from pactwright.selection.result import Selected, Selection
    from pactwright.spec import Spec


def threshold_problems(selection: Selection, spec: Spec, *, is_final: bool) -> Iterator[Finding]:
    """Looks for an option that says an amount lies below a figure of law, where it does not.

    An amount of exactly the figure is not below it. A figure decides nothing that nobody has verified, or read again in
    time, that counts in another currency or with tax where the amount is without, or that the place does not have: that
    is a remark.

    Why: such a sentence is a statement of fact in a signed paper, and the route of the award rests on it.

    Bad: `procurement: {route: below-threshold, pilot_value: 900,000, options_value: 5,000,000}` in New South Wales

    Good: `procurement: {route: below-threshold, pilot_value: 48,000, options_value: 120,000}`
    """
    day = spec.date
    for selected in selection.issues.values():
        for promise in selected.option.stays_below if selected.option and selected.kinds else ():
            yield from _problems(selection, spec, selected, promise, day, is_final=is_final)


def _problems(
    selection: Selection, spec: Spec, selected: Selected, promise: StaysBelow, day: date | None, *, is_final: bool
) -> Iterator[Finding]:
    fact, value = TABLE[promise.fact], selection.facts[promise.fact]
    place = selection.library.jurisdiction
    figure, name = figure_on(place, promise.figure, day), promise.figure.replace("_", " ")
    says = f"{selected.issue.id}: {selected.chosen} says that the {fact.ask} is below the {name}"
    if figure is None:
        seen = f"{says}, and no figure of {place.title} is known for {day or 'a day that is open'}"
        yield Finding("threshold", "warning", fact.address, seen, "", "look it up; a house library can state it")
    elif not isinstance(value, Money):
        missing = next(iter(fact.missing(spec)), fact.address) if fact.missing else fact.address
        seen = f"{says}, and that value is not known"
        level: Level = "error" if is_final else "warning"
        yield Finding("threshold", level, missing, seen, f"an amount below {_said(figure)}; nil is one")
    elif doubt := _doubt(value, figure, day):
        yield Finding(
            "threshold", "warning", fact.address, f"{says}, and {doubt}", _said(figure), "compare them by hand"
        )
    elif value.amount >= money(figure.value).amount:
        seen = f"the {fact.ask} is {value} in all, which is not below the {name}"
        yield Finding("threshold", "error", fact.address, seen, _said(figure), "choose another route")
    elif compared(value, bound_of(figure)).standing != "below":
        seen = f"{says}, and the law does not say whether its figure holds tax, which {value} does not"
        yield Finding("threshold", "warning", fact.address, seen, _said(figure), "compare them by hand")


def _doubt(value: Money, figure: Figure, day: date | None) -> str:
    """Why a figure can decide nothing about an amount."""
    if not figure.checked_on:
        return "nobody has verified the figure"
    if figure.read.is_overdue(day):
        return f"the figure had to be read again by {figure.review_by}"
    if value.currency and figure.currency and value.currency != figure.currency:
        return f"the value counts in {value.currency}"
    if value.tax and figure.tax and value.tax != figure.tax:
        return f"the value is {value.tax} of tax and the figure {figure.tax}"
    return ""


def _said(figure: Figure) -> str:
    """A figure with the day from which it holds, and the day on which it was verified."""
    amount = " ".join(part for part in (figure.currency, f"{money(figure.value).amount:,}", figure.tax) if part)
    return f"{amount} from {figure.valid_from} (read on {figure.checked_on or 'no day'} in {figure.source})"


def law_currency(selection: Selection, spec: Spec, figures: frozenset[str], *, is_final: bool) -> Iterator[Finding]:
    """Looks for a document that prints a figure of law in one currency and counts in another, without a rate.

    An error in a final, a warning in a draft.

    Why: nobody can say whether an amount reaches the figure, and the duty that hangs on it is left open.

    Bad: `jurisdiction: au-nsw` and `money: {currency: USD}`, under a clause on the register of contracts

    Good: the same with a `rate_rule`
    """
    own = spec.money.currency
    if not own or spec.money.rate_rule is not None or spec.is_open("money"):
        return
    for name in sorted(figures):
        figure = figure_on(selection.library.jurisdiction, name, spec.date)
        if figure and figure.currency and figure.currency != own:
            seen = f"the law counts the {name.replace('_', ' ')} in {figure.currency} and the spec counts in {own}"
            level: Level = "error" if is_final else "warning"
            accepted = f"{figure.currency}, or money: {{rate_rule: ...}}"
            yield Finding("rate-rule", level, "money.currency", seen, accepted)
            return
