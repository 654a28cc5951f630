"""Money in and out of one party's hands, month by month, and where it runs lowest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pactwright.figures.month_ends import month_end, month_ends
from pactwright.figures.problems import bad_amounts, refuse


class Transfer(NamedTuple):
    """A payment (money) on a day; "" stands for anybody outside of the agreement."""

    day: dt.date
    payer: str
    payee: str
    amount: Decimal


class Month(NamedTuple):
    """What a party receives and pays in a month that ends on a day, and what it has more or less since the start."""

    end: dt.date
    received: Decimal
    paid: Decimal
    balance: Decimal


def by_month(transfers: Iterable[Transfer], party: str) -> tuple[Month, ...]:
    """The months of a party (money), from the first to the last in which anybody pays: `balance + received - paid`.

    Months in which nothing moves stand between the others; a payment to itself moves nothing. Raises FigureError for a
    negative amount.
    """
    listed = tuple(transfers)
    refuse(bad_amounts(**{f"transfers.{number}.amount": each.amount for number, each in enumerate(listed)}))
    if not listed:
        return ()
    found, balance = [], Decimal(0)
    for end in month_ends(min(each.day for each in listed), max(each.day for each in listed)):
        moved = [each for each in listed if month_end(each.day) == end and each.payer != each.payee]
        received = sum((each.amount for each in moved if each.payee == party), Decimal(0))
        paid = sum((each.amount for each in moved if each.payer == party), Decimal(0))
        balance += received - paid
        found.append(Month(end, received, paid, balance))
    return tuple(found)


def lowest(months: Iterable[Month]) -> Month | None:
    """The first month at whose end a party has least; None where there is no month."""
    return min(months, key=lambda each: each.balance, default=None)
