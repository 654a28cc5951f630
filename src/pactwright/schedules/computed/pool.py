"""The sum that all parties set aside, below the part of each."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pactwright.document import Runs
from pactwright.facts.parties import signing
from pactwright.schedules.computed.base import in_one_money, printed

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext

ISSUE: Final = "risk/stop-loss"
PART: Final = "pool_part"


def pool(context: DraftContext) -> Mapping[str, Runs]:
    """The sum of the parts of the parties; nothing while one is missing, or where no clause makes a pool of them."""
    typed = context.selection.issues[ISSUE].values.get(PART)
    parts = typed if isinstance(typed, Mapping) else dict.fromkeys(signing(context.spec), typed)
    amounts = {f"choices.{ISSUE}.{PART}.{each}": parts.get(each) for each in signing(context.spec)}
    known = {address: each for address, each in amounts.items() if each is not None}
    if len(known) < len(amounts):
        return {}
    money = in_one_money(context, known)
    return {PART: printed(context, money, sum(money.figures.values(), Decimal(0)))}
