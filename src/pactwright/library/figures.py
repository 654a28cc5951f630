"""Figures of law: each has the day from which it holds."""

from __future__ import annotations

from datetime import date

from pactwright.library.model import Figure, Jurisdiction


def figure_on(jurisdiction: Jurisdiction, name: str, day: date | None) -> Figure | None:
    """The value of a figure of law that applied on a day: the last one valid from then or earlier.

    None when the figure is unknown, when none applied yet, or when the day itself is missing.
    """
    known = sorted(jurisdiction.figures.get(name, ()), key=lambda figure: figure.valid_from)
    applied = [figure for figure in known if day and figure.valid_from <= day.isoformat()]
    return applied[-1] if applied else None
