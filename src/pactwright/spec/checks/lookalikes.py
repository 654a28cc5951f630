"""Whether two names look the same on paper, whatever their letters are.

The table is our own, small, and taken from Unicode's data of confusable characters: letters of the Cyrillic, Greek and
Armenian scripts that print like Latin ones. The package `confusable-homoglyphs` holds the whole data, but takes 1 MB
and a tenth of a second to load, and folds I, l and 1 into one ("Team 1", "Team l"), which names need apart.
"""

# ruff: noqa: RUF001, RUF002 - this is the one place where such letters are meant

from __future__ import annotations

import unicodedata
from typing import Final

_UPPER: Final = str.maketrans(
    "АВЕКМНОРСТУХЅІЈҮԌԜѴЬ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ" + "ՍՏՕ",
    "ABEKMHOPCTYXSIJYGWVb" + "ABEZHIKMNOPTYXC" + "USO",
)
_LOWER: Final = str.maketrans(
    "аеорсухѕіјһԁԛԝѵүг" + "αγινορυϲϳ" + "օսոցհ",
    "aeopcyxsijhdqwvyr" + "ayivopucj" + "oungh",
)
_LATIN: Final = str.maketrans("ıɑɡ", "iag")


def looks(name: str) -> tuple[str, str]:
    """Two forms of a name, of which equal ones look the same: without case and spacing, and also without script.

    >>> looks("Аcme  Pty Ltd")[1] == looks("ACME Pty Ltd")[1]
    True
    >>> looks("Team 1")[1] == looks("Team l")[1], looks("Møller")[1] == looks("Moller")[1]
    (False, False)
    """
    plain = "".join(char for char in unicodedata.normalize("NFKC", name) if unicodedata.category(char) != "Cf")
    latin = plain.translate(_UPPER).translate(_LOWER).translate(_LATIN)
    return _folded(plain), _folded(latin)


def odd_letters(name: str) -> tuple[str, ...]:
    """The letters of a name that print like Latin ones and are not, or do not print at all, by their Unicode names.

    >>> odd_letters("Аcme")
    ('U+0410 CYRILLIC CAPITAL LETTER A',)
    """
    tables = (_UPPER, _LOWER, _LATIN)
    strange = dict.fromkeys(c for c in name if unicodedata.category(c) == "Cf" or any(ord(c) in t for t in tables))
    return tuple(f"U+{ord(char):04X} {unicodedata.name(char)}" for char in strange)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
