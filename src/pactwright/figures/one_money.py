"""Amounts that can be added up: one currency, and one basis of tax."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol

from pactwright.figures.problems import Problem, Rule, refuse


class Amount(Protocol):
    """An amount as people type it, with its currency and its basis of tax as far as they say them."""

    @property
    def amount(self) -> Decimal:
        """How much."""

    @property
    def currency(self) -> str | None:
        """In which currency."""

    @property
    def tax(self) -> str | None:
        """Whether tax is in it ("inclusive") or comes on top ("exclusive"); None where nobody says, or none is due."""


class OneMoney(NamedTuple):
    """What all amounts are in, and the figures by the names of the amounts."""

    currency: str | None
    tax: str | None
    figures: Mapping[str, Decimal]


def one_money(amounts: Mapping[str, Amount], currency: str | None = None, tax: str | None = None) -> OneMoney:
    """The bare figures of amounts that all are in one currency and on one basis of tax; nil has neither.

    `currency` and `tax` are those of amounts that say none; where these say none either, the first amount that does
    decides. Raises FigureError with each amount that differs from the first one.
    """
    said = {name: each for name, each in amounts.items() if each.amount}
    currencies = {name: each.currency or currency for name, each in said.items()}
    bases = {name: each.tax or tax for name, each in said.items()}
    refuse([*_mixed("currency", currencies), *_mixed("tax-basis", bases)])
    return OneMoney(
        next(filter(None, currencies.values()), currency),
        next(filter(None, bases.values()), tax),
        {name: each.amount for name, each in amounts.items()},
    )


def _mixed(rule: Rule, said: Mapping[str, str | None]) -> Iterator[Problem]:
    right = next(filter(None, said.values()), None)
    for name, each in said.items():
        if each and right and each != right:
            yield Problem(rule, name, each, "be", right)
