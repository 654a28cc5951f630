"""The computed lists that a reference may name: what survives the end, and what binds at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pactwright.assembly.numbers import DEFINITIONS

if TYPE_CHECKING:
    from pactwright.assembly.anchors import Anchor
    from pactwright.assembly.deciding import IssueDecision
    from pactwright.assembly.numbers import Numbers
    from pactwright.library.model import Lasting, Library
    from pactwright.wording.parts import Kind


def computed_lists(
    numbers: Numbers, kind: Kind, issues: Mapping[str, IssueDecision], library: Library
) -> dict[str, tuple[Anchor, ...]]:
    """The clauses and items of each list, in the document's order, in wordings of a kind; "binding" lists clauses."""
    binding = (here for (each, _), here in numbers.clauses.items() if each == "binding")
    return {
        "survives": _surviving(numbers, kind, issues, library),
        "binding": tuple(anchor for here in binding for anchor in here),
    }


def _surviving(
    numbers: Numbers, kind: Kind, issues: Mapping[str, IssueDecision], library: Library
) -> tuple[Anchor, ...]:
    """What lasts, and the definitions, without which nobody can read it."""
    lasts = {name: _said(library, each) for name, each in issues.items()}
    clauses = [
        anchor
        for (each, name), here in numbers.clauses.items()
        if each == kind and lasts.get(name) is True
        for anchor in here
    ]
    items = [
        anchor
        for (each, name, item), anchor in numbers.items.items()
        if each == kind and item in _ids(lasts.get(name, False))
    ]
    found = _without_parts([*clauses, *items])
    return (*found, *numbers.clauses.get((kind, DEFINITIONS), ())) if found else ()


def _said(library: Library, decision: IssueDecision) -> Lasting:
    """What an option says lasts, else its issue."""
    own = library.options[decision.issue][decision.option].survives if decision.option else None
    return library.issues[decision.issue].survives if own is None else own


def _ids(lasts: Lasting) -> tuple[str, ...]:
    return lasts if isinstance(lasts, tuple) else ()


def _without_parts(anchors: list[Anchor]) -> list[Anchor]:
    """The anchors, none of which stands within another: a sub-item lasts with its item, an item with its clause."""
    labels = {anchor.label for anchor in anchors}
    return [each for each in anchors if labels.isdisjoint(_above(each.label))]


def _above(label: str) -> Iterator[str]:
    """The labels within which one stands: "4" and "4.1" for "4.1(a)"."""
    return (label[:end] for end, mark in enumerate(label) if mark in ".(")
