"""The styles that the writer prints with: there, under their names, of their kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from pactwright.findings import Finding
from pactwright.writers.word.contract import STYLES, Style
from pactwright.writers.word.package import W

PART = "word/styles.xml"


def styles(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Each style of the contract that is missing, renamed or of another kind."""
    there = {each.get(f"{W}styleId") or "": each for each in trees[PART].iterfind(f"{W}style")}
    for style in STYLES:
        found = there.get(style.ident)
        if found is None:
            yield _missing(style, there.values())
        elif found.get(f"{W}type") != style.kind:
            seen = f'the style "{style.name}" is a {found.get(f"{W}type")} style'
            yield _fault(seen, f"delete it and make it again as a {style.kind} style")
        elif not _is_called(found, style.name):
            seen = f'the style "{style.name}" is called "{_name(found)}"'
            yield _fault(seen, f'rename it to "{style.name}" (Modify Style, Name)')


def _missing(style: Style, there: Iterable[etree._Element]) -> Finding:
    named = next((each for each in there if _is_called(each, style.name)), None)
    if named is not None:
        seen = f'the style "{style.name}" has the id {named.get(f"{W}styleId")} inside the file, not {style.ident}'
        return _fault(seen, "copy the style from the built-in template (Manage Styles, Import/Export)")
    return _fault(
        f'the style "{style.name}" is missing',
        "copy it from the built-in template (pactwright template new; in Word: Manage Styles, Import/Export)",
    )


def _is_called(style: etree._Element, name: str) -> bool:
    return name.lower() in (each.strip().lower() for each in _name(style).split(","))


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val") or ""


def _fault(seen: str, fix: str) -> Finding:
    return Finding("template-style", "error", "styles", seen, fix=fix)
