"""The entries of the chosen options that hold for the facts, and whose item the paper prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from pactwright.library.model import EVERY_OTHER, Allocation
from pactwright.printing.context import DraftContext
from pactwright.selection import Selected
from pactwright.spec import Money

Places: TypeAlias = Callable[[Selected, str], str]
"""The number of an item of an issue, or of its clause for no item; "" where the paper does not bind by it."""


Worth: TypeAlias = tuple[str, Mapping[str, Money]]
"""What a figure of a schedule works out: the words of the row that counts, and its amounts by their columns."""

NOTHING: Final[Worth] = ("", {})


class Entry(NamedTuple):
    """An entry that holds, the issue that it comes from, the number of its clause, and what its shares are worth."""

    selected: Selected
    said: Allocation
    place: str
    worth: Worth = NOTHING


def entries_in(context: DraftContext, places: Places, worth: Callable[[str], Worth]) -> Iterator[Entry]:
    """The entries that hold in a document, in the order of its issues."""
    for selected in context.selection.issues.values():
        for each in selected.option.allocates if selected.option and selected.kinds else ():
            place = places(selected, each.item)
            if place and context.holds(selected, each.when) is not False:
                yield Entry(selected, each, place, worth(each.worth) if each.worth else NOTHING)


def standing(entries: tuple[Entry, ...], kind: str, name: str) -> tuple[Entry, ...]:
    """The entries for one risk, reward or bad day, without those of an issue that yields to another bearer.

    Of a risk that no clause names, what holds for every other risk holds; what is borne beside stands last, and names
    none. An issue despite which another entry holds says nothing.
    """
    named = tuple(sorted(_about(entries, kind, name), key=lambda each: each.said.beside))
    is_named = kind != "risk" or any(not each.said.beside for each in named)
    both = named if is_named else (*_about(entries, kind, EVERY_OTHER), *named)
    beaten = {each.said.over for each in both}
    found = tuple(each for each in both if each.selected.issue.id not in beaten)
    if len({each.said.to for each in found}) < 2:  # noqa: PLR2004 - two bearers
        return found
    issues = {each.selected.issue.id for each in found}
    left = tuple(each for each in found if not _yields_to(each, issues))
    return left or found


def _about(entries: tuple[Entry, ...], kind: str, name: str) -> tuple[Entry, ...]:
    return tuple([each for each in entries if each.said.id == name and each.said.kind == kind])


def _yields_to(entry: Entry, issues: set[str]) -> bool:
    option = entry.selected.option
    yields = option.yields if option else ()
    return bool({each.partition("#")[0] for each in yields} & (issues - {entry.selected.issue.id}))
