"""A rule on what an outcome is measured from: data that somebody keeps, and so a set of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.validation import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec


def outcome_source(spec: Spec) -> Iterator[Finding]:
    """Looks for an outcome that is measured from data which no listed data set holds. A warning.

    Why: visits, feedback and logs are data as well. What no data set lists has no keeper, no purpose and no end, and
    no clause on data reaches it.

    Bad: `outcomes: [{indicator: Visits to the map, source: the log of visits}]` beside a data set `Air readings`

    Good: a data set `Visits to the map`, and `source: Visits to the map, by month`
    """
    names = {key: each.name or key for key, each in spec.datasets.items()}
    known = [word.casefold() for pair in names.items() for word in pair]
    for number, each in enumerate(spec.project.outcomes if names else ()):
        address = f"project.outcomes.{number}.source"
        if each.source and not spec.is_open(address) and not any(word in each.source.casefold() for word in known):
            seen = f"{quoted(each.source)} names no data set, and what shows the outcome is data"
            say = "list it under datasets, with its holder, purpose and end, and name it here"
            yield Finding("outcome-source", "warning", address, seen, f"one of {', '.join(names.values())}", say)
