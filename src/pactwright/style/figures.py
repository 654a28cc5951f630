"""Amounts and shares that a spec sets and no front page shows: each is a key term, or stands in a schedule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pactwright.library.model import Issue, Library, Parameter

RULE: Final = "hidden-figure"
TYPES: Final = ("money", "percent")


def hidden_figures(library: Library) -> Iterator[tuple[Issue, Parameter]]:
    """The parameters of an issue that are amounts or shares and stand in its clauses alone."""
    for issue in library.issues.values():
        for each in issue.parameters.values():
            if each.type in TYPES and not (each.key_term or each.shown or each.source):
                yield issue, each
