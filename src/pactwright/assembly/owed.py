"""The most that a side may have to pay: its terms, each with amount and clause, their sum, and what damages add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pactwright.assembly.damages import CAP, damages, unlimited
from pactwright.assembly.printed_items import PrintedItems
from pactwright.document import Gap, Paragraph, Value, runs_of
from pactwright.facts.bases import parts_of_base
from pactwright.facts.parties import on_side
from pactwright.figures.often_due import most_months, years_begun
from pactwright.figures.one_money import one_money
from pactwright.figures.problems import FigureError
from pactwright.figures.rounding import percent_of
from pactwright.library.owing import YEARS, owes, sides, times
from pactwright.spec.amounts import Money

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.library.model import Parameter
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected

PUBLIC: Final = "public"
SPEND: Final = "funding.public_spend"
COSTS: Final = "funding/costs"


@dataclass(frozen=True, slots=True)
class Term:
    """One amount that a side may have to pay: what it is, how much (None: not known), its place in spec and paper.

    `printed` is the amount as it prints, `clause` the number of the clause that states it, "" where none does.
    """

    label: str
    amount: Money | None
    printed: str
    address: str
    clause: str


@dataclass(frozen=True, slots=True)
class Unlimited:
    """An item by which what a side owes has no limit: its address ("topic/issue#id"), its number and its words."""

    item: str
    clause: str
    says: str


@dataclass(frozen=True, slots=True)
class Owed:
    """The most that a side may have to pay, apart from shares of what it saves.

    `terms` are what it may owe without any breach; `total` is their sum, None where one is not known or stands in other
    money, and `printed` its words. `damages` are the limits of what it may owe for a loss that it causes, `in_all` is
    the sum of both with its words, and `unlimited` what no limit covers.
    `heading` says what it is, of the public side; "" where the document has no word for it.
    """

    side: str
    heading: str
    terms: tuple[Term, ...]
    total: Money | None
    printed: str
    damages: tuple[Term, ...]
    in_all: Money | None
    in_all_printed: str
    unlimited: tuple[Unlimited, ...]


def owed_in(context: DraftContext, body: Body) -> tuple[Owed, ...]:
    """What each side may have to pay at most, in the order of the sides."""
    paper = _Paper(context, body)
    return tuple(_owed(paper, side) for side in sides(context.library.vocabulary))


def owed_rows(context: DraftContext, owed: tuple[Owed, ...]) -> Iterator[tuple[str, str, str]]:
    """The rows of the sheet: each term of the public side, and all together."""
    public = next(each for each in owed if each.side == PUBLIC)
    for each in public.terms:
        yield each.label, each.printed, each.address
    yield context.outline.before_signing.total, public.printed, ""


@dataclass(frozen=True)
class _Paper:
    """A document, and where each value of it prints first."""

    context: DraftContext
    body: Body

    @cached_property
    def clauses(self) -> Mapping[str, str]:
        """The number of the paragraph in which each address prints first, and of the first clause of each issue."""
        found: dict[str, str] = {}
        for clause in (clause for article in self.body.articles for clause in article.clauses):
            for block in (each for each in clause.blocks if isinstance(each, Paragraph)):
                found.setdefault(clause.id, block.full_label)
                for run in block.runs:
                    if isinstance(run, Value | Gap):
                        found.setdefault(run.address, block.full_label)
        return found

    @cached_property
    def printed(self) -> frozenset[str]:
        """Every address that the clauses print."""
        pieces = (piece for article in self.body.articles for piece in article.clauses)
        runs = (run for piece in pieces for each in runs_of(piece) for run in each)
        return frozenset(run.address for run in runs if isinstance(run, Value | Gap))

    @cached_property
    def items(self) -> PrintedItems:
        """Where each item prints."""
        return PrintedItems.of(self.body)

    def term(self, label: str, amount: Money | None, address: str, issue: str) -> Term:
        said = self.context.outline.before_signing
        printed = said.unknown if amount is None else self.context.printed(amount)
        return Term(label, amount, printed, address, self.clauses.get(address) or self.clauses.get(issue, ""))


def _owed(paper: _Paper, side: str) -> Owed:
    context, said = paper.context, paper.context.outline.before_signing
    terms = tuple(_terms(paper, side))
    losses = tuple(_losses(paper, side))
    total, in_all = _sum(context, terms), _sum(context, (*terms, *losses))
    heading = said.parts["owed"].heading if side == PUBLIC and "owed" in said.parts else ""
    sums = [said.unknown if each is None else context.printed(each) for each in (total, in_all)]
    return Owed(side, heading, terms, total, sums[0], losses, in_all, sums[1], tuple(_unlimited(paper, side)))


def _sum(context: DraftContext, terms: tuple[Term, ...]) -> Money | None:
    return _whole(context, {each.address: each.amount for each in terms})


def _losses(paper: _Paper, side: str) -> Iterator[Term]:
    """A term for each limit on what the side owes for a loss, for all its parties together."""
    yield from _stated(paper, side, at_loss=True)
    for each in damages(paper.context, paper.printed, side):
        amount = _whole(paper.context, {str(number): one for number, one in enumerate(each.amounts)})
        yield paper.term(each.label, amount, each.address, CAP)


def _unlimited(paper: _Paper, side: str) -> Iterator[Unlimited]:
    """The printed items by which what the side owes has no limit."""
    for selected in paper.context.selection.issues.values():
        found = ((name, paper.items.named(selected, name)) for name in unlimited(paper.context, selected, side))
        for name, item in found:
            if item and item.binds:
                yield Unlimited(f"{selected.issue.id}#{name}", item.label, item.text)


def _terms(paper: _Paper, side: str) -> Iterator[Term]:
    """A term for what is paid for the work, and one for each amount that a clause adds to it."""
    context = paper.context
    if side == PUBLIC and context.outline.before_signing.owed:
        spend: Any = context.facts[SPEND]
        yield paper.term(context.outline.before_signing.owed, _whole(context, {SPEND: spend}), "funding", COSTS)
    yield from _stated(paper, side, at_loss=False)


def _stated(paper: _Paper, side: str, *, at_loss: bool) -> Iterator[Term]:
    """A term for each printed parameter that the side owes: for a loss that it causes, or without one."""
    context = paper.context
    for selected in context.selection.issues.values():
        for name, value in selected.values.items() if selected.kinds else ():
            parameter = selected.issue.parameters[name]
            owed = owes(context.library.vocabulary, parameter.owed, side, at_loss=at_loss)
            if owed and (parameter.address in paper.printed or parameter.per):
                label = parameter.key_term or parameter.label
                amount = _amount(context, selected, parameter, value, side)
                yield paper.term(label, amount, parameter.address, selected.issue.id)


def _amount(
    context: DraftContext,
    selected: Selected,
    parameter: Parameter,
    value: Any,  # noqa: ANN401 - values have many types
    side: str,
) -> Money | None:
    """What a parameter comes to for all parties of a side and the whole time; None where it is open."""
    often = _often(context, selected, parameter)
    if isinstance(value, Mapping):
        owing = _whole(context, {party: value.get(party) for party in on_side(context.spec, side)})
        return _times(owing, often)
    if parameter.of:
        base = _base(context, parameter.of)
        return replace(base, amount=percent_of(base.amount, Decimal(value))) if base and value is not None else None
    return _times(_times(value, times(context.library.vocabulary, parameter.owed, context.spec, side)), often)


def _times(amount: Money | None, often: int | None) -> Money | None:
    return replace(amount, amount=amount.amount * often) if amount is not None and often is not None else None


def _often(context: DraftContext, selected: Selected, parameter: Parameter) -> int | None:
    """How often an amount for a month or a year is due at most; None where the time is open."""
    over = parameter.owed_over
    if not over:
        return 1
    if over == YEARS:
        start, end = context.spec.pilot.start, context.spec.pilot.end
        return years_begun(start, end) if start and end else None
    value, is_months = selected.values.get(over), selected.issue.parameters[over].type == "months"
    return None if value is None else int(value) if is_months else most_months(int(value))


def _base(context: DraftContext, name: str) -> Money | None:
    return _whole(context, parts_of_base(context.spec, {**context.library.vocabulary["bases"][name], "side": ""}))


def _whole(context: DraftContext, amounts: Mapping[str, Money | None]) -> Money | None:
    """The sum of amounts; None where one is open, or they are not in one money."""
    known = {name: each for name, each in amounts.items() if each is not None}
    try:
        found = one_money(known, context.currency, context.spec.money.tax)
    except FigureError:
        return None
    tax: Any = None if context.spec.money.tax else found.tax
    total = Money(sum(found.figures.values(), Decimal(0)), found.currency, tax)
    return total if len(known) == len(amounts) else None
