"""The small pictures of a memo: where the answers to a question stand, and who bears something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pactwright.catalogue.pictures import WHOLE, at, picture_of, side_by_side
from pactwright.formats import joined
from pactwright.report import Mark, Picture, Sign, Stroke
from pactwright.review.model import Bearer, LedgerRow, Question, Review, Rung
from pactwright.review.words import words

SIGNS: Final[Mapping[str, Sign]] = {"chosen": "disc", "open": "ring", "refused": "cross"}


def ladder(question: Question) -> Picture:
    """The answers on six places; what can be seen is said of each place."""
    places = side_by_side([each.place for each in question.rungs])
    pairs = zip(question.rungs, places, strict=True)
    marks = tuple(Mark(place, SIGNS[each.standing]) for each, place in pairs)
    last = len(words()["scale"]) - 2
    return Picture(said_of(question), marks, (Stroke(at(0), at(last)),), tuple(at(each) for each in range(last + 1)))


def said_of(question: Question) -> str:
    """What a ladder shows, in words: what was chosen, what is open, what is not."""
    told = []
    for standing, name in (("chosen", "chosen"), ("open", "open_rung"), ("refused", "refused")):
        where = [_where(each) for each in question.rungs if each.standing == standing]
        if where:
            told.append(f"{words()[name]}: {joined(dict.fromkeys(where))}")
    return f"{question.heading}. {'; '.join(told)}."


def _where(rung: Rung) -> str:
    return str(words()["scale"][rung.place])


def axis() -> tuple[tuple[int, str], ...]:
    """What stands over the places of a ladder."""
    return tuple((at(int(place)), str(name)) for place, name in words()["axis"].items())


def bearing(review: Review, row: LedgerRow) -> Picture:
    """Who bears or gets something, between the city and the partner; the cell beside it says the same."""
    if not row.bearers:
        return Picture("", (), (Stroke(0, WHOLE, "dotted"),))
    found = [each for bearer in row.bearers for each in _marks(review, bearer)]
    is_bold = any(each.to == "shared" for each in row.bearers)
    marks = tuple(dict.fromkeys(_agreeing(each, row) for each in found))
    return Picture("", marks, (Stroke(0, WHOLE, "bold" if is_bold else "thin"),))


def _agreeing(mark: Mark, row: LedgerRow) -> Mark:
    """A mark as it stands; of two answers, with a sign of its own."""
    return Mark(mark.at, "bold-ring") if row.hole == "two" else mark


def _marks(review: Review, bearer: Bearer) -> Iterator[Mark]:
    to = next((each.end for each in review.sides if bearer.to in each.parties), bearer.to)
    if to == "shared" and (part := _part(review, bearer)) is not None:
        yield Mark(part, "disc")
        return
    drawn = picture_of(to)
    yield from drawn.marks if drawn else ()


def _is_last(end: str) -> bool:
    """Whether an end is that on the right."""
    drawn = picture_of(end)
    return drawn is not None and drawn.marks[0].at == WHOLE


def _part(review: Review, bearer: Bearer) -> int | None:
    """The part of the partner's side in percent, where each share is stated so; None where one is not."""
    if not bearer.parts or any(each.percent is None for each in bearer.parts):
        return None
    own = next((each.parties for each in review.sides if _is_last(each.end)), ())
    return min(WHOLE, round(sum(each.percent or 0 for each in bearer.parts if each.party in own)))
