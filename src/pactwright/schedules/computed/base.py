"""What the tables of figures share: amounts in one money, what is lacking, and how a figure prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from pactwright.document import Runs, Text
from pactwright.facts import TABLE
from pactwright.figures.one_money import OneMoney, one_money
from pactwright.figures.problems import FigureError
from pactwright.figures.rounding import CENT
from pactwright.formats import NBSP
from pactwright.printing.lookup import row_name
from pactwright.spec.amounts import WHOLE, Money

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext

Cells: TypeAlias = Mapping[str, "Runs | Decimal"]
"""What a row says, by the ids of its columns; an amount is a number until it prints."""


NO_MONEY = OneMoney(None, None, {})


@dataclass(frozen=True, slots=True)
class Worked:
    """The rows of a table of figures, the row that adds them up, if a sum means something, and what amounts are in."""

    rows: tuple[Cells, ...]
    total: Cells | None = None
    money: OneMoney = NO_MONEY


class LackingError(Exception):
    """A number without which nothing can be worked out: its address, and what is asked for."""

    def __init__(self, address: str, ask: str) -> None:
        super().__init__(address)
        self.address = address
        self.ask = ask


def field_of(row: object, address: str, name: str) -> Any:  # noqa: ANN401 - fields have many types
    """The field of a row; raises LackingError where it says nothing."""
    value = getattr(row, name)
    if value is None:
        known, ask = row_name(row), name.replace("_", " ")
        raise LackingError(f"{address}.{name}".lstrip("."), f"{ask} ({known})" if known else ask)
    return value


def parameter(context: DraftContext, issue: str, name: str) -> Any:  # noqa: ANN401 - parameters have many types
    """The value of a parameter; raises LackingError where the document asks for it and it has none."""
    selected = context.selection.issues[issue]
    value = selected.values.get(name)
    if value is None:
        asked = selected.issue.parameters[name]
        raise LackingError(asked.address, asked.label or asked.ask.rstrip("?"))
    return value


def asks(context: DraftContext, issue: str, name: str) -> bool:
    """Whether the chosen option has a parameter."""
    return name in context.selection.issues[issue].values


def share_of(context: DraftContext, issue: str) -> str:
    """What the chosen option divides by, as it says under `allocates`; the side that has all where nothing is shared.

    Raises LackingError where it says nothing.
    """
    selected = context.selection.issues[issue]
    for each in selected.option.allocates if selected.option else ():
        return each.share or each.to
    address, ask = f"choices.{issue}", f"who has which part ({selected.issue.heading})"
    raise LackingError(address, ask)


def in_one_money(context: DraftContext, amounts: Mapping[str, Money]) -> OneMoney:
    """The figures of amounts by their addresses; raises FigureError where their currency or basis of tax differs."""
    return one_money(amounts, context.currency, context.spec.money.tax)


def unit_of(money: OneMoney) -> Decimal:
    """The smallest unit that is paid in a currency."""
    return Decimal(1) if money.currency in WHOLE else CENT


def printed(context: DraftContext, money: OneMoney, amount: Decimal) -> Runs:
    """A figure as money, with its basis of tax where the amounts alone say it."""
    tax: Any = None if context.spec.money.tax else money.tax
    run = Text(context.printed(Money(amount, money.currency, tax)))
    if money.currency or not amount:
        return (run,)
    return (context.gap(TABLE["money.currency"].ask, "money.currency"), Text(NBSP), run)


@contextmanager
def addressed(address: Callable[[str], str]) -> Iterator[None]:
    """Turns the fields that a formula names into addresses of the spec."""
    try:
        yield
    except FigureError as refused:
        raise FigureError(tuple(replace(each, field=address(each.field)) for each in refused.problems)) from refused
