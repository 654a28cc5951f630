"""A row of the ledger as the cells of a table: what, who, share, at most, clause; a line for each bearing."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.ledger.model import Bearing, Limit, Row, Share

COLUMNS = ("What", "Who", "Share", "At most", "Clause")
TWO = "two answers"


def cells(row: Row) -> Iterator[tuple[str, ...]]:
    """The cells of each line of a row; "who" is empty where nobody bears it."""
    if not row.bearings:
        yield (_what(row, None), "", "", "", "")
    for number, each in enumerate(row.bearings):
        what = "" if number else _what(row, each)
        shares = "; ".join(share_in_words(one) for one in each.shares)
        limits = "; ".join(limit_in_words(one) for one in each.limits)
        yield (what, _who(each, row), shares, limits, each.place)


def _what(row: Row, bearing: Bearing | None) -> str:
    trigger = bearing.trigger if bearing else ""
    notes = filter(None, (f"under {row.under}" if row.under else "", f"from: {trigger}" if trigger else ""))
    said = "; ".join(notes)
    return f"{row.title} ({said})" if said else row.title


def _who(each: Bearing, row: Row) -> str:
    who = f"{each.who}, in the price" if each.manner == "priced" else each.who
    return f"{who} ({TWO})" if row.hole == "two" else who


def share_in_words(each: Share) -> str:
    """A share as it is said, in money too where that is known."""
    said = " ".join(filter(None, (each.who, each.percent)))
    return f"{said} ({each.in_money} {each.per})" if each.in_money else said


def limit_in_words(each: Limit) -> str:
    """A limit as it is said, in money too where that is known."""
    said = f"{each.who}: {each.said}" if each.who else each.said
    return f"{said} ({each.in_money})" if each.in_money not in {"", each.said} else said
