"""Items that several options of an issue share: they stand once, in `common.md`, and options take them by id.

A line `1. {#uncapped} +` takes the item of that id from the same wording of `common.md` (where the binding wording has
none, from the agreement's) with its sub-items and conditions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from pactwright.findings import Finding, SourceMap, nearest
from pactwright.library.bad_days import taken_answers
from pactwright.library.grants import taken_grants
from pactwright.library.model import ItemRule, Option, excuses_of
from pactwright.wording.parts import Cite, Item, Kind, Section, Wording, plain

COMMON: Final = "common"
"""The file's name, which no option can have."""
TAKERS: Final = 2
"""So many options take each item: else it belongs in the one."""


def with_common(options: Mapping[str, Option], common: Option | None, found: list[Finding]) -> dict[str, Option]:
    """The options of an issue with what they take from its common items; what is not there is noted."""
    return {name: _filled(option, common, found) for name, option in options.items()}


def untaken(options: Iterable[Option], common: Option) -> Iterator[Finding]:
    """Common items that fewer than two options take."""
    takers = [_taken_by(option) for option in options]
    for wording in common.wordings.values():
        for item in (item for section in wording.sections for item in section.items):
            number = sum(item.id in each for each in takers)
            if number < TAKERS:
                seen = f'"{item.id}" is taken by {"one option" if number else "no option"}' if item.id else "no id"
                fix = "write it in the option" if number else "take it out"
                yield _problem(common.file, item.line, seen, "an item that two options take, or more", fix)


def said_twice(common: Option) -> Iterator[Finding]:
    """Items of the binding wording that say what the agreement's of the same id says."""
    agreement = {item.id: _words(item) for item in _items(common, "agreement").values()}
    own = common.wordings.get("binding")
    for item in (item for section in (own.sections if own else ()) for item in section.items):
        if item.id in agreement and _words(item) == agreement[item.id]:
            seen = f'"{item.id}" says in the binding wording what it says in the agreement\'s'
            yield _problem(
                common.file, item.line, seen, "", "take it out here: a binding wording takes the agreement's"
            )


def _words(item: Item) -> tuple[str, ...]:
    return tuple(plain(each.parts) for each in item.walk())


def _taken_by(option: Option) -> set[str]:
    return {item.id for wording in option.wordings.values() for item in wording.walk() if item.is_taken}


def _filled(option: Option, common: Option | None, found: list[Finding]) -> Option:
    if not _taken_by(option):
        return option
    rules: dict[str, ItemRule] = dict(option.items)
    style = option.style
    wordings: dict[Kind, Wording] = {}
    for kind, wording in option.wordings.items():
        shared = _items(common, kind)
        found.extend(_missing(option, wording, shared))
        taken = {item.id: shared[item.id] for item in wording.walk() if item.is_taken and item.id in shared}
        found.extend(_own_conditions(option, wording, taken))
        wordings[kind] = replace(wording, sections=tuple(_section(each, taken) for each in wording.sections))
        ids = {each.id for item in taken.values() for each in item.walk()}
        rules |= {name: rule for name, rule in (common.items if common else {}).items() if name in ids}
        reasons = common.style.items() if common else ()
        taken_over = {rule: {name: why for name, why in each.items() if name in ids} for rule, each in reasons}
        style = excuses_of(style, taken_over)
    marks = SourceMap(option.file, {}, (option.marks, *((common.marks,) if common else ())))
    gives = (*option.gives, *taken_grants(option, common)) if common else option.gives
    filled = replace(option, wordings=wordings, items=rules, style=style, gives=gives, marks=marks)
    return _answering(filled, common) if common else filled


def _answering(option: Option, common: Option) -> Option:
    """The option with the answers of the items that it takes, and with what they yield to."""
    answers = taken_answers(option.answers, common.answers, option.ids())
    cited = cited_items(option)
    yields = (*option.yields, *(each for each in common.yields if each in cited))
    return replace(option, answers=answers, yields=tuple(dict.fromkeys(yields)))


def cited_items(option: Option) -> set[str]:
    """The items of other issues that its wordings cite, each as "topic/issue#id"."""
    cites = (
        part
        for each in option.wordings.values()
        for item in each.walk()
        for part in item.parts
        if isinstance(part, Cite)
    )
    return {f"{target.id}#{target.item}" for cite in cites for target in cite.targets if target.kind == "issue"}


