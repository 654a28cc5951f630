"""Rules on sums: parts add up to their whole, and are not more than it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pactwright.figures.shares import WHOLE
from pactwright.findings import Finding
from pactwright.spec.bearers import SHARED
from pactwright.spec.checks.limits import wholes_of
from pactwright.spec.checks.tax import is_one_money
from pactwright.spec.sharing import share_problems

if TYPE_CHECKING:
    from pactwright.spec.amounts import Money
    from pactwright.spec.root import Spec


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
    if price is None or not parts.known or not is_one_money(spec, (price, *parts.known.values())):
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
    wholes = {name: (whole.amount, (whole,)) for name, whole in wholes_of(spec).items()}
    if stages.known and not stages.missing:
        wholes["stages"] = (stages.total, tuple(stages.known.values()))
    for name, (whole, amounts) in wholes.items() if parts.known else ():
        if parts.total > whole and is_one_money(spec, (*amounts, *parts.known.values())):
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
        name: whole for name, whole in wholes_of(spec).items() if is_one_money(spec, (whole, *parts.known.values()))
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
