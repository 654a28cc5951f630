"""What a draft is printed from, and how each value of its spec prints in the forms of the place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pactwright.document import Gap, Runs, Text, Value
from pactwright.facts import TABLE
from pactwright.facts.conditions import Condition, Conditions
from pactwright.formats import NBSP, NUMERIC, capital, joined, printed_date, printed_money
from pactwright.library.figures import figure_on, law_value
from pactwright.printing.law import law_by_party
from pactwright.printing.names import PartyNames
from pactwright.spec.amounts import Money, money
from pactwright.wording.parts import Words

if TYPE_CHECKING:
    from pactwright.facts.fact import FactValue
    from pactwright.library.model import Library, Parameter
    from pactwright.printing.outline import Outline
    from pactwright.selection import Selected, Selection
    from pactwright.spec import Spec
    from pactwright.spec.choices import Dispute

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
class DraftContext:
    """What one document is drafted from. Nothing in it changes.

    `spec` holds what is certain, `given` also the values whose facts it lists as open or disputed; `is_short` asks for
    the short form.
    """

    spec: Spec
    selection: Selection
    outline: Outline
    given: Spec
    is_short: bool = False

    @cached_property
    def library(self) -> Library:
        """The library that the clauses come from."""
        return self.selection.library

    @cached_property
    def facts(self) -> Mapping[str, FactValue]:
        """The facts of the spec."""
        return self.selection.facts

    @cached_property
    def language(self) -> str:
        """The language tag whose forms of dates and numbers apply."""
        return self.library.jurisdiction.language

    @cached_property
    def names(self) -> PartyNames:
        """How the parties print."""
        return PartyNames(self.spec, self.library)

    @cached_property
    def currency(self) -> str | None:
        """The currency of amounts that name none: what the spec says, never that of the place."""
        return self.spec.money.currency

    def met(self, selected: Selected, condition: Condition) -> bool | None:
        """Whether a condition of an issue is met."""
        return self.selection.is_met_in(selected.issue.id, condition)

    def holds(self, selected: Selected, conditions: Conditions) -> bool | None:
        """Whether all conditions of an issue hold."""
        return self.selection.holds_in(selected.issue.id, conditions)

    @cached_property
    def shown_parameters(self) -> Mapping[str, tuple[tuple[Selected, Parameter], ...]]:
        """The parameters with a value per thing, by the part of a schedule that shows them."""
        shown: dict[str, tuple[tuple[Selected, Parameter], ...]] = {}
        for selected in self.selection.issues.values():
            for parameter in selected.issue.parameters.values():
                stands = selected.kinds and parameter.shown and parameter.name in selected.values
                if stands and self.holds(selected, parameter.when) is not False:
                    shown[parameter.shown] = (*shown.get(parameter.shown, ()), (selected, parameter))
        return shown

    def law_runs(self, name: str, form: str) -> Runs:
        """A name or a figure of law as it prints; a gap when no figure applies, or while the place is open."""
        if (ask := self.library.jurisdiction.asks.get(name)) and self.spec.is_open("jurisdiction"):
            return (self.gap(ask, "jurisdiction"),)
        if whose := self.library.jurisdiction.whose.get(name):
            return law_by_party(self, name, whose.role)
        value = law_value(self.library, name, self.facts)
        if value is None:
            return (self.gap(f"figure of law {name.replace('_', ' ')}", "date"),)
        figure = figure_on(self.library.jurisdiction, name, self.spec.date)
        if figure and figure.currency:
            return (Text(self.printed(replace(money(value), currency=figure.currency, tax=figure.tax))),)
        return (Text(self.printed(int(value), form) if form else value),)

    def printed(self, value: Any, form: str = "") -> str:  # noqa: ANN401 - a value of any type of a spec
        """A value in a format, or in the form that its type suggests."""
        if isinstance(value, str) and form not in NUMERIC:
            return value
        if hasattr(value, "is_nil"):
            return printed_money(value, self.language, self.currency)
        if hasattr(value, "isoformat"):
            return printed_date(value, self.language)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if form in NUMERIC:
            return NUMERIC[form](value, self.language)
        return NUMERIC["number"](value, self.language)

    def value_runs(self, value: Any, address: str, form: str = "") -> Runs:  # noqa: ANN401 - a value of any type of a spec
        """A value as it prints, with where it comes from; a gap before an amount whose currency nobody said."""
        run = Value(self.printed(value, form), address)
        if self.currency or not isinstance(value, Money) or value.currency or value.is_nil:
            return (run,)
        return (self.gap(TABLE["money.currency"].ask, "money.currency"), Text(NBSP), run)

    def gap(self, ask: str, address: str) -> Gap:
        """The visible place of a missing fact: what it is, who can supply it, by when if the spec says so.

        Where sources differ it shows what each says.
        """
        owner, by = self.supplier(address)
        when = f" by {printed_date(by, self.language)}" if by else ""
        if dispute := self.dispute(address):
            said = " / ".join(f"{each.value} ({each.source})" for each in dispute.values)
            return Gap(f"[{capital(ask)}: {said}; {owner} to settle]", address)
        return Gap(f"[{capital(ask)}: {owner} to supply{when}]", address)

    def is_unsettled(self, address: str) -> bool:
        """Whether a value is given at an address, or below it, that the spec lists as open or disputed."""
        return any(each == address or each.startswith(f"{address}.") for each in self.given.unsettled)

    def dispute(self, address: str) -> Dispute | None:
        """What the spec lists as disputed at an address."""
        return next((each for each in self.spec.disputed if full_address(each.fact) == address), None)

    def supplier(self, address: str) -> tuple[str, Any]:
        """The party that can supply a fact, and the day if the spec sets one.

        What `open:` says comes first; then the party whose own fact it is; then the lead of the public side.
        """
        for point in self.spec.open:
            fact = full_address(point.fact)
            if address == fact or address.startswith(f"{fact}."):
                owner = self.spec.parties[point.owner].called if point.owner else self._public_lead()
                return owner, point.by
        return self._holder(address) or self._public_lead(), None

    def _holder(self, address: str) -> str:
        """The party whose own fact stands at an address: a party's field, a value of a choice, a row of its own."""
        first, *rest = address.split(".")
        name = rest[0] if first == "parties" and rest else rest[-1] if first == "choices" and rest else ""
        if not name and rest:
            name = getattr(self.row(address), "party", None) or ""
        return self.spec.parties[name].called if name in self.spec.parties else ""

    def row(self, address: str) -> object:
        """The row of a list of the spec in which an address stands, or nothing."""
        holder: object = self.spec
        for key in address.split(".")[:-1]:
            if isinstance(holder, Mapping):
                holder = holder.get(key)
            elif isinstance(holder, tuple):
                holder = holder[int(key)] if key.isdecimal() and int(key) < len(holder) else None
            else:
                holder = getattr(holder, key, None)
        return holder

    def _public_lead(self) -> str:
        cities = self.names.holders("city")
        lead = self.names.lead("city") or next(iter(cities), "")
        return self.spec.parties[lead].called if lead else "the parties"

    def parameter_runs(self, parameter: Parameter, value: Any, form: str = "") -> Runs:  # noqa: ANN401 - values have many types
        """A parameter's value as it prints inline; a gap when it is open."""
        if value is None:
            return (self.gap(_label(parameter), parameter.address),)
        if parameter.type == "party":
            return (self.names.party(value),)
        if parameter.type in {"choice", "choices"}:
            chosen = (value,) if isinstance(value, str) else value
            return (Value(joined(self.phrase_words(parameter, word) for word in chosen), parameter.address),)
        return self.value_runs(value, parameter.address, form or BY_TYPE.get(parameter.type, ""))

    def phrase_words(self, parameter: Parameter, word: str) -> str:
        """What prints for a word of a choice in a list or a table, without its blanks' forms."""
        phrase = next((each for each in parameter.values if each.word == word), None)
        if phrase is None or not all(isinstance(part, Words) for part in phrase.parts):
            return word.replace("-", " ")
        return "".join(part.text for part in phrase.parts if isinstance(part, Words))

    def fact_runs(self, name: str, form: str = "") -> Runs:
        """A fact as it prints; a gap when it is missing."""
        fact, value = TABLE[name], self.facts[name]
        if value is None:
            return (self.gap(fact.ask or name, fact.address or name),)
        if fact.type == "choice":
            return (Value(self.word(str(value)), fact.address or name),)
        return self.value_runs(value, fact.address or name, form)

    def says(self, name: str) -> bool:
        """Whether the spec says anything of a fact, for certain or not."""
        return self.facts[name] is not None or self.is_unsettled(TABLE[name].address or name)

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


def full_address(fact: str) -> str:
    """The address of a fact as `open:` and `disputed:` name it: an issue may stand without "choices."."""
    return f"choices.{fact}" if "/" in fact.partition(".")[0] else fact


def _label(parameter: Parameter) -> str:
    return parameter.label or parameter.ask.rstrip("?")
