"""Words in lines, as the pages of a memo need them."""

from __future__ import annotations

from collections.abc import Iterable

from pactwright.formats import capital
from pactwright.report import Cell, Grid, GridColumn, Line, Row, Words
from pactwright.review.model import Point
from pactwright.review.words import said, words


def line(text: str) -> Line:
    """Some words, or none."""
    return (Words(text),) if text else ()


def clause(number: str) -> Line:
    """The number of a clause behind what it says."""
    return (Words(f" ({number})", "quiet"),) if number else ()


def points(every: Iterable[Point]) -> Line:
    """Points one below the other, each with its clause."""
    found: list[Words] = []
    for each in every:
        found += [Words(f"{chr(10) if found else ''}{capital(each.text)}"), *clause(each.clause)]
    return tuple(found) or line(capital(str(words()["nothing"])))


def some_of(names: Iterable[str], shown: int, between: str = ", ") -> str:
    """The first of some names, and how many there are besides."""
    every = list(names)
    rest = said("and_more", count=len(every) - shown)
    return f"{between.join(every[:shown])} {rest}" if len(every) > shown else between.join(every)


def row(*lines: Line) -> Row:
    """A plain row of words."""
    return Row(tuple(map(Cell, lines)))


def grid(name: str, columns: Iterable[tuple[str, int]], rows: Iterable[Row], nothing: str = "") -> Grid:
    """A table with headings of words, each with its share of the width."""
    heads = tuple(GridColumn(line(heading), width) for heading, width in columns)
    return Grid(name, heads, tuple(rows), nothing)


def group(name: str) -> Row:
    """A row that stands above those that belong to it."""
    return Row((Cell(line(name)),), "group")
