"""Trades between two issues: each side gives on the one about which it cares less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pactwright.playbook.marks import Answer, Meeting, refusal
from pactwright.what_if import Standing
from pactwright.what_if.asked import Asked

MOST = 3
"""So many trades are shown."""


@dataclass(frozen=True, slots=True)
class Move:
    """An issue moved from the draft's answer to another, and what that gains or costs each side."""

    meeting: Meeting
    to: Answer
    gains: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trade:
    """Two moves that together cost neither side anything, by the weights of both playbooks."""

    moves: tuple[Move, Move]

    @property
    def gains(self) -> tuple[int, int]:
        """What the two sides gain."""
        one, other = self.moves
        return one.gains[0] + other.gains[0], one.gains[1] + other.gains[1]


def trades_of(now: Standing, meetings: Sequence[Meeting]) -> tuple[Trade, ...]:
    """The best trades, of which no two move the same issue, and each of which can be drafted."""
    moves = [move for each in meetings for move in _moves(each)]
    able = [Trade((one, other)) for one, other in combinations(moves, 2) if _is_trade(one, other)]
    able.sort(key=lambda each: (-sum(each.gains), [move.meeting.issue for move in each.moves]))
    taken: list[Trade] = []
    for each in able:
        used = {move.meeting.issue for trade in taken for move in trade.moves}
        if used.isdisjoint(move.meeting.issue for move in each.moves) and _can_be_drafted(now, each):
            taken.append(each)
        if len(taken) == MOST:
            break
    return tuple(taken)


def _moves(meeting: Meeting) -> Iterator[Move]:
    """The moves of an issue to an answer that nobody refuses."""
    draft = meeting.draft
    for to in meeting.answers:
        if draft and to is not draft and not to.refused and "never" not in to.marks:
            gains = [meeting.score(to, side) - meeting.score(draft, side) for side in (0, 1)]
            yield Move(meeting, to, (gains[0], gains[1]))


def _is_trade(one: Move, other: Move) -> bool:
    """Whether each side wins on one issue what it loses on the other, and neither loses in all."""
    is_given = all(move.gains[0] * move.gains[1] < 0 for move in (one, other))
    is_other = one.meeting.issue != other.meeting.issue and one.gains[0] * other.gains[0] < 0
    return is_given and is_other and all(one.gains[side] + other.gains[side] >= 0 for side in (0, 1))


def _can_be_drafted(now: Standing, trade: Trade) -> bool:
    """Whether the two answers go together, and with everything else."""
    return not refusal(now, [Asked(move.meeting.issue, move.to.option) for move in trade.moves])
