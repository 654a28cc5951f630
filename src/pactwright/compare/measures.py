"""How closely two looks are held against each other: as whoever reads the paper sees them, or as a person set them.

What programs round on every saving is no difference in either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pactwright.foreign.look.properties import FAR, SPACES

_NUMBER = re.compile(r"-?\d{1,6}")
_TAB = re.compile(r"tab stop at (-?\d{1,6})")
_FARTHEST_TAB = 9_800  # in twentieths of a point: behind it, words leave the column; Word sets one at its very edge
_ROW: Final = "row height"  # only an exact one is read: it cuts, so that none at all is never close to it
_MARGINS: Final = [f"margin in the cell, {side}" for side in ("left", "right", "top", "bottom")]
_WIDTHS: Final = ["width of the column", *(f"column {number} of the grid" for number in range(1, 64))]
_TABLES: Final = [f"width of the table ({kind})" for kind in ("pct", "dxa")]
_INDENTS: Final = ["indent.left", "indent.right", "indent.first"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is left out, and how far two numbers may lie apart and be the same; `is_strict` takes every distance."""

    idle: frozenset[str]
    close: Mapping[str, int]
    is_strict: bool = False

    def leaves_out(self, name: str) -> bool:
        """Whether a property counts for nothing."""
        tab = None if self.is_strict else _TAB.fullmatch(name)
        return name in self.idle or (tab is not None and 0 <= int(tab[1]) <= _FARTHEST_TAB)

    def is_close(self, name: str, mine: Mapping[str, str], now: Mapping[str, str]) -> bool:
        """Whether a property that differs is the same on paper."""
        one, other = mine.get(name, ""), now.get(name, "")
        if name.startswith("line."):
            one, other = (each.get("line.line", "240") for each in (mine, now))
            if len({each.get("line.lineRule", "auto") for each in (mine, now)}) > 1:
                return False
            name = "line.line"
        numbers = [each or "0" for each in (one, other)]
        if name not in self.close or not all(map(_NUMBER.fullmatch, numbers)) or (name == _ROW and not (one and other)):
            return False
        a, b = map(int, numbers)
        far = None if self.is_strict else FAR.get(name.removeprefix("space "))
        return abs(a - b) <= self.close[name] or (far is not None and 0 <= min(a, b) <= max(a, b) < far)


_OF_LINES = "keepNext keepLines pageBreakBefore contextualSpacing mirrorIndents suppressLineNumbers suppressOverlap"
_OF_LETTERS = "suppressAutoHyphens topLinePunct alignment outlineLvl textAlignment kern language noProof"
_OF_OTHERS = "widowControl wordWrap overflowPunct autoSpaceDE autoSpaceDN kinsoku snapToGrid adjustRightInd"
_OF_TABLES = "cell vAlign;cell noWrap;cell hideMark;cell headers;row cantSplit;row tblHeader;row jc;table jc"
_OF_TABLES += ";table tblLayout;table tblCaption;table tblDescription;table tblOverlap;least height of the row"
_ALL_SPACES: Final = [f"space {name}" for name in SPACES]

AS_READ: Final = Measure(
    frozenset([*_OF_LINES.split(), *_OF_LETTERS.split(), *(f"no {name}" for name in _OF_OTHERS.split())])
    | {f"border, {side}" for side in ("top", "bottom", "left", "right", "start", "end", "between", "bar")}
    | {f"border of the cell, {side}" for side in ("top", "bottom", "left", "right")}
    | {*_OF_TABLES.split(";"), "space beforeAutospacing", "space afterAutospacing"},
    {
        **dict.fromkeys(_INDENTS, 60),
        **dict.fromkeys(_MARGINS, 40),
        **dict.fromkeys(_ALL_SPACES, 0),
        "line.line": 8,
        **dict.fromkeys(_WIDTHS, 30),
        **dict.fromkeys(_TABLES, 250),
        "indent of the table": 120,
        _ROW: 20,
    },
)
"""As whoever reads it sees it: what only sets the words more or less well counts for nothing."""

AS_SET: Final = Measure(
    frozenset(["suppressAutoHyphens"]),  # LibreOffice writes it into every file
    {
        **dict.fromkeys(_INDENTS, 2),
        **dict.fromkeys(_MARGINS, 2),
        **dict.fromkeys(_ALL_SPACES, 2),
        "line.line": 8,
        **dict.fromkeys(_WIDTHS, 2),
        **dict.fromkeys(_TABLES, 2),
        "indent of the table": 2,
        _ROW: 2,
    },
    is_strict=True,
)
"""As a person set it: every property counts, and every number as closely as programs keep it."""
