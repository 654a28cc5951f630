"""The tables of figures that the program works out: their columns with units, the words they need, what they read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from pactwright.findings import nearest

Unit: TypeAlias = Literal["money", "date", "text"]

Problem: TypeAlias = tuple[str, str, str, str]
"""Where it is in the part ("columns.1"), what is seen, what is accepted, and a fix."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A table that the program works out.

    `columns` have a unit each, by id; `reads` are the facts and the parameters that it is worked out from; `labels` are
    the words that its rows need, each with the blanks that it may hold. Of one that `has_steps`, its part says for
    which numbers there is a row.
    """

    columns: Mapping[str, Unit]
    reads: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_steps: bool = False


COMPUTED: Final[Mapping[str, Computed]] = {
    "milestone-payments": Computed(
        columns={
            "payer": "text",
            "payee": "text",
            "milestone": "text",
            "amount": "money",
            "held": "money",
            "paid": "money",
        },
        reads=("milestones", "money", "reward/milestones.holdback_pct"),
        labels={"released": (), "rest": (), "total": ()},
    ),
    "cash": Computed(
        columns={"party": "text", "day": "text", "received": "money", "paid": "money", "balance": "money"},
        reads=("milestones", "contributions", "outsiders", "money", "reward/milestones.holdback_pct"),
        labels={"lowest": ("day",), "undated": (), "apart": (), "released": (), "rest": ()},
    ),
    "exit-values": Computed(
        columns={
            "payer": "text",
            "payee": "text",
            "day": "date",
            "accepted": "money",
            "begun": "money",
            "commitments": "money",
            "most": "money",
        },
        reads=("milestones", "money", "date", "pilot.start", "funding.price", "term/term.wind_down_pct"),
    ),
    "liability-limits": Computed(
        columns={"party": "text", "formula": "text", "cap": "money", "misuse": "money"},
        reads=(
            "contributions",
            "money",
            "funding.price",
            "liability/cap.low_fixed",
            "liability/cap.partner_cap",
            "liability/cap.price_multiple",
            "liability/cap.price_fixed",
            "liability/cap.multiple",
            "liability/cap.fixed",
            "liability/cap.fee",
            "liability/cap.misuse_times",
        ),
        labels={"each": (), "greater": ("fixed", "times", "base"), "fee": ("fixed", "base")},
    ),
    "part-limits": Computed(
        columns={"limit": "text", "whose": "text", "formula": "text", "most": "money"},
        reads=("milestones", "money", "funding.price", "funding.target_cost"),
        labels={"formula": ("percent", "base")},
    ),
    "overrun": Computed(
        columns=dict.fromkeys(("actual", "above", "partners", "city", "pays", "fee"), "money"),
        reads=(
            "funding.target_cost",
            "funding.fee",
            "funding.ceiling",
            "funding.bands",
            "money",
            "risk/overrun.partner_share_pct",
            "risk/overrun.dead_band_pct",
            "risk/overrun.pain_cap",
            "risk/overrun.overrun_limit",
        ),
        has_steps=True,
    ),
    "gain": Computed(
        columns=dict.fromkeys(("actual", "below", "partners", "least", "city", "pays", "fee"), "money"),
        reads=(
            "funding.target_cost",
            "funding.fee",
            "funding.bands",
            "money",
            "reward/gainshare.gain_share_pct",
            "reward/gainshare.dead_band_pct",
            "reward/gainshare.gain_cap_pct",
            "reward/gainshare.score_floor_pct",
        ),
        has_steps=True,
    ),
    "net-saving": Computed(
        columns={"what": "text", "quantity": "text", "usage": "money", "upkeep": "money", "saved": "money"},
        reads=("funding.savings", "funding.running_cost", "money"),
        labels={"running": (), "net": ()},
    ),
    "saving-shares": Computed(
        columns={"year": "text", "net": "money", "investor": "money", "city": "money", "open": "money"},
        reads=(
            "funding.savings",
            "funding.running_cost",
            "funding.capital",
            "money",
            "reward/avoided-cost.term_months",
            "reward/avoided-cost.minor_pct",
            "reward/avoided-cost.first_pct",
            "reward/avoided-cost.later_pct",
        ),
        has_steps=True,
    ),
    "income-shares": Computed(
        columns={
            "year": "text",
            "gross": "money",
            "net": "money",
            "first": "money",
            "city": "money",
            "seller": "money",
        },
        reads=(
            "funding.income",
            "money",
            *(
                f"reward/revenue.{name}"
                for name in (
                    "term_years",
                    "royalty_pct",
                    "share_pct",
                    "fallback_pct",
                    "recoup",
                    "trigger",
                    "cap",
                    "floor",
                    "de_minimis",
                )
            ),
        ),
        labels={"total": ()},
    ),
}
"""The tables that a part of a schedule may show, by the name that its `figure:` says."""


LAST_ROWS: Final[tuple[str, ...]] = ("pool", "shared-limit")
"""The rows that the program works out below those of a part, by the name that its `last-row:` says."""


def computed_problems(
    name: str, shown: Mapping[str, str], labels: Mapping[str, str], steps: tuple[int, ...]
) -> Iterator[Problem]:
    """What does not fit a table: `shown` are the columns of its part by their places, `labels` the words typed."""
    if name not in COMPUTED:
        yield "figure", f'"{name}" is no figure', f"one of {', '.join(COMPUTED)}", nearest(name, COMPUTED)
        return
    plan = COMPUTED[name]
    yield from _step_problems(name, steps)
    for place, column in shown.items():
        if column not in plan.columns:
            seen, accepted = f'"{column}" is no column of {name}', f"one of {', '.join(plan.columns)}"
            yield place, seen, accepted, nearest(column, plan.columns)
    for label in (each for each in plan.labels if each not in labels):
        yield "", f'{name} needs the words "{label}"', f"labels: {', '.join(plan.labels)}", ""
    for label, text in labels.items():
        if label not in plan.labels:
            seen, accepted = f'"{label}" are no words of {name}', f"labels: {', '.join(plan.labels) or 'none'}"
            yield f"labels.{label}", seen, accepted, nearest(label, plan.labels)
            continue
        for blank in re.findall(r"\{(.*?)\}", text):
            if blank not in plan.labels[label]:
                known = ", ".join(f"{{{each}}}" for each in plan.labels[label])
                yield f"labels.{label}", f'"{{{blank}}}" is no blank of these words', known or "no blank", ""


def chart_problems(
    name: str, shown: Collection[str], by: str, series: Mapping[str, str], alt: str
) -> Iterator[Problem]:
    """What does not fit the chart of a table: it draws amounts, and speaks of columns that its part shows."""
    units = COMPUTED[name].columns if name in COMPUTED else {}
    amounts = [each for each in shown if units.get(each) == "money"]
    named = [("by", by, shown), *((f"series.{each}", each, amounts) for each in series)]
    named += [("alt", each, shown) for each in re.findall(r"\{(.*?)\}", alt)]
    for place, column, known in named:
        if column not in known:
            kind = "column of amounts" if known is amounts else "column"
            yield place, f'"{column}" is no {kind} here', f"one of {', '.join(known)}", nearest(column, known)
    if len(series) < _SIDES:
        yield "series", "a chart compares sides", "two columns of amounts or more", ""


_SIDES: Final = 2


def _step_problems(name: str, steps: tuple[int, ...]) -> Iterator[Problem]:
    has_steps = COMPUTED[name].has_steps
    if has_steps != bool(steps):
        seen = f"{name} has {'a row for each step' if has_steps else 'no steps'}"
        yield "steps" if steps else "", seen, "steps: [100, 110, 125]" if has_steps else "no steps", ""
    if any(step <= before for before, step in pairwise(steps)):
        yield "steps", "the steps do not rise", "each above the one before", ""
