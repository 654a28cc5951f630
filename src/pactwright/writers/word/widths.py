"""How wide the columns of a table are: as planned, but never so narrow that a word is cut."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from math import ceil

from pactwright.document import Runs, Table, words
from pactwright.writers.word.runs import with_amounts_whole

_SIZE = 9.5
_MARGINS = 9.0
"""Points: the letters of a table in the built-in theme, and what a cell leaves free at its two sides."""

_ENDS = re.compile(r"[ \n\t]+|(?<=[-/])")
"""Where a line may end; a no-break space holds words together."""

_LETTERS: Mapping[str, float] = {
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZw", 0.72),
    **dict.fromkeys("MWm@%", 0.92),
    **dict.fromkeys("cksvxyzJ", 0.5),
    **dict.fromkeys("r-()", 0.34),
    **dict.fromkeys("ijltfI.,:;'|!/[]\u00a0", 0.28),
}
_OTHERS = 0.56
"""The width of a letter in parts of its size, as in Arial: fonts without serifs hardly differ, others are narrower."""


def fitted(table: Table, text_width: int) -> tuple[int, ...]:
    """The widths of the columns in percent; `text_width` is that of the text, in twentieths of a point.

    A column that would cut a word takes what it lacks from those that have most to spare. Where there is not room for
    all, it is the longest word that is cut.
    """
    planned = [column.width for column in table.columns]
    columns = zip((column.heading for column in table.columns), *table.all_rows, strict=True)
    least = [_least(heading, tuple(cells), text_width) for heading, *cells in columns]
    for _ in range(sum(least) - sum(planned)):
        least[least.index(max(least))] -= 1
    widths = list(map(max, planned, least))
    for _ in range(sum(widths) - sum(planned)):
        spare = [width - need for width, need in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return tuple(widths)


@lru_cache(maxsize=512)
def _least(heading: str, cells: tuple[Runs, ...], text_width: int) -> int:
    """The share of the text in percent that the longest word of a column needs."""
    texts = (heading, *map(words, cells))
    longest = max(_width(word) for text in texts for word in _ENDS.split(with_amounts_whole(text)))
    return ceil((longest * _SIZE + _MARGINS) * 20 * 100 / text_width)


@lru_cache(maxsize=4096)
def _width(word: str) -> float:
    """The width of a word in parts of the size of its letters."""
    return sum(_LETTERS.get(letter, _OTHERS) for letter in word)
