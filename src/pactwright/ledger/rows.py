"""The ledger of a document, put together: what the spec lists, risks and rewards of the vocabulary, the bad days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Literal

from pactwright.document import words
from pactwright.ledger.entries import Entry, Places, Worth, entries_in, standing
from pactwright.ledger.figures import REGISTER_SHARES, limits_of, shares_of, trigger_of
from pactwright.ledger.model import PRICED, Bearing, Ledger, Manner, Row
from pactwright.ledger.register import RISK_ITEMS, register_rows
from pactwright.library.model import EVERY_OTHER, BadDay
from pactwright.printing.context import DraftContext


def ledger_of(context: DraftContext, places: Places, worth: Callable[[str], Worth]) -> Ledger:
    """Who bears or gets what in a document whose items stand at these places; `worth` works out a figure."""
    entries = tuple(entries_in(context, places, worth))
    rows = (*_register(context, entries, places), *_standing_rows(context, entries), *_day_rows(context, entries))
    binds = any("agreement" in each.kinds for each in context.selection.issues.values())
    return Ledger(context.outline.document, tuple(_judged(row, binds=binds) for row in rows))


def _register(context: DraftContext, entries: tuple[Entry, ...], places: Places) -> Iterator[Row]:
    """The rows of the spec; the risks of one party are those of whoever bears every other despite its clause.

    What is shared has the limit of all shared losses beside its own.
    """
    every = next((each for each in entries if (each.said.id, each.said.over) == (EVERY_OTHER, RISK_ITEMS[0])), None)
    shared = tuple(
        limit for each in entries if each.said.share == REGISTER_SHARES for limit in limits_of(context, each)
    )
    for row in register_rows(context, places, tuple(dict.fromkeys(shared))):
        is_own = row.address.partition(".")[0] == "risks" and context.spec.risks[row.id].owner in context.spec.parties
        taken = (_bearing(context, every),) if every and is_own else ()
        yield replace(row, bearings=taken) if taken else _by_kind(context, entries, row)


def _by_kind(context: DraftContext, entries: tuple[Entry, ...], row: Row) -> Row:
    """The row of the spec; where no clause speaks of the owners of risks, a listed one falls under its kind of risk."""
    risk = context.spec.risks.get(row.id) if row.address.startswith("risks.") else None
    if row.bearings or not risk or not risk.owner or not risk.risk:
        return row
    found = tuple(each for each in _bearings(context, entries, "risk", risk.risk) if not each.beside)
    return replace(row, bearings=found, under=f"risk {risk.risk}")


def _standing_rows(context: DraftContext, entries: tuple[Entry, ...]) -> Iterator[Row]:
    kinds: tuple[Literal["risk", "reward"], ...] = ("risk", "reward")
    for kind in kinds:
        for name, word in context.library.vocabulary[f"{kind}s"].items():
            yield Row(kind, name, word.get("meaning", name), f"{kind}s.{name}", _bearings(context, entries, kind, name))


def _day_rows(context: DraftContext, entries: tuple[Entry, ...]) -> Iterator[Row]:
    """A row for each day that the facts make possible and of which the document has to say something."""
    for day in context.library.seeds.bad_days.values():
        if context.selection.holds(day.when) is not True or not day.points_in(context.outline.document):
            continue
        own = _bearings(context, entries, "bad-day", day.id)
        above = _under(day) if all(each.beside for each in own) else ""
        kind, _, name = above.partition(" ")
        found = (*(_bearings(context, entries, kind, name) if above else ()), *own)
        under = "" if own else above
        yield Row("bad-day", day.id, day.title, f"bad-days.{day.id}", found, under=under)


def _under(day: BadDay) -> str:
    return f"risk {day.risk}" if day.risk else f"reward {day.reward}" if day.reward else ""


def _bearings(context: DraftContext, entries: tuple[Entry, ...], kind: str, name: str) -> tuple[Bearing, ...]:
    return tuple(_bearing(context, each) for each in standing(entries, kind, name))


def _bearing(context: DraftContext, entry: Entry) -> Bearing:
    said, option = entry.said, entry.selected.option
    return Bearing(
        said.to,
        _who(context, said.to),
        entry.place,
        f"{entry.selected.issue.id}/{option.id if option else ''}",
        said.item,
        _manner(said.to, is_priced=said.priced),
        shares_of(context, entry),
        limits_of(context, entry),
        trigger_of(context, entry),
        said.beside,
    )


def _manner(to: str, *, is_priced: bool) -> Manner:
    return PRICED if is_priced else to


def _who(context: DraftContext, to: str) -> str:
    """Whom a word means in the paper: the parties of a side by their names, else what the vocabulary prints."""
    if to in context.library.vocabulary["roles"]:
        return words((context.names.role(to, "all"),))
    word = context.library.vocabulary["allocation"].get(to, {})
    return word.get("prints", to)


def _judged(row: Row, *, binds: bool) -> Row:
    """The row with what is wrong: nobody bears it, or two options name different bearers for the same trigger."""
    if not row.bearings or (row.group == "risk" and all(each.beside for each in row.bearings)):
        return replace(row, hole="nobody") if binds else row
    two = any(
        not (one.beside or other.beside)
        and one.trigger == other.trigger
        and one.to != other.to
        and one.source != other.source
        for one, other in combinations(row.bearings, 2)
    )
    return replace(row, hole="two") if two else row
