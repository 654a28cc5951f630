"""References: "[[a, b]]" as "clauses 3 and 5", each number a live field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.anchors import Anchor
from pactwright.assembly.lasting import computed_lists
from pactwright.assembly.numbers import Numbers, main_kind
from pactwright.document import Reference, Run, Runs, Text
from pactwright.formats import NBSP
from pactwright.wording.parts import Cite, Kind, Target

if TYPE_CHECKING:
    from pactwright.assembly.deciding import IssueDecision
    from pactwright.library.model import Library
    from pactwright.printing.outline import Outline

PAIR = 2
_LABEL = re.compile(r"^([0-9]+)(?:\.([0-9]+))?(.*)$")
OTHERS: Mapping[Kind, tuple[Kind, ...]] = {
    "agreement": ("agreement",),
    "statement": ("statement", "binding"),
    "binding": ("binding", "statement"),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where references lead in one document, and the place's words for clauses and schedules.

    `computed` are the clauses that survive the end, and that bind at all; `unsettled` the issues that
    are open, whose clause stands for whatever would stand in it.
    """

    numbers: Numbers
    words: Mapping[str, str]
    computed: Mapping[str, tuple[Anchor, ...]]
    unsettled: frozenset[str] = frozenset()


def places(numbers: Numbers, issues: Mapping[str, IssueDecision], library: Library, outline: Outline) -> Places:
    """Where references lead in a document of these numbers."""
    computed = computed_lists(numbers, main_kind(outline), issues, library)
    unsettled = frozenset(name for name, each in issues.items() if not each.option)
    return Places(numbers, library.jurisdiction.words, computed, unsettled)


def cited(places: Places, cite: Cite, kind: Kind, issue: str) -> Runs | None:
    """A reference as it prints in a wording of a kind; nothing when every target is optional and absent.

    A target that is not optional and not there gives None.
    """
    clauses: list[Anchor] = []
    schedules: list[Runs] = []
    for target in cite.targets:
        if target.kind == "schedule":
            found = _schedule(places, target)
            schedules.extend([found] if found else [])
        else:
            ranges = _clauses(places, target, kind, issue)
            clauses.extend(anchor for each in ranges for anchor in each)
            found = (Text(""),) if ranges else ()
        if not found and not target.optional and target.kind != "all":
            return None
    groups = [_said(places, _ranges(clauses))] if clauses else []
    return _joined([*groups, *schedules])


def _clauses(places: Places, target: Target, kind: Kind, issue: str) -> list[tuple[Anchor, ...]]:
    """The clauses or the item that a target names: one range for each run of clauses that follow each other."""
    if target.kind == "all":
        return _ranges(places.computed.get(target.id, ()))
    name = issue if target.kind == "own" else target.id
    for each in OTHERS[kind]:
        if target.anchor and (each, name, target.anchor) in places.numbers.items:
            return [(places.numbers.items[each, name, target.anchor],)]
        is_whole = target.kind == "issue" or name in places.unsettled
        if is_whole and (each, name) in places.numbers.clauses:
            return _ranges(places.numbers.clauses[each, name])
    return []


def _ranges(anchors: Iterable[Anchor]) -> list[tuple[Anchor, ...]]:
    """The anchors in runs of clauses, or of items of one clause, that follow each other; two neighbours are no run."""
    runs: list[tuple[Anchor, ...]] = []
    for anchor in sorted(dict.fromkeys(anchors), key=lambda each: _place(each)[:2]):
        if runs and _follows(runs[-1][-1], anchor):
            runs[-1] = (*runs[-1], anchor)
        else:
            runs.append((anchor,))
    return [part for run in runs for part in (_singles(run) if len(run) == PAIR else (run,))]


def _place(anchor: Anchor) -> tuple[int, int, str]:
    """The number of a clause, of an item in it or 0, and the letters behind: "9.4(a)" is 9, 4, "(a)"."""
    [(clause, item, letters)] = _LABEL.findall(anchor.label)
    return int(clause), int(item or 0), letters


def _follows(before: Anchor, anchor: Anchor) -> bool:
    """Whether a place is the next one after another at the same level."""
    (clause, item, letters), (this_clause, this_item, these) = _place(before), _place(anchor)
    if letters or these or bool(item) != bool(this_item):
        return False
    return (this_clause, this_item) == ((clause, item + 1) if item else (clause + 1, 0))


def _singles(run: tuple[Anchor, ...]) -> tuple[tuple[Anchor, ...], ...]:
    return tuple((anchor,) for anchor in run)


def _said(places: Places, ranges: list[tuple[Anchor, ...]]) -> Runs:
    single = len(ranges) == 1 and len(ranges[0]) == 1
    noun = places.words.get("clause", "clause") if single else places.words.get("clauses", "clauses")
    return (Text(f"{noun}{NBSP}"), *_joined([_range(each) for each in ranges]))


def _range(anchors: tuple[Anchor, ...]) -> Runs:
    first, last = anchors[0], anchors[-1]
    if first is last:
        return (Reference(first.label, first.bookmark),)
    return (Reference(first.label, first.bookmark), Text(" to "), Reference(last.label, last.bookmark))


def _schedule(places: Places, target: Target) -> Runs:
    schedule = places.numbers.schedules.get(target.id)
    if schedule is None:
        return ()
    whole: tuple[Run, ...] = (Reference(schedule.label, schedule.bookmark, "own"),)
    part = places.numbers.parts.get((target.id, target.anchor)) if target.anchor else None
    if part is None or not part.label:
        return whole
    return (Text(f"part{NBSP}"), Reference(part.label, part.bookmark, "own"), Text(" of "), *whole)


def _joined(groups: list[Runs]) -> Runs:
    runs: Runs = ()
    for number, group in enumerate(groups):
        if number:
            runs = (*runs, Text(" and " if number == len(groups) - 1 else ", "))
        runs = (*runs, *group)
    return runs
