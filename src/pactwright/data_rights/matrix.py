"""The data rights of a document, put together: the entries that hold, set by set, and whom each of them means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from pactwright.data_rights.model import Given, Matrix, Place, Places, SetRights
from pactwright.library.model import DECIDE, HOLD
from pactwright.printing.lookup import is_meant, row_name, value_at

if TYPE_CHECKING:
    from pactwright.library.model import Grant
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected
    from pactwright.spec import Dataset

TABLE: Final = "datasets."


class Entry(NamedTuple):
    """An entry whose item the paper prints, and the issue that it comes from."""

    selected: Selected
    said: Grant
    place: Place


class Known(NamedTuple):
    """Who decides about a data set, and who holds it."""

    decide: frozenset[str] = frozenset()
    hold: frozenset[str] = frozenset()


def matrix_of(context: DraftContext, places: Places) -> Matrix:
    """Who may do what with each data set in a document whose items stand at these places."""
    entries = tuple(_entries(context, places))
    sets = context.spec.datasets.items()
    return Matrix(tuple(_set_rights(context, entries, f"{TABLE}{key}", row) for key, row in sets))


def _entries(context: DraftContext, places: Places) -> Iterator[Entry]:
    for selected in context.selection.issues.values():
        for each in selected.option.gives if selected.option and selected.kinds else ():
            place = places(selected, each.item)
            if place and context.holds(selected, each.when) is not False:
                yield Entry(selected, each, place)


def _set_rights(context: DraftContext, entries: tuple[Entry, ...], address: str, row: Dataset) -> SetRights:
    meant = [is_meant(row, each.said.rows) for each in entries]
    holding = tuple(each for each, holds in zip(entries, meant, strict=True) if holds)
    known = Known()
    for right in (DECIDE, HOLD):  # who decides and who holds tell whom other entries mean
        found = _given(context, _standing(holding, right), row, known)
        known = known._replace(**{right: frozenset(party for each in found for party in each.parties)})
    given = {
        right: _given(context, _standing(holding, right), row, known)
        for right in context.library.vocabulary["data_rights"]
    }
    unsaid = any(each.said.to.startswith(TABLE) and not _receivers(context, each, row, known) for each in holding)
    return SetRights(address, row_name(row) or address, given, None in meant or unsaid)


def _standing(entries: tuple[Entry, ...], right: str) -> tuple[Entry, ...]:
    """The entries for a right, without those that yield to an issue that gives it too."""
    found = tuple(each for each in entries if right in each.said.rights)
    issues = {each.selected.issue.id for each in found}
    return tuple(each for each in found if not issues & {*each.said.yields})


def _given(context: DraftContext, entries: tuple[Entry, ...], row: Dataset, known: Known) -> tuple[Given, ...]:
    made = ((each, _receivers(context, each, row, known)) for each in entries)
    return tuple(Given(parties, each.place, _source(each)) for each, parties in made if parties)


def _source(entry: Entry) -> str:
    option = entry.selected.option
    return f"{entry.selected.issue.id}/{option.id if option else ''}#{entry.said.item}"


def _receivers(context: DraftContext, entry: Entry, row: Dataset, known: Known) -> tuple[str, ...]:
    """Whom an entry means for one data set, by their ids."""
    if entry.said.to.startswith(TABLE):
        party = value_at(row, entry.said.to.removeprefix(TABLE))
        return (party,) if party else ()
    role, _, form = entry.said.to.partition(" | ")
    holders, lead = tuple(context.names.holders(role)), context.names.lead(role)
    others = tuple(each for each in holders if each not in known.decide)
    meant: Mapping[str, tuple[str, ...]] = {
        "": holders,
        "lead": (lead,) if lead else holders,
        "deciding": tuple(each for each in holders if each in known.decide),
        "others": others,
        "holding": tuple(each for each in others if each in known.hold),
        "concerned": tuple(each for each in (row.controller, row.holder) if each in holders)[:1] or holders,
    }
    return meant[form]
