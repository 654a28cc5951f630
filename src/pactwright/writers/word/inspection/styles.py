"""The styles that the writer prints with, and the lists that number them: under their names, each on its level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from docx.document import Document
from docx.styles.style import BaseStyle, CharacterStyle
from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W
from pactwright.writers.word.contract import FORMS, LEVELS, STYLES, Level, Style

_NAMES = {style.ident: style.name for style in STYLES}
_LINK = "Define new Multilevel List, More, Link level to style"
_MOST_PARENTS = 20


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
            yield from _link(level, there, document.part.numbering_part.element, homes)


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


def _link(
    level: Level, there: Mapping[str, BaseStyle], numbering: etree._Element, homes: dict[str, str]
) -> Iterator[Finding]:
    number, depth = _place(there[level.style])
    num = _child(numbering, "num", "numId", number)
    home = "" if num is None else _value(num, "abstractNumId")
    abstract = _child(numbering, "abstractNum", "abstractNumId", home)
    found = None if abstract is None else _child(abstract, "lvl", "ilvl", depth)
    if number in {"", "0"}:
        seen = f"{_said(level)} is not linked to a list"
        yield _list_fault(level, seen, f"link it to level {level.depth + 1} of the {level.list} list ({_LINK})")
    elif depth != str(level.depth):
        seen = f"{_said(level)} is on level {int(depth) + 1} of its list"
        yield _list_fault(level, seen, f"link it to level {level.depth + 1} ({_LINK})")
    elif num is None or found is None:
        seen = f"{_said(level)} names a list that is not there"
        yield _list_fault(level, seen, f"link it to a list again ({_LINK})")
    elif homes.setdefault(level.list, home) != home:
        first = next(each for each in LEVELS if each.list == level.list)
        seen = f"{_said(level)} is in another list than {_said(first)}"
        yield _list_fault(level, seen, f"link both to levels of one list ({_LINK})")
    else:
        yield from _number(level, found, _child(num, "lvlOverride", "ilvl", depth))


def _number(level: Level, found: etree._Element, override: etree._Element | None) -> Iterator[Finding]:
    if _value(found, "pStyle") != level.style:
        seen = f"level {level.depth + 1} of the {level.list} list is not linked to {_said(level)}"
        yield _list_fault(level, seen, f'choose "{_NAMES[level.style]}" under {_LINK}')
    if _value(found, "numFmt") != level.form:
        seen = f"{_said(level)} counts in the form {_value(found, 'numFmt') or 'none'}"
        yield _list_fault(level, seen, f"choose {FORMS[level.form]} as its number style")
    if (text := _value(found, "lvlText")).rstrip(".") != level.text.rstrip("."):
        fix = f'make it "{level.text}", where %1 is the number of level 1'
        yield _list_fault(level, f'{_said(level)} shows its number as "{text}"', fix)
    starts = {_value(found, "start"), "" if override is None else _value(override, "startOverride")}
    if not starts <= {"", "1"} or _value(found, "lvlRestart"):
        fix = "let it start at 1 and restart after the level above"
        yield _list_fault(level, f"{_said(level)} does not start at 1 after each level above", fix)


def _place(style: BaseStyle | None) -> tuple[str, str]:
    """Number of list and depth in it of a style, its own or those of a style it is based on."""
    for _ in range(_MOST_PARENTS):
        if style is None:
            break
        properties = style.element.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            return _value(properties, "numId"), _value(properties, "ilvl") or "0"
        style = style.base_style if isinstance(style, CharacterStyle) else None
    return "", "0"


def _child(parent: etree._Element, name: str, key: str, value: str) -> etree._Element | None:
    return next((each for each in parent.iterfind(f"{W}{name}") if each.get(f"{W}{key}") == value), None)


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val") or ""


def _said(level: Level) -> str:
    return f'the style "{_NAMES[level.style]}"'


def _style_fault(seen: str, fix: str) -> Finding:
    return Finding("template-style", "error", "styles", seen, fix=fix)


def _list_fault(level: Level, seen: str, fix: str) -> Finding:
    return Finding("template-list", "error", f"{level.list} list", seen, fix=fix)
