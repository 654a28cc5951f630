"""The base spec of a batch, and a row's cells laid over it.

The base need not be a whole spec: it may lack what every row fills. Nothing of it is ever changed: each row fills a
copy of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pactwright.batch.model import Cell, Row
from pactwright.findings import SourceMap
from pactwright.intake import typed_in

if TYPE_CHECKING:
    from pactwright.textfile import Tree

Keys: TypeAlias = tuple[str, ...]

# Stands in a list where the row, or nobody, left nothing; no tree that is handed out holds it.
NOTHING: Final[dict[str, Tree]] = {}


@dataclass(frozen=True, slots=True)
class Base:
    """A base spec: where it stands, its tree of text, the place of each address in it."""

    path: Path
    tree: dict[str, Tree]
    marks: SourceMap


def base_from(path: Path) -> Base:
    """The base spec in a file, a text or a workbook, not yet held against the form of a spec.

    Raises InputError with every problem of the text, UsageError when the file cannot be read.
    """
    tree, marks, _ = typed_in(path)
    return Base(path, tree, marks)


def overlaid(base: Base, row: Row) -> tuple[dict[str, Tree], SourceMap]:
    """The spec that a row makes of the base, and where each of its addresses stands: in a cell, or in the base.

    A cell without text takes the base's value away. The elements of a list close up over those that are taken away or
    that nobody fills. A choice of another option than the base's drops the base's reason and parameters, which belong
    to that other option; a parameter alone keeps the option.
    """
    filling = _Filling({key: _copied(each) for key, each in base.tree.items()})
    parameters = []
    for cell in row.cells:
        keys = _keys(cell.address)
        if keys[0] != "choices" or len(keys) == 1:
            filling.fill(keys, cell.text)
        elif len(keys) == 2:  # noqa: PLR2004 - choices.<issue>
            filling.choose(keys, cell.text)
        else:
            parameters.append((keys, cell.text))
    for keys, text in parameters:
        filling.set_parameter(keys, text)
    return filling.tree, RowPlaces(base, row, filling.closed_up())


def standing_at(tree: Tree, keys: Iterable[str]) -> Tree:
    """What stands under keys in a tree, numbers for the elements of lists; `NOTHING` where nothing does.

    >>> standing_at({"sites": [{"name": "Parade"}]}, ("sites", "0", "name"))
    'Parade'
    """
    at = tree
    for key in keys:
        if isinstance(at, list):
            at = at[int(key)] if key.isdecimal() and int(key) < len(at) else NOTHING
        else:
            at = at.get(key, NOTHING) if isinstance(at, dict) else NOTHING
    return at


@functools.lru_cache(maxsize=4096)
def _keys(address: str) -> Keys:
    return tuple(address.split("."))


def _copied(tree: Tree) -> Tree:
    if isinstance(tree, dict):
        return {key: _copied(each) for key, each in tree.items()}
    return [_copied(each) for each in tree] if isinstance(tree, list) else tree


@dataclass(slots=True)
class _Filling:
    """One row's tree while it is being filled, and its lists that have gaps."""

    tree: dict[str, Tree]
    gaps: dict[Keys, list[Tree]] = field(default_factory=dict)

    def fill(self, keys: Keys, value: Tree) -> None:
        """Puts a value at an address; None takes away what stands there."""
        if value is not None:
            self._put(self._branch(keys), keys, value)
        elif standing_at(self.tree, keys) is not NOTHING:
            self._take(self._branch(keys), keys)

    def choose(self, keys: Keys, option: str | None) -> None:
        """Puts an option at an issue; what the base says about another option goes."""
        standing = standing_at(self.tree, keys)
        if not isinstance(standing, dict) or standing is NOTHING or option is None:
            self.fill(keys, option)
        elif standing.get("option") is None:
            self.fill(keys, {**standing, "option": option})
        elif standing["option"] != option:
            self.fill(keys, option)

    def set_parameter(self, keys: Keys, text: str | None) -> None:
        """Puts a parameter or a reason at an issue; the short form of a choice becomes the long one."""
        standing = standing_at(self.tree, keys[:2])
        if text is not None and isinstance(standing, str):
            self.fill(keys[:2], {"option": standing})
        self.fill(keys, text)

    def closed_up(self) -> dict[Keys, tuple[int, ...]]:
        """Lets the lists close up over their gaps; for each such list, the numbers that its elements had before."""
        kept = {}
        for keys, elements in self.gaps.items():
            kept[keys] = tuple(number for number, each in enumerate(elements) if each is not NOTHING)
            elements[:] = [elements[number] for number in kept[keys]]
        return kept

    def _branch(self, keys: Keys) -> Tree:
        """What holds the last key, made where nothing stands: a list for a number, else a group."""
        at: Tree = self.tree
        for length, key in enumerate(keys[1:], start=1):
            standing = standing_at(self.tree, keys[:length])
            if not standing and not isinstance(standing, str):
                standing = [] if isinstance(standing, list) or key.isdecimal() else {}
                self._put(at, keys[:length], standing)
            at = standing
        return at

    def _take(self, at: Tree, keys: Keys) -> None:
        if isinstance(at, dict):
            del at[keys[-1]]
        else:
            self._put(at, keys, NOTHING)

    def _put(self, at: Tree, keys: Keys, value: Tree) -> None:
        """Puts a value under the last key; nothing where the base has text instead of a branch."""
        if isinstance(at, dict):
            at[keys[-1]] = value
        elif isinstance(at, list) and keys[-1].isdecimal():
            number = int(keys[-1])
            if number > len(at) or value is NOTHING:
                self.gaps[keys[:-1]] = at
            at.extend([NOTHING] * (number + 1 - len(at)))
            at[number] = value


