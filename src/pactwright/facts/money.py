"""Facts about money, contributions and payments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from pactwright.facts.fact import Around, Fact, Partial, any_of, counted, stated
from pactwright.facts.parties import SIGNS, on_side
from pactwright.spec.amounts import NOTHING, Money, Tax

if TYPE_CHECKING:
    from pactwright.spec import Contribution, Spec


def pays_a_partner(spec: Spec) -> bool | None:
    """Whether a price, cost up to a target or a milestone amount is payable to the partners; None until it is said."""
    partners = on_side(spec, "partner")
    milestones = any(
        m.amount and not m.amount.is_nil and (m.payee is None or m.payee in partners) for m in spec.milestones.values()
    )
    return True if milestones or _has_target(spec) else _has_price(spec)


def currencies(spec: Spec) -> frozenset[str]:
    """Every currency that an amount of the spec names, and the project's own."""
    own = {spec.money.currency} if spec.money.currency else set()
    return frozenset(own | {money.currency for _, money in spec.amounts if money.currency})


def _has_target(spec: Spec) -> bool:
    """Whether cost up to a target is what is paid: beside a price, or a milestone, a target decides nothing."""
    is_priced = spec.milestones or _is_some(spec.funding.price, is_meant=False)
    return bool(_is_some(spec.funding.target_cost, is_meant=False)) and not is_priced


def _has_price(spec: Spec) -> bool | None:
    """Whether there is a price; beside a target cost one that is left out is none."""
    return _is_some(spec.funding.price, is_meant=not _has_target(spec))


def _is_some(amount: Money | None, *, is_meant: bool | None) -> bool | None:
    """Whether there is an amount: left out, it is not known where one is meant to be, and else there is none."""
    return not amount.is_nil if amount is not None else None if is_meant else False


def _whether(key: str, means: str, meant_by: tuple[str, ...], says: tuple[str, str]) -> Fact:
    """Whether there is an amount under funding; other fields there say that one is meant to be."""

    def value(spec: Spec, _: Around) -> bool | None:
        is_meant = any(getattr(spec.funding, name) not in {None, False} for name in meant_by)
        return _is_some(getattr(spec.funding, key), is_meant=is_meant)

    address = f"funding.{key}"
    fields = (address, *(f"funding.{name}" for name in meant_by))
    return Fact(f"funding.has_{key}", "yes-no", means, value, missing=lambda _: (address,), fields=fields, says=says)


def _currencies(spec: Spec, _: Around) -> int | None:
    known = currencies(spec)
    is_known = spec.money.currency or all(money.currency or money.is_nil for _, money in spec.amounts)
    return len(known) if is_known else None


NO_CURRENCY: Final = "XXX"
"""What a sum of several currencies is in: the code that ISO 4217 gives to no currency, so that none equals it."""


def whole(spec: Spec, amounts: Iterable[Money]) -> Money:
    """The sum of amounts, with the currency and the basis of tax that all have, or the project has.

    Amounts in several currencies have one that is nobody's own, so that no figure of law is taken to lie above them.
    """
    some = [each for each in amounts if not each.is_nil]
    currencies = {each.currency or spec.money.currency for each in some} or {spec.money.currency}
    bases = {each.tax or spec.money.tax for each in some}
    tax: Tax | None = "exclusive" if "exclusive" in bases else "inclusive" if bases == {"inclusive"} else None
    currency = next(iter(currencies)) if len(currencies) == 1 else NO_CURRENCY
    return Money(sum((each.amount for each in some), Decimal(0)), currency, tax)


def _public_spend(spec: Spec, _: Around) -> Money | None:
    """The most that the public side pays: price, ceiling or milestones, its cash, capital, and later orders."""
    public = on_side(spec, "public")
    due = [each.amount for each in spec.milestones.values() if each.amount and each.payer in {None, *public}]
    listed = [[each] for each in (spec.funding.price, spec.funding.ceiling) if each is not None]
    paid = max(
        (whole(spec, each) for each in (*listed, *([due] if due else []))), key=attrgetter("amount"), default=None
    )
    cash = [each.value for _, each in _binding(spec) if each.party in public and each.kind == "cash" and each.value]
    later = spec.procurement.options_value
    invested = [spec.funding.capital] if spec.funding.savings and spec.funding.capital else []
    is_open = paid is None or (later is None and _has_option(spec))
    return None if is_open or paid is None else whole(spec, (paid, *cash, *invested, *([later] if later else [])))


def _unsaid_spend(spec: Spec) -> Iterator[str]:
    if spec.funding.price is None and spec.funding.ceiling is None and not spec.milestones:
        yield "funding.price"
    if spec.procurement.options_value is None and _has_option(spec):
        yield "procurement.options_value"


