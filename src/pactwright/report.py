"""A report in the middle: pages that people decide from, ready for any writer.

A memo, a comparison, a page of the library and a report on a batch are made of these blocks. Whoever makes one decides
every word, every order and every place on a line; a writer decides only how it looks. What a picture shows, the words
beside it say.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Tone: TypeAlias = Literal[
    "plain",
    "strong",
    "quiet",  # what may be skipped: who chose it, an id, an example
    "alert",  # what somebody has to act on; its words say so, too
    "added",  # not in the draft
    "removed",  # only in the draft
]
Sign: TypeAlias = Literal["disc", "ring", "bold-ring", "cross", "triangle", "square"]
"""Forms that differ without colour."""


class Words(Struct, frozen=True):
    """Some words in one tone; `to` leads to an anchor of the report ("#risk"), a page beside it or one of the web."""

    text: str
    tone: Tone = "plain"
    to: str = ""


Line: TypeAlias = tuple[Words, ...]


class Mark(Struct, frozen=True):
    """A sign on a picture, `at` so many percent of its width, in a row of marks (0 is the upper)."""

    at: int
    sign: Sign
    row: int = 0


class Stroke(Struct, frozen=True):
    """A line through a row of a picture, from one percentage of its width to another."""

    start: int
    end: int
    form: Literal["thin", "bold", "dotted"] = "thin"
    row: int = 0


class Picture(Struct, frozen=True):
    """Marks on lines; `alt` says the whole in a sentence, or is empty where the words beside it say it already.

    `ticks` are small upright strokes on the lines, `zones` tinted boxes round all rows, from one percentage to another.
    """

    alt: str
    marks: tuple[Mark, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    ticks: tuple[int, ...] = ()
    zones: tuple[tuple[int, int], ...] = ()
    rows: int = 1


class Heading(Struct, frozen=True):
    """A heading of the first to third level; `number` is that of a clause, `anchor` where links lead."""

    text: str
    level: Literal[1, 2, 3] = 1
    number: str = ""
    anchor: str = ""
    starts_page: bool = False


class Prose(Struct, frozen=True):
    """A paragraph."""

    line: Line


class Notice(Struct, frozen=True):
    """A paragraph that has to be read first, in a box."""

    line: Line


class Legend(Struct, frozen=True):
    """What the signs of the pictures below mean, in order."""

    entries: tuple[tuple[Sign | Literal["dotted", "zone"], str], ...]


class Cell(Struct, frozen=True):
    """What stands in a place of a grid: words, a picture before them, or both; `is_marked` tints it (in the draft)."""

    line: Line = ()
    picture: Picture | None = None
    columns: int = 1
    is_marked: bool = False


class Row(Struct, frozen=True):
    """A row of a grid, whose cells fill all its columns; the first cell of a plain one is its heading.

    A group has one cell and stands above the rows that belong to it; a total stands under all others. `under` are the
    filters that leave the row on the page, by their anchors; a row with none is left by all.
    """

    cells: tuple[Cell, ...]
    kind: Literal["plain", "group", "total"] = "plain"
    under: tuple[str, ...] = ()


class GridColumn(Struct, frozen=True):
    """A column of a grid: its heading, which is never empty, and its share of the width in percent.

    `axis` are words over places of its pictures, each at so many percent of their width.
    """

    heading: Line
    width: int
    align: Literal["left", "right"] = "left"
    is_marked: bool = False
    axis: tuple[tuple[int, str], ...] = ()


class Grid(Struct, frozen=True):
    """A table whose heading repeats on each page; `name` says what it holds, to whoever does not see the page.

    The widths of its columns add up to 100. With `nothing` instead of rows, that sentence stands in its place.
    """

    name: str
    columns: tuple[GridColumn, ...]
    rows: tuple[Row, ...]
    nothing: str = ""


class Pairs(Struct, frozen=True):
    """A list of keys and what stands to each."""

    pairs: tuple[tuple[str, Line], ...]


class Ladder(Struct, frozen=True):
    """The answers to a question on a line, and under each of its places the titles of those that stand there.

    All places are as wide: the first of six begins at 0 percent, the second at 17. `heads` are what they are called,
    which is said with the titles.
    """

    picture: Picture
    places: tuple[tuple[Line, ...], ...]
    heads: tuple[str, ...] = ()


class Kept(Struct, frozen=True):
    """Blocks that never part at the end of a page, as long as they fit on one."""

    blocks: tuple[Block, ...]


class Part(Struct, frozen=True):
    """Blocks that a filter leaves on the page or takes from it together; `under` are the filters that leave them."""

    blocks: tuple[Block, ...]
    under: tuple[str, ...]


Block: TypeAlias = Heading | Prose | Notice | Legend | Grid | Pairs | Ladder | Kept | Part


class Filter(Struct, frozen=True):
    """A link that leaves on the page what is `under` its anchor: how many there are, and what is said above these.

    Only a web page has filters, one at a time; a Word file and a text hold everything.
    """

    anchor: str
    label: str
    count: int
    line: Line


class Report(Struct, frozen=True):
    """A whole report: `kicker` and `foot` say whose copy it is, `lead_in` what it is about and that it is no advice.

    `filters` stand in groups, each under a heading; `pages` are files beside it to which its links may lead, too.
    `made_by` are the records of what it was made from (tool, digests), which print small at its end.
    """

    kicker: str
    title: str
    lead_in: str
    foot: str
    blocks: tuple[Block, ...]
    language: str = "en"
    paper: Literal["a4", "letter"] = "a4"
    is_wide: bool = False
    made_by: tuple[tuple[str, str], ...] = ()
    filters: tuple[tuple[str, tuple[Filter, ...]], ...] = ()
    pages: tuple[str, ...] = ()
