"""The rows that a part of a schedule shows, each with its address in the spec, and what each of them must say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pactwright.printing.lookup import is_empty, is_meant, value_at

if TYPE_CHECKING:
    from pactwright.library.model import Library, PartPlan, Rows


def rows_of(holder: object, plan: PartPlan) -> list[tuple[str, str, Any]]:
    """(address, id, row) of every row that a part shows; the id is the key in a map, the number in a list.

    `holder` is the map, the list, or None, that the spec has at `plan.rows`.
    """
    return [each for each in every_row(holder, plan) if not plan.any or _says_any(each[2], plan)]


def every_row(holder: object, plan: PartPlan) -> list[tuple[str, str, Any]]:
    """The same, with the rows that say nothing of what the part is about."""
    return [each for each in _rows(holder, plan.rows) if is_meant(each[2], plan.where, missing="no")]


def asked(row: object, fields: Iterable[str], library: Library, rows: str) -> tuple[str, ...]:
    """What a row of a list of the spec must still say, of the fields that its document relies on.

    Where it is not known whether a row is one of those that a field governs, only that is asked.
    """
    found: dict[str, None] = {}
    for name in fields:
        if is_empty(value_at(row, name)):
            found.update(dict.fromkeys(_asked(row, name, governed(library, rows, name))))
    return tuple(found)


def governed(library: Library, rows: str, name: str) -> Rows:
    """The rows of a list that one of its columns governs; no test where it governs all."""
    return library.column_rows.get(f"{rows}.{name}", {})


def _asked(row: object, name: str, tests: Rows) -> Iterator[str]:
    meant = is_meant(row, tests)
    if meant:
        yield name
    elif meant is None:
        yield from (each for each, test in tests.items() if is_meant(row, {each: test}) is None)


def _rows(holder: Any, name: str) -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401 - a part of a spec
    if isinstance(holder, Mapping):
        yield from ((f"{name}.{key}", key, row) for key, row in holder.items())
    else:
        yield from ((f"{name}.{number}", str(number), row) for number, row in enumerate(holder or ()))


def _says_any(row: object, plan: PartPlan) -> bool:
    return any(not is_empty(value_at(row, name)) for name in plan.any)
