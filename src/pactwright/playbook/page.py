"""The neutral's copy: where two playbooks meet, question by question, in figures, and what could be traded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pactwright import report
from pactwright.catalogue.pictures import at
from pactwright.library.positions import LIVES_WITH
from pactwright.library.values import range_in_words
from pactwright.playbook.marks import Answer, Meeting
from pactwright.playbook.pictures import DRAFT, SIGNS, bars_of, line_of
from pactwright.playbook.ranges import Ranges
from pactwright.playbook.trades import Move, Trade
from pactwright.playbook.words import said, scale, words
from pactwright.report import Cell, Grid, GridColumn, Heading, Line, Notice, Prose, Row, Words

BOTH = (0, 1)
CARES = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}"
MOST_WEIGHT = 3


def neutral_blocks(
    names: tuple[str, str], meetings: Sequence[Meeting], ranges: Sequence[Ranges], trades: Sequence[Trade]
) -> tuple[report.Block, ...]:
    """The blocks of the neutral's copy; `names` are those of the two sides."""
    return (
        Notice((Words(words()["hold"]),)),
        Prose(_count(meetings)),
        Heading(words()["questions"]),
        legend(with_zone=True),
        Prose((Words(said("upper", city=names[0], partner=names[1]), "quiet"),)),
        _questions(names, meetings),
        *_figures(names, ranges),
        Heading(words()["trades"]),
        *_trades(names, trades),
        Heading(words()["approvals"]),
        *_approvals(names, meetings),
    )


def legend(*, with_zone: bool) -> report.Legend:
    """What the signs mean, and the box round what both can live with."""
    entries = tuple((SIGNS[mark], words()[mark]) for mark in SIGNS)
    zone: tuple[tuple[Literal["zone"], str], ...] = (("zone", words()["both"]),) if with_zone else ()
    return report.Legend((*entries, *zone, (DRAFT, words()["in_draft"])))


def axis() -> tuple[tuple[int, str], ...]:
    """The words over the line."""
    last = len(scale()) - 1
    return tuple((at(number), name) for number, name in enumerate(scale()) if number % 2 == 0 or number == last)


def _count(meetings: Sequence[Meeting]) -> Line:
    shared = [each for each in meetings if each.zone]
    drafted = sum(1 for each in shared if each.zone[0].is_draft)
    missing = ", ".join(each.heading for each in meetings if not each.zone)
    told = said("missing", names=missing) if missing else words()["none_left"]
    counted = said("count", shared=len(shared), all=len(meetings), draft=drafted)
    return (Words(f"{counted} "), Words(told, "alert" if missing else "plain"))


def _questions(names: tuple[str, str], meetings: Sequence[Meeting]) -> Grid:
    columns = (
        GridColumn((Words(words()["question"]),), 17),
        GridColumn((Words(words()["answers"]),), 31, axis=axis()),
        GridColumn((Words(words()["where"]),), 34),
        *(GridColumn((Words(said("cares", party=each)),), 9) for each in names),
    )
    rows = tuple(
        Row(
            (
                Cell((Words(each.heading), Words(f" {each.clause}", "quiet"))),
                Cell((), line_of(each, BOTH)),
                Cell(tuple(_where(names, each))),
                *(Cell((Words(_weight(each, side)),)) for side in BOTH),
            )
        )
        for each in meetings
    )
    return Grid(words()["questions"], columns, rows, words()["no_approvals"])


def _weight(meeting: Meeting, side: int) -> str:
    position = meeting.positions[side]
    weight = position.weight if position else 0
    return CARES[0] * weight + CARES[1] * (MOST_WEIGHT - weight)


def _where(names: tuple[str, str], meeting: Meeting) -> Iterator[Words]:
    """Where the two meet, in words."""
    draft = meeting.draft
    if not meeting.zone:
        yield Words(f"{words()['no_overlap']} ", "alert")
        nearest = "; ".join(_standing(names, each) for each in _nearest(meeting))
        yield Words(said("nearest", answers=nearest))
        return
    first, *others = meeting.zone
    yield Words(first.title, "strong")
    yield Words(
        f" {words()['draft']}" if first.is_draft else f". {said('drafted', title=draft.title if draft else '')}"
    )
    if draft and not first.is_draft:
        yield Words(f" {said('outside', whose=_standing(names, draft))}", "alert")
    if others:
        yield Words(f" {said('also', titles='; '.join(each.title for each in others))}", "quiet")


def _nearest(meeting: Meeting) -> tuple[Answer, ...]:
    """The answers that one side lives with and the other does not refuse; else those that one side lives with."""
    open_ = [each for each in meeting.answers if not each.refused]
    lived = [each for each in open_ if LIVES_WITH.intersection(each.marks)]
    near = [each for each in lived if "never" not in each.marks]
    return tuple(near or lived)


def _standing(names: tuple[str, str], answer: Answer) -> str:
    marks = [words()[each] if each else words()["no_mark"] for each in answer.marks]
    return said(
        "stands", title=answer.title, city=names[0], city_mark=marks[0], partner=names[1], partner_mark=marks[1]
    )


def _figures(names: tuple[str, str], ranges: Sequence[Ranges]) -> Iterator[report.Block]:
    if not ranges:
        return
    columns = (
        GridColumn((Words(words()["figure"]),), 34),
        GridColumn((Words(words()["accepted"]),), 26),
        *(GridColumn((Words(each),), 20) for each in names),
    )
    rows = tuple(
        Row(
            (
                Cell((Words(each.ask), Words(f" {_overlap(each)}", "plain" if each.overlap else "alert"))),
                Cell((), bars_of(each)),
                *(Cell((Words(told or words()["everything"]),)) for told in each.words),
            )
        )
        for each in ranges
    )
    yield Heading(words()["ranges"])
    yield Grid(words()["ranges"], columns, rows)


def _overlap(ranges: Ranges) -> str:
    if not ranges.overlap:
        return words()["no_range"]
    low, high = (f"{each:,f}" for each in ranges.overlap)
    return said("overlap", range=range_in_words(low, high))


def _trades(names: tuple[str, str], trades: Sequence[Trade]) -> Iterator[report.Block]:
    if not trades:
        yield Prose((Words(words()["no_trades"]),))
        return
    yield Prose((Words(words()["trades_lead"], "quiet"),))
    for number, each in enumerate(trades, 1):
        moves = "; ".join(_move(move) for move in each.moves)
        gain = said(
            "gain", city=names[0], city_gain=f"{each.gains[0]:+d}", partner=names[1], partner_gain=f"{each.gains[1]:+d}"
        )
        yield Prose((Words(said("trade", number=number, moves=moves)), Words(f" {gain}", "quiet")))


def _move(move: Move) -> str:
    draft = move.meeting.draft
    before = draft.title if draft else ""
    return said("move", heading=move.meeting.heading, clause=move.meeting.clause, before=before, after=move.to.title)


def _approvals(names: tuple[str, str], meetings: Sequence[Meeting]) -> Iterator[report.Block]:
    """Who has to approve an answer of the draft, because its playbook does not live with it."""
    needed = [
        said("needed", heading=each.heading, clause=each.clause, party=_approver(names, each, side), title=draft.title)
        for each in meetings
        if (draft := each.draft)
        for side in BOTH
        if draft.marks[side] and draft.marks[side] not in LIVES_WITH
    ]
    yield from (Prose((Words(each),)) for each in needed or [words()["no_approvals"]])


def _approver(names: tuple[str, str], meeting: Meeting, side: int) -> str:
    position = meeting.positions[side]
    return f"{names[side]}, {position.approver}" if position and position.approver else names[side]
