"""The first page of a memo: what has to be decided, and what each side gives, gets, may lose and may owe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pactwright.formats import capital, joined, printed_date
from pactwright.library.model import MOU
from pactwright.report import Block, Heading, Line, Prose, Row, Words
from pactwright.review.lines import clause, grid, group, line, points, row
from pactwright.review.model import Decision, Review, Side, Term
from pactwright.review.words import said, words

MOST: Final = 10
"""So many decisions stand on the page; the rest is counted."""


def decision_blocks(review: Review) -> Iterator[Block]:
    """The decisions, before and after signing."""
    yield Heading(words()["decisions"], anchor="decisions")
    columns = ((words()["no"], 5), (words()["what"], 63), (words()["who"], 15), (words()["by"], 17))
    rows = tuple(_decision_rows(review))
    yield grid(words()["decisions"], columns, rows, words()["nothing_to_decide"])
    if rest := review.decisions[MOST:]:
        rules = joined(dict.fromkeys(each.rule for each in rest))
        yield Prose((Words(said("more", count=len(rest), rules=rules), "alert"),))


def _decision_rows(review: Review) -> Iterator[Row]:
    stage = ""
    for number, each in enumerate(review.decisions[:MOST], 1):
        if each.stage != stage:
            stage = each.stage
            yield group(words()[stage])
        yield row(line(str(number)), line(each.text), line(capital(each.who)), _by(review, each))


def _by(review: Review, each: Decision) -> Line:
    return line(printed_date(each.by, review.language)) if each.by else (Words(words()["no_date"], "quiet"),)


def side_blocks(review: Review) -> Iterator[Block]:
    """Both sides in the same rows."""
    yield Heading(words()["sides"], anchor="sides")
    width = (100 - 16) // max(len(review.sides), 1)
    heads = (
        (words()["what_of"], 100 - width * len(review.sides)),
        *((_head(review, each), width) for each in review.sides),
    )
    is_meant = review.document == MOU
    rows = (
        ("means_to_give" if is_meant else "gives", lambda side: points(side.gives)),
        ("means_to_get" if is_meant else "gets", lambda side: points(side.gets)),
        ("may_lose", lambda side: points(side.may_lose)),
        ("at_most", _at_most),
        ("outside", lambda side: points(side.unlimited)),
    )
    shown = (row(line(words()[key]), *(made(side) for side in review.sides)) for key, made in rows)
    yield grid(words()["sides"], heads, shown)


def _head(review: Review, side: Side) -> str:
    own = not review.audience.is_joint and side.side == review.audience.side
    return said("we", side=side.called) if own else capital(side.called)


def _at_most(side: Side) -> Line:
    """The sum with its terms, what a loss adds to it, and what comes on top."""
    found: list[Words] = []
    if not side.terms:
        found += line(words()["no_terms"])
    elif side.total:
        found += [Words(side.total_printed, "strong"), Words(words()["sum"]), *_terms(side.terms)]
    else:
        found += [Words(words()["no_sum"], "alert"), *_terms(side.terms)]
    if side.damages:
        found += [Words(f"\n{words()['losses']}"), *_terms(side.damages)]
    if side.damages and side.in_all:
        found += [Words(f"\n{words()['in_all']}"), Words(side.in_all_printed, "strong"), Words(".")]
    return (*found, Words(f" {words()['on_top']}"))


def _terms(terms: tuple[Term, ...]) -> Iterator[Words]:
    for number, each in enumerate(terms):
        yield Words(f"{'; ' if number else ' '}{each.label}, {each.printed}")
        yield from clause(each.clause)
    yield Words(".")


def lead_in(review: Review) -> str:
    """What the memo is about, and that it is no advice."""
    return said(
        "lead_in",
        document=review.title,
        parties=joined(review.parties),
        place=review.place,
        version=review.version,
        date=printed_date(review.date, review.language) if review.date else words()["undated"],
        model=said("model", model=review.model) if review.model else "",
        count=len(review.questions),
        unreviewed=review.unreviewed,
    )
