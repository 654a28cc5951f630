"""An issue that nobody chose for, and none of whose options ever goes with what the spec chose, has nothing to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pactwright.selection.meeting import broken

if TYPE_CHECKING:
    from pactwright.library.model import Option
    from pactwright.selection.result import Selected, Selection


def unfit(selection: Selection) -> Mapping[str, str]:
    """The issues to leave out, each with the reason: the choice of the spec that every option of it would break.

    An issue that the spec or a house library chose stays, and what breaks there is told; so does a required one.
    """
    found = {}
    for name, each in selection.issues.items():
        is_chosen_for = each.issue.required or each.origin not in {"model", "library"}
        if not is_chosen_for and any(_broken_choices(selection, each.option)):
            options = selection.library.options[name].values()
            met = [next(_broken_choices(selection, option), None) for option in options]
            if all(met):
                said = " and ".join(dict.fromkeys(f"{one.issue.id}: {one.chosen}" for one in met if one))
                found[name] = f"No answer to it goes with {said}, which the spec chooses."
    return found


def _broken_choices(selection: Selection, option: Option | None) -> Iterator[Selected]:
    """What the spec chose and an option may not meet, or cannot do without."""
    for _, links in broken(selection, option):
        yield from (each for each in (selection.issues[link.issue] for link in links) if each.origin == "spec")
