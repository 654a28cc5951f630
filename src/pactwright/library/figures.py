"""Figures of law: each has the day from which it holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pactwright.figures.thresholds import compared
from pactwright.library.model import Figure, Jurisdiction, Library, ReadLaw
from pactwright.spec.amounts import Money, money

if TYPE_CHECKING:
    from pactwright.facts.fact import FactValue


def figure_on(jurisdiction: Jurisdiction, name: str, day: date | None) -> Figure | None:
    """The value of a figure of law that applied on a day: the last one valid from then or earlier.

    None when the figure is unknown, when none applied yet, or when the day itself is missing.
    """
    known = sorted(jurisdiction.figures.get(name, ()), key=lambda figure: figure.valid_from)
    applied = [figure for figure in known if day and figure.valid_from <= day.isoformat()]
    return applied[-1] if applied else None


def reaches(jurisdiction: Jurisdiction, name: str, amount: FactValue, day: date | None) -> bool | None:
    """Whether an amount reaches a figure of law on a day, of an agreement without one the latest; None without it.

    What cannot be compared for certain is taken to reach it, so that what the figure calls for stays: an amount in
    another currency, or one without tax that its tax could lift over the figure. None is reached that no place has.
    """
    known = sorted(jurisdiction.figures.get(name, ()), key=lambda each: each.valid_from)
    figure = figure_on(jurisdiction, name, day) if day else known[-1] if known else None
    if figure is None:
        return False
    if not isinstance(amount, Money):
        return None
    return compared(amount, bound_of(figure), only_above=figure.op == "above").standing != "below"


def bound_of(figure: Figure) -> Money:
    """The amount of a figure of law, in its currency and on its basis of tax."""
    return Money(money(figure.value).amount, figure.currency, figure.tax)


def law_value(library: Library, name: str, facts: Mapping[str, FactValue]) -> str | None:
    """A name, flag or figure of law; a figure is the one that applied on the agreement's date."""
    place = library.jurisdiction
    if name in place.law:
        return place.law[name]
    figure = figure_on(place, name, facts.get("agreement.date"))  # type: ignore[arg-type] # that fact is a date
    return figure.value if figure else None


def read_law(jurisdiction: Jurisdiction, name: str, day: date | None) -> ReadLaw:
    """Where and when a name of law was read, or the figure that applied on a day; nowhere, where there is none."""
    figure = figure_on(jurisdiction, name, day)
    return figure.read if figure else jurisdiction.read.get(name, ReadLaw("", ""))
