"""How the words of a Word file look, once inheritance is worked out: shown or not, in which colour on which ground.

    looks = looks_of(package)
    looks.letters(run, place)       defaults, table style, paragraph style, character style, what the run itself says
    looks.paragraph(paragraph, place), looks.label(paragraph, place, counters)

The levels are laid over each other as Word does it. A switch that hides, strikes or shouts counts as on where any style
says so and the run itself does not say otherwise: programs differ there, and a reader may have either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from pactwright.foreign import Package
from pactwright.foreign.look.colours import Theme, theme_from
from pactwright.foreign.look.labels import Counters, Lists, Numbered
from pactwright.foreign.look.properties import DEFAULTS, TOGGLES, Properties, of_letters, of_paragraph, value
from pactwright.foreign.look.styles import Styles, styles_from
from pactwright.foreign.look.tables import Cell, Grids, cell_of
from pactwright.foreign.markup import W

__all__ = ["Cell", "Counters", "Look", "Looks", "is_hidden", "looks_of"]

Look: TypeAlias = tuple[tuple[str, str], ...]
"""Properties by name, those alone that differ from what Word takes by itself."""

_HIDING = ("vanish", "specVanish")


@dataclass(slots=True)
class Looks:
    """The styles, lists and theme of a file, and what has been worked out with them."""

    styles: Styles
    lists: Lists
    page: str = ""
    _grids: Grids = field(default_factory=Grids)
    _cells: dict[etree._Element, Cell] = field(default_factory=dict)
    _letters: dict[tuple[object, ...], Look] = field(default_factory=dict)

    @property
    def theme(self) -> Theme:
        """The colours and fonts that the styles name."""
        return self.styles.theme

    def place(self, element: etree._Element) -> Cell:
        """The innermost cell round an element."""
        cell = next(element.iterancestors(f"{W}tc"), None)
        if cell is None:
            return Cell(ground=self.page)
        if cell not in self._cells:
            self._cells[cell] = cell_of(cell, self.styles, self.place(cell), self._grids)
        return self._cells[cell]

    def letters(self, run: etree._Element, paragraph: etree._Element | None, place: Cell) -> Look:
        """How the letters of a run look."""
        return self._worked_out(_style(paragraph), [run], place, self._shading(paragraph))

    def of_style(self, ident: str, place: Cell | None = None) -> Look:
        """How letters of a paragraph style look."""
        return self._worked_out(ident, [], place or Cell(ground=self.page), self._shading_of_style(ident))

    def of_character_style(self, ident: str, paragraph: str) -> Look:
        """How letters of a character style look in a paragraph style."""
        own = etree.Element(f"{W}r")
        etree.SubElement(etree.SubElement(own, f"{W}rPr"), f"{W}rStyle").set(f"{W}val", ident)
        return self._worked_out(paragraph, [own], Cell(ground=self.page), self._shading_of_style(paragraph))

    def lent(self, ident: str, kind: str) -> Cell:
        """What a table style lends to cells for which one of its conditions holds."""
        table = etree.Element(f"{W}tbl")
        named = etree.SubElement(etree.SubElement(table, f"{W}tblPr"), f"{W}tblStyle")
        named.set(f"{W}val", ident)
        letters, paragraph, under = self._grids.of_style(table, ("wholeTable", kind), self.styles)
        return Cell(tuple(sorted(letters.items())), tuple(sorted(paragraph.items())), under or self.page)

    def paragraph(self, paragraph: etree._Element, place: Cell) -> Look:
        """What moves, cuts or covers a paragraph."""
        own = paragraph.find(f"{W}pPr")
        said = {**self.styles.paragraphs, **dict(place.paragraph)}
        numbered = self.numbered(paragraph)
        level = numbered and of_paragraph(numbered.levels[numbered.depth].element, self.theme)
        is_direct = own is not None and own.find(f"{W}numPr/{W}numId") is not None
        for number, properties in self.styles.paragraph_levels(_style(paragraph)):
            said |= {**(level or {}), **properties} if number is not None and level else properties
        said |= {**(level if level and is_direct else {}), **of_paragraph(paragraph, self.theme), **dict(place.form)}
        said.pop("shading", None)
        return _frozen(said)

    def numbered(self, paragraph: etree._Element) -> Numbered | None:
        """The list and the level of a paragraph, its own or those of its style."""
        own, style = paragraph.find(f"{W}pPr/{W}numPr"), _style(paragraph)
        number = "" if own is None else value(own.find(f"{W}numId"))
        depth = "" if own is None else value(own.find(f"{W}ilvl"))
        if number == "0":
            return None
        if number:
            return self.lists.place(number, _whole(depth), "")
        for level, _ in self.styles.paragraph_levels(style):
            if level is not None:
                number = value(level.find(f"{W}numId")) or number
                depth = value(level.find(f"{W}ilvl")) or depth
        return None if number in {"", "0"} else self.lists.place(number, _whole(depth), style)

    def label(self, paragraph: etree._Element, place: Cell, counters: Counters) -> tuple[str, Look]:
        """The number before a paragraph and how it looks; nothing where it has none."""
        numbered = self.numbered(paragraph)
        if numbered is None:
            return "", ()
        letters = [paragraph.find(f"{W}pPr"), numbered.levels[numbered.depth].element]
        look = self._worked_out(_style(paragraph), letters, place, self._shading(paragraph))
        return counters.label(numbered), look

    def _worked_out(self, style: str, direct: list[etree._Element | None], place: Cell, shading: str) -> Look:
        own = (rpr for each in direct if each is not None for rpr in each.iterchildren(f"{W}rPr"))
        key = (style, place, shading, *map(etree.tostring, own))
        if key not in self._letters:
            self._letters[key] = self._laid_over(style, direct, place, shading)
        return self._letters[key]

    def _laid_over(self, style: str, direct: list[etree._Element | None], place: Cell, shading: str) -> Look:
        named = next((value(each.find(f"{W}rPr/{W}rStyle")) for each in direct if each is not None), "")
        levels = [self.styles.letters, dict(place.letters), self.styles.letters_of(style, "paragraph")]
        levels.append(self.styles.letters_of(named, "character"))
        own: Properties = {}
        for each in direct:
            own |= of_letters(each, self.theme)
        said = {name: each for level in (*levels, own) for name, each in level.items()}
        for name in TOGGLES & said.keys():
            said[name] = own.get(name, "1" if any(level.get(name) == "1" for level in levels) else "0")
        said["ground"] = said.pop("highlight", "") or said.pop("shading", "") or shading or place.ground
        said.pop("shading", None)
        return _frozen(said)

    def _shading(self, paragraph: etree._Element | None) -> str:
        own = {} if paragraph is None else of_paragraph(paragraph, self.theme)
        return own.get("shading") or self._shading_of_style(_style(paragraph))

    def _shading_of_style(self, ident: str) -> str:
        said: Mapping[str, str] = self.styles.paragraphs
        for _, properties in self.styles.paragraph_levels(ident):
            said = {**said, **properties}
        return said.get("shading", "")


def is_hidden(look: Look) -> bool:
    """Whether letters that look so do not show on paper."""
    return any(name in _HIDING and said == "1" for name, said in look)


def looks_of(package: Package) -> Looks:
    """The looks of a file."""
    theme = theme_from(package.related("theme"))
    styles = styles_from(package.related("styles"), theme)
    background = package.trees[package.main].find(f"{W}background")
    page = "" if background is None else theme.colour(background, "color")
    return Looks(styles, Lists(package.related("numbering")), "" if page == "auto" else page)


def _style(paragraph: etree._Element | None) -> str:
    return "" if paragraph is None else value(paragraph.find(f"{W}pPr/{W}pStyle"))


def _frozen(said: Mapping[str, str]) -> Look:
    kept = {**DEFAULTS, **said}
    return tuple(sorted((name, each) for name, each in kept.items() if each not in {"", "0"}))


def _whole(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 1 else 0
