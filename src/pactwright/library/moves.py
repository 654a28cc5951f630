"""Addresses that moved: moved.yml says, line by line, where what stood at an old address stands now.

An address is an issue ("topic/issue"), an option of one ("topic/issue/option"), a parameter ("topic/issue.parameter")
or an item ("topic/issue#item"). A line under `planned:` waits until its target is written, and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from pactwright.facts.conditions import AnyOf, Condition, Conditions
from pactwright.findings import Finding
from pactwright.library.model import (
    Allocation,
    Default,
    Grant,
    HouseDefault,
    Library,
    Link,
    Move,
    Option,
    PartnershipModel,
    Withdrawn,
)
from pactwright.library.reading import Problems
from pactwright.wording.parts import Blank, Cite, Item, Part, Target, Wording

PLANNED: Final = "planned"
_ADDRESS = re.compile(
    r"(?P<issue>[a-z][a-z0-9-]*/[a-z][a-z0-9-]*)"
    r"(?:/(?P<option>[a-z][a-z0-9-]*)|\.(?P<parameter>[a-z][a-z0-9_]*)|#(?P<item>[a-z][a-z0-9-]*))?"
)
KINDS: Final = ("option", "parameter", "item")
FIGURES: Final = ("share", "cap", "unit", "trigger", "least")


def moves_from(tree: Mapping[str, Any], problems: Problems) -> dict[str, Move]:
    """The moves of a file by their old addresses; what is wrong with a line by itself is noted."""
    lines = [(old, new, old, False) for old, new in tree.items() if old != PLANNED]
    planned = tree.get(PLANNED) or {}
    lines += [(old, new, f"{PLANNED}.{old}", True) for old, new in planned.items()] if _is_map(planned) else []
    if not _is_map(planned):
        problems.add("moved", PLANNED, "these are no moves", "a map of old addresses to new ones")
    made = {}
    for old, new, at, is_planned in lines:
        kinds = [_kind(each) for each in (old, new)]
        if None in kinds or kinds[0] != kinds[1]:
            seen, accepted = (
                f'"{old}: {new}" is no move',
                "two addresses of one kind: issues, options, parameters or items",
            )
            problems.add("moved", at, seen, accepted)
            continue
        made[old] = Move(old, new, problems.marks.place(at), is_planned=is_planned)
    return made


def move_findings(library: Library) -> Iterator[Finding]:
    """Moves that lead nowhere, lead on, or lead away from what is still there."""
    live = {move.old for move in library.moves.values() if not move.is_planned}
    for move in library.moves.values():
        issue = _parts(move.new)["issue"]
        if move.is_planned:
            yield from _planned(library, move, issue)
        elif move.new in live or issue in live:
            target = library.moves[move.new if move.new in live else issue]
            yield _finding(move, f"{move.new} has moved on to {target.new}", "the last address", f"say {target.new}")
        elif not is_there(library, move.new):
            yield _finding(move, f"{move.new} is not there", f"an address of the library, or a line under {PLANNED}:")
        elif _parts(move.old)["issue"] not in library.withdrawn and is_there(library, move.old):
            yield _finding(
                move, f"{move.old} is still there", "an old address that stands nowhere", "take it out there"
            )


def _planned(library: Library, move: Move, issue: str) -> Iterator[Finding]:
    if not is_there(library, home := _parts(move.old)["issue"]):
        yield _finding(move, f"{home} is not there, so nothing of it can move", "an issue of the library")
    if issue in library.issues:
        seen, fix = f"{issue} is written now", f"move the line up, out of {PLANNED}:, and the text to {move.new}"
        yield _finding(move, seen, "an issue that is not written yet", fix)


def _finding(move: Move, seen: str, accepted: str, fix: str = "") -> Finding:
    return Finding("moved", "error", move.old, seen, accepted, fix, move.place)


def is_there(library: Library, address: str) -> bool:
    """Whether an address leads to something that the library has, or that a house has taken out of use."""
    parts = _parts(address)
    issue, options = library.issues.get(parts["issue"]), library.options.get(parts["issue"], {})
    if issue is None or address in library.withdrawn:
        return parts["issue"] in library.withdrawn or address in library.withdrawn
    if parts["option"]:
        return parts["option"] in options
    if parts["parameter"]:
        return parts["parameter"] in issue.parameters
    return not parts["item"] or any(parts["item"] in option.ids() for option in options.values())


def _parts(address: str) -> Mapping[str, str]:
    match = _ADDRESS.fullmatch(address)
    return {name: text or "" for name, text in match.groupdict().items()} if match else {}


def _kind(address: object) -> str | None:
    parts = _parts(address) if isinstance(address, str) else {}
    return next((kind for kind in KINDS if parts[kind]), "issue") if parts else None


def _is_map(tree: object) -> bool:
    return isinstance(tree, Mapping)


# --------------------------------------------------------------------------------------------- reading an old address


def targets(moves: Mapping[str, Move]) -> dict[str, str]:
    """Where each old address leads now; planned moves change nothing."""
    return {old: move.new for old, move in moves.items() if not move.is_planned}


def new_address(address: str, moved: Mapping[str, str]) -> str:
    """The address under which something is read now: its own, or that to which it, or its whole issue, has moved.

    >>> new_address("a/b.days", {"a/b.days": "c/d.period"}), new_address("a/b#x", {"a/b": "c/d"})
    ('c/d.period', 'c/d#x')
    """
    if address in moved:
        return moved[address]
    issue = _parts(address).get("issue", "")
    return moved[issue] + address[len(issue) :] if issue in moved else address


@dataclass(slots=True)
class Reader:
    """Reads what files say under the new addresses, and remembers what it told of the old ones."""

    moved: Mapping[str, str]
    told: list[Finding] = field(default_factory=list)

    def tell(self, old: str, new: str, place: str) -> None:
        """Remarks that something was read under another address."""
        self.told.append(remark(old, new, place=place))

    def address(self, old: str, place: str) -> str:
        """The address under which an old one is read."""
        new = new_address(old, self.moved)
        if new != old:
            self.tell(old, new, place)
        return new

    def file(self, issue: str, name: str, place: str) -> tuple[str, str]:
        """The issue and the name under which a file of a house is read."""
        stem, dot, ending = name.rpartition(".")
        if ending != "md" or f"{issue}/{stem}" not in self.moved:
            return self.address(issue, place) if issue in self.moved else issue, name
        new, _, option = self.address(f"{issue}/{stem}", place).rpartition("/")
        return new, f"{option}{dot}{ending}"

    def option(self, option: Option) -> Option:
        """An option whose wordings, links and conditions name nothing by an old address."""
        if not self.moved:
            return option
        wordings = {kind: self._wording(wording, option) for kind, wording in option.wordings.items()}
        items = {
            name: replace(rule, when=self._conditions(rule.when, option, option.marks.place(f"items.{name}.when")))
            for name, rule in option.items.items()
        }
        needs = tuple(tuple(self._link(link, option, "needs") for link in group) for group in option.needs)
        conflicts = tuple(tuple(self._link(link, option, "conflicts") for link in group) for group in option.conflicts)
        asked = tuple(
            replace(each, links=tuple(self._link(link, option, "asks-reason") for link in each.links))
            for each in option.asks_reason
        )
        made = replace(option, wordings=wordings, items=items, needs=needs, conflicts=conflicts, asks_reason=asked)
        return replace(
            made,
            yields=tuple(self._yields(option)),
            allocates=tuple(self._allocates(option)),
            gives=tuple(self._gives(option)),
        )

    def _yields(self, option: Option) -> Iterator[str]:
        for number, each in enumerate(option.yields):
            yield self.address(each, option.marks.place(f"yields.{number}"))

    def _allocates(self, option: Option) -> Iterator[Allocation]:
        for number, entry in enumerate(option.allocates):
            place = option.marks.place(f"allocates.{number}")
            named = {key: name for key in FIGURES if (name := getattr(entry, key))}
            moved: dict[str, Any] = {key: self._name(name, option, place) for key, name in named.items()}
            yield replace(entry, **moved, when=self._conditions(entry.when, option, place))

    def _gives(self, option: Option) -> Iterator[Grant]:
        for entry in option.gives:
            yields = tuple(self.address(each, entry.place) for each in entry.yields)
            yield replace(entry, when=self._conditions(entry.when, option, entry.place), yields=yields)

    def model(self, model: PartnershipModel) -> PartnershipModel:
        """A model whose choices name nothing by an old address; of two for one issue the later one holds."""
        made: dict[str, tuple[Default, ...]] = {}
        for issue, defaults in model.choices.items():
            place = model.marks.place(f"choices.{issue}")
            known = [self.address(f"{issue}/{each.option}", place).rpartition("/") for each in defaults]
            under = known[0][0] if known else issue
            made[under] = tuple(replace(each, option=name) for each, (_, _, name) in zip(defaults, known, strict=True))
        return replace(model, choices=made)

    def _link(self, link: Link, option: Option, key: str) -> Link:
        place = option.marks.place(key)
        known = [self.address(f"{link.issue}/{name}", place).rpartition("/") for name in link.options]
        when = self._conditions(link.when, option, place)
        if not known:
            return replace(link, issue=self.address(link.issue, place), when=when)
        return replace(link, issue=known[0][0], options=tuple(name for _, _, name in known), when=when)

    def _conditions(self, conditions: Conditions, option: Option, place: str) -> Conditions:
        return tuple(
            AnyOf(tuple(self._condition(each, option, place) for each in test.alternatives))
            if isinstance(test, AnyOf)
            else self._condition(test, option, place)
            for test in conditions
        )

    def _condition(self, test: Condition, option: Option, place: str) -> Condition:
        kind, _, name = test.subject.partition(".")
        if kind == "chosen":
            return replace(test, subject=f"{kind}.{self.address(name, place)}")
        if kind == "param":
            return replace(test, subject=f"{kind}.{self._name(name, option, place)}")
        return test

    def _name(self, name: str, option: Option, place: str) -> str:
        """The name of a parameter, of the option's own issue where it says no other."""
        if "/" not in name and "." in name:
            return name  # a fact, or a name of the law
        own = f"{option.issue}."
        full = name if "/" in name else own + name
        new = new_address(full, self.moved)
        if new == full:
            return name
        self.tell(full, new, place)
        return new.removeprefix(own)

    def _wording(self, wording: Wording, option: Option) -> Wording:
        sections = (
            replace(section, items=tuple(self._item(item, option) for item in section.items))
            for section in wording.sections
        )
        return replace(wording, sections=tuple(sections))

    def _item(self, item: Item, option: Option) -> Item:
        file = item.file or option.file
        parts = tuple(self._part(part, option, file) for part in item.parts)
        return replace(item, parts=parts, items=tuple(self._item(each, option) for each in item.items))

    def _part(self, part: Part, option: Option, file: str) -> Part:
        if isinstance(part, Blank):
            name = self._name(part.name, option, f"{file}:{part.line}:{part.column}")
            return part if name == part.name else replace(part, name=name)
        if isinstance(part, Cite):
            place = f"{file}:{part.line}:{part.column}"
            targets = tuple(self._target(each, option, place) for each in part.targets)
            return part if targets == part.targets else replace(part, targets=targets)
        return part

    def _target(self, target: Target, option: Option, place: str) -> Target:
        if target.kind not in {"own", "issue"}:
            return target
        issue = target.id or option.issue
        full = f"{issue}#{target.item}" if target.anchor else issue
        new = new_address(full, self.moved)
        if new == full:
            return target
        self.tell(full, new, place)
        name, _, anchor = new.partition("#")
        value = f".{target.value}" if target.value else ""
        return replace(target, kind="issue", id=name, anchor=f"{anchor}{value}")

    def defaults(self, defaults: Mapping[str, HouseDefault]) -> dict[str, HouseDefault]:
        """The defaults of a house under the new addresses."""
        made: dict[str, HouseDefault] = {}
        for issue, default in defaults.items():
            told = {name: (issue, default.option) for name in ("option",) if default.option}
            place = default.marks.place(issue)
            if told:
                new, _, option = self.address(f"{issue}/{default.option}", place).rpartition("/")
                made[new] = HouseDefault(option, {}, default.marks).over(made.get(new))
            for name, value in default.values.items():
                new, _, parameter = self.address(f"{issue}.{name}", default.marks.place(f"{issue}.{name}")).partition(
                    "."
                )
                made[new] = HouseDefault("", {parameter: value}, default.marks).over(made.get(new))
            if not (told or default.values):
                made[issue] = default
        return made

    def withdrawn(self, withdrawn: Mapping[str, Withdrawn]) -> dict[str, Withdrawn]:
        """What a house takes out of use, under the new addresses."""
        read = (replace(each, id=self.address(name, each.place)) for name, each in withdrawn.items())
        return {each.id: each for each in read}


def remark(old: str, new: str, *, address: str = "", place: str = "") -> Finding:
    """What is told where an old address is still used."""
    return Finding("moved", "warning", address or old, f"{old} is read as {new}", "", f"write {new}", place)