def _has_option(spec: Spec) -> bool:
    """Whether the spec says that something may be bought later."""
    return not {spec.funding.option_later, spec.procurement.option_what} <= {None, *NOTHING}


def _binding(spec: Spec) -> Iterator[tuple[str, Contribution]]:
    """The contributions that bind, each with its address."""
    return ((f"contributions.{n}", each) for n, each in enumerate(spec.contributions) if not each.pledge)


def money_brought(spec: Spec) -> tuple[tuple[str, Contribution], ...]:
    """The binding contributions that are money going out, each with its address: cash, and what is bought."""
    return tuple((address, each) for address, each in _binding(spec) if each.kind == "cash" or each.bought)


def _dated_payments(spec: Spec, _: Around) -> int:
    due = [each.due for each in spec.milestones.values() if each.amount and not each.amount.is_nil]
    brought = [each.by for _, each in money_brought(spec) if each.value and not each.value.is_nil]
    return sum(isinstance(each, date) for each in (*due, *brought))


def _kinds(spec: Spec, _: Around) -> frozenset[str]:
    kinds = [each.kind for _, each in _binding(spec)]
    known = (str(kind) for kind in kinds if kind)
    return frozenset(known) if all(kinds) else Partial(known)


def _worth_nothing(spec: Spec, _: Around) -> int | None:
    values = [each.value for _, each in _binding(spec)]
    return None if None in values else sum(value.is_nil for value in values if value)


def _without(field: str) -> Callable[[Spec], Iterator[str]]:
    """The addresses of a field in the binding contributions that do not have it."""
    return lambda spec: (f"{address}.{field}" for address, each in _binding(spec) if getattr(each, field) is None)


def _funder_asks(key: str, means: str, says: tuple[str, str]) -> Fact:
    """Whether the rules of a funder that does not sign call for something."""

    def value(spec: Spec, _: Around) -> bool:
        return any(getattr(each, key) for each in spec.outsiders.values() if each.part == "funder")

    return Fact(
        f"funding.grant_{key}", "yes-no", means, value, fields=(f"outsiders.*.{key}", "outsiders.*.part"), says=says
    )


