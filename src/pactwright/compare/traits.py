"""What a person can set in a file beside its lines: styles, bookmarks, properties, pages, protection.

Left out is what Word and LibreOffice write by themselves: who saved it and when, names that begin with an underscore,
styles that they bring.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pactwright.compare.signs import Sign
from pactwright.foreign import Package, W
from pactwright.foreign.look import Cell, Counters, Look, Looks
from pactwright.foreign.look.properties import OFF, is_on, plain, value

_OURS: Final = "_pw_"
_OF_PROGRAMS: Final = frozenset(["lastModifiedBy", "revision", "created", "modified", "lastPrinted"])
_OF_A_PERSON: Final = frozenset(["Company", "Manager", "HyperlinkBase"])
_SET: Final = "trackRevisions documentProtection writeProtection removePersonalInformation removeDateAndTime docVars"
_PAGES: Final = ("pgSz", "pgMar", "vAlign", "lnNumType", "paperSrc", "noEndnote", "footnotePr", "endnotePr")


def traits_of(package: Package) -> Iterator[Sign]:
    """Each of them but the styles, once, with where it is found."""
    body = package.trees[package.main]
    yield from (Sign("the text", each) for each in dict.fromkeys(_in_text(body)))
    yield from (Sign("properties", each) for each in _properties(package))
    yield from (Sign("settings", each) for each in _settings(package.related("settings")))
    for section in body.iter(f"{W}sectPr"):
        found = (section.find(f"{W}{name}") for name in _PAGES)
        yield from (Sign("pages", plain(each)) for each in found if each is not None and value(each) != "top")


def styles_of(looks: Looks) -> dict[str, tuple[Look, ...]]:
    """How each style of paragraphs and letters looks, by its name: its letters, its paragraphs, its numbers."""
    found: dict[str, tuple[Look, ...]] = {}
    for ident, style in looks.styles.elements.items():
        kind, name = value(style, "type") or "paragraph", looks.styles.name(ident)
        if kind == "character":
            found[name] = (looks.of_character_style(ident, ""),)
        elif kind == "paragraph":
            found[name] = _of_paragraphs(ident, looks)
    return found


def own_styles(looks: Looks) -> frozenset[str]:
    """The names of the styles that no program knows by itself."""
    made = (ident for ident, style in looks.styles.elements.items() if value(style, "customStyle") not in OFF | {""})
    return frozenset(looks.styles.name(ident) for ident in made)


def _of_paragraphs(ident: str, looks: Looks) -> tuple[Look, ...]:
    paragraph = etree.Element(f"{W}p")
    named = etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle")
    named.set(f"{W}val", ident)
    form, place = looks.form(paragraph), Cell(ground=looks.page)
    label, look = looks.label(form, place, Counters(looks.lists))
    return looks.of_style(ident), looks.paragraph(form, place), (("number", label), *look)


def _in_text(body: etree._Element) -> Iterator[str]:
    """Bookmarks that a person set or took out, locks of controls, and where links lead inside."""
    for each in body.iter(f"{W}bookmarkStart", f"{W}sdtPr", f"{W}hyperlink"):
        name = value(each, "name")
        if name.startswith(_OURS) or (name and not name.startswith("_")):
            yield f"the bookmark {name}"
        if anchor := value(each, "anchor"):
            yield f"a link to {anchor}"
        yield from (f"a control that is locked ({value(lock)})" for lock in each.iterchildren(f"{W}lock"))


def _properties(package: Package) -> Iterator[str]:
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        part = next((each.part for each in package.relations() if each.kind == kind), "")
        root = package.trees.get(part)
        for each in () if root is None else root.iterchildren(etree.Element):
            name, text = each.get("name") or etree.QName(each).localname, "".join(map(str, each.itertext())).strip()
            is_set = name in _OF_A_PERSON if kind == "extended-properties" else name not in _OF_PROGRAMS
            if is_set and text:
                yield f'the property {name}, "{text}"'


def _settings(settings: etree._Element | None) -> Iterator[str]:
    for name in _SET.split():
        found = None if settings is None else settings.find(f"{W}{name}")
        if found is not None and is_on(found):
            yield f"the setting {plain(found)}"
