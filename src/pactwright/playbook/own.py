"""One side's own copy: its own marks and the draft, and of the other side one word a question.

Nothing else in it rests on the other side's playbook, so that two playbooks which meet the same questions make the same
copy, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactwright import report
from pactwright.library.positions import LIVES_WITH
from pactwright.playbook.marks import Meeting
from pactwright.playbook.page import axis, legend
from pactwright.playbook.pictures import line_of
from pactwright.playbook.words import words
from pactwright.report import Cell, Grid, GridColumn, Heading, Prose, Row, Words


def own_blocks(side: int, meetings: Sequence[Meeting]) -> tuple[report.Block, ...]:
    """The blocks of a side's own copy: the questions that its own playbook names."""
    own = [each for each in meetings if each.positions[side]]
    return (
        Heading(words()["questions"]),
        legend(with_zone=False),
        Prose((Words(words()["own_row"], "quiet"),)),
        Grid(words()["questions"], _columns(), tuple(_row(side, each) for each in own), words()["no_approvals"]),
    )


def _columns() -> tuple[GridColumn, ...]:
    return (
        GridColumn((Words(words()["question"]),), 22),
        GridColumn((Words(words()["mine"]),), 26, axis=axis()),
        GridColumn((Words(words()["in_draft"]),), 30),
        GridColumn((Words(words()["other"]),), 11),
        GridColumn((Words(words()["approver"]),), 11),
    )


def _row(side: int, meeting: Meeting) -> Row:
    meets = words()["meets" if meeting.zone else "does_not_meet"]
    position, draft = meeting.positions[side], meeting.draft
    is_lived = draft is not None and draft.marks[side] in LIVES_WITH
    approver = position.approver if position and not is_lived else ""
    return Row(
        (
            Cell((Words(meeting.heading), Words(f" {meeting.clause}", "quiet"))),
            Cell((), line_of(meeting, (side,))),
            Cell(tuple(_draft(side, meeting))),
            Cell((Words(meets, "plain" if meeting.zone else "alert"),)),
            Cell((Words(approver),) if approver else ()),
        )
    )


def _draft(side: int, meeting: Meeting) -> Iterator[Words]:
    """The draft's answer and how this side stands to it."""
    if draft := meeting.draft:
        mark = draft.marks[side]
        yield Words(draft.title, "strong")
        if mark:
            yield Words(f" {words()[mark]}", "plain" if mark in LIVES_WITH else "alert")
