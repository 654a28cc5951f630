"""Where in a library a check looks: an item of a wording, with what is known around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pactwright.findings import Finding
from pactwright.library.model import Issue, Library, Option
from pactwright.wording.parts import Item, Wording, plain


@dataclass(frozen=True, slots=True)
class Place:
    """An item of a wording of an option.

    `lead_in` is the text of the items above it, `way` their ids and its own, `before` the text of the item before each
    of them, with all below that.
    """

    library: Library
    issue: Issue
    option: Option
    wording: Wording
    item: Item
    lead_in: str
    way: tuple[str, ...] = ()
    before: str = ""

    def problem(self, rule: str, mark: tuple[int, int], seen: str, accepted: str = "", fix: str = "") -> Finding:
        """A finding at a line and a column of the file that wrote the item; 0 stands for the item's own line."""
        file = self.item.file or self.option.file
        line, column = mark
        return Finding(rule, "error", file, seen, accepted, fix, f"{file}:{line or self.item.line}:{column or 1}")


def places(library: Library, option: Option) -> Iterator[Place]:
    """Every item of an option's wordings."""
    issue = library.issues.get(option.issue)
    for wording in option.wordings.values() if issue else ():
        for section in wording.sections:
            before = ""
            for item in section.items:
                way = (section.id, item.id)
                yield from _below(Place(library, issue, option, wording, item, "", way, before))  # type: ignore[arg-type] # the loop needs an issue
                before = _whole(item)


def in_file(rule: str, file: str, seen: str, accepted: str = "", fix: str = "", *, place: str = "") -> Finding:
    """A finding about a file as a whole, or about a place in it."""
    return Finding(rule, "error", file, seen, accepted, fix, place or f"{file}:1:1")


def covered(library: Library, option: Option, issue: str) -> bool:
    """Whether an option may rely on an issue: it is its own, it is required, or the option needs it."""
    if issue == option.issue or (issue in library.issues and library.issues[issue].required):
        return True
    return any(
        all(link.issue == issue and link.test in {"any", "in", "not"} and not link.when for link in group)
        for group in option.needs
    )


def has_part(library: Library, name: str) -> bool:
    """Whether "schedule" or "schedule#part" is planned."""
    schedule, _, part = name.partition("#")
    plan = library.schedules.get(schedule)
    return plan is not None and (not part or part in {each.id for each in plan.parts})


def _below(place: Place) -> Iterator[Place]:
    yield place
    before = place.before
    for child in place.item.items:
        lead_in = f"{place.lead_in} {plain(place.item.parts)} ".lstrip()
        way = (*place.way, child.id)
        yield from _below(Place(place.library, place.issue, place.option, place.wording, child, lead_in, way, before))
        before = f"{place.before} {_whole(child)}"


def _whole(item: Item) -> str:
    """The text of an item and of all below it."""
    return " ".join(plain(each.parts) for each in item.walk())
