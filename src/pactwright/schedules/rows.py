"""The rows that a part of a schedule shows, each with its address in the spec."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pactwright.printing.lookup import value_at

if TYPE_CHECKING:
    from pactwright.library.model import PartPlan


def rows_of(holder: object, plan: PartPlan) -> list[tuple[str, str, Any]]:
    """(address, id, row) of every row that a part shows; the id is the key in a map, the number in a list.

    `holder` is the map, the list, or None, that the spec has at `plan.rows`.
    """
    return [each for each in _rows(holder, plan.rows) if _is_shown(each[2], plan)]


def is_empty(value: object) -> bool:
    """Whether there is nothing to print; "no" is something."""
    return value is None or (isinstance(value, str | tuple | dict) and not value)


def _rows(holder: Any, name: str) -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401 - a part of a spec
    if isinstance(holder, Mapping):
        yield from ((f"{name}.{key}", key, row) for key, row in holder.items())
    else:
        yield from ((f"{name}.{number}", str(number), row) for number, row in enumerate(holder or ()))


def _is_shown(row: object, plan: PartPlan) -> bool:
    kept = all(_as_text(value_at(row, name)) == wanted for name, wanted in plan.where.items())
    return kept and (not plan.any or any(not is_empty(value_at(row, name)) for name in plan.any))


def _as_text(value: object) -> str:
    return (
        "no"
        if value is None
        else {True: "yes", False: "no"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )
