"""Rules on sums: parts add up to their whole, and nothing is larger than what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.figures.shares import WHOLE
from pactwright.findings import Finding
from pactwright.spec.bearers import SHARED
from pactwright.spec.sharing import share_problems

if TYPE_CHECKING:
    from pactwright.spec.amounts import Money
    from pactwright.spec.root import Spec

TENFOLD: Final = 10


@dataclass(frozen=True, slots=True)
class Parts:
    """The amounts of some parts by their addresses, None where one is missing, and what they are together."""

    known: Mapping[str, Money]
    missing: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        """What the amounts that are there add up to."""
        return sum((each.amount for each in self.known.values()), Decimal(0))

    def wrong(self, whole: Decimal) -> str:
        """The address of the first amount that is larger than the whole by itself, else of the last one."""
        return next((address for address, each in self.known.items() if each.amount > whole), list(self.known)[-1])

    def right(self, whole: Decimal) -> str:
        """What that amount would be if the others are right; nothing where they leave it none."""
        rest = whole - self.total + self.known[self.wrong(whole)].amount
        return f"{rest:,} here, if the others are right" if rest > 0 and not self.missing else ""

    def said(self, name: str, whole_name: str, whole: Money) -> str:
        """What the parts add up to beside their whole, in words."""
        those = f"{name} that have an amount" if self.missing else name
        return f"the {those} add up to {self.total:,} and the {whole_name} is {whole.amount:,}"


def milestone_sum(spec: Spec) -> Iterator[Finding]:
    """Looks for milestones whose amounts do not add up to the price, or pass what else limits them.

    Where amounts are missing, a warning says what is left for them: the rest, or nothing. The price is what the public
    side pays, so a milestone for which another party pays is no part of it. While there is no price, milestones stay
    within the budget, the ceiling and the stages together.

    Why: the document then states two prices, and each side will believe in its own.

    Bad: `funding: {price: AUD 30,000}` and two milestones of `amount: AUD 10,000`

    Good: the same with `amount: AUD 15,000` each
    """
    parts = _parts(
        {
            f"milestones.{key}.amount": each.amount
            for key, each in spec.milestones.items()
            if (payer := spec.parties.get(each.payer or "")) is None or payer.side == "public"
        }
    )
    price = spec.funding.price
    if price is None:
        yield from _within(spec, parts)
    if price is None or not parts.known or not _is_one_money(spec, (price, *parts.known.values())):
        return
    said = parts.said("milestones", "price", price)
    if parts.total > price.amount or (parts.total != price.amount and not parts.missing):
        accepted, right = "milestones that add up to funding.price", parts.right(price.amount)
        yield Finding("milestone-sum", "error", parts.wrong(price.amount), said, accepted, right)
    else:
        yield from _rest(spec, "milestone-sum", parts, said, price.amount)


def _within(spec: Spec, parts: Parts) -> Iterator[Finding]:
    """Milestones that pass the budget, the ceiling or the stages, told once."""
    stages = _parts({f"funding.stages.{number}.amount": each.amount for number, each in enumerate(spec.funding.stages)})
    wholes: dict[str, tuple[Decimal, tuple[Money, ...]]]
    wholes = {name: (whole.amount, (whole,)) for name, whole in _wholes(spec).items()}
    if stages.known and not stages.missing:
        wholes["stages"] = (stages.total, tuple(stages.known.values()))
    for name, (whole, amounts) in wholes.items() if parts.known else ():
        if parts.total > whole and _is_one_money(spec, (*amounts, *parts.known.values())):
            seen = f"the milestones add up to {parts.total:,}, above the {name} of {whole:,}"
            accepted, right = f"milestones within funding.{name}", parts.right(whole)
            yield Finding("milestone-sum", "error", parts.wrong(whole), seen, accepted, right)
            return


def stage_sum(spec: Spec) -> Iterator[Finding]:
    """Looks for stages that cost more together than the price, the budget or the ceiling, or less than all of them.

    More is an error; less is a warning, and none where a pot need not be spent. Where amounts are missing, it is said
    what is left for them.

    Why: whoever reads the price pays the price; whoever reads the stages waits for the rest.

    Bad: `funding: {price: AUD 48,000}` with stages of AUD 48,000 and AUD 200,000

    Good: stages of AUD 18,000 and AUD 30,000
    """
    parts = _parts({f"funding.stages.{number}.amount": each.amount for number, each in enumerate(spec.funding.stages)})
    wholes = {
        name: whole for name, whole in _wholes(spec).items() if _is_one_money(spec, (whole, *parts.known.values()))
    }
    if not parts.known or not wholes:
        return
    exceeded = [name for name, whole in wholes.items() if name != "price" and parts.total > whole.amount]
    if "price" in wholes and "budget" not in wholes and parts.total > wholes["price"].amount:
        exceeded = ["price", *exceeded]
    if exceeded:
        name = exceeded[0]
        said = parts.said("stages", name, wholes[name])
        most = wholes[name].amount
        yield Finding("stage-sum", "error", parts.wrong(most), said, f"stages within funding.{name}", parts.right(most))
    elif not spec.funding.pot:
        name = "budget" if "budget" in wholes else next(iter(wholes))
        said = parts.said("stages", name, wholes[name])
        yield from _rest(spec, "stage-sum", parts, said, wholes[name].amount)
        if not parts.missing and name != "ceiling" and parts.total not in {each.amount for each in wholes.values()}:
            accepted, whole = f"stages that add up to funding.{name}", wholes[name].amount
            yield Finding("stage-sum", "warning", parts.wrong(whole), said, accepted, parts.right(whole))


def limits(spec: Spec) -> Iterator[Finding]:
    """Looks for a price above the budget or the ceiling, and for a ceiling below the target cost and the fee together.

    A warning is a value of the pilot below its price, a fee above the target cost, and a value, a budget, a ceiling, a
    contribution, a unit at risk or the limit of a risk of ten times the price.

    Why: the smaller figure is a promise to whoever approved it, and the larger one breaks it.

    Bad: `funding: {price: AUD 48,000, ceiling: AUD 30,000}`

    Good: `funding: {price: AUD 48,000, ceiling: AUD 50,000}`
    """
    wholes, value = _wholes(spec), spec.procurement.pilot_value
    price = wholes.get("price")
    for name in ("budget", "ceiling"):
        if (
            price
            and name in wholes
            and _is_one_money(spec, (price, wholes[name]))
            and price.amount > wholes[name].amount
        ):
            seen = f"the price of {price.amount:,} is above the {name} of {wholes[name].amount:,}"
            yield Finding("limits", "error", "funding.price", seen, f"a price within funding.{name}")
    if price and value and _is_one_money(spec, (price, value)) and value.amount < price.amount:
        seen = f"the pilot's value of {value.amount:,} is below its price of {price.amount:,}"
        yield Finding("limits", "warning", "procurement.pilot_value", seen, "at least funding.price")
    yield from _planned(spec)
    yield from _fee(spec)
    yield from _tenfold(spec)


def _planned(spec: Spec) -> Iterator[Finding]:
    """A ceiling that work at cost passes although everything goes as planned."""
    target, fee, ceiling = spec.funding.target_cost, spec.funding.fee, spec.funding.ceiling
    if target is None or ceiling is None:
        return
    parts = (target, fee) if fee else (target,)
    planned = sum((each.amount for each in parts), Decimal(0))
    if ceiling.amount < planned and _is_one_money(spec, (ceiling, *parts)):
        seen = f"the ceiling of {ceiling.amount:,} is below the target cost and the fee, {planned:,} together"
        yield Finding("limits", "error", "funding.ceiling", seen, f"at least {planned:,}")


def _fee(spec: Spec) -> Iterator[Finding]:
    """A fee that is more than the cost above which it is paid."""
    target, fee = spec.funding.target_cost, spec.funding.fee
    if target and fee and not target.is_nil and fee.amount > target.amount and _is_one_money(spec, (target, fee)):
        seen = f"the fee of {fee.amount:,} is above the target cost of {target.amount:,}"
        yield Finding("limits", "warning", "funding.fee", seen, f"at most {target.amount:,}", "a nought too many?")


def _tenfold(spec: Spec) -> Iterator[Finding]:
    """What is ten times the price or more, which is most often a nought too many; a pot may be for other work too."""
    price, pilot = spec.funding.price, spec.procurement.pilot_value
    wholes = {} if spec.funding.pot else {f"funding.{name}": each for name, each in _wholes(spec).items()}
    rows = {
        **{f"contributions.{number}.value": each.value for number, each in enumerate(spec.contributions)},
        **{f"risks.{key}.unit_value": each.unit_value for key, each in spec.risks.items()},
        **{f"risks.{key}.cap": each.cap for key, each in spec.risks.items()},
        "procurement.pilot_value": pilot,
    }
    for address, each in (wholes | {address: each for address, each in rows.items() if each}).items():
        is_far = price and not price.is_nil and each.amount >= TENFOLD * price.amount
        if price and is_far and _is_one_money(spec, (price, each)):
            seen = f"{each.amount:,} is {TENFOLD} times the price of {price.amount:,}, or more"
            fix = "a nought too many here, or too few in funding.price?"
            yield Finding("limits", "warning", address, seen, "", fix)


def tax_basis(spec: Spec) -> Iterator[Finding]:
    """Looks for a milestone or a stage that holds tax beside a price that does not, or the other way round.

    Contributions are held against the first of them. The same holds of the fee beside a target cost, of what is saved
    and put in, and of a year's income.

    Why: such amounts cannot be added up, and the difference is a tenth or a fifth of the price.

    Bad: `funding: {price: AUD 30,000 exclusive}` and `milestones: {m1: {amount: AUD 30,000 inclusive}}`

    Good: both exclusive
    """
    yield from _mixed_tax(spec)
    price = spec.funding.price
    stages = {f"funding.stages.{number}.amount": each.amount for number, each in enumerate(spec.funding.stages)}
    parts = {f"milestones.{key}.amount": each.amount for key, each in spec.milestones.items()} | stages
    for address, amount in parts.items():
        tax, other = _tax(spec, amount), _tax(spec, price)
        if tax and other and tax != other:
            seen = f"this amount is {tax} of tax and the price is {other}"
            yield Finding("tax-basis", "error", address, seen, "one basis for the price and its parts")
    rows = ((f"contributions.{n}.value", each) for n, each in enumerate(spec.contributions) if not each.pledge)
    brought = {address: _tax(spec, each.value) for address, each in rows}
    first = next(filter(None, brought.values()), None)
    for address, tax in brought.items():
        if tax and tax != first:
            seen = f"this amount is {tax} of tax and the first contribution is {first}"
            yield Finding("tax-basis", "error", address, seen, f"one basis for all contributions, {first}")


def _mixed_tax(spec: Spec) -> Iterator[Finding]:
    """Amounts of another basis of tax than the first of those with which they are added up."""
    funding = spec.funding
    work = {f"funding.{name}": getattr(funding, name) for name in ("target_cost", "fee")}
    saved = {f"funding.{name}": getattr(funding, name) for name in ("capital", "running_cost")} | {
        f"funding.savings.{number}.{name}": getattr(each, name)
        for number, each in enumerate(funding.savings)
        for name in ("unit_price", "upkeep", "expected_upkeep")
    }
    years = {
        f"funding.income.{number}.{name}": getattr(each, name)
        for number, each in enumerate(funding.income)
        for name in ("gross", "direct")
    }
    for group in (work if funding.target_cost else {}, saved, years):
        taxes = {address: tax for address, each in group.items() if (tax := _tax(spec, each))}
        first = next(iter(taxes), "")
        for address, tax in taxes.items():
            if tax != taxes[first]:
                seen = f"this amount is {tax} of tax and {first} is {taxes[first]}"
                yield Finding("tax-basis", "error", address, seen, f"{taxes[first]}, or one basis for all of them")


def risk_shares(spec: Spec) -> Iterator[Finding]:
    """Looks for shares of a risk that are not 100 together, that stand beside one owner, or that one party bears alone.

    Why: what no share covers is borne by nobody until there is a dispute about it.

    Bad: `risks: {drift: {owner: shared, shares: {city: 40, partner: 50}}}`

    Good: `risks: {drift: {owner: shared, shares: {city: 40, partner: 60}}}`
    """
    for key, risk in spec.risks.items():
        if not risk.shares:
            continue
        address = f"risks.{key}.shares"
        if risk.owner not in {None, SHARED}:
            seen = f'the risk is shared out and also borne by "{risk.owner}"'
            yield Finding("risk-shares", "error", address, seen, "shares, or one owner", "write owner: shared")
        bearing = [party for party, share in risk.shares.items() if share]
        if risk.owner == SHARED and len(bearing) == 1:
            seen = f'a shared risk is borne by "{bearing[0]}" alone'
            yield Finding("risk-shares", "error", address, seen, "shares of two or more", f"write owner: {bearing[0]}")
        yield from share_problems("risk-shares", risk.shares, WHOLE, address)


def _parts(amounts: Mapping[str, Money | None]) -> Parts:
    known = {address: each for address, each in amounts.items() if each is not None}
    return Parts(known, tuple(address for address, each in amounts.items() if each is None))


def _rest(spec: Spec, rule: str, parts: Parts, said: str, whole: Decimal) -> Iterator[Finding]:
    """What is left for the amounts that are missing: the rest is the one's that is alone, nothing is left for any."""
    rest, missing = whole - parts.total, [each for each in parts.missing if not spec.is_open(each)]
    if missing and rest == 0:
        yield Finding(rule, "warning", missing[0], f"{said}: nothing is left", "nil, or less for the others")
    elif missing and len(parts.missing) == 1 and rest > 0:
        yield Finding(rule, "warning", missing[0], said, f"the rest is {rest:,}")


def _wholes(spec: Spec) -> dict[str, Money]:
    """What the parts are held against, by the key under funding."""
    named = {name: getattr(spec.funding, name) for name in ("price", "budget", "ceiling")}
    return {name: each for name, each in named.items() if each is not None}


def _is_one_money(spec: Spec, amounts: tuple[Money, ...]) -> bool:
    """Whether amounts can be added up: one currency and one tax basis, where they say any; nil has none."""
    said = [each for each in amounts if not each.is_nil]
    taxes = {_tax(spec, each) for each in said}
    return len({each.currency or spec.money.currency for each in said}) < 2 and len(taxes - {None}) < 2  # noqa: PLR2004 - one or none


def _tax(spec: Spec, amount: Money | None) -> str | None:
    """The tax basis of an amount that is more than nothing."""
    return None if amount is None or amount.is_nil else amount.tax or spec.money.tax
