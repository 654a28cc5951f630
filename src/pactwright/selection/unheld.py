"""What a spec chose and a document does not hold: a remark, and an error where no document of the project holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pactwright.facts.conditions import Condition
from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.choices import CheckedChoice
    from pactwright.selection.result import Selection

NOT_IN_DOCUMENT: Final = "not-in-document"
KIND: Final = "document.kind"


def unheld_choices(selections: Sequence[Selection], choices: Mapping[str, CheckedChoice]) -> Iterator[Finding]:
    """Looks for choices, and values of parameters, that no document of a project takes.

    `selections` are those of all its documents.

    Why: whoever typed a limit, or a transfer of title, would think that it holds.

    Bad: `documents: [mou]` and `choices: {liability/cap: low-fixed}`

    Good: the same with `documents: [mou, pilot-agreement]`
    """
    notes = [{each.address: each for each in _notes(selection)} for selection in selections]
    fix = _ways_out(selections)
    for name, choice in choices.items():
        address = f"choices.{name}"
        if all(address in each for each in notes):
            yield replace(notes[0][address], rule="unheld-choice", level="error", fix=fix)
            continue
        for parameter in choice.values:
            if not any(_takes(each, name, parameter) for each in selections):
                seen = f"{parameter} stands in no document of the project"
                yield Finding("unheld-choice", "error", f"{address}.{parameter}", seen, "", fix)


def _notes(selection: Selection) -> Iterator[Finding]:
    return (each for each in selection.findings if each.rule == NOT_IN_DOCUMENT)


def _ways_out(selections: Sequence[Selection]) -> str:
    """The documents that a project could have, too, by name, or else no such choice."""
    drafted = {each.document for each in selections}
    others = [each for each in selections[0].library.vocabulary.get("documents", {}) if each not in drafted]
    return " or ".join((*(f"add {each} to documents" for each in others), "take it out"))


def _takes(selection: Selection, issue: str, parameter: str) -> bool:
    """Whether a document has a place for a parameter; what other facts leave out is none of its kind."""
    tests = selection.issues[issue].issue.parameters[parameter].when
    kinds = (each for each in tests if isinstance(each, Condition) and each.subject == KIND)
    return all(selection.is_met(each) is not False for each in kinds)
