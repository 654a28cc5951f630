"""The rows of the spec: its risks, by owner, shares, limit and trigger as the register states them, and its rewards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pactwright.ledger.entries import Places
from pactwright.ledger.figures import called, row_limit, row_shares
from pactwright.ledger.model import Bearing, Limit, Row
from pactwright.printing.context import DraftContext
from pactwright.selection import Selected
from pactwright.spec.bearers import BEARERS, SHARED
from pactwright.spec.terms import Risk

RISK_ITEMS: Final = ("risk/allocation", ("shared", "owner", "register", "unlisted"))
REWARD_ITEMS: Final = ("roles/contributions", ("rewards",))


def register_rows(context: DraftContext, places: Places, shared: tuple[Limit, ...] = ()) -> Iterator[Row]:
    """A row for each risk and each reward other than money that the spec lists, in its order.

    `shared` are the limits of all shared losses together.
    """
    for name, risk in context.spec.risks.items():
        address, is_shared = f"risks.{name}", risk.owner == SHARED
        item, place = _place(context, places, RISK_ITEMS, without=() if is_shared else ("shared",))
        limits = (*row_limit(context, risk), *(shared if is_shared else ()))
        bearings = (_bearing(context, risk, address, (item, place), limits),) if place and risk.owner else ()
        yield Row("register", name, risk.event or name, address, bearings)
    for number, reward in enumerate(context.spec.rewards):
        address = f"rewards.{number}"
        item, place = _place(context, places, REWARD_ITEMS)
        to = reward.party or ""
        said = Bearing(to, called(context, to), place, address, item, trigger=context.printed(reward.by or ""))
        yield Row("register", f"reward-{number + 1}", reward.what or address, address, (said,) if place and to else ())


def _bearing(
    context: DraftContext, risk: Risk, address: str, said: tuple[str, str], limits: tuple[Limit, ...]
) -> Bearing:
    owner, shares = risk.owner or "", row_shares(context, risk)
    manner = owner if owner in BEARERS else "party"
    item, place = said
    who = context.library.vocabulary["allocation"].get(owner, {}).get("prints", owner) if owner in BEARERS else ""
    return Bearing(
        owner,
        who or called(context, owner),
        place,
        address,
        item,
        manner,
        shares if owner == SHARED else (),
        limits,
        _trigger(risk),
    )


def _trigger(risk: Risk) -> str:
    """What shows that a risk has come: a measure, a number, a window."""
    said = risk.trigger
    return ", ".join(filter(None, (said.measure, said.number, said.window))) if said else ""


def _place(
    context: DraftContext, places: Places, said: tuple[str, tuple[str, ...]], without: tuple[str, ...] = ()
) -> tuple[str, str]:
    """The first item that makes the rows bind, and its number; ("", "") where the document has none."""
    issue, items = said
    selected: Selected | None = context.selection.issues.get(issue)
    found = ((item, places(selected, item)) for item in items if selected and item not in without)
    return next((each for each in found if each[1]), ("", ""))
