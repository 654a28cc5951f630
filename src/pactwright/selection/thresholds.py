"""What chosen options say of figures of law, held against the figure of the agreement's day."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from pactwright.facts import TABLE
from pactwright.figures.thresholds import compared
from pactwright.findings import Finding
from pactwright.library.figures import bound_of, figure_on
from pactwright.spec.amounts import TAX, Money, money

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from pactwright.facts.fact import Fact
    from pactwright.findings import Level
    from pactwright.library.model import Figure, StaysBelow
    from pactwright.selection.result import Selected, Selection
    from pactwright.spec import Spec


def threshold_problems(selection: Selection, spec: Spec, *, is_final: bool) -> Iterator[Finding]:
    """Looks for an option that says an amount lies below a figure of law, where it does not.

    An amount of exactly the figure is not below it. A figure decides nothing that nobody has verified, or read again in
    time, that counts in another currency, or that the place does not have: that is a remark. So is an amount that only
    a tax could lift to the figure; where every tax does, it is an error. What is told stands at the one amount without
    which the others would stay below, and says what that one may be.

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
    else:
        yield from _passed(spec, fact, value, figure, says)


def _passed(spec: Spec, fact: Fact, value: Money, figure: Figure, says: str) -> Iterator[Finding]:
    """An amount that is not below a figure, for certain or by the tax that nobody stated."""
    bound, found = bound_of(figure), compared(value, bound_of(figure))
    is_reached = found.standing == "reaches" or (bound.tax not in TAX and value.amount >= bound.amount)
    address, room = _largest(spec, fact, value, bound)
    fix = (
        f"less than {room:,} here, or another route" if room and found.least == value.amount else "choose another route"
    )
    if is_reached:
        seen = f"{says}, and it is {value} in all"
        yield Finding("threshold", "error", address, seen, _said(figure), fix)
    elif found.standing != "below":
        seen = f"{says}, and {value} may come to {found.most:,.2f} with tax"
        yield Finding("threshold", "warning", fact.address, seen, _said(figure), "compare them by hand")


def _largest(spec: Spec, fact: Fact, value: Money, bound: Money) -> tuple[str, Decimal | None]:
    """The largest amount without which a sum stays below a figure, and its bound; else where the fact stands."""
    parts = {address: each.amount for address, each in spec.amounts if _is_of(fact, address)}
    rooms = {address: bound.amount - (value.amount - each) for address, each in parts.items() if each <= value.amount}
    alone = [address for address, room in rooms.items() if room > 0 and parts[address]]
    largest = max(alone, key=lambda each: parts[each], default="")
    return (largest, rooms[largest]) if largest else (fact.address, None)


def _is_of(fact: Fact, address: str) -> bool:
    """Whether a fact is worked out of what stands at an address."""
    return any(fnmatchcase(address, each) or fnmatchcase(address, f"{each}.*") for each in fact.fields)


def _doubt(value: Money, figure: Figure, day: date | None) -> str:
    """Why a figure can decide nothing about an amount."""
    if not figure.checked_on:
        return "nobody has verified the figure"
    if figure.read.is_overdue(day):
        return f"the figure had to be read again by {figure.review_by}"
    if value.currency and figure.currency and value.currency != figure.currency:
        return f"the value counts in {value.currency}"
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