class RowPlaces(SourceMap):
    """Where the addresses of a row's spec stand: in the cell that says it, else in the base, else at the row."""

    def __init__(self, base: Base, row: Row, closed_up: dict[Keys, tuple[int, ...]]) -> None:
        super().__init__(base.marks.name, {})
        self._base = base
        self._row = row
        self._closed_up = closed_up

    def place(self, address: str) -> str:
        """The place of the address, or of its nearest parent that the row fills or that still stands in the base.

        What neither of the two holds is missing from the row.
        """
        at = self._before_closing_up(address)
        while at:
            if at in self._filled:
                return self._filled[at]
            if at in self._base.marks and not self._is_overlaid(at):
                return self._base.marks.place(at)
            at = at.rpartition(".")[0]
        return self._row.place

    @functools.cached_property
    def _filled(self) -> dict[str, str]:
        """The place of each cell, and of each group that stands only because a cell fills something in it."""
        cells = {cell.address: cell.place for cell in self._row.cells}
        made: dict[str, str] = {}
        for cell in self._row.cells:
            for parent in _parents(cell.address) if cell.text is not None else ():
                if parent not in self._base.marks or self._is_overlaid(parent):
                    made.setdefault(parent, cell.place)
        return made | cells

    @functools.cached_property
    def _overlaid(self) -> frozenset[str]:
        """The addresses under which nothing of the base stands any more."""
        return frozenset(
            cell.address for cell in self._row.cells if cell.text is None or _is_another_option(self._base, cell)
        )

    def _is_overlaid(self, address: str) -> bool:
        return address in self._overlaid or any(parent in self._overlaid for parent in _parents(address))

    def _before_closing_up(self, address: str) -> str:
        if not self._closed_up:
            return address
        keys: Keys = ()
        for key in address.split("."):
            kept = self._closed_up.get(keys, ())
            number = int(key) if key.isdecimal() else len(kept)
            keys = (*keys, str(kept[number]) if number < len(kept) else key)
        return ".".join(keys)


def _is_another_option(base: Base, cell: Cell) -> bool:
    keys = _keys(cell.address)
    if keys[0] != "choices" or len(keys) != 2:  # noqa: PLR2004 - choices.<issue>
        return False
    standing = standing_at(base.tree, keys)
    option = standing.get("option") if isinstance(standing, dict) else standing
    return option not in {None, cell.text}


def _parents(address: str) -> tuple[str, ...]:
    """The addresses above one, the nearest first."""
    parts = address.split(".")
    return tuple(".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))
