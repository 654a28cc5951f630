"""What a row says at an address, for the names of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.batch.base import Base
from pactwright.batch.row import Row
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.textfile import parsed, read_text

if TYPE_CHECKING:
    from pactwright.textfile import Tree


def texts_at(addresses: tuple[str, ...], row: Row, base: Base | None) -> dict[str, str]:
    """The text at each address: in the row's cells, else in its spec or the base.

    Raises InputError where the row says nothing, because nothing would stand in the name.
    """
    if not addresses:
        return {}
    cells = {cell.address: cell.text for cell in row.cells}
    tree = parsed(read_text(row.spec), str(row.spec))[0] if row.spec else base.tree if base else {}
    texts = {address: cells[address] if address in cells else _text(tree, address) for address in addresses}
    if missing := tuple(_missing(address, row) for address, text in texts.items() if not text):
        raise InputError(missing)
    return {address: text or "" for address, text in texts.items()}


def _missing(address: str, row: Row) -> Finding:
    seen = "nothing stands here, and the name of the file needs it"
    return Finding("name-part", "error", address, seen, fix="fill it in, or choose another --name", place=row.place)


def _text(tree: Tree, address: str) -> str | None:
    at = tree
    for key in address.split("."):
        if isinstance(at, list):
            at = at[int(key)] if key.isdecimal() and int(key) < len(at) else None
        else:
            at = at.get(key) if isinstance(at, dict) else None
    return at if isinstance(at, str) else None