def rule_findings(common: Option) -> Iterator[Finding]:
    """Conditions for an item that is not common: each option writes it with its own."""
    ids = common.ids()
    for name in (each for each in common.items if each not in ids):
        seen, accepted = f'"{name}" is no common item', f"one of {', '.join(sorted(ids))}"
        place = common.marks.place(f"items.{name}")
        yield Finding("item-id", "error", common.file, seen, accepted, nearest(name, ids), place)


def answer_findings(common: Option) -> Iterator[Finding]:
    """What common items say of bad days and no option could take over."""
    ids, cited = common.ids(), cited_items(common)
    for day, points in common.answers.items():
        for point, answer in points.items():
            place = common.marks.place(f"answers.{day}.{point}")
            if answer.none:
                seen, fix = "a reason why nobody answers belongs to no item", "say it in the option"
                yield Finding("answers", "error", common.file, seen, "ids of items", fix, place)
            for name in (each for each in answer.items if each not in ids):
                seen, accepted = f'"{name}" is no common item', f"one of {', '.join(sorted(ids))}"
                yield Finding("item-id", "error", common.file, seen, accepted, nearest(name, ids), place)
    for number, name in enumerate(each for each in common.yields if each not in cited):
        place = common.marks.place(f"yields.{number}")
        seen, fix = f'no common item cites "{name}"', f"write [[{name}]] into the item that yields"
        yield Finding("yields", "error", common.file, seen, "", fix, place)


def grant_findings(common: Option) -> Iterator[Finding]:
    """Rights that common items give, of an item that no agreement could take over."""
    ids = {below.id for item in _items(common, "agreement").values() for below in item.walk() if below.id}
    for each in (each for each in common.gives if each.item not in ids):
        seen, accepted = f'"{each.item}" is no common item of the agreement', f"one of {', '.join(sorted(ids))}"
        yield Finding("gives", "error", common.file, seen, accepted, nearest(each.item, ids), each.place)


def _items(common: Option | None, kind: Kind) -> dict[str, Item]:
    """The common items that a wording may take, by id, each of which names its file; its own come before others."""
    if not common:
        return {}
    kinds: tuple[Kind, ...] = ("agreement", "binding") if kind == "binding" else (kind,)
    wordings = (common.wordings[each] for each in kinds if each in common.wordings)
    items = (item for wording in wordings for section in wording.sections for item in section.items)
    return {item.id: _of_file(item, common.file) for item in items}


def _of_file(item: Item, file: str) -> Item:
    below = tuple(_of_file(each, item.file or file) for each in item.items)
    return replace(item, items=below, file=item.file or file)


def _section(section: Section, taken: Mapping[str, Item]) -> Section:
    filled = (taken.get(item.id) if item.is_taken else item for item in section.items)
    return replace(section, items=tuple(item for item in filled if item))


def _missing(option: Option, wording: Wording, shared: Mapping[str, Item]) -> Iterator[Finding]:
    for item in wording.walk():
        if item.is_taken and item.id and item.id not in shared:
            seen = f'"{item.id}" is no common item of the {wording.kind} wording'
            accepted = f"one of {', '.join(shared)}" if shared else f"an item of {COMMON}.md"
            yield _problem(item.file or option.file, item.line, seen, accepted, nearest(item.id, shared))


def _own_conditions(option: Option, wording: Wording, taken: Mapping[str, Item]) -> Iterator[Finding]:
    """Rules of the option for what it takes, whole or in part; an overlay may say where it stands."""
    ruled = {name for name, rule in option.items.items() if replace(rule, after="") != ItemRule()}
    for item in (each for each in wording.walk() if each.is_taken and each.id in taken):
        for name in {each.id for each in taken[item.id].walk()} & ruled:
            seen = f'"{name}" is common, and items: says something of it here'
            fix = f"move the condition to {COMMON}.md, or write the item here"
            yield _problem(option.file, item.line, seen, "", fix)


def _problem(file: str, line: int, seen: str, accepted: str, fix: str) -> Finding:
    return Finding("common-item", "error", file, seen, accepted, fix, f"{file}:{line}:1")
