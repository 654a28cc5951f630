"""What the slots of a plan say in one document: the only place where a spec's values become a clause's runs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from pactwright.assembly.slots import Slot, SlotKind
from pactwright.assembly.unsettled import open_choice, open_name, undecided
from pactwright.document import Runs, Text, Value
from pactwright.formats import joined
from pactwright.printing.lookup import list_address, spec_texts

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext


def values(slots: Collection[Slot], context: DraftContext) -> dict[Slot, Runs]:
    """The runs of each slot; each list of the spec is gone through once, however many of its texts print."""
    texts = {name: _texts(context, name) for name in dict.fromkeys(each.name for each in slots if each.kind == "text")}
    return {
        slot: texts[slot.name][slot.position] if slot.kind == "text" else _PRINTED[slot.kind](context, slot)
        for slot in slots
    }


def _texts(context: DraftContext, name: str) -> list[Runs]:
    return [
        (Value(text, address),) if text else (context.gap(_words(name), address),)
        for address, text in spec_texts(context.spec, name)
    ]


def _words(name: str) -> str:
    return name.replace(".", " ").replace("_", " ")


def _role(context: DraftContext, slot: Slot) -> Runs:
    return (context.names.role(slot.name, slot.format, owner=slot.owner),)


def _noun(context: DraftContext, slot: Slot) -> Runs:
    return (Text(context.names.nouns(slot.name)[0]),)


def _party(context: DraftContext, slot: Slot) -> Runs:
    return (context.names.party(slot.name),)


def _no_lead(context: DraftContext, slot: Slot) -> Runs:
    return (context.gap(f"Lead {context.names.nouns(slot.name)[0]}", f"parties ({slot.name})"),)


def _column(context: DraftContext, slot: Slot) -> Runs:
    return (context.names.column(slot.name, slot.format, owner=slot.owner),)


def _fact(context: DraftContext, slot: Slot) -> Runs:
    return context.fact_runs(slot.name, slot.format)


def _law(context: DraftContext, slot: Slot) -> Runs:
    return context.law_runs(slot.name, slot.format)


def _parameter(context: DraftContext, slot: Slot) -> Runs:
    selected = context.selection.issues[slot.issue]
    parameter, value = selected.issue.parameters[slot.name], selected.values.get(slot.name)
    if isinstance(value, tuple):
        return (Value(joined(context.phrase_words(parameter, word) for word in value), parameter.address),)
    return context.parameter_runs(parameter, value, slot.format)


def _open_choice(context: DraftContext, slot: Slot) -> Runs:
    return open_choice(context, context.selection.issues[slot.name])


def _open_name(context: DraftContext, slot: Slot) -> Runs:
    return open_name(context, context.selection.issues[slot.name])


def _undecided(context: DraftContext, slot: Slot) -> Runs:
    return undecided(context, slot.name)


def _own_words(context: DraftContext, slot: Slot) -> Runs:
    selected = context.selection.issues[slot.issue]
    value: Any = selected.values[slot.name]
    word = value[slot.position] if isinstance(value, tuple) else value
    return (Value(context.printed(word), f"{selected.issue.parameters[slot.name].address}.{slot.position}"),)


def _missing(context: DraftContext, slot: Slot) -> Runs:
    return (context.gap(_words(slot.name), list_address(context.spec, slot.name)),)


_PRINTED: Mapping[SlotKind, Callable[[DraftContext, Slot], Runs]] = {
    "role": _role,
    "noun": _noun,
    "party": _party,
    "no-lead": _no_lead,
    "column": _column,
    "fact": _fact,
    "law": _law,
    "parameter": _parameter,
    "open-choice": _open_choice,
    "open-name": _open_name,
    "undecided": _undecided,
    "own-words": _own_words,
    "missing": _missing,
}
