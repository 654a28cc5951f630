"""The entries of sheets, put together as the tree of a spec, with the cell of each address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pactwright.findings import Finding, SourceMap, nearest
from pactwright.intake.form import EACH, Field, Table
from pactwright.intake.grid import Grid, grid_of
from pactwright.intake.library import CHOICES, FIGURES, OPTION
from pactwright.intake.lines import pairs_in, parted, words_in
from pactwright.intake.words import words
from pactwright.library.values import READS
from pactwright.spec.form import kind_at
from pactwright.workbooks.cells import NONE, TableColumn
from pactwright.workbooks.sheet import Sheet, shown

if TYPE_CHECKING:
    from pactwright.library.model import Parameter
    from pactwright.textfile import Tree

ID: Final = re.compile(r"[a-z][a-z0-9-]*")


class CellMap(SourceMap):
    """Where the addresses of a workbook's spec stand."""

    def __init__(self, name: str, cells: Mapping[str, str]) -> None:
        super().__init__(name, {})
        self._cells = cells

    def __contains__(self, address: str) -> bool:
        """Whether the address itself stands in a cell."""
        return address in self._cells

    def place(self, address: str) -> str:
        """The cell of the address, or of its nearest parent, or the workbook."""
        while address:
            if address in self._cells:
                return self._cells[address]
            address = address.rpartition(".")[0]
        return self.name


