"""Rules on days: what comes first must come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec


def pilot_dates(spec: Spec) -> Iterator[Finding]:
    """Looks for a pilot that ends before it starts.

    Why: the term, the milestones and every period are counted from these two days.

    Bad: `pilot: {start: 2027-06-30, end: 2027-01-01}`

    Good: `pilot: {start: 2027-01-01, end: 2027-06-30}`
    """
    start, end = spec.pilot.start, spec.pilot.end
    if start and end and end < start:
        accepted = f"a day on or after {start}, the start"
        yield Finding("pilot-dates", "error", "pilot.end", f"{end} is before the start", accepted, "swap the two days?")


def milestone_dates(spec: Spec) -> Iterator[Finding]:
    """Looks for a milestone that is due before the pilot starts or after it ends. A warning.

    Why: it may be right (a design beforehand, a report afterwards), but the agreement must be in force on that day.

    Bad: `pilot: {start: 2027-01-01}` and `milestones: {m1: {due: 2026-01-31}}`

    Good: `milestones: {m1: {due: 2027-01-31}}`
    """
    start, end = spec.pilot.start, spec.pilot.end
    for key, milestone in spec.milestones.items():
        due = milestone.due
        if due is None or (start and end and end < start):
            continue
        fix = "check the year, or that the agreement is in force on that day"
        address = f"milestones.{key}.due"
        if start and due < start:
            yield Finding("milestone-dates", "warning", address, f"{due} is before the pilot starts ({start})", fix=fix)
        if end and due > end:
            yield Finding("milestone-dates", "warning", address, f"{due} is after the pilot ends ({end})", fix=fix)
