"""The blocks of a report as paragraphs and tables of Word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from pactwright.report import Block, Grid, Heading, Kept, Ladder, Legend, Notice, Pairs, Part, Prose
from pactwright.writers.report.shapes import key_shapes
from pactwright.writers.report.word.drawing import Frame, drawn_xml, picture_xml
from pactwright.writers.report.word.lines import paragraph, typed_xml
from pactwright.writers.report.word.places import Places
from pactwright.writers.report.word.tables import grid_xml, plain_row, plain_table, whole_row
from pactwright.writers.word.paragraphs import styled

_KEYS = (20, 80)
_LEFT_ONLY = (8, 0)
_SIXTHS = (17, 17, 17, 17, 16, 16)
_GAP = "\N{NO-BREAK SPACE}", "   "
_KEY = Frame(0, 0, 16, 16)
_PIXEL = 15  # twentieths of a point
_STYLED = re.compile(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)")


def blocks_xml(blocks: Iterable[Block], places: Places) -> str:
    """The blocks in order."""
    return "".join(_WRITTEN[type(block)](block, places) for block in blocks)


def _heading(heading: Heading, places: Places) -> str:
    words = typed_xml(heading.text)
    if heading.number:
        words = typed_xml(heading.number, "Number") + typed_xml("  ") + words
    if heading.anchor:
        number, name = places.bookmark(heading.anchor)
        words = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{number}"/>'
    made = styled(f"Heading{heading.level}", words)
    return made.replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>", 1) if heading.starts_page else made


def _legend(legend: Legend, places: Places) -> str:
    keys = (
        drawn_xml(key_shapes(form), "", _KEY, places.picture()) + typed_xml(_GAP[0] + text)
        for form, text in legend.entries
    )
    return styled("Legend", typed_xml(_GAP[1]).join(keys))


def _pairs(pairs: Pairs, places: Places) -> str:
    contents = ((styled("Key", typed_xml(key)), paragraph("TableText", line, places)) for key, line in pairs.pairs)
    return plain_table((plain_row(_KEYS, each) for each in contents), _KEYS, "Pairs", places)


def _ladder(ladder: Ladder, places: Places) -> str:
    """One table: the picture in a row of its own, and the titles below."""
    drawn = picture_xml(ladder.picture, places.width / _PIXEL, places.picture(), _LEFT_ONLY)
    titles = [_place(number, ladder, places) for number in range(len(ladder.places))]
    rows = (whole_row(styled("Ladder", drawn), len(titles)), plain_row(_SIXTHS, titles))
    return plain_table(rows, _SIXTHS, "Unruled", places)


def _place(number: int, ladder: Ladder, places: Places) -> str:
    lines = ladder.places[number]
    if not lines:
        return styled("Place", "")
    head = styled("PlaceHead", typed_xml(ladder.heads[number])) if ladder.heads else ""
    return head + "".join(paragraph("Place", line, places) for line in lines)


def _kept(kept: Kept, places: Places) -> str:
    """The blocks, each paragraph on the page of the next; the last one is held by those before it."""
    inside = blocks_xml(kept.blocks, places)
    last = inside.rfind("<w:p>")
    return _STYLED.sub(r"\1<w:keepNext/>", inside[:last]) + inside[last:]


_WRITTEN: Mapping[type[Block], Callable[..., str]] = {
    Heading: _heading,
    Prose: lambda prose, places: paragraph("BodyText", prose.line, places),
    Notice: lambda notice, places: paragraph("Notice", notice.line, places),
    Legend: _legend,
    Grid: grid_xml,
    Pairs: _pairs,
    Ladder: _ladder,
    Kept: _kept,
    Part: lambda part, places: blocks_xml(part.blocks, places),
}
