"""The blocks of a report as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pactwright.report import Block, Grid, Heading, Kept, Ladder, Legend, Line, Notice, Pairs, Part, Prose
from pactwright.writers.report.drawn import key_html, picture_html
from pactwright.writers.report.filtered import under_html
from pactwright.writers.report.labels import Labels
from pactwright.writers.report.marked import directed, escaped, line_html
from pactwright.writers.report.tables import grid_html


def blocks_html(blocks: Iterable[Block], labels: Labels) -> str:
    """The blocks in order."""
    return "\n".join(_block(block, labels) for block in blocks)


def _block(block: Block, labels: Labels) -> str:
    return _WRITTEN[type(block)](block, labels)


def _heading(heading: Heading, _: Labels) -> str:
    tag = f"h{heading.level + 1}"
    name = f' id="{escaped(heading.anchor)}"' if heading.anchor else ""
    first = ' class="first"' if heading.starts_page else ""
    number = f'<span class="number">{escaped(heading.number)}</span> ' if heading.number else ""
    return f"<{tag}{name}{first}>{number}{escaped(heading.text)}</{tag}>"


def _paragraph(line: Line, labels: Labels, kind: str = "") -> str:
    return f"<p{kind}{directed(line)}>{line_html(line, labels)}</p>"


def _legend(legend: Legend, _: Labels) -> str:
    entries = "".join(f"<li>{key_html(form)} {escaped(text)}</li>" for form, text in legend.entries)
    return f'<ul class="legend">{entries}</ul>'


def _pairs(block: Pairs, labels: Labels) -> str:
    rows = "\n".join(
        f"<div><dt>{escaped(key)}</dt><dd{directed(line)}>{line_html(line, labels)}</dd></div>"
        for key, line in block.pairs
    )
    return f'<dl class="pairs">\n{rows}\n</dl>'


def _ladder(ladder: Ladder, labels: Labels) -> str:
    places = "".join(_place(number, ladder, labels) for number, lines in enumerate(ladder.places) if lines)
    return f'<div class="ladder">{picture_html(ladder.picture)}\n<ol>{places}</ol></div>'


def _place(number: int, ladder: Ladder, labels: Labels) -> str:
    head = f'<span class="head">{escaped(ladder.heads[number])}</span>' if ladder.heads else ""
    titles = (f"<span{directed(line)}>{line_html(line, labels)}</span>" for line in ladder.places[number])
    return f'<li style="grid-area:1/{number + 1}">{head}{"".join(titles)}</li>'


def _kept(kept: Kept, labels: Labels) -> str:
    return f'<section class="kept">\n{blocks_html(kept.blocks, labels)}\n</section>'


_WRITTEN: Mapping[type[Block], Callable[..., str]] = {
    Heading: _heading,
    Prose: lambda prose, labels: _paragraph(prose.line, labels),
    Notice: lambda notice, labels: _paragraph(notice.line, labels, ' class="notice"'),
    Legend: _legend,
    Grid: grid_html,
    Pairs: _pairs,
    Ladder: _ladder,
    Kept: _kept,
    Part: lambda part, labels: f"<div{under_html(part.under)}>\n{blocks_html(part.blocks, labels)}\n</div>",
}
