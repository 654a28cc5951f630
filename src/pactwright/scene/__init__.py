"""What assembly works with: all that may be asked about one document, and how it prints in the forms of the place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pactwright.answering import question
from pactwright.document import Gap, Runs, Text, Value
from pactwright.facts import TABLE
from pactwright.formats import NUMERIC, capital, joined, printed_date, printed_money
from pactwright.memory import Memory
from pactwright.scene.asked import Asked
from pactwright.selection import law_value
from pactwright.spec.amounts import money
from pactwright.wording.parts import Words

if TYPE_CHECKING:
    from pactwright.library.model import Parameter
    from pactwright.scene.outline import Outline
    from pactwright.selection import Selection
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


@dataclass(frozen=True)
class Scene(Asked):
    """Everything that assembly may look at, and what prints for it."""

    @classmethod
    def of(cls, spec: Spec, selection: Selection, outline: Outline, memory: Memory) -> Scene:
        """The scene of a selection, which need not be asked again what conditions asked."""
        tested = selection.tested
        scene = cls(tested.library, tested.facts, tested.by_issue, spec, selection, outline, memory)
        scene.knows(tested)
        return memory.following(scene)

    @question(on=("agreement.date", "currency", "open", "parties"))
    def law_runs(self, name: str, form: str, *, starts: bool) -> Runs:
        """A name or a figure of law as it prints; a gap when no figure applies on the agreement's date."""
        value = law_value(self.library, name, self.facts)
        if value is None:
            return (self.gap(f"figure of law {name.replace('_', ' ')}", "date"),)
        if form == "money":
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


def _label(parameter: Parameter) -> str:
    return parameter.label or parameter.ask.rstrip("?")
