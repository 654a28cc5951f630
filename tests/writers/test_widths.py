"""Columns are as wide as planned, but wide enough for their longest word."""

from __future__ import annotations

from pactwright.document import Column, Table
from pactwright.writers.word.widths import fitted
from tests.writers.agreements import text

TEXT_WIDTH = 9072


def widths(planned: tuple[int, ...], *cells: str, heading: str = "") -> tuple[int, ...]:
    """The widths of a table of one row, in percent."""
    columns = tuple(Column(heading, width) for width in planned)
    return fitted(Table(columns, (tuple(map(text, cells)),)), TEXT_WIDTH)


def test_a_plan_that_cuts_no_word_stays() -> None:
    assert widths((20, 50, 30), "the Council", "Readings of the monitoring station", "15 February 2027") == (20, 50, 30)


def test_a_column_that_would_cut_a_word_takes_room_from_the_one_with_most_to_spare() -> None:
    first, *others = widths((10, 60, 30), "Subprocessors", "who", "what")
    assert first > 15
    assert others == [70 - first, 30]


def test_a_heading_is_no_more_cut_than_what_stands_below_it() -> None:
    assert min(widths((10, 60, 30), "a", "b", "c", heading="Subprocessors")) > 15


def test_an_amount_is_one_word() -> None:
    narrow, wide = widths((8, 92), "AUD 1,250,000.00", "x")
    assert (narrow > 16, narrow + wide) == (True, 100)


def test_a_word_that_fits_nowhere_leaves_the_others_whole() -> None:
    first, second, third = widths((10, 10, 80), "Subprocessors", "w" * 400, "kilometres")
    assert first + second + third == 100
    assert first > 15
    assert third >= 12
    assert second > 60
