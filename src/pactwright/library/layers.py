"""Layers: the library, its jurisdictions, then a house library and its jurisdictions, one laid over the other.

A file at the same path replaces the whole file; an option with `overlay: yes` changes items by id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pactwright.findings import SourceMap, nearest
from pactwright.library.bad_days import with_answers
from pactwright.library.model import ItemRule, Option, excuses_of
from pactwright.library.places import JURISDICTIONS, KINDS, MODELS
from pactwright.library.reading import Problems
from pactwright.wording.parse import joined
from pactwright.wording.parts import Item, Kind, Section, Wording, ids_in, plain

EXECUTION = "execution"
REPLACES = "replaces.yml"  # of a house: which versions of our files its own were written from
OUTLINES = "outlines"  # of a house: where its own issues stand
CLAUSE_DEPTH = 3
ID = re.compile("[a-z0-9][a-z0-9-]*")  # what a folder or a file may be called that is known by its name
PLAYBOOK = "playbook.yml"
OF_HOUSE = ("defaults.yml", "withdrawn.yml", PLAYBOOK)  # of a house and of its places
STYLE_FILE = "style.yml"  # what our text does not say
EVERYWHERE = ("vocabulary.yml", "sources.yml", "schedules.yml", "terms.yml", STYLE_FILE)
OF_PLACE = "jurisdiction.yml"
MOVED = "moved.yml"  # of the library and of a house, for every place
TABLES = (*EVERYWHERE, *OF_HOUSE, REPLACES, OF_PLACE, MOVED)
ItemChange = Callable[[Item], tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder of clause files; `name` is what findings call it. It is of a house, a place, both or neither."""

    root: Path
    name: str
    is_house: bool = False
    is_place: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that are read at its top."""
        own = (OF_PLACE,) if self.is_place else (MOVED, REPLACES) if self.is_house else (MOVED,)
        return (*EVERYWHERE, *(OF_HOUSE if self.is_house else ()), *own)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of which something is read beside the clauses."""
        return (EXECUTION,) if self.is_place else (OUTLINES, MODELS, KINDS) if self.is_house else ()

    def clauses(self) -> Iterator[tuple[str, str, Path]]:
        """(topic/issue, file name, path) of every clause file, in a fixed order."""
        for path in sorted(self.root.glob("*/*/*")):
            topic, issue, name = path.relative_to(self.root).parts
            is_hidden = any(part.startswith(".") for part in (topic, issue, name))
            if topic != JURISDICTIONS and path.is_file() and not is_hidden:
                yield f"{topic}/{issue}", name, path

    def strays(self) -> Iterator[Path]:
        """Clause or table files that stand where nothing reads them."""
        for path in sorted(self.root.rglob("*.[my]*")):
            parts = path.relative_to(self.root).parts
            if any(part.startswith(".") for part in parts) or parts[0] == JURISDICTIONS:
                continue
            is_read = parts[0] in self.tables or len(parts) == CLAUSE_DEPTH or parts[0] in self.folders
            is_text = path.suffix in {".yml", ".yaml", ".md"} and path.is_file() and path.stem.upper() != "README"
            if is_text and not is_read:
                yield path

    def misnamed(self) -> Iterator[Path]:
        """Files whose names, or whose folders', are no ids: spelt otherwise than ours, they would be a second thing."""
        for path in sorted(self.root.rglob("*.*")):
            parts = path.relative_to(self.root).with_suffix("").parts
            is_hidden = any(part.startswith(".") for part in path.relative_to(self.root).parts)
            is_read = path.suffix.lower() in {".md", ".yml"} and path.stem.upper() != "README" and len(parts) > 1
            own = parts[:2] if parts[0] == JURISDICTIONS else parts
            if is_read and not is_hidden and not all(map(ID.fullmatch, own)):
                yield path

    def place(self, name: str) -> Layer:
        """Its layer for a place, whether it is there or not."""
        folder = f"{JURISDICTIONS}/{name}"
        return Layer(self.root / folder, f"{self.name}/{folder}", is_house=self.is_house, is_place=True)

    def file(self, name: str) -> Path | None:
        """A file at the top of the layer, if it is there."""
        path = self.root / name
        return path if path.is_file() else None

    def shown(self, path: Path) -> str:
        """How findings name a file of this layer: "clauses/liability/cap/issue.yml"."""
        return f"{self.name}/{path.relative_to(self.root).as_posix()}"


def layers_for(roots: tuple[Layer, ...], places: tuple[str, ...]) -> tuple[Layer, ...]:
    """Every layer in the order of section 8: each root, then its folders for the places, parents first."""
    return tuple(
        layer for root in roots for layer in (root, *(root.place(each) for each in places)) if layer.root.is_dir()
    )


