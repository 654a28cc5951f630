"""What assembly works with: one spec, one library, one selection, one outline, and the forms of the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING, Any

from pactwright.answering import question
from pactwright.document import Gap, Run, Runs, Text, Value
from pactwright.facts import TABLE
from pactwright.facts.conditions import Condition, all_met, outcome
from pactwright.facts.parties import on_side, signing
from pactwright.formats import NUMERIC, capital, joined, printed_date, printed_money
from pactwright.memory import Memory
from pactwright.scene.names import Names, column_values
from pactwright.scene.reading import spec_texts, value_at
from pactwright.selection import chosen_in, law_value
from pactwright.selection.tested import Tested
from pactwright.spec.amounts import Money
from pactwright.wording.parts import Words

if TYPE_CHECKING:
    from pactwright.library.model import Parameter
    from pactwright.scene.outline import Outline
    from pactwright.selection import Selected, Selection
    from pactwright.spec import Spec

BY_TYPE = {
    "percent": "percent",
    "number": "number",
    "count": "number",
    "days": "days",
    "business-days": "business_days",
    "hours": "hours",
    "months": "months",
}


_COLUMN = "column "
"""What stands before the name of a column as a source of answers."""

_SINGLE = (Decimal, date, Money)


@dataclass(frozen=True)
class Scene(Tested):
    """Everything that assembly may look at. Nothing in it changes.

    What depends on the spec is asked for by a `question`, so that `memory` knows what a clause rests on; the library
    and the outline are the ground of all answers.
    """

    spec: Spec
    selection: Selection
    outline: Outline
    memory: Memory

    @classmethod
    def of(cls, spec: Spec, selection: Selection, outline: Outline, memory: Memory) -> Scene:
        """The scene of a selection, which need not be asked again what conditions asked."""
        tested = selection.tested
        scene = cls(tested.library, tested.facts, tested.by_issue, spec, selection, outline, memory)
        scene.knows(tested)
        return memory.following(scene)

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

        No question, since memory tells groups and lists apart by identity: equal ones may differ in their order. Words
        and a single value stand for all that are equal to them.
        """
        value = value_at(self.spec, address)
        if type(value) is str:
            return intern(value)
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

    @question(on=("agreement.date", "currency", "open", "parties"))
    def law_runs(self, name: str, form: str, *, starts: bool) -> Runs:
        """A name or a figure of law as it prints; a gap when no figure applies on the agreement's date."""
        value = law_value(self.library, name, self.facts)
        if value is None:
            return (self.gap(f"figure of law {name.replace('_', ' ')}", "date"),)
        if form == "money":
            from pactwright.spec.amounts import money  # noqa: PLC0415 - msgspec only when something is drafted

            return (Text(self.printed(money(value))),)
        text = self.printed(int(value), form) if form else value
        return (Text(capital(text) if starts else text),)

    def printed(self, value: Any, form: str = "") -> str:  # noqa: ANN401 - a value of any type of a spec
        """A value in a format, or in the form that its type suggests."""
        if isinstance(value, str) and form not in NUMERIC:
            return value
        if hasattr(value, "is_nil"):
            return printed_money(value, self.language, self.currency())
        if hasattr(value, "isoformat"):
            return printed_date(value, self.language)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if form in NUMERIC:
            return NUMERIC[form](value, self.language)
        return NUMERIC["number"](value, self.language)

    @question()
    def gap(self, ask: str, address: str) -> Gap:
        """The visible place of a missing fact: what it is, who can supply it, by when if the spec says so."""
        owner, by = self.supplier(address)
        when = f" by {printed_date(by, self.language)}" if by else ""
        return Gap(f"[{capital(ask)}: {owner} to supply{when}]", address)

    def supplier(self, address: str) -> tuple[str, Any]:
        """The party that can supply a fact, and the day if the spec sets one.

        What `open:` says comes first; then the party whose own fact it is; then the lead of the public side.
        """
        for point in self.spec.open:
            if (
                point.fact == address.removeprefix("choices.")
                or address == point.fact
                or address.startswith(f"{point.fact}.")
            ):
                owner = self.spec.parties[point.owner].called if point.owner else self._public_lead()
                return owner, point.by
        parts = address.split(".")
        if parts[0] == "parties" and len(parts) > 1 and parts[1] in self.spec.parties:
            return self.spec.parties[parts[1]].called, None
        return self._public_lead(), None

    def _public_lead(self) -> str:
        cities = self.names.holders("city")
        lead = self.names.lead("city") or next(iter(cities), "")
        return self.spec.parties[lead].called if lead else "the parties"

    def parameter_runs(self, parameter: Parameter, value: Any, form: str = "") -> Runs:  # noqa: ANN401 - values have many types
        """A parameter's value as it prints inline; a gap when it is open."""
        if value is None:
            return (self.gap(_label(parameter), parameter.address),)
        if parameter.type == "party":
            return (self.party(value),)
        if parameter.type in {"choice", "choices"}:
            chosen = (value,) if isinstance(value, str) else value
            return (Value(joined(self.phrase_words(parameter, word) for word in chosen), parameter.address),)
        return (Value(self.printed(value, form or BY_TYPE.get(parameter.type, "")), parameter.address),)

    def phrase_words(self, parameter: Parameter, word: str) -> str:
        """What prints for a word of a choice in a list or a table, without its blanks' forms."""
        phrase = next((each for each in parameter.values if each.word == word), None)
        if phrase is None or not all(isinstance(part, Words) for part in phrase.parts):
            return word.replace("-", " ")
        return "".join(part.text for part in phrase.parts if isinstance(part, Words))

    @question(on=lambda name, *_, **__: (name, "currency", "open", "parties"))
    def fact_runs(self, name: str, form: str = "") -> Runs:
        """A fact as it prints; a gap when it is missing."""
        fact, value = TABLE[name], self.facts[name]
        if value is None:
            return (self.gap(fact.ask or name, fact.address or name),)
        text = self.word(str(value)) if fact.type == "choice" else self.printed(value, form)
        return (Value(text, fact.address or name),)

    def word(self, word: str) -> str:
        """What prints for a word of a closed list: what the vocabulary says, else the word without hyphens."""
        for entries in self.library.vocabulary.values():
            if word in entries and "prints" in entries[word]:
                return entries[word]["prints"]
        return word.replace("-", " ")

    def yes_no(self, name: str, *, is_yes: bool) -> str:
        """What prints for a yes or a no that stands among other facts, where "no" alone would say nothing."""
        entry = self.library.vocabulary.get("answers", {}).get(name, {})
        answer = "yes" if is_yes else "no"
        return entry.get(answer) or f"{name.replace('_', ' ')}: {answer}"

    def own_words(self, text: str) -> str:
        """Library words with the document's own name for itself."""
        if self.outline.this == "this agreement":
            return text
        return text.replace("this agreement", self.outline.this).replace("This agreement", capital(self.outline.this))


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
    scene: Scene, chosen: Mapping[str, Selected]
) -> Mapping[str, tuple[tuple[Selected, Parameter], ...]]:
    """The parameters with a value per thing, by the part of a schedule that shows them."""
    shown: dict[str, tuple[tuple[Selected, Parameter], ...]] = {}
    for selected in chosen.values():
        for parameter in selected.issue.parameters.values():
            stands = selected.kinds and parameter.shown and parameter.name in selected.values
            if stands and all_met(scene.met(selected, each) for each in parameter.when) is not False:
                shown[parameter.shown] = (*shown.get(parameter.shown, ()), (selected, parameter))
    return shown


def _label(parameter: Parameter) -> str:
    return parameter.label or parameter.ask.rstrip("?")