@dataclass(slots=True)
class Entries:
    """The tree of a workbook while it is put together; lists are maps by number until the end.

    `entries` are the keys of each entry by its table and its own name, `lists` the addresses of lists, and `known` the
    parameters of the library.
    """

    path: Path
    findings: list[Finding]
    tree: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    entries: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    lists: set[tuple[str, ...]] = field(default_factory=set)
    known: Mapping[str, Parameter] = field(default_factory=dict)

    def read(self, table: Table, sheet: Sheet) -> None:
        """Takes in the entries of a sheet."""
        grid = grid_of(sheet, table, self.findings)
        for entry in grid.entries if grid else ():
            if grid:
                self._entry(table, grid, entry)

    def made(self) -> tuple[dict[str, Tree], SourceMap]:
        """The whole tree, and where its addresses stand."""
        return self._listed(self.tree, ()), CellMap(str(self.path), self.cells)

    def _entry(self, table: Table, grid: Grid, entry: int) -> None:
        found: list[tuple[Field, Tree, str]] = []
        for each in table.fields:
            if each.label in grid.labels:
                value = self._value(table, each, grid, entry)
                if value is not None:
                    found.append((each, value, grid.place(entry, each.label)))
        above = self._own(table.above_label, grid, entry)
        own = self._own(table.own_label, grid, entry)
        if not (found or above or (own and table.address[0] not in {CHOICES, FIGURES})):
            return
        keys = self._keys(table, grid, entry, above, own)
        if keys is None:
            return
        self._put_entry(table, keys, grid.place(entry, table.own_label))
        for each, value, place in found:
            self._put(table, keys, each, value, place)

    def _own(self, label: str, grid: Grid, entry: int) -> str:
        if label not in grid.labels:
            return ""
        return grid.text(entry, label, TableColumn(1, "", "value", "word"), self.findings)

    def _keys(self, table: Table, grid: Grid, entry: int, above: str, own: str) -> tuple[str, ...] | None:
        """The keys of an entry; None where it cannot be told what it is, which is said."""
        if table.kind == "form":
            return ()
        start: tuple[str, ...] = table.address
        if table.above:
            known = self.entries.get(table.above.title, {})
            if above not in known:
                seen = (
                    f"{shown(above)} is no entry of the sheet {shown(table.above.title)}"
                    if above
                    else f"{table.above_label} is empty"
                )
                self._refuse(
                    "unknown-entry",
                    seen,
                    ", ".join(known) or "an entry there",
                    nearest(above, known),
                    grid.place(entry, table.above_label),
                )
                return None
            start = (*known[above], *table.address[table.address.index(EACH) + 1 :])
        if table.kind == "map" and not own:
            self._refuse(
                "id-missing",
                f"this entry has no {table.own_label.lower()}",
                str(words()["id_help"]),
                "",
                grid.place(entry, table.own_label),
            )
            return None
        keys = (*start, own if table.kind == "map" else str(len(self._at(start))))
        named = self.entries.setdefault(table.title, {})
        name = f"{above}.{own}" if table.above else own
        if own and name in named:
            self._refuse(
                "id-twice",
                f"{shown(own)} stands twice on this sheet",
                "each once",
                "",
                grid.place(entry, table.own_label),
            )
            return None
        named[name] = keys
        if table.kind == "list":
            self.lists.add(start)
        return keys

    def _at(self, keys: tuple[str, ...]) -> dict[str, Any]:
        at = self.tree
        for key in keys:
            at = at.setdefault(key, {})
        return at

    def _put_entry(self, table: Table, keys: tuple[str, ...], place: str) -> None:
        if table.address == (FIGURES,):
            return
        self._at(keys)
        for length in range(1, len(keys) + 1):
            self.cells.setdefault(".".join(keys[:length]), place)

    def _put(self, table: Table, keys: tuple[str, ...], each: Field, value: Tree, place: str) -> None:
        if table.address == (FIGURES,):
            issue, _, name = keys[1].partition(".")
            keys, last = (CHOICES, issue), name
        else:
            *inner, last = each.keys
            keys = (*keys, *inner)
        self._at(keys)[last] = value
        address = ".".join((*keys, last))
        self.cells[address] = place
        if last == OPTION and table.address == (CHOICES,):
            self.cells[".".join(keys)] = place
        for length in range(1, len(keys) + 1):
            self.cells.setdefault(".".join(keys[:length]), place)

    def _value(self, table: Table, each: Field, grid: Grid, entry: int) -> Tree:
        is_figure = table.address == (FIGURES,)
        parameter = self.known.get(self._own(table.own_label, grid, entry)) if is_figure else None
        reads = READS.get(parameter.type, "text") if parameter else each.place.reads
        text = grid.text(entry, each.label, TableColumn(1, each.label, "value", reads), self.findings)
        if not text:
            return None
        if is_figure:
            return _figure(parameter, text)
        if each.place.shape == "values":
            is_words = kind_at(each.sample) in {"word", "party"}
            return [] if text == NONE else [*(words_in(text) if is_words else parted(text))]
        if each.place.shape == "map":
            return self._pairs(text, grid.place(entry, each.label))
        return text

    def _pairs(self, text: str, place: str) -> Tree:
        said = {} if text == NONE else pairs_in(text)
        if said is None:
            self._refuse(
                "pairs", f"{shown(text)} does not say for whom each value is", "lines such as city: 40", "", place
            )
            return None
        return {**said}

    def _refuse(self, rule: str, seen: str, accepted: str, fix: str, place: str) -> None:
        self.findings.append(Finding(rule, "error", "", seen, accepted, fix, place))

    def _listed(self, at: Any, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - a part of a tree
        if not isinstance(at, dict):
            return at
        made = {key: self._listed(each, (*keys, key)) for key, each in at.items()}
        return [*made.values()] if keys in self.lists else made


def _homeless(table: Table, above: str, known: Mapping[str, object]) -> tuple[str, str, str, str]:
    """What is told of an entry that belongs to none of those that are there."""
    sheet = shown(table.above.title) if table.above else ""
    seen = f"{shown(above)} is no entry of the sheet {sheet}" if above else f"{table.above_label} is empty"
    return "unknown-entry", seen, f"one of {', '.join(known)}" if known else "an entry there", nearest(above, known)


def _figure(parameter: Parameter | None, text: str) -> Tree:
    """The value of a parameter: one, several, or one for each of several ids; of one that is not known, by its look."""
    said = pairs_in(text) if parameter is None or parameter.per else None
    if said and all(map(ID.fullmatch, said)):
        return {**said}
    if parameter is None or parameter.type != "choices":
        return text
    return [] if text == NONE else [*parted(text)]
