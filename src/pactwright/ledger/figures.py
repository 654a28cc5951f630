"""What an entry's share, cap and trigger come to: in the words of the paper, and in money where its figures allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from pactwright.document import words
from pactwright.facts.parties import signing
from pactwright.figures.allocation import allocated
from pactwright.figures.liability import greater_of
from pactwright.figures.one_money import one_money
from pactwright.figures.problems import FigureError
from pactwright.ledger.bases import base_of
from pactwright.ledger.entries import Entry
from pactwright.ledger.model import Limit, Share
from pactwright.library.model import EQUAL, Parameter
from pactwright.printing.context import DraftContext
from pactwright.printing.lookup import value_at
from pactwright.spec import Money
from pactwright.spec.bearers import SHARED
from pactwright.spec.terms import Risk

_HUNDRED: Final = Decimal(100)
REGISTER_SHARES: Final = "risks.shares"
A_UNIT: Final = "a unit"
BANDS: Final = "funding.bands.partner_pct"
THEN: Final = ", then "
UP_TO: Final = " up to "
DOWN_TO: Final = " down to "


def shares_of(context: DraftContext, entry: Entry) -> tuple[Share, ...]:
    """The shares that an entry names: of one and of the rest, equal ones, a parameter's per party, or a column's."""
    name = entry.said.share
    if name and entry.said.whose:
        label, amounts = entry.worth
        return tuple(_worth(context, each, amounts.get(column), label) for column, each in _two_shares(context, entry))
    if name == EQUAL:
        parties = context.names.holders("party")
        return tuple(Share(each, party.called or each, EQUAL) for each, party in parties.items())
    if name == REGISTER_SHARES:
        shared = [row for row in context.spec.risks.values() if row.owner == SHARED]
        found = {row_shares(context, row) for row in [each for each in shared if each.unit_value] or shared}
        return found.pop() if len(found) == 1 else ()  # where they differ, each row of the register says its own
    parameter, value = _value(context, entry, name) if name else (None, None)
    if parameter and parameter.type == "money":
        return tuple(_shares_of_pool(context, value))
    if isinstance(value, Mapping):
        return tuple(
            Share(party, called(context, party), context.printed(each, "percent")) for party, each in value.items()
        )
    return (Share("", "", context.printed(value, "percent")),) if value is not None else ()


def _shares_of_pool(context: DraftContext, parts: Any) -> Iterator[Share]:  # noqa: ANN401 - one amount or one for each
    """What each party pays of a cost out of a pool: in proportion to its part; nothing while a part is not known."""
    typed = parts if isinstance(parts, Mapping) else dict.fromkeys(signing(context.spec), parts)
    known = {party: part for party in signing(context.spec) if (part := typed.get(party))}
    with suppress(FigureError):  # parts in two moneys, or nil together
        amounts = one_money(known, context.currency, context.spec.money.tax).figures
        for party, percent in allocated(_HUNDRED, amounts if len(known) == len(signing(context.spec)) else {}).items():
            yield Share(party, called(context, party), context.printed(percent, "percent"))


def _two_shares(context: DraftContext, entry: Entry) -> Iterator[tuple[str, Share]]:
    """The share of the one that an entry names, of each band in turn, and what the other has; each by its column."""
    said, name = entry.said, entry.said.share
    bands = _by_band(context, entry) if name == BANDS else ()
    typed = tuple(each for each, _ in bands) if bands else () if name == EQUAL else (_value(context, entry, name)[1],)
    edges = tuple(edge for _, edge in bands) or ("",)
    known = tuple(each for each in typed if each is not None)
    if name != EQUAL and len(known) < max(len(typed), 1):
        return
    for who, shares in ((said.whose, known), (said.rest, tuple(_HUNDRED - each for each in known))):
        if who:
            parts = (context.printed(each, "percent") + edge for each, edge in zip(shares, edges, strict=False))
            yield who.rpartition(".")[2], Share("", meant(context, who), EQUAL if name == EQUAL else THEN.join(parts))


def _worth(context: DraftContext, share: Share, money: Money | None, label: str) -> Share:
    return replace(share, money=money, in_money=context.printed(money), per=label) if money else share


def _by_band(context: DraftContext, entry: Entry) -> tuple[tuple[Decimal | None, str], ...]:
    """The partners' percentages from the target cost on, each with the edge of its band, in percent of the target.

    They are those of a risk in the bands above the target, and of a reward in those below it.
    """
    bands = context.spec.funding.bands
    if entry.said.kind == "risk":
        above = (each for each in bands if each.to_pct is None or each.to_pct > _HUNDRED)
        return tuple((each.partner_pct, _edge(context, UP_TO, each.to_pct)) for each in above)
    below = (each for each in reversed(bands) if each.from_pct is None or each.from_pct < _HUNDRED)
    return tuple((each.partner_pct, _edge(context, DOWN_TO, each.from_pct)) for each in below)


def _edge(context: DraftContext, way: str, percent: Decimal | None) -> str:
    of = context.library.vocabulary["bases"]["target-cost"]["prints"]
    return f"{way}{context.printed(percent, 'percent')} of {of}" if percent else ""


def meant(context: DraftContext, name: str) -> str:
    """What the paper calls those whom an entry names: a role, a column, or a field that holds a party."""
    if name in context.library.vocabulary["roles"]:
        return words((context.names.role(name, "all"),))
    if name in context.library.columns:
        return words((context.names.column(name),))
    return called(context, value_at(context.spec, name) or "")


def row_shares(context: DraftContext, row: Risk) -> tuple[Share, ...]:
    """The shares of a row of the register, each with its part of the unit value."""
    if not row.shares:
        return ()
    value = row.unit_value
    parts = allocated(value.amount, row.shares) if value and any(row.shares.values()) else {}
    amounts = {party: replace(value, amount=each) for party, each in parts.items()} if value else {}
    return tuple(
        Share(
            party,
            called(context, party),
            context.printed(each, "percent"),
            amounts.get(party),
            context.printed(amounts[party]) if party in amounts else "",
            A_UNIT,
        )
        for party, each in row.shares.items()
    )


def called(context: DraftContext, party: str) -> str:
    """What the paper calls a party; "" for none."""
    return words((context.names.party(party),)) if party else ""


def limits_of(context: DraftContext, entry: Entry) -> tuple[Limit, ...]:
    """The most that an entry lets anybody bear."""
    parameter, value = _value(context, entry, entry.said.cap) if entry.said.cap else (None, None)
    if parameter is None or value is None:
        return ()
    if isinstance(value, Mapping):
        return tuple(_limit(context, entry, parameter, each, party) for party, each in value.items())
    made = _limit(context, entry, parameter, value, "")
    whose = entry.said.whose
    return (replace(made, who=meant(context, whose)),) if whose else (made,)


def trigger_of(context: DraftContext, entry: Entry) -> str:
    """From when an entry holds, as the figure that it names prints, with its label if it has one."""
    parameter, value = _value(context, entry, entry.said.trigger) if entry.said.trigger else (None, None)
    if parameter is None or value is None:
        return ""
    return " ".join(filter(None, (parameter.label or parameter.key_term, context.printed(value, _form(parameter)))))


def _form(parameter: Parameter) -> str:
    return "times" if parameter.type == "number" else parameter.type.replace("-", "_")


def _limit(context: DraftContext, entry: Entry, parameter: Parameter, value: Any, party: str) -> Limit:  # noqa: ANN401 - values have many types
    base = context.library.vocabulary.get("bases", {}).get(entry.said.of or parameter.of, {})
    least = _value(context, entry, entry.said.least)[1] if entry.said.least else None
    least = least.get(party) if isinstance(least, Mapping) else least
    is_percent = parameter.type == "percent"
    said = (" of " if is_percent else " ").join(
        filter(None, (context.printed(value, _form(parameter)), base.get("prints")))
    )
    if least:
        is_nil = isinstance(value, Money) and value.is_nil
        said = context.printed(least) if is_nil else f"{said}, at least {context.printed(least)}"
    whole, part = (value, Decimal(1)) if isinstance(value, Money) else (base_of(context.spec, base, party), value)
    amounts = (_in_full(context, each) if each else each for each in (whole, least))
    money = _greater(next(amounts), Decimal(part) / (_HUNDRED if is_percent else 1), next(amounts))
    return limit(context, said, money, party)


def limit(context: DraftContext, said: str, money: Money | None, party: str = "") -> Limit:
    """A limit with its amount as it prints."""
    return Limit(said, money, context.printed(money) if money else "", party, called(context, party))


def _in_full(context: DraftContext, amount: Money) -> Money:
    """An amount in the currency of the spec where it says none, and without the basis of tax that the spec gives."""
    own = None if amount.tax == context.spec.money.tax else amount.tax
    return amount if amount.is_nil else replace(amount, currency=amount.currency or context.currency, tax=own)


def _greater(base: Money | None, multiple: Decimal, least: Money | None) -> Money | None:
    """A part or a multiple of its base, at least an amount; None where the base is not known or is in other money."""
    if base is None or base.is_nil:
        return base and least
    if least and not least.is_nil and (least.currency, least.tax) != (base.currency, base.tax):
        return None
    return replace(base, amount=greater_of(least.amount if least else Decimal(0), multiple, base.amount))


def _value(context: DraftContext, entry: Entry, name: str) -> tuple[Parameter | None, Any]:
    """The parameter of a name and its value in this document, of the entry's issue or of another one."""
    other, _, own = name.rpartition(".")
    holder = context.selection.issues.get(other) if "/" in name else entry.selected
    own = own if "/" in name else name
    if holder is None or own not in holder.values:
        return None, None
    return holder.issue.parameters[own], holder.values[own]


def row_limit(context: DraftContext, row: Risk) -> Iterator[Limit]:
    """The limit of a row of the register."""
    if row.cap:
        yield limit(context, context.printed(row.cap), row.cap)
