"""The pages of a PDF: lines with their places, as poppler reads them."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass

from tests.office import required

TOP, BELOW = 56.0, 50.0
"""Header and footer stand beyond these, in points from the upper and the lower edge."""

ONE_LINE = 3.0
"""A number and its heading stand on one line, though not to the point."""

_PAGE = re.compile(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL)
_WORD = re.compile(r">([^<]*)</word>")


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
    return Page(tuple(line for line in map(_line, _LINE.findall(inside)) if TOP <= line.top <= foot), foot)


def _line(found: tuple[str, str, str, str, str]) -> Line:
    left, top, right, _, words = found
    return Line(" ".join(map(html.unescape, _WORD.findall(words))), float(left), float(top), float(right))


def squeezed(text: str) -> str:
    """The text without any space, so that it does not matter where lines break."""
    return "".join(text.split())


def rows(page: Page) -> list[str]:
    """The lines of a page from edge to edge, without spaces."""
    across = sorted(page.lines, key=lambda line: line.left)
    tops = sorted({line.top for line in across})
    return [squeezed("".join(line.text for line in across if abs(line.top - top) < ONE_LINE)) for top in tops]
