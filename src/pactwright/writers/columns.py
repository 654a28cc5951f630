"""Setting plain text: wrapping, hanging numbers and columns, by the width that letters take on a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

WIDTH = 96
GUTTER = 2
_NARROWEST = 9  # a column with less room than this is no longer readable
_LINE_BREAK = re.compile("\r\n|\r|\n")
_NO_WIDTH = {"Mn", "Me", "Cf"}


def display_width(text: str) -> int:
    """The columns that a text takes on a screen: East Asian letters take two, combining marks none.

    >>> display_width("e\u0301"), display_width("\u57ce\u5e02")
    (1, 4)
    """
    return len(text) if text.isascii() else sum(map(_letter_width, text))


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """The text in lines of at most `width` columns; its own line breaks stay, a longer word is not cut.

    Only the plain space breaks a line: a no-break space holds its words together.
    """
    return [line for typed in _LINE_BREAK.split(text.expandtabs(4)) for line in _filled(typed, width)]


def hung(label: str, text: str, label_at: int, text_at: int, width: int = WIDTH) -> list[str]:
    """A numbered paragraph: the label at one column, the text at another, further lines under the text.

    A label that is too long pushes the text to the right.
    """
    start = " " * label_at + (f"{label} " if label else "")
    text_at = max(text_at, display_width(start))
    lines = wrapped(text, width - text_at)
    first = start + " " * (text_at - display_width(start)) + lines[0]
    return [first, *(" " * text_at + line for line in lines[1:])]


def labelled(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Label and value, one pair to a line."""
    return [line for label, value in pairs for line in hung(f"{label}:", value, 0, 12)]


def aligned(headings: Sequence[str], shares: Sequence[int], rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as columns, or as "heading: value" lines where columns would be too narrow; nothing without rows.

    `shares` are the columns' widths in percent. Without headings there are always columns.
    """
    widths = [(WIDTH - GUTTER * (len(shares) - 1)) * share // 100 for share in shares]
    if headings and min(widths) < _NARROWEST:
        return _records(headings, rows)
    heads = [*_row(headings, widths), "  ".join("-" * width for width in widths)] if headings else []
    return [*heads, *(line for row in rows for line in _row(row, widths))] if rows or headings else []


def _records(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        lines += [line for head, value in zip(headings, row, strict=True) for line in hung(f"{head}:", value, 0, 4)]
        lines.append("")
    return lines[:-1]


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    return beside([wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)], widths)


def beside(columns: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    """Columns of ready lines side by side."""
    return [
        (" " * GUTTER).join(_padded(text, width) for text, width in zip(line, widths, strict=True))
        for line in zip_longest(*columns, fillvalue="")
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _filled(text: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for word in text.split(" "):
        wide = display_width(word)
        if line and used + 1 + wide > width:
            yield line
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    yield line


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
