"""How the words of a Word file look, once inheritance is worked out: shown or not, in which colour on which ground.

    looks = looks_of(package)
    form = looks.form(paragraph)
    looks.letters(run, form, place)     defaults, table style, paragraph style, character style, the run itself
    looks.paragraph(form, place), looks.label(form, place, counters)

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
from pactwright.foreign.look.properties import DEFAULTS, TOGGLES, Properties, of_letters, of_paragraph, value, whole
from pactwright.foreign.look.styles import Styles, styles_from
from pactwright.foreign.look.tables import Cell, Grids, cell_of
from pactwright.foreign.markup import W

__all__ = ["Cell", "Counters", "Form", "Look", "Looks", "is_hidden", "looks_of"]

Look: TypeAlias = tuple[tuple[str, str], ...]
"""Properties by name, those alone that differ from what Word takes by itself."""

_HIDING = ("vanish", "specVanish")
_DOUBT = " (or another one: programs read this list in different ways)"


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A paragraph's own properties and what its style makes of them, the same for all that say the same.

    `is_doubtful` says that programs differ about its number: its style names one level of a list, and a list, perhaps
    another, names the style at another one.
    """

    style: str = ""
    shading: str = ""
    properties: etree._Element | None = None
    own: tuple[tuple[str, str], ...] = ()
    numbered: Numbered | None = None
    is_doubtful: bool = False


@dataclass(slots=True)
class Looks:
    """The styles, lists and theme of a file, and what has been worked out with them."""

    styles: Styles
    lists: Lists
    page: str = ""
    _grids: Grids = field(default_factory=Grids)
    _cells: dict[etree._Element, Cell] = field(default_factory=dict)
    _letters: dict[tuple[object, ...], Look] = field(default_factory=dict)
    _forms: dict[bytes, Form] = field(default_factory=dict)
    _paragraphs: dict[tuple[Form, Cell], Look] = field(default_factory=dict)

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

    def form(self, paragraph: etree._Element) -> Form:
        """What a paragraph says of itself and by its style, worked out once for all that say the same."""
        properties = paragraph.find(f"{W}pPr")
        key = b"" if properties is None else etree.tostring(properties)
        if key not in self._forms:
            style = "" if properties is None else value(properties.find(f"{W}pStyle"))
            own = of_paragraph(paragraph, self.theme)
            shading = own.get("shading") or self._shading_of_style(style)
            self._forms[key] = Form(style, shading, properties, tuple(own.items()), *self._numbered(properties, style))
        return self._forms[key]

    def letters(self, run: etree._Element, form: Form, place: Cell) -> Look:
        """How the letters of a run look."""
        return self._worked_out(form.style, [run], place, form.shading)

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
        lent = self._grids.of_style(table, ("wholeTable", kind), self.styles)
        return Cell(
            tuple(sorted(lent.letters.items())), tuple(sorted(lent.paragraph.items())), lent.ground or self.page
        )

    def paragraph(self, form: Form, place: Cell) -> Look:
        """What moves, cuts or covers a paragraph."""
        if (form, place) not in self._paragraphs:
            self._paragraphs[form, place] = self._paragraph(form, place)
        return self._paragraphs[form, place]

    def end(self, form: Form, place: Cell) -> Look:
        """How the mark at the end of a paragraph looks: an empty one is as high as it."""
        return self._worked_out(form.style, [form.properties], place, form.shading)

    def label(self, form: Form, place: Cell, counters: Counters) -> tuple[str, Look]:
        """The number before a paragraph and how it looks; nothing where it has none."""
        numbered, doubt = form.numbered, _DOUBT if form.is_doubtful else ""
        if numbered is None:
            return doubt, ()
        level = numbered.levels[numbered.depth]
        look = self._worked_out(form.style, [form.properties, level.element], place, form.shading)
        return counters.label(numbered) + doubt, (*look, *level.setting)

    def _paragraph(self, form: Form, place: Cell) -> Look:
        said = {**self.styles.paragraphs, **dict(place.paragraph)}
        numbered, own = form.numbered, form.properties
        level = numbered and of_paragraph(numbered.levels[numbered.depth].element, self.theme)
        is_direct = own is not None and own.find(f"{W}numPr/{W}numId") is not None
        for number, properties in self.styles.paragraph_levels(form.style):
            said |= {**(level or {}), **properties} if number is not None and level else properties
        said |= {**(level if level and is_direct else {}), **dict(form.own), **dict(place.form)}
        said.pop("shading", None)
        return _frozen(said)

    def _numbered(self, properties: etree._Element | None, style: str) -> tuple[Numbered | None, bool]:
        """The list and the level of a paragraph, its own or those of its style, and whether programs differ about it.

        A style stands on the level that names it, whatever level it names itself: so in Word, and not everywhere.
        """
        number, depth = _place_in_list(None if properties is None else properties.find(f"{W}numPr"))
        if number == "0":
            return None, False
        of_style = ("", "")
        for each, _ in self.styles.paragraph_levels(style):
            said = _place_in_list(each)
            of_style = said[0] or of_style[0], said[1] or of_style[1]
        if number:
            return self.lists.place(number, whole(depth), ""), not depth and whole(of_style[1]) != 0
        at = whole(of_style[1])
        found = None if of_style[0] in {"", "0"} else self.lists.place(of_style[0], at, style)
        bound, level = self.lists.bound(style), found and found.levels[found.depth].element
        is_bound_elsewhere = bool(bound) and (found is None or bound != [level] or found.depth != at)
        return found, is_bound_elsewhere or (depth != "" and whole(depth) != at)

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


def _place_in_list(numbering: etree._Element | None) -> tuple[str, str]:
    """The list and the level that a w:numPr names."""
    return ("", "") if numbering is None else (value(numbering.find(f"{W}numId")), value(numbering.find(f"{W}ilvl")))


def _frozen(said: Mapping[str, str]) -> Look:
    kept = {**DEFAULTS, **said}
    return tuple(sorted((name, each) for name, each in kept.items() if each not in {"", "0"}))
