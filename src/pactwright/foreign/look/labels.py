"""The numbers that Word puts before paragraphs: lists, levels, and the counters that each paragraph moves on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pactwright.foreign.look.properties import OFF, is_on, value, whole
from pactwright.foreign.markup import W

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ENDS = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_REPEATS = 20
_KNOWN = {f"{W}{name}" for name in ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlJc")}
_KNOWN |= {f"{W}{name}" for name in ("lvlPicBulletId", "legacy", "pPr", "rPr")}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list as the file describes it; `restart` is the level whose count starts it again, 0 for never.

    `setting` says what moves the number from its place.
    """

    form: str
    text: str
    start: int
    style: str
    restart: str
    is_legal: bool
    follow: str
    setting: tuple[tuple[str, str], ...]
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list (`home` where its counters stand) and the level of a paragraph."""

    home: str
    depth: int
    levels: dict[int, Level]


@dataclass(slots=True)
class Lists:
    """The lists of a file by number."""

    root: etree._Element | None
    _known: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = field(default_factory=dict)
    _bound: dict[str, list[etree._Element]] | None = None

    def place(self, number: str, depth: int, style: str) -> Numbered | None:
        """The place of a paragraph that names a list; `style` is named where the style names it, and wins."""
        home, levels, _ = self._list(number)
        bound = [index for index, level in levels.items() if style and level.style == style]
        at = (bound or [depth])[0]
        return Numbered(home, at, levels) if at in levels else None

    def bound(self, style: str) -> list[etree._Element]:
        """Every level of a list that says that it is the one of a style."""
        if self._bound is None:
            self._bound = {}
            for level in () if self.root is None else self.root.iter(f"{W}lvl"):
                self._bound.setdefault(value(level.find(f"{W}pStyle")), []).append(level)
        return self._bound.get(style, []) if style else []

    def restarts(self, number: str) -> dict[int, int]:
        """The levels that a list begins again when it first stands, with the numbers that they begin with."""
        return self._list(number)[2]

    def _list(self, number: str) -> tuple[str, dict[int, Level], dict[int, int]]:
        if number not in self._known:
            self._known[number] = self._read(number)
        return self._known[number]

    def _read(self, number: str) -> tuple[str, dict[int, Level], dict[int, int]]:
        num = self._child("num", "numId", number)
        home = "" if num is None else value(num.find(f"{W}abstractNumId"))
        abstract = self._linked(self._child("abstractNum", "abstractNumId", home))
        levels = dict(_levels(abstract))
        starts: dict[int, int] = {}
        for override in () if num is None else num.iterfind(f"{W}lvlOverride"):
            depth = whole(value(override, "ilvl"))
            levels |= dict(_levels(override))
            if override.find(f"{W}startOverride") is not None:
                starts[depth] = whole(value(override.find(f"{W}startOverride")), 1)
        return (f"{home}/{number}" if starts else home), levels, starts

    def _linked(self, abstract: etree._Element | None) -> etree._Element | None:
        """The list that a list of a numbering style stands for."""
        link = "" if abstract is None else value(abstract.find(f"{W}numStyleLink"))
        if not link or self.root is None:
            return abstract
        found = (each for each in self.root.iterfind(f"{W}abstractNum") if value(each.find(f"{W}styleLink")) == link)
        return next(found, abstract)

    def _child(self, name: str, key: str, ident: str) -> etree._Element | None:
        found = () if self.root is None else self.root.iterfind(f"{W}{name}")
        return next((each for each in found if value(each, key) == ident), None)


@dataclass(slots=True)
class Counters:
    """Word's counters over one story, moved on by each paragraph in turn."""

    lists: Lists
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def label(self, place: Numbered) -> str:
        """The number of the next paragraph, with what stands between it and the words where that is not a tab."""
        counts = self.counts.setdefault(place.home, {})
        level = place.levels[place.depth]
        counts[place.depth] = counts.get(place.depth, self._start(place, place.depth) - 1) + 1
        for deeper in [each for each in counts if each > place.depth and _restarts(place.levels.get(each), place)]:
            del counts[deeper]
        shown = {each: counts.get(each, self._start(place, each)) for each in place.levels}
        text = re.sub(r"%([1-9])", lambda found: self._counted(place, shown, int(found[1]) - 1), level.text)
        return text + ("" if level.follow in {"", "tab"} else f" ({level.follow})")

    def _start(self, place: Numbered, depth: int) -> int:
        number = place.home.partition("/")[2]
        return self.lists.restarts(number).get(depth, place.levels[depth].start)

    def _counted(self, place: Numbered, shown: dict[int, int], depth: int) -> str:
        if depth not in place.levels:
            return ""
        form = "decimal" if place.levels[place.depth].is_legal else place.levels[depth].form
        return counted(shown[depth], form)


def counted(number: int, form: str) -> str:
    """A number as a list prints it.

    >>> counted(2, "lowerLetter"), counted(28, "upperLetter"), counted(14, "lowerRoman"), counted(3, "decimalZero")
    ('b', 'BB', 'xiv', '03')
    """
    if form in {"lowerLetter", "upperLetter"}:
        repeated = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * min((number - 1) // 26 + 1, _MOST_REPEATS)
        return repeated.upper() if form == "upperLetter" else repeated
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    if form in {"none", "bullet"}:
        return ""
    return {"decimal": str(number), "decimalZero": f"{number:02d}"}.get(form, f"{number} ({form})")


def _restarts(level: Level | None, place: Numbered) -> bool:
    return level is not None and level.restart != "0" and (not level.restart or place.depth < whole(level.restart))


def _roman(number: int) -> str:
    text, left = "", min(number, 10_000)
    for worth, letters in (*_ROMAN, *_ROMAN_ENDS):
        text += letters * (left // worth)
        left %= worth
    return text


def _levels(parent: etree._Element | None) -> Iterator[tuple[int, Level]]:
    for each in () if parent is None else parent.iterfind(f"{W}lvl"):
        form, text = (value(each.find(f"{W}{name}")) for name in ("numFmt", "lvlText"))
        yield (
            whole(value(each, "ilvl")),
            Level(
                form or "decimal",
                "".join([text, *_beside(each)]),
                whole(value(each.find(f"{W}start"))),
                value(each.find(f"{W}pStyle")),
                value(each.find(f"{W}lvlRestart")),
                is_on(each.find(f"{W}isLgl")),
                value(each.find(f"{W}suff")),
                tuple(_setting(each)),
                each,
            ),
        )


def _beside(level: etree._Element) -> Iterator[str]:
    """What a level shows beside its text, or what nobody here knows about it."""
    if level.find(f"{W}lvlPicBulletId") is not None:
        yield "(a picture)"
    if given := value(level.find(f"{W}numFmt"), "format"):
        yield f"(in the form {given})"
    names = (etree.QName(each).localname for each in level.iterchildren(etree.Element) if each.tag not in _KNOWN)
    yield from (f"({name})" for name in names)


def _setting(level: etree._Element) -> Iterator[tuple[str, str]]:
    side, legacy = value(level.find(f"{W}lvlJc")), level.find(f"{W}legacy")
    if side not in {"", "left", "start"}:
        yield "side", side
    if legacy is not None and value(legacy, "legacy") not in OFF:
        yield "space", "as in Word 95"
