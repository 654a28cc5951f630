"""What kept such projects from happening, and which items of a paper answer it, the strongest answer first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.printed_items import PrintedItem, PrintedItems
from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.document import Agreement
    from pactwright.library.model import Barrier
    from pactwright.selection import Selected, Selection
    from pactwright.spec import Spec

NAMED = 3
"""So many answers stand in the line of a finding; the others are counted."""


@dataclass(frozen=True, slots=True)
class BarrierAnswer:
    """How a paper answers a barrier: an item of each issue that does, and the issues that would and are not in it."""

    barrier: Barrier
    items: tuple[PrintedItem, ...]
    missing: tuple[str, ...]


def answered_barriers(agreement: Agreement, selection: Selection, ids: Iterable[str]) -> tuple[BarrierAnswer, ...]:
    """How a paper answers some barriers; an issue answers by the first of its core items that prints."""
    printed, barriers = PrintedItems.among(agreement.articles), selection.library.seeds.barriers
    return tuple(_answered(printed, selection, barriers[each]) for each in dict.fromkeys(ids) if each in barriers)


def barrier_findings(agreement: Agreement, selection: Selection, spec: Spec) -> Iterator[Finding]:
    """A note on each barrier that the spec lists and the paper answers, a warning on each that it does not."""
    for number, name in enumerate(spec.project.barriers):
        for found in answered_barriers(agreement, selection, (name,)):
            yield _finding(found, f"project.barriers.{number}", selection.document)


def _answered(printed: PrintedItems, selection: Selection, barrier: Barrier) -> BarrierAnswer:
    issues = [each for each in barrier.answered_by if each in selection.library.issues]
    items = {each: _item(printed, selection.issues[each]) for each in issues}
    found = tuple(item for item in items.values() if item)
    return BarrierAnswer(barrier, found, tuple(name for name, item in items.items() if not item))


def _item(printed: PrintedItems, selected: Selected) -> PrintedItem | None:
    """The item by which an issue answers: one of its core, else the first of its option."""
    option = selected.option
    wordings = [wording for kind in selected.kinds if option and (wording := option.wording(kind))]
    ids = (*(selected.issue.core or ()), *(item.id for wording in wordings for item in wording.walk() if item.id))
    return next((found for each in ids if (found := printed.named(selected, each))), None)


def _finding(found: BarrierAnswer, address: str, document: str) -> Finding:
    title, missing = found.barrier.title, _some(found.missing)
    if not found.items:
        seen = f"{title}: nothing in the {document} answers this barrier"
        return Finding("barrier", "warning", address, seen, "an answer", f"choose an option of {missing}")
    named = _some([f"{each.label} ({each.name.partition('#')[0]})" for each in found.items])
    rest = f"; these could answer it, too: {missing}" if found.missing else ""
    return Finding("barrier", "note", address, f"{title}: the {document} answers it in {named}{rest}", "", "")


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"
