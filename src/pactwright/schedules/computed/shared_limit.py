"""The most that one party pays for all shared losses together, below the figures of the risks that it limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pactwright.document import Runs

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext

ISSUE: Final = "risk/allocation"
LIMIT: Final = "shared_limit"


def shared_limit(context: DraftContext) -> Mapping[str, Runs]:
    """The limit, below what a unit counts for and below what a risk costs its bearer at most; nothing without one."""
    selected = context.selection.issues[ISSUE]
    value = selected.values.get(LIMIT)
    if value is None:
        return {}
    runs = context.parameter_runs(selected.issue.parameters[LIMIT], value)
    return {"unit_value": runs, "cap": runs}