FACTS = (
    stated("money.currency", "text", "The currency of amounts that name none.", "currency"),
    stated(
        "money.tax",
        "choice",
        "Whether amounts hold tax.",
        "tax basis of amounts",
        values=("exclusive", "inclusive", "none"),
    ),
    Fact(
        "money.currencies",
        "number",
        "How many currencies are used; not known while an amount has none.",
        _currencies,
        missing=lambda _: ("money.currency",),
        fields=("money.currency", "funding", "milestones.*.amount", "contributions.*.value", "procurement"),
    ),
    stated("money.rate_rule", "text", "How amounts in another currency are converted.", "rule for the exchange rate"),
    Fact(
        "funding.paid",
        "yes-no",
        "Whether a partner is paid money. No only where the price is said to be nil, no milestone is paid and no cost"
        " has a target.",
        lambda spec, _: pays_a_partner(spec),
        missing=lambda _: ("funding.price",),
        fields=("funding.price", "funding.target_cost", "milestones.*.amount"),
        says=("a partner is paid money", "no partner is paid money"),
    ),
    Fact(
        "funding.has_price",
        "yes-no",
        "Whether there is a price. A price of nil is none; one that is left out is not known, and none beside a target"
        " cost.",
        lambda spec, _: _has_price(spec),
        missing=lambda _: ("funding.price",),
        fields=("funding.price", "funding.target_cost", "milestones"),
        says=("there is a price", "there is no price"),
    ),
    Fact(
        "funding.has_target_cost",
        "yes-no",
        "Whether work at cost has a target. Left out, nil, or beside a price or a milestone, it has none.",
        lambda spec, _: _has_target(spec),
        fields=("funding.target_cost", "funding.price", "milestones"),
        says=("work at cost has a target", "no work has a target cost"),
    ),
    _whether(
        "budget",
        "Whether there is a budget. Left out, there is none, unless there is to be a pot.",
        ("pot",),
        ("there is a budget", "there is no budget"),
    ),
    _whether(
        "ceiling",
        "Whether spending has a ceiling. Left out, there is none, unless work is done at cost or has a target cost.",
        ("at_cost", "target_cost"),
        ("spending has a ceiling", "spending has no ceiling"),
    ),
    Fact(
        "funding.at_cost",
        "yes-no",
        "Whether work is done at cost. Left out, it is not: an amount is what it says.",
        lambda spec, _: bool(spec.funding.at_cost),
        fields=("funding.at_cost",),
        says=("work is done at cost", "no work is done at cost"),
    ),
    Fact(
        "funding.has_pot",
        "yes-no",
        "Whether the budget is a pot that need not be spent. Left out, it is not.",
        lambda spec, _: bool(spec.funding.pot),
        fields=("funding.pot",),
        says=("the budget is a pot that need not be spent", "the budget is no pot"),
    ),
    Fact(
        "funding.option_later",
        "yes-no",
        "Whether something may be bought later. Left out, or none, nothing is promised.",
        lambda spec, _: spec.funding.option_later not in {None, *NOTHING},
        fields=("funding.option_later",),
        says=("something may be bought later", "nothing is promised for later"),
    ),
    stated(
        "funding.option_later_text",
        "text",
        "The option to pay later, in words.",
        "option to pay later",
        address="funding.option_later",
    ),
    _funder_asks(
        "publish",
        "Whether a funder calls for findings to be published. Left out, none does.",
        ("a funder calls for findings to be published", "no funder calls for findings to be published"),
    ),
    _funder_asks(
        "open_licence",
        "Whether a funder calls for an open licence of results. Left out, none does.",
        ("a funder calls for an open licence of results", "no funder calls for an open licence of results"),
    ),
    counted("funding.savings", "How many costs of a city are to be lowered.", "funding.savings"),
    counted("funding.income", "How many years of what selling is expected to bring are listed.", "funding.income"),
    counted("funding.stages", "How many stages stand in the budget; none listed is none.", "funding.stages"),
    stated("funding.price", "money", "The price.", "price"),
    stated("funding.target_cost", "money", "The target cost.", "target cost"),
    stated("funding.fee", "money", "The fee above cost.", "fee above cost"),
    counted("funding.bands", "How many slices divide a difference from the target cost.", "funding.bands"),
    Fact(
        "funding.public_spend",
        "money",
        "The most that the public side pays under the agreement, its cash and what may be bought later included.",
        _public_spend,
        "most that the public side pays",
        missing=_unsaid_spend,
        fields=(
            "funding",
            "milestones.*.amount",
            "milestones.*.payer",
            "contributions",
            "procurement.option_what",
            "procurement.options_value",
            "parties.*.side",
            "money",
            *SIGNS,
        ),
    ),
    stated("funding.budget", "money", "The budget.", "budget"),
    stated("funding.ceiling", "money", "The ceiling of spending.", "ceiling"),
    Fact(
        "funding.dated_payments",
        "number",
        "How many payments have a day: those for milestones, contributions of money and what is bought to be given.",
        _dated_payments,
        fields=("milestones.*.due", "milestones.*.amount", "contributions"),
    ),
    counted("milestones.count", "How many milestones are listed; none is an answer.", "milestones"),
    Fact(
        "contributions.count",
        "number",
        "How many contributions bind: all that are listed, unless one is said to be a pledge.",
        lambda spec, _: sum(1 for _ in _binding(spec)),
        fields=("contributions",),
    ),
    Fact(
        "contributions.pledges",
        "number",
        "How many pledges are made that bind nobody.",
        lambda spec, _: sum(bool(c.pledge) for c in spec.contributions),
        fields=("contributions.*.pledge",),
    ),
    Fact(
        "contributions.kinds",
        "set",
        "The kinds of the binding contributions. That of one without a kind is not known.",
        _kinds,
        words="contribution_kinds",
        missing=_without("kind"),
        fields=("contributions.*.kind", "contributions.*.pledge"),
    ),
    Fact(
        "contributions.cash",
        "yes-no",
        "Whether a binding contribution is cash. Not known while one without a kind may be.",
        lambda spec, _: any_of(None if each.kind is None else each.kind == "cash" for _, each in _binding(spec)),
        missing=_without("kind"),
        fields=("contributions.*.kind", "contributions.*.pledge"),
        says=("a binding contribution is cash", "no binding contribution is cash"),
    ),
    Fact(
        "contributions.valued",
        "yes-no",
        "Whether every binding contribution has a value; nil is one. Not known while a value is left out.",
        lambda spec, _: None if any(each.value is None for _, each in _binding(spec)) else True,
        missing=_without("value"),
        fields=("contributions.*.value", "contributions.*.pledge"),
        says=("every binding contribution has a value", "a binding contribution has no value"),
    ),
    Fact(
        "contributions.nil",
        "number",
        "How many binding contributions are valued at nil. Not known while a value is left out.",
        _worth_nothing,
        missing=_without("value"),
        fields=("contributions.*.value", "contributions.*.pledge"),
    ),
    counted("products.count", "How many things may be sold by a party thanks to the project.", "products"),
    counted("rewards.count", "How many rewards other than money are stated.", "rewards"),
)
