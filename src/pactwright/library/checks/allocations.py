"""Who bears what: words that the vocabulary knows, shares that the paper states, and one entry that holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from pactwright.facts.conditions import Condition, all_hold, outcome, tests_in
from pactwright.findings import Finding, nearest
from pactwright.library.checks.blanks import is_known
from pactwright.library.checks.place import in_file
from pactwright.library.checks.worlds import World, worlds
from pactwright.library.computed import COMPUTED
from pactwright.library.model import EQUAL, EVERY_OTHER, Allocation, Library, Option, PartPlan
from pactwright.wording.parts import Blank, Cite, Target, plain

SHARED: Final = "shared"
_EQUAL = re.compile(r"\bequal (?:shares|parts)\b", re.IGNORECASE)
ONE: Final = "of several entries for one risk, reward or bad day exactly one that holds"


def allocations_are_known(library: Library, option: Option) -> Iterator[Finding]:
    """Every word of an entry is one of the vocabulary, and every figure of it stands in the paper."""
    for number, each in enumerate(option.allocates):
        accepted, place = "see vocabulary.yml", option.marks.place(f"allocates.{number}")
        known_ids = library.seeds.bad_days if each.kind == "bad-day" else library.vocabulary.get(f"{each.kind}s", {})
        is_every = each.kind == "risk" and each.id == EVERY_OTHER
        if each.id and each.id not in known_ids and not is_every:
            yield in_file("unknown-word", option.file, f'"{each.id}" is not a {each.kind}', accepted, place=place)
        if each.to not in library.vocabulary.get("allocation", {}):
            seen = f'"{each.to}" is not whom to allocate to'
            yield in_file("unknown-word", option.file, seen, accepted, place=place)
        if each.of and each.of not in library.vocabulary.get("bases", {}):
            yield in_file("unknown-word", option.file, f'"{each.of}" is no base', accepted, place=place)
        if each.item and each.item not in option.ids():
            seen, accepted = f'the option has no item "{each.item}"', "the id of the item that says it"
            yield in_file("allocates", option.file, seen, accepted, nearest(each.item, option.ids()), place=place)
        yield from _figures(library, option, each, place)
        yield from _holders(library, option, each, place)


def one_entry_holds(library: Library, option: Option) -> Iterator[Finding]:
    """Of several entries for one thing, exactly one holds, whatever the facts are.

    What their conditions cannot tell apart here is looked at when a paper is drafted (`selection/bearing.py`).
    """
    groups = defaultdict[tuple[str, str], list[int]](list)
    for number, each in enumerate(option.allocates):
        groups[each.kind, each.id].append(number)
    for (kind, name), numbers in groups.items():
        entries = [option.allocates[number] for number in numbers]
        tests = tuple(dict.fromkeys(test for each in entries for test in tests_in(each.when)))
        for world in worlds(library, option, tests) if len(entries) > 1 else ():
            holding = [number for number, each in zip(numbers, entries, strict=True) if _holds(each, world)]
            if len(holding) != 1:
                seen = f"{_many(len(holding))} of {kind} {name} {_hold(len(holding))}{_where(world)}"
                place = option.marks.place(f"allocates.{(holding or numbers)[-1]}")
                yield in_file("allocates", option.file, seen, ONE, "say when: for each, with no case left", place=place)
                break


def _figures(library: Library, option: Option, entry: Allocation, place: str) -> Iterator[Finding]:
    """What is wrong with the share, the cap and the unit of an entry."""
    if entry.to == SHARED and not entry.share:
        seen = f"{entry.kind} {entry.id} is shared, and no share is named"
        accepted = f"share: a parameter, a column such as risks.shares, or {EQUAL}"
        fix = "name the share that the paper states, or say to whom it goes: each-own, city, partner, at-fault"
        yield in_file("allocates", option.file, seen, accepted, fix, place=place)
    if entry.share == EQUAL and not _says_equal(option):
        seen, accepted = "share: equal, but no item says so", 'an item with the words "equal shares"'
        yield in_file("allocates", option.file, seen, accepted, place=place)
    known, columns = library.issues[option.issue].parameters, _columns(library)
    for name in sorted(entry.figures):
        if name not in known and name not in columns and not ("/" in name and is_known(library, None, name)):
            seen = f'"{name}" is not a parameter of {option.issue}, and no column of a schedule'
            yield in_file("unknown-parameter", option.file, seen, "", nearest(name, known), place=place)
        elif not _is_stated(library, option, name):
            seen, fix = f'"{name}" stands nowhere in the paper', "print it in an item, or take it out here"
            yield in_file(
                "allocates", option.file, seen, "a figure that an item prints, or a column cited", fix, place=place
            )


def _holders(library: Library, option: Option, entry: Allocation, place: str) -> Iterator[Finding]:
    """Whom an entry names who is nobody, and an issue despite which none of its sentences holds."""
    roles = library.vocabulary.get("roles", {})
    others = {entry.whose, entry.rest} - {"", *roles, *library.columns}
    fields = {each for part in _parts(library) for each in part.fields.values()} if others else ()
    for name in others.difference(fields):
        seen, accepted = f'"{name}" is nobody', "a role, a column, or a field that a schedule shows"
        yield in_file("allocates", option.file, seen, accepted, nearest(name, (*roles, *library.columns)), place=place)
    if entry.worth and entry.worth not in COMPUTED:
        seen, accepted = f'"{entry.worth}" is no figure of a schedule', f"one of {', '.join(COMPUTED)}"
        yield in_file("allocates", option.file, seen, accepted, nearest(entry.worth, COMPUTED), place=place)
    if entry.over and not any(target.id == entry.over for target in _cited(option, entry.item)):
        seen = f'item "{entry.item}" does not cite {entry.over}, despite which the entry holds'
        yield in_file("allocates", option.file, seen, f"the id of an item that cites [[{entry.over}]]", place=place)


def _cited(option: Option, item: str) -> Iterator[Target]:
    """What an item of an option cites."""
    for each in (each for wording in option.wordings.values() for each in wording.walk() if each.id == item):
        yield from (target for part in each.parts if isinstance(part, Cite) for target in part.targets)


def _is_stated(library: Library, option: Option, name: str) -> bool:
    """Whether an option prints a parameter, cites a column, or shows the parameter in a schedule."""
    parts = [part for wording in option.wordings.values() for item in wording.walk() for part in item.parts]
    cited = {column.name for cite in parts if isinstance(cite, Cite) for t in cite.targets for column in t.columns}
    parameter = library.issues[option.issue].parameters.get(name)
    printed = {part.name for part in parts if isinstance(part, Blank)}
    return name in printed or name.rpartition(".")[2] in cited or bool(parameter and parameter.shown)


def _says_equal(option: Option) -> bool:
    items = (item for wording in option.wordings.values() for item in wording.walk())
    return any(_EQUAL.search(plain(item.parts)) for item in items)


@lru_cache(maxsize=4)
def _columns(library: Library) -> frozenset[str]:
    """The columns of all schedules, as "risks.shares"."""
    parts = (part for part in _parts(library) if part.rows)
    return frozenset(f"{part.rows}.{name}" for part in parts for name in part.fields)


def _parts(library: Library) -> Iterator[PartPlan]:
    return (part for plan in library.schedules.values() for part in plan.parts)


def _holds(entry: Allocation, world: World) -> bool:
    def result(condition: Condition) -> bool | None:
        return outcome(condition, world[condition.subject])

    return all_hold(entry.when, result) is True


def _many(number: int) -> str:
    return f"{number} entries" if number else "no entry"


def _hold(number: int) -> str:
    return "hold" if number else "holds"


def _where(world: Mapping[str, object]) -> str:
    """The case in words."""
    said = (f"{subject} is {_said(value)}" for subject, value in world.items())
    return f" where {' and '.join(said)}" if world else ""


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return " and ".join(sorted(value)) or "empty"
    return "something else" if value == "" else "not given" if value is None else str(value)
