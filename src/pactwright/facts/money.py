"""Facts about money, contributions and payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.facts.fact import Fact
from pactwright.facts.parties import on_side

if TYPE_CHECKING:
    from pactwright.spec import Spec


def pays_a_partner(spec: Spec) -> bool:
    """Whether a price, or a milestone amount, is payable to the partners."""
    partners = on_side(spec, "partner")
    milestones = any(
        m.amount and not m.amount.is_nil and (m.payee is None or m.payee in partners) for m in spec.milestones.values()
    )
    price = spec.funding.price
    return milestones or bool(price and not price.is_nil)


def currencies(spec: Spec) -> frozenset[str]:
    """Every currency that an amount of the spec names, and the project's own."""
    own = {spec.money.currency} if spec.money.currency else set()
    return frozenset(own | {money.currency for _, money in spec.amounts if money.currency})


FACTS = (
    Fact(
        "money.currency",
        "text",
        "The currency of amounts that name none.",
        lambda spec, _: spec.money.currency,
        "currency",
        "money.currency",
    ),
    Fact(
        "money.tax",
        "choice",
        "Whether amounts hold tax; exclusive where the spec does not say.",
        lambda spec, _: spec.money.tax or "exclusive",
        values=("exclusive", "inclusive", "none"),
    ),
    Fact("money.currencies", "number", "How many currencies the spec uses.", lambda spec, _: len(currencies(spec))),
    Fact(
        "money.rate_rule",
        "text",
        "How amounts in another currency are converted.",
        lambda spec, _: spec.money.rate_rule,
        "rule for the exchange rate",
        "money.rate_rule",
    ),
    Fact("funding.paid", "yes-no", "Whether a partner is paid money.", lambda spec, _: pays_a_partner(spec)),
    Fact("funding.has_price", "yes-no", "Whether there is a price.", lambda spec, _: spec.funding.price is not None),
    Fact("funding.has_budget", "yes-no", "Whether there is a budget.", lambda spec, _: spec.funding.budget is not None),
    Fact(
        "funding.has_ceiling",
        "yes-no",
        "Whether spending has a ceiling.",
        lambda spec, _: spec.funding.ceiling is not None,
    ),
    Fact("funding.at_cost", "yes-no", "Whether work is done at cost.", lambda spec, _: bool(spec.funding.at_cost)),
    Fact(
        "funding.has_pot",
        "yes-no",
        "Whether the budget is a pot that need not be spent.",
        lambda spec, _: bool(spec.funding.pot),
    ),
    Fact(
        "funding.option_later",
        "yes-no",
        "Whether payment is nil now with an option later.",
        lambda spec, _: spec.funding.option_later is not None,
    ),
    Fact(
        "funding.option_later_text",
        "text",
        "The option to pay later, in words.",
        lambda spec, _: spec.funding.option_later,
        "option to pay later",
        "funding.option_later",
    ),
    Fact("funding.stages", "number", "How many stages the budget has.", lambda spec, _: len(spec.funding.stages)),
    Fact("funding.price", "money", "The price.", lambda spec, _: spec.funding.price, "price", "funding.price"),
    Fact("funding.budget", "money", "The budget.", lambda spec, _: spec.funding.budget, "budget", "funding.budget"),
    Fact(
        "funding.ceiling",
        "money",
        "The ceiling of spending.",
        lambda spec, _: spec.funding.ceiling,
        "ceiling",
        "funding.ceiling",
    ),
    Fact("milestones.count", "number", "How many milestones there are.", lambda spec, _: len(spec.milestones)),
    Fact(
        "contributions.count",
        "number",
        "How many contributions bind.",
        lambda spec, _: sum(not c.pledge for c in spec.contributions),
    ),
    Fact(
        "contributions.pledges",
        "number",
        "How many pledges are made that bind nobody.",
        lambda spec, _: sum(bool(c.pledge) for c in spec.contributions),
    ),
    Fact(
        "contributions.kinds",
        "set",
        "The kinds of the binding contributions.",
        lambda spec, _: frozenset(str(c.kind) for c in spec.contributions if c.kind and not c.pledge),
    ),
    Fact(
        "contributions.cash",
        "yes-no",
        "Whether a binding contribution is cash.",
        lambda spec, _: any(c.kind == "cash" and not c.pledge for c in spec.contributions),
    ),
    Fact(
        "contributions.valued",
        "yes-no",
        "Whether every binding contribution has a value.",
        lambda spec, _: all(c.value is not None for c in spec.contributions if not c.pledge),
    ),
    Fact("rewards.count", "number", "How many rewards other than money are stated.", lambda spec, _: len(spec.rewards)),
)
