"""Columns of parties in which only those who do not sign stand: what the document asks there binds nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.printing.lookup import is_meant
from pactwright.spec.bearers import BEARERS

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext


def unbound_columns(context: DraftContext, columns: Iterable[str]) -> Iterator[Finding]:
    """A remark for each printed column, such as "risks.owner", whose rows name outsiders and no party."""
    outsiders = context.spec.outsiders
    for column in sorted(set(columns)):
        rows = dict(_rows(context, column))
        others = {address: name for address, name in rows.items() if name in outsiders}
        if others and all(name in others.values() or name in BEARERS for name in rows.values()):
            names = ", ".join(dict.fromkeys(outsiders[each].name or each for each in others.values() if each))
            term = context.library.columns[column].term
            seen = f"no party is the {term} here ({names} does not sign), so what the clauses ask of it binds nobody"
            accepted = "a party that signs, in one row at least"
            fix = "let a party answer for it, choose another option, or leave it as it is"
            yield Finding("nobody-bound", "warning", next(iter(others)), seen, accepted, fix)


def _rows(context: DraftContext, column: str) -> Iterator[tuple[str, str | None]]:
    """The address and the party of each row that a column governs."""
    table, _, field = column.partition(".")
    address = "ip.items" if table == "ip_items" else table
    rows = context.spec.ip.items if table == "ip_items" else getattr(context.spec, table)
    meant = context.library.column_rows.get(column, {})
    for key, row in rows.items() if isinstance(rows, Mapping) else enumerate(rows):
        if is_meant(row, meant) is not False:
            yield f"{address}.{key}.{field}", getattr(row, field)
