"""The columns of schedules on which a document relies: what its clauses and definitions name in their references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.wording.parts import Cite, Target

if TYPE_CHECKING:
    from pactwright.library.model import Library


@dataclass(frozen=True, slots=True)
class Relied:
    """The fields of a part on which a document relies.

    What is `needed` must be filled in, in each row that it governs; the column of what is `cited` stands even if empty.
    """

    needed: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


NOTHING = Relied()


def relied_on(library: Library, decided: Iterable[object], others: Iterable[object]) -> dict[str, Relied]:
    """What is relied on of each part ("budget#stages"), by parts that stand, and by others that may yet fall away."""
    firm, loose = tuple(named_columns(library, decided)), tuple(named_columns(library, others))
    parts = dict.fromkeys(part for part, _, _ in (*firm, *loose))
    return {
        part: Relied(
            tuple(dict.fromkeys(field for at, field, is_needed in firm if at == part and is_needed)),
            tuple(dict.fromkeys(field for at, field, _ in (*firm, *loose) if at == part)),
        )
        for part in parts
    }


def named_columns(library: Library, parts: Iterable[object]) -> Iterator[tuple[str, str, bool]]:
    """(part, field, whether the sentence needs it) of each column that the references among some parts name."""
    for target in (target for part in parts if isinstance(part, Cite) for target in part.targets if target.columns):
        for name, fields in _shown_at(library, target):
            for column in target.columns:
                if column.name in fields:
                    yield name, fields[column.name], not column.optional


def _shown_at(library: Library, target: Target) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The parts that a reference to a schedule names, each with the fields that it shows."""
    for part in library.schedules[target.id].parts:
        if target.anchor in {"", part.id}:
            yield f"{target.id}#{part.id}", part.fields
