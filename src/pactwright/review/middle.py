"""The pages behind the first: barriers, figures of law, the whole deal, the ledger, bad days, what nobody chose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pactwright.catalogue.pictures import WHOLE
from pactwright.formats import capital, printed_date
from pactwright.library.model import question
from pactwright.report import Block, Cell, Grid, GridColumn, Heading, Legend, Line, Prose, Row, Words
from pactwright.review.case import DASH, ranges
from pactwright.review.lines import clause, grid, group, line, row, some_of
from pactwright.review.model import Barrier, Bearer, Day, LawFigure, LedgerRow, Question, Review
from pactwright.review.pictures import axis, bearing, ladder
from pactwright.review.words import said, words

REASONS: Final = 2
NAMED: Final = 4
"""So many missing answers of a barrier are named; the rest is counted."""
DAY: Final = "bad-day"


def barrier_blocks(review: Review) -> Iterator[Block]:
    """How the draft answers each barrier."""
    yield Heading(words()["barriers"], anchor="barriers")
    yield Prose(line(words()["barriers_lead"]))
    columns = ((words()["barrier"], 22), (words()["how"], 46), (words()["answers_here"], 11), (words()["missing"], 21))
    yield grid(words()["barriers"], columns, map(_barrier, review.barriers))


def _barrier(each: Barrier) -> Row:
    found: list[Words] = []
    for number, answer in enumerate(each.answered[:REASONS]):
        found += [Words(f"{' ' if number else ''}{answer.reason}"), *clause(answer.clause)]
    rest = ranges(one.clause for one in each.answered[REASONS:])
    if rest:
        found.append(Words(f" {said('also', clauses=rest)}", "quiet"))
    how = tuple(found) or (Words(capital(words()["no_answer"]), "alert"),)
    some = said("count", some=len(each.answered), all=len(each.answered) + len(each.missing))
    missing = some_of((one.heading for one in each.missing), NAMED)
    return row(line(each.title), how, line(some), line(missing))


def law_blocks(review: Review) -> Iterator[Block]:
    """Figures of law, with the day on which each was looked up."""
    yield Heading(words()["law"], anchor="law")
    columns = ((words()["figure"], 37), (words()["value"], 29), (words()["in_force"], 17), (words()["looked_up"], 17))
    rows = (
        row(line(each.title), line(each.printed), line(_day(review, each.valid_from)), _checked(review, each))
        for each in review.law
    )
    yield grid(words()["law"], columns, rows, words()["no_law"])


def _day(review: Review, day: str) -> str:
    return printed_date(date.fromisoformat(day), review.language) if day else ""


def _checked(review: Review, each: LawFigure) -> Line:
    if each.is_checked:
        return line(_day(review, each.checked_on))
    said_so = (
        said("not_checked_since", day=_day(review, each.checked_on)) if each.checked_on else words()["not_checked"]
    )
    return (Words(said_so, "alert"),)


def deal_blocks(review: Review) -> Iterator[Block]:
    """The whole deal: a line for each question."""
    yield Heading(words()["deal"], anchor="deal", starts_page=True)
    yield Prose(line(words()["deal_lead"]))
    yield Legend((("disc", words()["chosen"]), ("ring", words()["open_rung"]), ("cross", words()["refused"])))
    columns = (
        GridColumn(line(words()["question"]), 23),
        GridColumn(line(words()["between"]), 30, axis=axis()),
        GridColumn(line(words()["chosen_title"]), 28),
        GridColumn(line(words()["origin"]), 8),
        GridColumn(line(words()["clause"]), 11),
    )
    yield Grid(words()["deal"], columns, tuple(_deal_rows(review)))


def _deal_rows(review: Review) -> Iterator[Row]:
    article = ""
    for each in review.questions:
        if each.article != article:
            article = each.article
            yield group(article)
        yield Row(tuple(_deal_cells(each)))


def _deal_cells(each: Question) -> Iterator[Cell]:
    yield Cell(line(each.heading))
    yield Cell((), ladder(each))
    yield Cell((Words(each.short, "alert" if each.chosen == "open" else "plain"),))
    yield Cell(line(words()["origins"][each.origin]))
    yield Cell(line(each.clause))


def ledger_blocks(review: Review) -> Iterator[Block]:
    """Who bears what, as picture and words in one row."""
    yield Heading(words()["ledger"], anchor="ledger", starts_page=True)
    yield Prose(line(words()["ledger_lead"]))
    yield Legend(
        (
            ("disc", words()["full"]),
            ("ring", words()["share_unstated"]),
            ("triangle", words()["causes"]),
            ("bold-ring", words()["two_sign"]),
            ("dotted", words()["nobody_sign"]),
        )
    )
    columns = (
        GridColumn(line(words()["risk_or_reward"]), 30),
        GridColumn(line(words()["between"]), 18, axis=_ends()),
        GridColumn(line(words()["bearer"]), 23),
        GridColumn(line(words()["limit"]), 18),
        GridColumn(line(words()["clause"]), 11),
    )
    yield Grid(words()["ledger"], columns, tuple(_ledger_rows(review)))


def _ends() -> tuple[tuple[int, str], ...]:
    """The two ends of the line."""
    city, *_, partner, _other = words()["scale"]
    return ((0, city), (WHOLE, partner))


def _ledger_rows(review: Review) -> Iterator[Row]:
    shown = ""
    for each in (found for found in review.ledger if found.group != DAY):
        if each.group != shown:
            shown = each.group
            yield group(words()["groups"][shown])
        limits = dict.fromkeys(limit for one in each.bearers for limit in one.limits)
        yield Row(
            (
                Cell(line(capital(each.title))),
                Cell((), bearing(review, each)),
                Cell(_who(each)),
                Cell(line(capital("; ".join(limits))) or _no_limit(each)),
                Cell(line(ranges(one.clause for one in each.bearers) or DASH)),
            )
        )


def _no_limit(row_of: LedgerRow) -> Line:
    """What stands for a limit where there is none; what nobody bears, and a reward, need none."""
    return (Words(words()["no_limit"], "quiet"),) if row_of.bearers and row_of.group != "reward" else line(DASH)


def _who(row_of: LedgerRow) -> Line:
    """Who bears it, in words; of two answers each with its clause."""
    if not row_of.bearers:
        return (Words(words()["nobody"], "alert"),)
    if row_of.hole == "two":
        told = "; ".join(f"{_bearer(each)} ({each.clause})" for each in row_of.bearers)
        return Words(words()["two"], "alert"), Words(told)
    return line(capital("; ".join(dict.fromkeys(map(_bearer, row_of.bearers)))))


def _bearer(each: Bearer) -> str:
    parts = "; ".join(part.says for part in each.parts)
    return f"{each.who}: {parts}" if parts else each.who


def day_blocks(review: Review) -> Iterator[Block]:
    """What happens on each bad day, question by question, with the clauses and the draft's own figures."""
    yield Heading(words()["days"], anchor="days", starts_page=True)
    yield Prose(line(words()["days_lead"]))
    asks = words()["asks"]
    columns = ((words()["day"], 25), *((heading, 15) for heading in asks.values()))
    rows = (row(line(each.title), *(_day_cell(each, key) for key in asks)) for each in review.days)
    yield grid(words()["days"], columns, rows, words()["no_days"])


