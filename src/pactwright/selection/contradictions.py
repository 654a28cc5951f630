"""Needs that are not met and conflicts that are: both sides named, with the cheapest ways out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pactwright.findings import Finding
from pactwright.library.model import MOU, Link, Option
from pactwright.selection.result import Selected, Selection

WAYS = 2


def contradictions_in(selection: Selection) -> Iterator[Finding]:
    """One error per pair of issues whose options do not go together."""
    seen: set[frozenset[str]] = set()
    for chosen in selection.issues.values():
        for verb, links in _broken(selection, chosen):
            pair = frozenset({chosen.issue.id, links[0].issue})
            if pair not in seen:
                seen.add(pair)
                yield _finding(selection, chosen, verb, links)


def _finding(selection: Selection, chosen: Selected, verb: str, links: tuple[Link, ...]) -> Finding:
    other = selection.issues[links[0].issue]
    wanted = " or ".join(str(link) for link in links)
    seen = f"{chosen.issue.id}: {chosen.chosen} {verb} {wanted}, but {other.issue.id} is {other.chosen}"
    address = f"choices.{chosen.issue.id}"
    return Finding("contradiction", "error", address, seen, "", f"choose {_ways_out(selection, chosen, other)}")


def _broken(selection: Selection, chosen: Selected) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The needs and conflicts of a chosen option that the set breaks, with the verb that says which."""
    for group in chosen.option.needs if chosen.option else ():
        links = [link for link in group if _is_live(selection, link)]
        if links and not any(link.matches(selection.issues[link.issue].chosen) for link in links):
            yield "needs", tuple(links)
    for group in chosen.option.conflicts if chosen.option else ():
        links = [link for link in group if _is_live(selection, link)]
        if any(link.matches(selection.issues[link.issue].chosen) for link in links):
            yield "conflicts with", tuple(links)


def _is_live(selection: Selection, link: Link) -> bool:
    """Whether a link counts: its conditions may hold, its issue is settled and can stand in this document."""
    target = selection.issues.get(link.issue)
    if target is None or target.is_open or selection.holds(link.when) is False:
        return False
    if selection.document != MOU:
        return True
    standings = selection.library.issues[link.issue].mou
    return any(set(each.standings) != {"omit"} and selection.holds(each.when) is not False for each in standings)


def _ways_out(selection: Selection, first: Selected, second: Selected) -> str:
    """The two changes of one option that leave the fewest contradictions, in words."""
    ways = [
        (_left_over(selection, side, option), f"{side.issue.id}: {option.id}")
        for side in (second, first)
        for option in _alternatives(selection, side)
    ]
    best = [way for _, way in sorted(ways, key=lambda each: each[0])[:WAYS]]
    return " or ".join(best) or f"none for {first.issue.id} or {second.issue.id}, with a reason"


def _alternatives(selection: Selection, side: Selected) -> Iterator[Option]:
    """The other options of an issue that the document and the facts allow."""
    for option in selection.library.options.get(side.issue.id, {}).values():
        printable = selection.document == MOU or "agreement" in option.wordings
        if option.id != side.chosen and printable and selection.holds(option.requires) is not False:
            yield option


def _left_over(selection: Selection, side: Selected, option: Option) -> int:
    """How many contradictions would be left with that option."""
    issues = {**selection.issues, side.issue.id: replace(side, option=option)}
    trial = replace(selection, issues=issues)
    return sum(1 for each in issues.values() for _ in _broken(trial, each))
