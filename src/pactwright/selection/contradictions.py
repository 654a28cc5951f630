"""What does not go together, or only for a reason: both sides named, with the cheapest ways out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.library.model import MOU, Option
from pactwright.selection.meeting import Meeting, broken, meetings

if TYPE_CHECKING:
    from pactwright.library.model import Link
    from pactwright.selection.result import Selected, Selection

WAYS = 2


def contradictions_in(selection: Selection) -> Iterator[Finding]:
    """One error per pair of issues whose options do not go together."""
    seen: set[frozenset[str]] = set()
    for chosen in selection.issues.values():
        for verb, links in broken(selection, chosen.option):
            pair = frozenset({chosen.issue.id, links[0].issue})
            if pair not in seen:
                seen.add(pair)
                yield _finding(selection, chosen, verb, links)


def unexplained_in(selection: Selection, explained: Collection[str]) -> Iterator[Finding]:
    """One error per pair of issues whose options go together only for a reason, which neither side gives.

    `explained` are the issues whose option the spec itself chose, with a reason of its own.
    """
    seen: set[frozenset[str]] = set()
    for meeting in meetings(selection):
        pair = frozenset(meeting.issues)
        if pair not in seen and not pair & frozenset(explained):
            seen.add(pair)
            yield _unexplained(selection, meeting)


def _finding(selection: Selection, chosen: Selected, verb: str, links: tuple[Link, ...]) -> Finding:
    other = selection.issues[links[0].issue]
    wanted = " or ".join(str(link) for link in links)
    seen = f"{chosen.issue.id}: {chosen.chosen} {verb} {wanted}, but {other.issue.id} is {other.chosen}"
    ways = _ways_out(selection, other, chosen) or f"none for {chosen.issue.id} or {other.issue.id}, with a reason"
    return Finding("contradiction", "error", f"choices.{chosen.issue.id}", seen, "", f"choose {ways}")


def _unexplained(selection: Selection, meeting: Meeting) -> Finding:
    """The choice that asks, for the reason may stand at either side, with the option it explains."""
    places = " or ".join(f"choices.{name}" for name in meeting.issues)
    ways = _ways_out(selection, *(each for each in (meeting.other, meeting.chosen) if each))
    fix = f"say why in reason: beside option: at {places}" + (f", or choose {ways}" if ways else "")
    return Finding("reason-asked", "error", f"choices.{meeting.issues[0]}", str(meeting), "", fix)


def _ways_out(selection: Selection, *sides: Selected) -> str:
    """The two changes of one option that leave the fewest contradictions, and the fewest reasons to give, in words."""
    ways = [
        (_left_over(selection, side, option), f"{side.issue.id}: {option.id}")
        for side in sides
        for option in _alternatives(selection, side)
    ]
    return " or ".join(way for _, way in sorted(ways, key=lambda each: each[0])[:WAYS])


def _alternatives(selection: Selection, side: Selected) -> Iterator[Option]:
    """The other options of an issue that the document and the facts allow."""
    for option in selection.library.options.get(side.issue.id, {}).values():
        printable = selection.document == MOU or "agreement" in option.wordings
        if option.id != side.chosen and printable and selection.holds(option.requires) is not False:
            yield option


def _left_over(selection: Selection, side: Selected, option: Option) -> tuple[int, int]:
    """How many contradictions, and how many reasons to give, would be left with that option."""
    issues = {**selection.issues, side.issue.id: replace(side, option=option)}
    trial = replace(selection, issues=issues)
    wrong = sum(1 for each in issues.values() for _ in broken(trial, each.option))
    return wrong, sum(1 for _ in meetings(trial))
