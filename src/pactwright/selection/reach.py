"""Whether a number of months that an issue sets reaches the days that its library says it must reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.facts import TABLE, typed_for
from pactwright.findings import Finding
from pactwright.selection.months import SPARE_DAYS, Stretch, months_to, stretch_of

if TYPE_CHECKING:
    from pactwright.choices import Choices
    from pactwright.findings import Level
    from pactwright.library.model import Parameter
    from pactwright.selection.result import Selected, Selection
    from pactwright.spec import Spec


def reach_problems(selection: Selection, spec: Spec, choices: Choices, *, is_final: bool) -> Iterator[Finding]:
    """Looks for a term that ends before the pilot, or before the last day on which something is due.

    In a final an error. In a draft one too, where the spec sets the term and the pilot's end, for the two cannot both
    be meant; a warning where work is due later, which may be the slip of one row. A warning is also a term that counts
    from an event, whose day nobody knows, and one that leaves less than 30 days to put the work right. A default that
    nobody chose follows the work as far as the library's bounds allow.

    Why: what is to be done after the end binds nobody.

    Bad: `date: 2026-12-01`, `pilot: {end: 2029-09-30}` and a term of 12 months

    Good: the same with a term of 36 months
    """
    for name, selected in selection.issues.items():
        typed = choices.by_issue[name].values if name in choices.by_issue else {}
        for parameter in selected.issue.parameters.values():
            stretch = stretch_of(parameter, selection.facts) if _stands(selection, selected, parameter) else None
            if stretch:
                firm = frozenset(() if selection.facts["clock.set"] else stretch.days if is_final else _stated(stretch))
                firm &= frozenset(stretch.days if is_final or parameter.name in typed else ())
                yield from _problems(spec, parameter, int(selected.values[parameter.name]), stretch, firm)


def _stands(selection: Selection, selected: Selected, parameter: Parameter) -> bool:
    """Whether a parameter has a value here, and the document uses it."""
    is_used = bool(parameter.reaches) and selection.holds_in(selected.issue.id, parameter.when) is not False
    return is_used and bool(selected.kinds) and isinstance(selected.values.get(parameter.name), int)


def _stated(stretch: Stretch) -> frozenset[str]:
    """The days that one field of the spec states; others are worked out of many."""
    return frozenset(fact for fact in stretch.days if not TABLE[fact].fields)


def _problems(
    spec: Spec, parameter: Parameter, months: int, stretch: Stretch, firm: frozenset[str]
) -> Iterator[Finding]:
    """The last day that is not reached, told once; an error where one of the `firm` days is not."""
    end, day = stretch.end(months), stretch.days[stretch.last]
    said = f"{months} months from {stretch.start} end on {end}"
    where = typed_for(spec, stretch.last)[0]
    if day > end:
        missed = {fact for fact, each in stretch.days.items() if each > end}
        level: Level = "error" if missed & firm else "warning"
        accepted = f"{months_to(stretch.start, day, 0)} months or more"
        fix = f"at least {stretch.needed} leave {SPARE_DAYS} days to put the work right"
        yield Finding("reach", level, parameter.address, f"{said}, before {day} ({where})", accepted, fix)
    elif months < stretch.needed:
        seen = f"{said}, {(end - day).days} days after {day} ({where})"
        yield Finding("reach", "warning", parameter.address, seen, f"{SPARE_DAYS} days to put the work right")
