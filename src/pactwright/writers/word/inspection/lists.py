"""The lists that number the clauses: each style on its level, each level on its style, each number in its form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pactwright.findings import Finding
from pactwright.writers.word.contract import FORMS, LEVELS, STYLES, Level
from pactwright.writers.word.inspection.styles import PART as STYLES_PART
from pactwright.writers.word.package import W

PART = "word/numbering.xml"
_NAMES = {style.ident: style.name for style in STYLES}
_LINK = "Define new Multilevel List, More, Link level to style"
_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a style says that it stands: the list's number, and the depth in it."""

    number: str
    depth: int


def lists(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Each link or number that is not as the contract says."""
    numbering, styles = trees[PART], trees[STYLES_PART]
    homes: dict[str, str] = {}
    for level in LEVELS:
        if not any(each.get(f"{W}styleId") == level.style for each in styles.iterfind(f"{W}style")):
            continue
        place = _place(styles, level.style)
        if place is None:
            seen = f"{_said(level)} is not linked to a list"
            yield _fault(level, seen, f"link it to level {level.depth + 1} of the {level.list} list ({_LINK})")
            continue
        yield from _level(level, place, numbering, homes)


def _level(level: Level, place: _Place, numbering: etree._Element, homes: dict[str, str]) -> Iterator[Finding]:
    home = _home(numbering, place.number)
    found = _lvl(numbering, home, level.depth)
    if place.depth != level.depth:
        seen = f"{_said(level)} is on level {place.depth + 1} of its list"
        yield _fault(level, seen, f"link it to level {level.depth + 1} ({_LINK})")
    elif found is None:
        yield _fault(level, f"{_said(level)} names a list that is not there", f"link it to a list again ({_LINK})")
    elif homes.setdefault(level.list, home) != home:
        first = next(each for each in LEVELS if each.list == level.list)
        seen = f"{_said(level)} is in another list than {_said(first)}"
        yield _fault(level, seen, f"link both to levels of one list ({_LINK})")
    else:
        yield from _numbered(level, found, overridden=_overridden(numbering, place))


def _numbered(level: Level, found: etree._Element, *, overridden: bool) -> Iterator[Finding]:
    if _value(found, "pStyle") != level.style:
        seen = f"level {level.depth + 1} of the {level.list} list is not linked to {_said(level)}"
        yield _fault(level, seen, f'choose "{_NAMES[level.style]}" under {_LINK}')
    if _value(found, "numFmt") != level.form:
        seen = f"{_said(level)} counts in the form {_value(found, 'numFmt') or 'none'}"
        yield _fault(level, seen, f"choose {FORMS[level.form]} as its number style")
    if (text := _value(found, "lvlText")).rstrip(".") != level.text.rstrip("."):
        fix = f'make it "{level.text}", where %1 is the number of level 1'
        yield _fault(level, f'{_said(level)} shows its number as "{text}"', fix)
    if _value(found, "start") not in {"", "1"} or _value(found, "lvlRestart") or overridden:
        fix = "let it start at 1 and restart after the level above"
        yield _fault(level, f"{_said(level)} does not start at 1 after each level above", fix)


def _place(styles: etree._Element, ident: str) -> _Place | None:
    """The list of a style, its own or that of a style it is based on."""
    for _ in range(_MOST_PARENTS):
        style = next((each for each in styles.iterfind(f"{W}style") if each.get(f"{W}styleId") == ident), None)
        if style is None:
            return None
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            number, depth = _value(properties, "numId"), _value(properties, "ilvl")
            return None if number in {"", "0"} else _Place(number, "012345678".find(depth) if depth else 0)
        ident = _value(style, "basedOn")
    return None


def _home(numbering: etree._Element, number: str) -> str:
    found = (each for each in numbering.iterfind(f"{W}num") if each.get(f"{W}numId") == number)
    return next((_value(each, "abstractNumId") for each in found), "")


def _lvl(numbering: etree._Element, home: str, depth: int) -> etree._Element | None:
    for abstract in numbering.iterfind(f"{W}abstractNum"):
        if abstract.get(f"{W}abstractNumId") == home:
            levels = abstract.iterfind(f"{W}lvl")
            return next((each for each in levels if each.get(f"{W}ilvl") == str(depth)), None)
    return None


def _overridden(numbering: etree._Element, place: _Place) -> bool:
    nums = (each for each in numbering.iterfind(f"{W}num") if each.get(f"{W}numId") == place.number)
    return any(
        each.get(f"{W}ilvl") == str(place.depth) and (_value(each, "startOverride") or "1") != "1"
        for num in nums
        for each in num.iterfind(f"{W}lvlOverride")
    )


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val") or ""


def _said(level: Level) -> str:
    return f'the style "{_NAMES[level.style]}"'


def _fault(level: Level, seen: str, fix: str) -> Finding:
    return Finding("template-list", "error", f"{level.list} list", seen, fix=fix)
