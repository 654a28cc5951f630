"""What helps to compare the options of an issue: to which one each side would step, and in which order they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import in_file
from pactwright.library.model import NONE, Issue, Library, Option

MODEL: Final = "model"
MIDDLE: Final = "balanced"


def order_findings(library: Library, issue: Issue) -> Iterator[Finding]:
    """What is wrong with the order of an issue's options, from the city's side to the partner's."""
    options = library.options.get(issue.id, {})
    shared = defaultdict[int, list[Option]](list)
    for option in options.values():
        yield from _leaning(option)
        yield from _steps(library, issue, option)
        if (place := _place(library, option)) is not None:
            shared[place].append(option)
    for group in shared.values():
        yield from _ranks(group)


def _place(library: Library, option: Option) -> int | None:
    """How far an option stands from the city's side; a way of working together stands where it leans."""
    stance = option.stance if option.stance != MODEL else f"lean-{option.leans}" if option.leans else MIDDLE
    stances = [*library.vocabulary.get("stances", {})]
    return stances.index(stance) if stance in stances else None


def _leaning(option: Option) -> Iterator[Finding]:
    if option.leans and option.stance != MODEL:
        seen, place = f'the stance "{option.stance}" says already how it leans', option.marks.place("leans")
        yield in_file("leans", option.file, seen, f"leans: beside stance: {MODEL} only", place=place)


def _steps(library: Library, issue: Issue, option: Option) -> Iterator[Finding]:
    """Where a side's next option is not there, or lies on the other side."""
    known = library.options[issue.id]
    own = _place(library, option)
    for side, name in option.next.items():
        place = option.marks.place(f"next.{side}")
        if name == NONE and not issue.required:
            continue
        if name not in known or name == option.id:
            if f"{issue.id}/{name}" in library.withdrawn:
                continue
            others = [each for each in known if each != option.id]
            seen, accepted = f'"{name}" is no other option of {issue.id}', f"one of {', '.join(others)}"
            yield in_file("next-option", option.file, seen, accepted, nearest(name, others), place=place)
            continue
        there = _place(library, known[name])
        if own is None or there is None:
            continue
        ranks = option.rank, known[name].rank
        forward = (there, ranks[1]) > (own, ranks[0]) if all(ranks) else there > own
        backward = (there, ranks[1]) < (own, ranks[0]) if all(ranks) else there < own
        if forward if side == "city" else backward:
            stances = " and ".join(f'{each.id} is "{each.stance}"' for each in (option, known[name]))
            seen = f"{name} is no step towards the {side}: {stances}"
            accepted = f"an option as near to the {side} as this one, or nearer"
            yield in_file("next-option", option.file, seen, accepted, place=place)


def _ranks(group: list[Option]) -> Iterator[Finding]:
    """Options of one place of which one has a rank: then each has its own."""
    taken: dict[int, str] = {}
    for option in group if any(each.rank for each in group) else ():
        if not option.rank or option.rank in taken:
            names = ", ".join(each.id for each in group)
            also = f"{taken[option.rank]} has it, too" if option.rank else "others of its stance have one"
            seen, place = f"rank {option.rank or 'is missing'}: {also}", option.marks.place("rank")
            yield in_file("rank", option.file, seen, f"a rank of its own for each of {names}", place=place)
        taken[option.rank] = option.id
