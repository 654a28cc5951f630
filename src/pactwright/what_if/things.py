"""What two drafts of one document are held against each other by: things that stay themselves when their numbers move.

A line is the same where its words are and its references lead to the same places, whatever numbers they print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeAlias

from pactwright.document import Block, Paragraph, Reference, Runs, Table, words

State: TypeAlias = Literal["new", "gone", "changed", "renumbered"]

CELLS = " | "


class Line(NamedTuple):
    """A line as it prints, and what must be the same for it to be the same line."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A part of a draft with an id of its own, such as a clause: its number, its title and its lines.

    The title is the first of the lines; it is empty, as the number is, where the thing is nothing but its lines.
    """

    id: str
    number: str
    title: str
    lines: tuple[Line, ...]


class Change(NamedTuple):
    """Lines that stand in one draft, and those that stand in their place in the other; one of the two may be none."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing that stands in one of two drafts alone, or otherwise in the other; `before` and `after` are its numbers.

    What is renumbered has the same words under another number, so that it has no changes.
    """

    id: str
    state: State
    title: str
    before: str
    after: str
    changes: tuple[Change, ...] = ()


def differences(before: Iterable[Thing], after: Iterable[Thing]) -> tuple[Difference, ...]:
    """The things of two drafts that are not the same, in the order of the second; what is gone keeps its place."""
    ours, theirs = _by_id(before), _by_id(after)
    return tuple(filter(None, (_difference(ours.get(each), theirs.get(each)) for each in _in_order(ours, theirs))))


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of some blocks: one for each paragraph, and for each row of a table, its headings first.

    A chart has none: it says what its table says.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            label = f"{block.label} " if block.label else ""
            yield Line(f"{label}{words(block.runs)}", f"{block.role}: {key_of(block.runs)}")
        elif isinstance(block, Table):
            yield from _rows(block)


def line(*cells: Runs) -> Line:
    """A line of some runs, side by side."""
    return Line(CELLS.join(map(words, cells)), CELLS.join(map(key_of, cells)))


def key_of(runs: Runs) -> str:
    """The words of some runs, with where a reference leads in place of the number that it prints.

    >>> from pactwright.document import Text
    >>> key_of((Text("see clause "), Reference("7.2", "_pw_1")))
    'see clause [_pw_1]'
    """
    return "".join(f"[{run.bookmark}]" if isinstance(run, Reference) else run.text for run in runs)


def _rows(table: Table) -> Iterator[Line]:
    headings = CELLS.join(column.heading for column in table.columns)
    yield Line(headings, headings)
    yield from (line(*row) for row in table.all_rows)


def _by_id(things: Iterable[Thing]) -> dict[str, Thing]:
    """The things by their ids; those that share one count as one."""
    found: dict[str, Thing] = {}
    for each in things:
        first = found.get(each.id)
        found[each.id] = Thing(each.id, first.number, first.title, first.lines + each.lines) if first else each
    return found


def _in_order(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    order = list(theirs)
    last = ""
    for each in ours:
        if each not in order:
            order.insert(order.index(last) + 1 if last else 0, each)
        last = each
    return order


def _difference(ours: Thing | None, theirs: Thing | None) -> Difference | None:
    one = theirs or ours
    if one is None or (ours == theirs):
        return None
    mine, now = ours.lines if ours else (), theirs.lines if theirs else ()
    numbers = (ours.number if ours else "", theirs.number if theirs else "")
    changes = tuple(_changes(mine, now))
    if ours is None or theirs is None:
        return Difference(one.id, "gone" if ours else "new", one.title, *numbers, changes)
    if changes:
        return Difference(one.id, "changed", one.title, *numbers, changes)
    return Difference(one.id, "renumbered", one.title, *numbers) if numbers[0] != numbers[1] else None


def _changes(mine: Sequence[Line], now: Sequence[Line]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [each.key for each in mine], [each.key for each in now], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace" and b - a == d - c:
            yield from (Change((one,), (other,)) for one, other in zip(mine[a:b], now[c:d], strict=True))
        elif kind != "equal":
            yield Change(tuple(mine[a:b]), tuple(now[c:d]))
