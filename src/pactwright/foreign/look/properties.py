"""The properties of letters and paragraphs, as each level of inheritance sets them: names with plain values.

All that a person can set is kept, what is not known as it is written; whoever compares says what counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from lxml import etree

from pactwright.foreign.look.colours import Theme, ground, marker
from pactwright.foreign.markup import W, attribute, attributes

Properties: TypeAlias = dict[str, str]


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


OFF = frozenset({"0", "false", "off", "none"})
_BOLD = ["b", "bCs", "i", "iCs", "caps", "smallCaps", "emboss", "imprint", "outline", "shadow", "rtl", "cs"]
_GONE = ["vanish", "specVanish", "webHidden", "strike", "dstrike"]
TOGGLES = frozenset([*_BOLD, *_GONE])
_WHOLE = re.compile("-?[0-9]{1,6}")
_NUMBERS = {"sz", "szCs", "position", "spacing", "w", "vertAlign", "effect", "em", "u", "kern"}
_IDLE = frozenset(["rStyle", "oMath"])
_CHANGED = {"rPrChange": "reformatted", "pPrChange": "reformatted", "ins": "inserted", "del": "deleted"}
_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")
_SIDES = {"left": "left", "start": "left", "right": "right", "end": "right"}
_IN_LETTERS = {"leftChars", "startChars", "rightChars", "endChars", "firstLineChars", "hangingChars"}
FAR = {"before": 1_440, "after": 1_440, "beforeLines": 600, "afterLines": 600}
"""From how much on a space moves what stands round it out of sight: an inch, or six lines."""
SPACES = ("before", "after", "beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing")
FOLDED = "folding away of what stands under it"
TWO_IN_ONE = "two lines in one, or turned"
_SWITCHES = _words("keepNext keepLines pageBreakBefore contextualSpacing mirrorIndents suppressLineNumbers bidi")
_SWITCHES |= _words("suppressOverlap suppressAutoHyphens topLinePunct")
_ON_BY_ITSELF = _words("widowControl wordWrap overflowPunct autoSpaceDE autoSpaceDN kinsoku snapToGrid adjustRightInd")
_BESIDE = _words("pStyle numPr sectPr cnfStyle divId")  # said elsewhere, or worked out by programs
START = {"": "left", "start": "left", "end": "right"}

DEFAULTS: Mapping[str, str] = {
    "sz": "20",
    "szCs": "20",
    "w": "100",
    "color": "auto",
    "font.ascii": "Times New Roman",
    "font.hAnsi": "Times New Roman",
}
"""What Word takes where nobody says anything; every other property is then "0", "none" or absent, which is one."""


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of Word's own, nothing where it or the element is not there."""
    return "" if element is None else element.get(f"{W}{name}") or ""


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and says yes."""
    return element is not None and (element.get(f"{W}val") or "1") not in OFF


def whole(typed: str, otherwise: int = 0) -> int:
    """A whole number as it is typed in a file; another one where it is none, or larger than anything on a page."""
    return int(typed) if _WHOLE.fullmatch(typed) else otherwise


def of_letters(holder: etree._Element | None, theme: Theme) -> Properties:
    """What the w:rPr of a run, a style or a level sets; a second one, which no program should write, counts too."""
    found: Properties = {}
    for each in _children(holder, "rPr"):
        name = etree.QName(each).localname
        if name in found or f"font.{name}" in found:
            found[f"{name}, written twice"] = plain(each)
        if not str(each.tag).startswith(W):
            found[f"effect of its own: {name}"] = plain(each)
        elif name in TOGGLES:
            found[name] = "1" if is_on(each) or found.get(name) == "1" else "0"
        elif name in _NUMBERS:
            found[name] = _number(value(each))
        elif name in _LETTERS:
            found |= _LETTERS[name](each, theme)
        elif name not in _IDLE:
            found[_CHANGED.get(name, name)] = "by a tracked change" if name in _CHANGED else plain(each)
    return found


def of_paragraph(holder: etree._Element | None, theme: Theme) -> Properties:
    """What the w:pPr of a paragraph, a style or a level sets."""
    found: Properties = {}
    seen = set()
    for each in _children(holder, "pPr"):
        name = etree.QName(each).localname
        if name in seen:
            found[f"{name}, written twice"] = plain(each)
        seen.add(name)
        if name in _SWITCHES:
            found[name] = "1" if is_on(each) else "0"
        elif name in _ON_BY_ITSELF:
            found[f"no {name}"] = "0" if is_on(each) else "1"
        elif name in _PLACES:
            found |= _PLACES[name](each, theme)
        elif name == "rPr":
            found |= _of_the_mark(each)
        elif name not in _BESIDE:
            found[name] = plain(each)
    return found


def _children(holder: etree._Element | None, name: str) -> Iterator[etree._Element]:
    for properties in () if holder is None else holder.iterchildren(f"{W}{name}"):
        yield from properties.iterchildren(etree.Element)


def _of_the_mark(element: etree._Element) -> Properties:
    """What is said of the end of a paragraph that lets it run into the next one."""
    gone = [name for name in ("vanish", "specVanish") if is_on(element.find(f"{W}{name}"))]
    gone += [name for name in ("ins", "del") if element.find(f"{W}{name}") is not None]
    return {"end of the paragraph": ", ".join(gone)} if gone else {}


def _colour(element: etree._Element, theme: Theme) -> Properties:
    return {"color": theme.colour(element, "val")}


def _two_lines_in_one(element: etree._Element, _: Theme) -> Properties:
    turned = [name for name in ("combine", "vert", "vertCompress") if (value(element, name) or "0") not in OFF]
    return {TWO_IN_ONE: " ".join(turned)}


def _highlight(element: etree._Element, _: Theme) -> Properties:
    return {"highlight": marker(value(element))}


def _shading(element: etree._Element, theme: Theme) -> Properties:
    return {"shading": ground(element, theme)}


def _fonts(element: etree._Element, theme: Theme) -> Properties:
    found = {}
    for kind in _FONTS:
        of_theme = value(element, f"{kind}Theme") or value(element, f"{kind.lower()}theme")
        name = theme.fonts.get(of_theme[:5].lower(), "") if of_theme else ""
        if name or value(element, kind):
            found[f"font.{kind}"] = name or value(element, kind)
    return found


_LETTERS: Mapping[str, Callable[[etree._Element, Theme], Properties]] = {
    "color": _colour,
    "highlight": _highlight,
    "shd": _shading,
    "rFonts": _fonts,
    "eastAsianLayout": _two_lines_in_one,
    "lang": lambda element, _: {"language": value(element)},
    "noProof": lambda element, _: {"noProof": "1" if is_on(element) else "0"},
    "snapToGrid": lambda element, _: {"no snapToGrid": "0" if is_on(element) else "1"},
}


def _indents(element: etree._Element, _: Theme) -> Properties:
    found = {}
    for name, typed in attributes(element).items():
        if name == "hanging":
            found["indent.first"] = f"-{typed}" if typed != "0" else "0"
        elif name == "firstLine" and not value(element, "hanging"):
            found["indent.first"] = typed
        elif name in _SIDES:
            found[f"indent.{_SIDES[name]}"] = typed
        elif name in _IN_LETTERS:
            found[f"indent.{name}"] = typed
    return found


def _spaces(element: etree._Element, _: Theme) -> Properties:
    found = {f"line.{key}": value(element, key) for key in ("line", "lineRule") if value(element, key)}
    return found | {f"space {key}": value(element, key) for key in SPACES if value(element, key)}


def _side(element: etree._Element, _: Theme) -> Properties:
    side = START.get(value(element), value(element))
    return {"alignment": "" if side == "left" else side}


def _tabs(element: etree._Element, _: Theme) -> Properties:
    """The tab stops; those that only say where the words behind a number begin are said by its indent."""
    found: Properties = {}
    for each in element.iterchildren(etree.Element):
        kind, leader = value(each), value(each, "leader")
        said = f"{START.get(kind, kind)} {leader if leader not in OFF else ''}".strip()
        found |= {} if kind == "num" else {f"tab stop at {value(each, 'pos')}": "" if kind == "clear" else said}
    return found


def _borders(element: etree._Element, _: Theme) -> Properties:
    sides = element.iterchildren(etree.Element)
    return {f"border, {etree.QName(each).localname}": border(each) for each in sides}


def border(side: etree._Element) -> str:
    """A line at a side of a paragraph or a cell; nothing for none."""
    if value(side) in OFF | {"nil", ""}:
        return ""
    said = [value(side, name) for name in ("val", "sz", "color", "space")]
    return " ".join("000000" if each == "auto" else each for each in said)


def _depth(element: etree._Element, _: Theme) -> Properties:
    return {"outlineLvl": "" if value(element) == "9" else f"level {value(element)}"}


_PLACES: Mapping[str, Callable[[etree._Element, Theme], Properties]] = {
    "ind": _indents,
    "spacing": _spaces,
    "jc": _side,
    "tabs": _tabs,
    "pBdr": _borders,
    "outlineLvl": _depth,
    "textAlignment": lambda element, _: {"textAlignment": "" if value(element) == "auto" else value(element)},
    "shd": _shading,
    "collapsed": lambda element, _: {FOLDED: "0" if attribute(element, "val") in OFF else "1"},
    "pPrChange": lambda *_: {"reformatted": "by a tracked change"},
}


def _number(typed: str) -> str:
    """A number without the units and zeros in which programs write it: "0", "none" and "baseline" are nothing.

    >>> _number("9.5pt"), _number("19"), _number("100%"), _number("none")
    ('19', '19', '100', '')
    """
    if typed in {"0", "none", "baseline"}:
        return ""
    if typed.endswith("pt"):
        try:
            return str(round(float(typed[:-2]) * 2))
        except ValueError:
            return typed
    return typed.removesuffix("%")


def plain(element: etree._Element) -> str:
    """An element as it is written, in a form that does not depend on spaces and the order of attributes."""
    own = sorted(f"{name}={said}" for name, said in attributes(element).items())
    return " ".join([etree.QName(element).localname, *own, *map(plain, element.iterchildren(etree.Element))])
