"""What a paper leaves open of its bad days: a remark for a day with a hole or two answers, rows for the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.library.model import question

if TYPE_CHECKING:
    from pactwright.assembly.answering import PointAnswer
    from pactwright.library.model import BadDay
    from pactwright.printing.outline import SheetWords

ASKS = {
    "act": "who acts first",
    "pay": "who pays what",
    "decide": "who decides",
    "else": "what happens if not",
    "after": "what stands the day after",
}


def day_findings(answers: Iterable[PointAnswer]) -> Iterator[Finding]:
    """One remark for each day with a hole that an option could fill, and one for each with two answers to a point."""
    for day, found in _by_day(answers):
        if holes := [each for each in found if each.state == "unanswered"]:
            seen = f"{day.title}: the document does not say {'; '.join(map(_hole, holes))}"
            options = sorted({each for hole in holes for each in hole.options if not hole.items})
            fix = f"{', '.join(options)} can answer" if options else "say it in the clause"
            yield Finding("unanswered", "warning", _address(holes[0]), seen, "one answer to each", fix)
        if twice := [each for each in found if each.state == "twice"]:
            seen = f"{day.title}: two clauses answer {'; '.join(map(_twice, twice))}"
            yield Finding("answered-twice", "warning", _address(twice[0]), seen, "one answer to each", "leave one out")


def day_rows(answers: Iterable[PointAnswer], said: SheetWords) -> Iterator[tuple[str, str]]:
    """What the sheet says of each day that is not answered whole: the day, and what is missing."""
    for day, found in _by_day(answers):
        if waits := [each for each in found if each.state == "waits"]:
            asked = dict.fromkeys(ASKS[question(each.point)] for each in waits)
            yield day.title, said.waits.format(points=", ".join(asked))
        for each in found:
            if each.state in {"unanswered", "twice"}:
                line = said.unanswered if each.state == "unanswered" else said.twice
                yield day.title, line.format(point=_hole(each) if each.state == "unanswered" else _twice(each))


def waiting_days(answers: Iterable[PointAnswer]) -> tuple[str, ...]:
    """The days of which a point waits for a clause that the library does not have yet, by id."""
    return tuple(dict.fromkeys(each.day.id for each in answers if each.state == "waits"))


def _by_day(answers: Iterable[PointAnswer]) -> Iterator[tuple[BadDay, list[PointAnswer]]]:
    return ((found[0].day, found) for _, each in groupby(answers, lambda a: a.day.id) for found in [list(each)])


def _hole(each: PointAnswer) -> str:
    """A point that nothing answers, or whose items lack something."""
    asked = f"{ASKS[question(each.point)]} ({each.point})"
    where = ", ".join(item.label for item in each.items)
    return f"{asked}, since {where} lacks {each.lacks}" if where else asked


def _twice(each: PointAnswer) -> str:
    where = " and ".join(f"{item.label} ({item.name})" for item in each.items)
    return f"{ASKS[question(each.point)]} ({each.point}), in {where}"


def _address(each: PointAnswer) -> str:
    """The choice that would change it: of the issue that answers badly, else of the first that can."""
    issue = each.items[-1].name.partition("#")[0] if each.items else each.options[0].rpartition("/")[0]
    return f"choices.{issue}"
