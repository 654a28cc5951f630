"""The styles that the writer prints with, and the lists that number them: under their names, each on its level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.styles.style import BaseStyle, CharacterStyle
from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W
from pactwright.writers.word.contract import FORMS, LEVELS, STYLES, Level, Style

_NAMES = {style.ident: style.name for style in STYLES}
_LINK = "Define new Multilevel List, More, Link level to style"
_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a style says that it stands: number of the list, depth in it, whose levels they are, the level itself.

    `start` is the number with which this list begins the level, where it differs from its level.
    """

    number: str
    depth: str
    home: str
    level: etree._Element | None
    start: str


def style_faults(document: Document) -> Iterator[Finding]:
    """Each style of the contract that is missing, renamed or of another kind."""
    there = {each.style_id: each for each in document.styles}
    for style in STYLES:
        found = there.get(style.ident)
        if found is None:
            yield _missing(style, there.values())
        elif (kind := found.type.name.lower()) != style.kind:
            fix = f"delete it and make it again as a {style.kind} style"
            yield _style_fault(f'the style "{style.name}" is a {kind} style', fix)
        elif not _is_called(found, style.name):
            seen = f'the style "{style.name}" is called "{found.name or ""}"'
            yield _style_fault(seen, f'rename it to "{style.name}" (Modify Style, Name)')


def list_faults(document: Document) -> Iterator[Finding]:
    """Each level that is not linked to its style, or does not number it as the contract says."""
    there = {each.style_id: each for each in document.styles}
    homes: dict[str, str] = {}
    for level in LEVELS:
        if level.style in there:
            yield from _link(level, _place(there[level.style], document.part.numbering_part.element), homes)


def _missing(style: Style, there: Iterable[BaseStyle]) -> Finding:
    named = next((each for each in there if _is_called(each, style.name)), None)
    if named is not None:
        seen = f'the style "{style.name}" has the id {named.style_id} inside the file, not {style.ident}'
        return _style_fault(seen, "copy the style from the built-in template (Manage Styles, Import/Export)")
    return _style_fault(
        f'the style "{style.name}" is missing',
        "copy it from the built-in template (pactwright template new; in Word: Manage Styles, Import/Export)",
    )


def _is_called(style: BaseStyle, name: str) -> bool:
    return name.lower() in (each.strip().lower() for each in (style.name or "").split(","))


def _link(level: Level, place: _Place, homes: dict[str, str]) -> Iterator[Finding]:
    first = next(each for each in LEVELS if each.list == level.list)
    again = f"link it to level {level.depth + 1}"
    if place.number in {"", "0"}:
        yield _list_fault(level, "is not linked to a list", f"{again} of the {level.list} list ({_LINK})")
    elif place.depth != str(level.depth):
        yield _list_fault(level, f"is on level {int(place.depth) + 1} of its list", f"{again} ({_LINK})")
    elif place.level is None:
        yield _list_fault(level, "names a list that is not there", f"link it to a list again ({_LINK})")
    elif homes.setdefault(level.list, place.home) != place.home:
        seen = f"is in another list than {_said(first)}"
        yield _list_fault(level, seen, f"link both to levels of one list ({_LINK})")
    else:
        yield from _number(level, place.level, place.start)


def _number(level: Level, found: etree._Element, start: str) -> Iterator[Finding]:
    if _value(found, "pStyle") != level.style:
        seen = f"level {level.depth + 1} of the {level.list} list is not linked to {_said(level)}"
        yield _fault("template-list", f"{level.list} list", seen, f'choose "{_NAMES[level.style]}" under {_LINK}')
    if (form := _value(found, "numFmt")) != level.form:
        yield _list_fault(
            level, f"counts in the form {form or 'none'}", f"choose {FORMS[level.form]} as its number style"
        )
    if (text := _value(found, "lvlText")).rstrip(".") != level.text.rstrip("."):
        fix = f'make it "{level.text}", where %1 is the number of level 1'
        yield _list_fault(level, f'shows its number as "{text}"', fix)
    if not {start, _value(found, "start")} <= {"", "1"} or _value(found, "lvlRestart"):
        fix = "let it start at 1 and restart after the level above"
        yield _list_fault(level, "does not start at 1 after each level above", fix)


def _place(style: BaseStyle, numbering: etree._Element) -> _Place:
    number, depth = _linked(style)
    num = _child(numbering, "num", "numId", number)
    home = _value(num, "abstractNumId")
    found = _child(_child(numbering, "abstractNum", "abstractNumId", home), "lvl", "ilvl", depth)
    return _Place(number, depth, home, found, _value(_child(num, "lvlOverride", "ilvl", depth), "startOverride"))


def _linked(style: BaseStyle | None) -> tuple[str, str]:
    """Number of list and depth in it of a style, its own or those of a style it is based on."""
    for _ in range(_MOST_PARENTS):
        if style is None:
            break
        properties = style.element.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            return _value(properties, "numId"), _value(properties, "ilvl") or "0"
        style = style.base_style if isinstance(style, CharacterStyle) else None
    return "", "0"


def _child(parent: etree._Element | None, name: str, key: str, value: str) -> etree._Element | None:
    children = () if parent is None else parent.iterfind(f"{W}{name}")
    return next((each for each in children if each.get(f"{W}{key}") == value), None)


def _value(parent: etree._Element | None, name: str) -> str:
    child = None if parent is None else parent.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val") or ""


def _said(level: Level) -> str:
    return f'the style "{_NAMES[level.style]}"'


def _style_fault(seen: str, fix: str) -> Finding:
    return _fault("template-style", "styles", seen, fix)


def _list_fault(level: Level, seen: str, fix: str) -> Finding:
    return _fault("template-list", f"{level.list} list", f"{_said(level)} {seen}", fix)


def _fault(rule: str, where: str, seen: str, fix: str) -> Finding:
    return Finding(rule, "error", where, seen, fix=fix)
