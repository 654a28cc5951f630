"""Who bears and who gains what at some costs above and below the target: the worked examples in the parties' money."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from pactwright.figures.bands import Band, even_bands
from pactwright.figures.rounding import percent_of
from pactwright.figures.shares import WHOLE
from pactwright.figures.target_cost import Settlement, TargetCost, settled
from pactwright.schedules.computed.base import (
    Cells,
    Worked,
    addressed,
    asks,
    field_of,
    in_one_money,
    parameter,
    share_of,
    unit_of,
)

if TYPE_CHECKING:
    from pactwright.figures.one_money import OneMoney
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext
    from pactwright.spec.amounts import Money

OVERRUN, GAIN = "risk/overrun", "reward/gainshare"
TARGET, FEE, CEILING = "funding.target_cost", "funding.fee", "funding.ceiling"
PAIN_CAP, LIMIT = f"choices.{OVERRUN}.pain_cap", f"choices.{OVERRUN}.overrun_limit"

BANDS: Final = "funding.bands.partner_pct"


def overrun(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each step, in percent of the target cost, up to the most that the public side may have to pay."""
    ceiling = () if share_of(context, OVERRUN) == "partner" else (CEILING,)
    money = _money(context, OVERRUN, (*ceiling, PAIN_CAP, LIMIT))
    with addressed(_address(context, OVERRUN)):
        terms = TargetCost(money.figures[TARGET], _bands(context, OVERRUN), pain_cap=money.figures.get(PAIN_CAP))
    limits = [money.figures[each] for each in ceiling]
    limits += [terms.target + money.figures[FEE] + money.figures[LIMIT]] if LIMIT in money.figures else []
    found = _settled(terms, part.steps, unit_of(money))
    within = takewhile(lambda each: all(_pays(money, each) <= limit for limit in limits), found)
    return Worked(tuple(_cells(money, each, "above") for each in within), money=money)


def gain(context: DraftContext, part: PartPlan) -> Worked:
    """A row for each step, in percent of the target cost; where results count, with what the lowest score earns."""
    money = _money(context, GAIN)
    target, unit = money.figures[TARGET], unit_of(money)
    with addressed(_address(context, GAIN)):
        cap = percent_of(target, Decimal(parameter(context, GAIN, "gain_cap_pct")))
        terms = TargetCost(target, _bands(context, GAIN), gain_cap=cap)
    rows = [_cells(money, each, "below") for each in _settled(terms, part.steps, unit)]
    if asks(context, GAIN, "score_floor_pct"):
        score = Decimal(parameter(context, GAIN, "score_floor_pct")) / 100
        least = _settled(terms, part.steps, unit, score)
        rows = [{**row, "least": each.partners} for row, each in zip(rows, least, strict=True)]
    return Worked(tuple(rows), money=money)


def _money(context: DraftContext, issue: str, others: tuple[str, ...] = ()) -> OneMoney:
    """The target, the fee, and those of the other amounts that the chosen option has, in one money."""
    amounts: dict[str, Money] = {}
    for address in (TARGET, FEE, *others):
        name = address.rpartition(".")[2]
        if address.startswith("funding."):
            amounts[address] = field_of(context.spec.funding, "funding", name)
        elif asks(context, issue, name):
            amounts[address] = parameter(context, issue, name)
    return in_one_money(context, amounts)


def _settled(
    terms: TargetCost, steps: tuple[int, ...], unit: Decimal, score: Decimal = Decimal(1)
) -> Iterator[Settlement]:
    """What each step means to both sides."""
    return (settled(terms, percent_of(terms.target, Decimal(each)), score=score, unit=unit) for each in steps)


def _pays(money: OneMoney, found: Settlement) -> Decimal:
    """What the public side pays in all: the actual cost, and the fee with what the partners gain or bear."""
    return money.figures[TARGET] - found.difference + money.figures[FEE] + found.partners


def _cells(money: OneMoney, found: Settlement, off: str) -> Cells:
    """A row; what is borne or gained stands without a sign, since the headings say which it is."""
    return {
        "actual": money.figures[TARGET] - found.difference,
        off: abs(found.difference),
        "partners": abs(found.partners),
        "city": abs(found.city),
        "pays": _pays(money, found),
        "fee": money.figures[FEE] + found.partners,
    }


def _bands(context: DraftContext, issue: str) -> tuple[Band, ...]:
    """The bands by which the chosen option divides: those of the spec, one share with a margin, or one side's alone."""
    share = share_of(context, issue)
    if share == "partner":
        return even_bands(WHOLE)
    if share == "city":
        return even_bands(Decimal(0))
    if share != BANDS:
        return even_bands(*(Decimal(parameter(context, issue, each)) for each in (share, *_margin(context, issue))))
    return tuple(
        Band(*(_of_band(context, number, name) for name in ("from_pct", "to_pct", "partner_pct")))
        for number in range(len(context.spec.funding.bands))
    )


def _margin(context: DraftContext, issue: str) -> tuple[str, ...]:
    return ("dead_band_pct",) if asks(context, issue, "dead_band_pct") else ()


def _of_band(context: DraftContext, number: int, name: str) -> Any:  # noqa: ANN401 - fields have many types
    """A field of a band; only the end of a band may be left out, for none, and not where it is open."""
    band, address = context.spec.funding.bands[number], f"funding.bands.{number}"
    is_endless = name == "to_pct" and not context.spec.is_open(f"{address}.{name}")
    return band.to_pct if is_endless else field_of(band, address, name)


def _address(context: DraftContext, issue: str) -> Callable[[str], str]:
    """Where a figure of the formula stands in the spec."""
    names = {"target": TARGET, "pain_cap": PAIN_CAP, "partner_pct": f"choices.{issue}.{share_of(context, issue)}"}
    return lambda field: names.get(field, "funding.bands" if field.startswith("bands") else f"choices.{issue}.{field}")
