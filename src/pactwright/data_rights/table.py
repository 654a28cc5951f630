"""The table of data rights: a row for each party in each group of sets with the same rights, a cell for each right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pactwright.data_rights.model import Matrix, Place, SetRights
from pactwright.document import Column, Reference, Runs, Table, Text, Value
from pactwright.facts.parties import signing
from pactwright.schedules.cells import BREAK, EMPTY, joined
from pactwright.schedules.tables import without_empty

if TYPE_CHECKING:
    from pactwright.library.model import PartPlan
    from pactwright.printing.context import DraftContext


def rights_table(context: DraftContext, part: PartPlan, matrix: Matrix) -> Table:
    """The table of a part; a cell names the clauses that give a party a right.

    One gap stands for its rows while no data set is listed. The short form leaves a right out that none of its clauses
    gives; the full form shows that column empty.
    """
    columns = tuple(Column(each.heading, each.width) for each in part.columns)
    ids = [each.fields[0] for each in part.columns]
    rows = (
        (_names(sets), party, {right: _clauses(sets[0].places(right, party)) for right in sets[0].given})
        for sets in _alike(context, matrix)
        for party in _parties(context, sets[0])
    )
    cells = tuple(
        tuple({"set": name, "party": (context.names.party(party),), **said}[each] for each in ids)
        for name, party, said in rows
    )
    if not cells:
        return Table(columns, (((context.gap("datasets", "datasets"),), *(EMPTY for _ in columns[1:])),))
    table = Table(columns, cells)
    return without_empty(table) if context.is_short else table


def _alike(context: DraftContext, matrix: Matrix) -> Iterator[list[SetRights]]:
    """The sets in groups in which each party has the same rights by the same clauses."""
    groups: dict[object, list[SetRights]] = {}
    for each in matrix.sets:
        parties = _parties(context, each)
        key = (parties, tuple(each.places(right, party) for right in each.given for party in parties))
        groups.setdefault(key, []).append(each)
    yield from groups.values()


def _parties(context: DraftContext, rights: SetRights) -> tuple[str, ...]:
    """Those with a right in a set: the parties that sign, in their order, and whoever else the register names."""
    named = {party: None for right in rights.given for party in rights.holders(right)}
    return tuple(dict.fromkeys((*(each for each in signing(context.spec) if each in named), *named)))


def _names(sets: Iterable[SetRights]) -> Runs:
    return joined(((Value(each.name, f"{each.address}.name"),) for each in sets), BREAK)


def _clauses(places: Iterable[Place]) -> Runs:
    return joined(((Reference(each.full_label, each.bookmark),) for each in places), Text(", ")) or EMPTY
