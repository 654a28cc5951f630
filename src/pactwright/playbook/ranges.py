"""The ranges of values that two playbooks accept, each on the line of what the library lets be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pactwright.library.model import Parameter
from pactwright.library.positions import Position, Range
from pactwright.library.values import bound, limit, number_in
from pactwright.playbook.marks import Meeting
from pactwright.what_if import Standing

Span = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Ranges:
    """A figure of an issue: what each side accepts, in its words, and both on the line from `whole`'s low to its high.

    A side that says nothing of it accepts everything, and has no words.
    """

    issue: str
    name: str
    ask: str
    words: tuple[str, str]
    whole: Span
    spans: tuple[Span, Span]

    @property
    def overlap(self) -> Span | None:
        """What both accept."""
        low, high = max(each[0] for each in self.spans), min(each[1] for each in self.spans)
        return (low, high) if low <= high else None

    def at(self, value: Decimal) -> int:
        """Where a value stands on the line, in percent."""
        low, high = self.whole
        return round(100 * (value - low) / (high - low)) if high > low else 0


def ranges_of(now: Standing, meetings: Sequence[Meeting]) -> Iterator[Ranges]:
    """Each figure for which a playbook has a range, and whose line has two ends in the library."""
    for meeting in meetings:
        issue = now.source.library.issues[meeting.issue]
        named = dict.fromkeys(name for each in meeting.positions if each for name in each.ranges)
        for parameter in (issue.parameters[name] for name in named):
            if whole := _whole(parameter, now.source.spec.money.currency or ""):
                city, partner = (_range(each, parameter.name) for each in meeting.positions)
                words = (city.words, partner.words)
                spans = (_span(city, whole), _span(partner, whole))
                yield Ranges(meeting.issue, parameter.name, parameter.ask, words, whole, spans)


def _whole(parameter: Parameter, currency: str) -> Span | None:
    low, high = (bound(parameter, limit(parameter, each, currency)) for each in (parameter.min, parameter.max))
    return None if low is None or high is None else (low, high)


def _range(position: Position | None, name: str) -> Range:
    return position.ranges.get(name, Range()) if position else Range()


def _span(accepted: Range, whole: Span) -> Span:
    """The range within the line, open ends filled."""
    low, high = (number_in(each) for each in (accepted.least, accepted.most))
    return (whole[0] if low is None else max(low, whole[0]), whole[1] if high is None else min(high, whole[1]))
