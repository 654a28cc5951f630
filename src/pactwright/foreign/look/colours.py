"""Colours as they come out on paper: of the theme, tinted or shaded, on the ground that lies under them."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass, field

from lxml import etree

from pactwright.foreign.markup import W

AUTO = "auto"
PAPER = "FFFFFF"

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LINEAR = 0.04045  # below it, the curve of sRGB is a straight line
_HEX = re.compile("[0-9A-Fa-f]{6}")
_MAPPED = {"background1": "lt1", "text1": "dk1", "background2": "lt2", "text2": "dk2", "hyperlink": "hlink"}
_SHORT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "dark1": "dk1", "light1": "lt1"}
_LONG = {"dark2": "dk2", "light2": "lt2", "followedHyperlink": "folHlink"}
_MARKERS = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "00FF00",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "darkRed": "800000",
    "darkGreen": "008000",
    "darkBlue": "000080",
    "darkYellow": "808000",
    "darkCyan": "008080",
    "darkMagenta": "800080",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme by their names ("dk1"), and its two fonts ("major", "minor")."""

    colours: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)

    def colour(self, element: etree._Element, value: str, theme: str = "themeColor") -> str:
        """The colour that an element names in two attributes: itself, or by the theme with a tint or a shade."""
        named = element.get(f"{W}{theme}") or ""
        typed = element.get(f"{W}{value}") or AUTO
        name = _MAPPED.get(named) or _SHORT.get(named) or _LONG.get(named) or named
        if name not in self.colours:
            return typed.upper() if _HEX.fullmatch(typed) else AUTO
        kind = theme.removesuffix("Color")
        tint, shade = (element.get(f"{W}{kind}{each}") for each in ("Tint", "Shade"))
        return _toned(self.colours[name], tint, shade)


def theme_from(root: etree._Element | None) -> Theme:
    """The theme of a file, an empty one where it has none."""
    if root is None:
        return Theme()
    scheme = root.find(f".//{_A}clrScheme")
    colours = {}
    for each in () if scheme is None else scheme:
        shown = next((child.get("lastClr") or child.get("val") or "" for child in each), "")
        if _HEX.fullmatch(str(shown)):
            colours[etree.QName(each).localname] = str(shown).upper()
    fonts = {}
    for kind in ("major", "minor"):
        latin = root.find(f".//{_A}{kind}Font/{_A}latin")
        fonts[kind] = "" if latin is None else latin.get("typeface") or ""
    return Theme(colours, fonts)


def marker(name: str) -> str:
    """The colour of a highlighting pen, nothing for none."""
    return _MARKERS.get(name, "")


def ground(shading: etree._Element | None, theme: Theme) -> str:
    """What a shading lays under the letters; nothing where it lets the ground through."""
    if shading is None:
        return ""
    pattern = shading.get(f"{W}val") or "clear"
    under, over = theme.colour(shading, "fill", "themeFill"), theme.colour(shading, "color")
    if pattern in {"clear", "nil"}:
        return "" if under == AUTO else under
    share = _share(pattern)
    return mixed(under if under != AUTO else PAPER, over if over != AUTO else "000000", share)


def mixed(under: str, over: str, share: float) -> str:
    """Two colours, the second with a share from 0 to 1."""
    pairs = zip(_parts(under), _parts(over), strict=True)
    return "".join(f"{round(255 * (a + (b - a) * share)):02X}" for a, b in pairs)


def contrast(colour: str, under: str) -> float:
    """The contrast of a colour on a ground, from 1 to 21, as WCAG 2.1 defines it; letters of no colour are readable.

    >>> contrast("000000", "FFFFFF"), contrast("FFFFFF", ""), contrast("auto", "000000")
    (21.0, 1.0, 21.0)
    """
    if colour == AUTO:
        return 21.0
    light, dark = sorted((_luminance(colour), _luminance(under or PAPER)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _share(pattern: str) -> float:
    found = re.fullmatch(r"pct(\d+)", pattern)
    return int(found[1]) / 100 if found else 1.0 if pattern == "solid" else 0.5


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))


def _luminance(colour: str) -> float:
    red, green, blue = (each / 12.92 if each <= _LINEAR else ((each + 0.055) / 1.055) ** 2.4 for each in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _toned(colour: str, tint: str | None, shade: str | None) -> str:
    hue, light, full = colorsys.rgb_to_hls(*_parts(colour))
    for kind, typed in (("tint", tint), ("shade", shade)):
        if typed and re.fullmatch("[0-9A-Fa-f]{1,2}", typed):
            share = int(typed, 16) / 255
            light = light * share + (1 - share if kind == "tint" else 0)
    return "".join(f"{round(255 * each):02X}" for each in colorsys.hls_to_rgb(hue, light, full))
