"""The memo as a report: the pages of the meeting in the order of the hour, and what is looked up behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pactwright.report import Block, Heading, Report
from pactwright.review.front import decision_blocks, lead_in, side_blocks
from pactwright.review.middle import (
    barrier_blocks,
    day_blocks,
    deal_blocks,
    default_blocks,
    law_blocks,
    ledger_blocks,
)
from pactwright.review.model import Review
from pactwright.review.words import said, words

MEETING = (decision_blocks, side_blocks, barrier_blocks, law_blocks, deal_blocks, ledger_blocks, day_blocks)
ANNEX = (default_blocks,)


def memo(review: Review, questions: tuple[Block, ...] = ()) -> Report:
    """The report of a memo; its head and its foot say whose copy it is.

    `questions` are the pages that go through the draft question by question; a memo for the meeting alone has none.
    """
    behind = (Heading(words()["questions"], anchor="questions", starts_page=True), *questions) if questions else ()
    kicker = said("kicker", copy=copy_of(review))
    return Report(
        kicker=kicker,
        title=review.project,
        lead_in=lead_in(review),
        foot=f"{kicker} \N{MIDDLE DOT} {review.project}",
        blocks=(*_of(review, MEETING), *behind, *_of(review, ANNEX)),
        language=review.language,
        paper=review.paper,
        made_by=review.made_by,
    )


def _of(review: Review, parts: Iterable[Callable[[Review], Iterator[Block]]]) -> Iterator[Block]:
    return (block for made in parts for block in made(review))


def copy_of(review: Review) -> str:
    """Whose copy a memo is, and not whose."""
    audience = review.audience
    if audience.is_joint:
        return str(words()["joint_copy"])
    return said("own_copy", reader=audience.called, other=audience.other)
