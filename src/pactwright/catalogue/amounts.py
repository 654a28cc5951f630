"""The figures that the options of an issue ask for, as a table below their comparison."""

from __future__ import annotations

from pactwright.catalogue.records import ComparedFigure, Comparison
from pactwright.catalogue.words import words
from pactwright.formats import capital
from pactwright.report import Block, Cell, Grid, GridColumn, Heading, Row, Words

AMOUNTS = (16, 26, 24, 12, 22)
"""The widths of the columns: figure, what it asks, in the library, here, why."""


def amounts_blocks(made: Comparison) -> tuple[Block, ...]:
    """The figures to set, with what the library says of each and what it is here."""
    said = words()["comparison"]["amounts"]
    if not made.amounts:
        return ()
    keys = ("figure", "ask", "value", "here", "why") if made.document else ("figure", "ask", "value", "why")
    widths = AMOUNTS if made.document else (*AMOUNTS[:3], AMOUNTS[3] + AMOUNTS[4])
    columns = tuple(GridColumn((Words(said[key]),), width) for key, width in zip(keys, widths, strict=True))
    return (
        Heading(said["title"], starts_page=True),
        Grid(said["title"], columns, tuple(_amount(each, keys) for each in made.amounts)),
    )


def _amount(each: ComparedFigure, keys: tuple[str, ...]) -> Row:
    figure = each.figure
    texts = {
        "figure": capital(figure.label),
        "ask": figure.ask,
        "value": figure.value,
        "here": each.here,
        "why": figure.why,
    }
    for_options = (Words(f"\n{', '.join(figure.options)}", "quiet"),) if figure.options else ()
    cells = (Cell((Words(texts[key]), *(for_options if key == "figure" else ()))) for key in keys)
    return Row(tuple(cells))