def overlaid(base: Option, overlay: Option, problems: Problems) -> Option:
    """The base option with the overlay's items in place of, after, or taken out of its own."""
    wordings: dict[Kind, Wording] = dict(base.wordings)
    for kind, written in overlay.wordings.items():
        changes = _mapped(written, lambda item: (replace(item, file=overlay.file),))
        if kind not in wordings:
            line = changes.sections[0].line if changes.sections else 1
            problems.add("overlay", f"{line}:1", f"the option has no {kind} wording", "a wording that the option has")
            continue
        wordings[kind] = _merged(wordings[kind], changes, overlay.items, problems)
    _check_items(wordings, overlay, problems)
    dropped = [name for name, rule in overlay.items.items() if rule.drop]
    for kind, wording in wordings.items():
        for name in dropped:
            wording = _without(wording, name)  # noqa: PLW2901 - each drop works on what the last one left
        wordings[kind] = wording
    left = ids_in(wordings.values())
    brings = any((overlay.parameters, overlay.allocates, overlay.answers, overlay.yields, overlay.style, overlay.gives))
    return replace(
        base,
        wordings=wordings,
        items={name: rule for name, rule in {**base.items, **overlay.items}.items() if name in left},
        sources=(*base.sources, *(source for source in overlay.sources if source not in base.sources)),
        needs=(*base.needs, *overlay.needs),
        asks_reason=(*base.asks_reason, *overlay.asks_reason),
        watches=(*base.watches, *overlay.watches),
        requires=(*base.requires, *overlay.requires),
        schedules=(*base.schedules, *overlay.schedules),
        parameters={**base.parameters, **overlay.parameters},
        allocates=overlay.allocates or base.allocates,
        gives=overlay.gives or base.gives,
        answers=with_answers(base.answers, overlay.answers),
        yields=tuple(dict.fromkeys((*base.yields, *overlay.yields))),
        dropped=base.dropped | frozenset(dropped),
        style=excuses_of(base.style, overlay.style),
        marks=SourceMap(base.file, {}, (overlay.marks, base.marks)) if brings else base.marks,
    )


def _check_items(wordings: Mapping[Kind, Wording], overlay: Option, problems: Problems) -> None:
    ids = ids_in(wordings.values())
    for name in overlay.items:
        if name not in ids | overlay.ids():
            accepted = f"one of {', '.join(sorted(ids))}"
            problems.add("item-id", f"items.{name}", f'"{name}" is no item of the option', accepted, nearest(name, ids))


def _merged(wording: Wording, changes: Wording, rules: Mapping[str, ItemRule], problems: Problems) -> Wording:
    for section in changes.sections:
        if section.heading and not _section(wording, section):
            wording = _with_section(wording, section, rules, problems)
            continue
        for item in section.items:
            wording = _with_item(wording, item, rules.get(item.id, ItemRule()), section, problems)
    return wording


def _section(wording: Wording, wanted: Section) -> Section | None:
    for section in wording.sections:
        if (wanted.id and section.id == wanted.id) or (wanted.heading and section.heading == wanted.heading):
            return section
    return None


def _with_section(wording: Wording, section: Section, rules: Mapping[str, ItemRule], problems: Problems) -> Wording:
    after = rules.get(section.id, ItemRule()).after
    ids = [each.id for each in wording.sections]
    if after == "last":
        return replace(wording, sections=(*wording.sections, section))
    if after not in ids or not after:
        seen, accepted = f'"{section.heading}" is new, but after what?', "items: <id>: after: <id of a heading> or last"
        problems.add("overlay", f"{section.line}:1", seen, accepted)
        return wording
    place = ids.index(after) + 1
    return replace(wording, sections=(*wording.sections[:place], section, *wording.sections[place:]))


def _with_item(wording: Wording, item: Item, rule: ItemRule, section: Section, problems: Problems) -> Wording:
    ids = {each.id for each in wording.walk()} - {""}
    if item.id and item.id in ids:
        return _mapped(wording, lambda each: (item,) if each.id == item.id else (each,))
    if rule.after == "last":
        target = _section(wording, section) or wording.sections[-1]
        changed = replace(target, items=(*target.items, item))
        return replace(wording, sections=tuple(changed if each is target else each for each in wording.sections))
    if rule.after in ids:
        return _mapped(wording, lambda each: (each, item) if each.id == rule.after else (each,))
    seen = f'"{item.id or plain(item.parts)[:40]}" is a new item, but after what?'
    problems.add("overlay", f"{item.line}:1", seen, "an id of the option, or items: <id>: after: <id> or last")
    return wording


def _without(wording: Wording, name: str) -> Wording:
    kept = tuple(section for section in wording.sections if section.id != name)
    return _mapped(replace(wording, sections=kept), lambda each: () if each.id == name else (each,))


def _mapped(wording: Wording, change: ItemChange) -> Wording:
    return replace(wording, sections=tuple(replace(s, items=_changed(s.items, change)) for s in wording.sections))


def _changed(items: tuple[Item, ...], change: ItemChange) -> tuple[Item, ...]:
    return tuple(
        joined(replace(each, items=_changed(each.items, change))) if each.items else each
        for item in items
        for each in change(item)
    )
