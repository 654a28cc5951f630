"""The pages of a PDF: lines with their places, as poppler reads them."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tests.office import required

TOP, BELOW = 56.0, 50.0
"""Header and footer stand beyond these, in points from the upper and the lower edge."""

ONE_LINE = 3.0
"""A number and its heading stand on one line, though not to the point."""

BESIDE = 1.2
"""Points by which the edges of two lines of one column may differ."""

_PAGE = re.compile(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>')

GUTTER = 6.0
"""Points between two words that stand in two cells, or a number and its words; a space of ours is half as wide."""


@dataclass(frozen=True)
class Line:
    """A line of a page, or of a column or a cell of it, in points from the left and the upper edge."""

    text: str
    left: float
    top: float
    right: float


@dataclass(frozen=True)
class Page:
    """What stands on a page between header and footer, in the order of reading, and how far down it could reach."""

    lines: tuple[Line, ...]
    foot: float

    @property
    def filled(self) -> float:
        """How much of the height is in use, from 0 to 1."""
        return (max((line.top for line in self.lines), default=TOP) - TOP) / (self.foot - TOP)

    @cached_property
    def columns(self) -> tuple[tuple[Line, ...], ...]:
        """Lines that begin, or end, one below the other: what stands in a column of a table, and more."""
        edges = {(side, round(getattr(line, side))) for line in self.lines for side in ("left", "right")}
        return tuple(self._column(side, at) for side, at in sorted(edges))

    def _column(self, side: str, at: int) -> tuple[Line, ...]:
        near = (line for line in self.lines if abs(getattr(line, side) - at) < BESIDE)
        return tuple(sorted(near, key=lambda line: line.top))

    @cached_property
    def rows(self) -> list[str]:
        """The lines from edge to edge, without spaces."""
        across = sorted(self.lines, key=lambda line: line.left)
        tops = sorted({line.top for line in across})
        return [squeezed("".join(line.text for line in across if abs(line.top - top) < ONE_LINE)) for top in tops]

    @property
    def said(self) -> str:
        """Its words without any space, so that it does not matter where lines break."""
        return squeezed("".join(line.text for line in self.lines))


def pages_of(printed: bytes) -> tuple[Page, ...]:
    """The pages of a PDF."""
    required("pdftotext")
    command = ["pdftotext", "-bbox-layout", "-", "-"]
    found = subprocess.run(command, input=printed, check=True, capture_output=True, timeout=60).stdout.decode()
    return tuple(_page(float(height) - BELOW, inside) for height, inside in _PAGE.findall(found))


def _page(foot: float, inside: str) -> Page:
    lines = (line for found in _LINE.findall(inside) for line in _lines(float(found[1]), found[4]))
    return Page(tuple(line for line in lines if TOP <= line.top <= foot), foot)


def _lines(top: float, inside: str) -> Iterator[Line]:
    """What poppler takes for one line, parted where a gutter is: two cells may stand that close."""
    words = [(float(left), float(right), html.unescape(word)) for left, right, word in _WORD.findall(inside)]
    starts = [n for n, (left, _, _) in enumerate(words) if not n or left - words[n - 1][1] > GUTTER]
    for start, end in pairwise([*starts, len(words)]):
        each = words[start:end]
        yield Line(" ".join(word for _, _, word in each), each[0][0], top, each[-1][1])


def squeezed(text: str) -> str:
    """The text without any space, so that it does not matter where lines break."""
    return "".join(text.split())