def _day_cell(day: Day, asked: str) -> Line:
    """The clauses that answer a question, and their figures; what is not answered is said."""
    own = [each for each in day.answers if question(each.point) == asked]
    clauses = ranges(dict.fromkeys(number for each in own for number in each.clauses))
    figures = dict.fromkeys(figure for each in own for figure in each.figures)
    wrong = dict.fromkeys(words()["states"][each.state] for each in own if each.state != "answered")
    found = [Words(clauses), *([Words(f": {', '.join(figures)}", "quiet")] if figures else [])] if clauses else []
    return (*found, *(Words(f"{' ' if found else ''}{each}", "alert") for each in wrong)) or line(DASH)


def default_blocks(review: Review) -> Iterator[Block]:
    """The values that nobody chose."""
    yield Heading(words()["defaults"], anchor="defaults")
    yield Prose(line(words()["defaults_lead"]))
    columns = ((words()["settles"], 60), (words()["prints"], 26), (words()["clause"], 14))
    rows = (
        row(
            (Words(each.asks), *((Words(f" {words()['key_term']}", "quiet"),) if each.is_key_term else ())),
            line(each.printed),
            line(each.clause),
        )
        for each in review.defaults
    )
    yield grid(words()["defaults"], columns, rows, words()["no_defaults"])
