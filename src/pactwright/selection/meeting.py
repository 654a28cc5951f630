"""How the options of a set meet: needs that are not met, conflicts that are, and what may stand only for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.library.model import MOU, Asked, Link
from pactwright.selection.result import Selected, Selection

if TYPE_CHECKING:
    from pactwright.library.model import Option


OMITTED = ("omit",)
"""The standing of an issue that a memorandum does not hold."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An option that meets another one, or facts alone (`other` is None), and has to say why."""

    chosen: Selected
    asked: Asked
    other: Selected | None = None

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues of its sides, whose choice may say why."""
        return (self.chosen.issue.id, *((self.other.issue.id,) if self.other else ()))

    def __str__(self) -> str:
        """What meets what, and why it is asked."""
        asked, chosen = self.asked, f"{self.chosen.issue.id}: {self.chosen.chosen}"
        if self.other is None:
            return f"{chosen} asks a reason here ({asked.because or ' and '.join(map(str, asked.when))})"
        said = f"{chosen} meets {self.other.issue.id}: {self.other.chosen}"
        return f"{said} ({asked.because})" if asked.because else said


def broken(selection: Selection, option: Option | None) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The needs and conflicts of an option that the set breaks, with the verb that says which."""
    for group in option.needs if option else ():
        links = [link for link in group if _is_live(selection, link)]
        if links and not any(_matches(selection, link) for link in links):
            yield "needs", tuple(links)
    for group in option.conflicts if option else ():
        links = [link for link in group if _is_live(selection, link)]
        if any(_matches(selection, link) for link in links):
            yield "conflicts with", tuple(links)


def meetings(selection: Selection) -> Iterator[Meeting]:
    """Every meeting of a set for which an option asks a reason; nobody is asked while a fact of it is not known."""
    for chosen in selection.issues.values():
        for asked in chosen.option.asks_reason if chosen.option else ():
            if not selection.holds_in(chosen.issue.id, asked.when):
                continue
            if not asked.links:
                yield Meeting(chosen, asked)
            for link in asked.links:
                if _is_live(selection, link) and _matches(selection, link):
                    yield Meeting(chosen, asked, selection.issues[link.issue])


def _matches(selection: Selection, link: Link) -> bool:
    return link.matches(selection.issues[link.issue].chosen)


def _is_live(selection: Selection, link: Link) -> bool:
    """Whether a link counts: its conditions may hold, its issue is settled and can stand in this document."""
    target = selection.issues.get(link.issue)
    if target is None or target.is_open or selection.holds(link.when) is False:
        return False
    if selection.document != MOU:
        return True
    mou = selection.library.issues[link.issue].mou
    return next((each.standings for each in mou if selection.holds(each.when) is not False), OMITTED) != OMITTED
