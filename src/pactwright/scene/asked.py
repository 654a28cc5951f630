"""What is asked about one document: its issues, its parties and their names, the values of its spec."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pactwright.answering import question
from pactwright.document import Run
from pactwright.facts.conditions import Condition, all_met, outcome
from pactwright.facts.parties import on_side, signing
from pactwright.memory import Memory
from pactwright.scene.names import Names, column_values
from pactwright.scene.reading import spec_texts, value_at
from pactwright.selection import chosen_in
from pactwright.selection.tested import Tested
from pactwright.spec.amounts import Money

if TYPE_CHECKING:
    from pactwright.library.model import Parameter
    from pactwright.scene.outline import Outline
    from pactwright.selection import Selected, Selection
    from pactwright.spec import Spec

_COLUMN = "column "
"""What stands before the name of a column as a source of answers."""

_SINGLE = (str, Decimal, date, Money)


@dataclass(frozen=True)
class Asked(Tested):
    """What one document is drafted from, as questions. Nothing in it changes.

    What depends on the spec is asked for by a `question`, so that `memory` knows what a clause rests on; the library
    and the outline are the ground of all answers.
    """

    spec: Spec
    selection: Selection
    outline: Outline
    memory: Memory

    @property
    def ground(self) -> tuple[object, ...]:
        """What every answer rests on."""
        return (self.library, self.outline)

    def source(self, name: str) -> object:
        """The issues, the rows of a column, what printing looks at of the spec, or a fact, by its name."""
        if name == "issues":
            return self.selection.issues
        if name.startswith(_COLUMN):
            return tuple(column_values(self.spec, name.removeprefix(_COLUMN)))
        return _SOURCES[name](self.spec) if name in _SOURCES else super().source(name)

    @cached_property
    def names(self) -> Names:
        """How the parties print."""
        return Names(self.spec, self.library)

    @property
    def language(self) -> str:
        """The language tag whose forms of dates and numbers apply."""
        return self.library.jurisdiction.language

    @question(on=("currency",))
    def currency(self) -> str | None:
        """The currency of amounts that name none."""
        return self.spec.money.currency or self.library.jurisdiction.currency or None

    @question(on=("issues",))
    def chosen(self, issue: str) -> str:
        """The option of an issue; "none" where it is not in the document."""
        return chosen_in(self.selection.issues, issue)

    def met(self, selected: Selected, condition: Condition) -> bool | None:
        """Whether a condition of an issue is met, which may test its own parameters and the options of others."""
        kind, _, name = condition.subject.partition(".")
        if kind == "param":
            return outcome(condition, selected.values.get(name))
        return outcome(condition, self.chosen(name)) if kind == "chosen" else self.is_met(condition)

    @question(on=("issues",))
    def selected(self, issue: str) -> Selected:
        """An issue as it stands in this document."""
        return self.selection.issues[issue]

    @question()
    def texts(self, name: str) -> tuple[tuple[str, str | None], ...]:
        """(address, text) of each value of a list of the spec, such as "pilot.in_scope"."""
        return tuple(spec_texts(self.spec, name))

    def value(self, address: str) -> Any:  # noqa: ANN401 - a spec is walked by name
        """What the spec says at an address; None where it says nothing.

        No question, since memory tells groups and lists apart by identity: equal ones may differ in their order. A
        single value stands for every value that is equal to it.
        """
        value = value_at(self.spec, address)
        return self.memory.one(value, address) if isinstance(value, _SINGLE) else value

    @question(on=("parties",))
    def signing(self) -> tuple[str, ...]:
        """The ids of the parties that sign."""
        return tuple(signing(self.spec))

    @question(on=("parties",))
    def on_side(self, side: str) -> tuple[str, ...]:
        """The ids of the signing parties of a side."""
        return tuple(on_side(self.spec, side))

    @question(on=("parties",))
    def holders(self, role: str) -> tuple[tuple[str, str], ...]:
        """The id of each signing party behind a role, and what the document calls it."""
        return tuple((name, party.called) for name, party in self.names.holders(role).items())

    @question(on=("parties",))
    def lead(self, role: str) -> str | None:
        """The id of the party that leads a side with several parties, if one does."""
        return self.names.lead(role)

    @question(on=("sides",))
    def nouns(self, role: str) -> tuple[str, str]:
        """The noun for one holder of a role and for many."""
        return self.names.nouns(role)

    @question(on=("parties", "sides"))
    def role(self, role: str, form: str, *, starts: bool, owner: bool) -> Run:
        """A role in one of its forms, as `Names.role`."""
        return self.names.role(role, form, starts=starts, owner=owner)

    @question(on=("parties", "outsiders"))
    def party(self, name: str) -> Run:
        """What the document calls one party, or an outsider's name."""
        return self.names.party(name)

    @question(on=lambda column, **_: ("parties", "outsiders", f"{_COLUMN}{column}"))
    def column(self, column: str, *, starts: bool, owner: bool) -> Run:
        """The party that all rows of a column share, or the column's term."""
        return self.names.column(column, starts=starts, owner=owner)

    def shown_parameters(self, place: str) -> tuple[tuple[Selected, Parameter], ...]:
        """The parameters with a value per thing that a part of a schedule shows."""
        return self.shown().get(place, ())

    @question()
    def shown(self) -> Mapping[str, tuple[tuple[Selected, Parameter], ...]]:
        """The parameters with a value per thing, by the part of a schedule that shows them."""
        return self.memory.recalled(self, _shown_parameters, self.selection.issues)


def _parties(spec: Spec) -> tuple[object, ...]:
    """All that names and roles follow from."""
    parties = spec.parties.items()
    return tuple((name, each.called, each.side, each.roles, each.is_signing) for name, each in parties)


_SOURCES: Mapping[str, Callable[[Spec], object]] = {
    "parties": _parties,
    "sides": lambda spec: spec.sides,
    "outsiders": lambda spec: spec.outsiders,
    "open": lambda spec: spec.open,
    "currency": lambda spec: spec.money.currency,
}


def _shown_parameters(
    asked: Asked, chosen: Mapping[str, Selected]
) -> Mapping[str, tuple[tuple[Selected, Parameter], ...]]:
    """The parameters with a value per thing, by the part of a schedule that shows them."""
    shown: dict[str, tuple[tuple[Selected, Parameter], ...]] = {}
    for selected in chosen.values():
        for parameter in selected.issue.parameters.values():
            stands = selected.kinds and parameter.shown and parameter.name in selected.values
            if stands and all_met(asked.met(selected, each) for each in parameter.when) is not False:
                shown[parameter.shown] = (*shown.get(parameter.shown, ()), (selected, parameter))
    return shown
