"""What is wrong with a figure that comes in: where it stands, what it is, and what would be right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from pactwright.errors import PactwrightError

Figure: TypeAlias = Decimal | dt.date | str
Rule: TypeAlias = Literal[
    "amount", "percent", "score", "shares", "weights", "bands", "cap", "dates", "currency", "tax-basis", "unknown-row"
]
Must: TypeAlias = Literal["be", "be at least", "be at most", "be above", "be after", "differ from", "be one of"]

LARGEST: Final = Decimal("9999999999999.99")
"""The largest amount that a spec can state; beyond it nobody means what is typed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One figure that makes no sense.

    `field` names it as the formula does, rows by their key or number ("target", "bands.1.from_pct"); whoever knows the
    spec turns that into an address. `wrong` is what stands there (of shares: their sum), and `right`, with `must`, the
    figure that would do, or the bound of those that would.
    """

    rule: Rule
    field: str
    wrong: Figure
    must: Must
    right: Figure

    def __str__(self) -> str:
        """What is wrong, in a sentence.

        >>> print(Problem("percent", "partner_pct", Decimal(130), "be at most", Decimal(100)))
        partner_pct is 130 and must be at most 100
        """
        return f"{self.field} is {self.wrong} and must {self.must} {self.right}"


class FigureError(PactwrightError):
    """Figures that make no sense; all of them are in `problems`, in the order of the formula."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def refuse(problems: Iterable[Problem]) -> None:
    """Raises all problems at once, where there is any."""
    found = tuple(problems)
    if found:
        raise FigureError(found)


def bad_amounts(**amounts: Decimal | None) -> Iterator[Problem]:
    """Amounts or quantities that are negative, larger than anybody means, or no number; one left out (None) is none."""
    for field, amount in amounts.items():
        yield from _outside("amount", field, amount, Decimal(0), LARGEST)


def bad_measures(**measures: Decimal) -> Iterator[Problem]:
    """Figures of either sign, such as a result that was measured, that are too large or no number."""
    for field, measure in measures.items():
        yield from _outside("amount", field, measure, -LARGEST, LARGEST)


def bad_percents(least: Decimal = Decimal(0), most: Decimal = Decimal(100), **percents: Decimal) -> Iterator[Problem]:
    """Percentages outside of what they can be: from 0 to 100, or other bounds."""
    for field, percent in percents.items():
        yield from _outside("percent", field, percent, least, most)


def bad_score(field: str, score: Decimal) -> Iterator[Problem]:
    """A score that is not between 0 and 1."""
    yield from _outside("score", field, score, Decimal(0), Decimal(1))


def not_above_nil(**amounts: Decimal) -> Iterator[Problem]:
    """Amounts that something is divided by or measured against, and that are nil, negative, too large or no number."""
    for field, amount in amounts.items():
        found = list(bad_amounts(**{field: amount}))
        yield from found
        if not found and not amount:
            yield Problem("amount", field, amount, "be above", Decimal(0))


def unknown_rows(field: str, named: Iterable[str], rows: Iterable[str]) -> Iterator[Problem]:
    """Rows that are named and not there."""
    known = tuple(rows)
    for name in named:
        if name not in known:
            yield Problem("unknown-row", field, name, "be one of", ", ".join(known))


def _outside(rule: Rule, field: str, figure: Decimal | None, least: Decimal, most: Decimal) -> Iterator[Problem]:
    if figure is None:
        return
    if not figure.is_finite() or figure < least:
        yield Problem(rule, field, figure, "be at least", least)
    elif figure > most:
        yield Problem(rule, field, figure, "be at most", most)
