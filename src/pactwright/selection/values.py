"""The values of parameters: from the spec, the house library, another issue, or the library's default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from pactwright.choices import CheckedChoice, Choices
from pactwright.facts.fact import FactValue
from pactwright.findings import Finding
from pactwright.library.model import NONE, Issue, Library, Parameter
from pactwright.library.values import default_value, typed, value_in
from pactwright.selection.months import stretch_of
from pactwright.selection.result import Selected


@dataclass(frozen=True, slots=True)
class Sources:
    """Where values come from: the choices of a spec, and the defaults of a library in the currency of the spec.

    `open` are the parameters that the spec lists as not settled, `facts` the days that some defaults must reach.
    """

    library: Library
    choices: Mapping[str, CheckedChoice]
    open: frozenset[str]
    currency: str
    facts: Mapping[str, FactValue]

    @classmethod
    def of(cls, library: Library, choices: Choices, facts: Mapping[str, FactValue]) -> Sources:
        """The sources for some facts; where they name no currency, the library's defaults are those of its place."""
        currency = str(facts.get("money.currency") or library.jurisdiction.currency)
        return cls(library, choices.by_issue, choices.open, currency, facts)

    def untouched(self, issue: Issue) -> frozenset[str]:
        """The parameters of an issue for which neither the spec nor the house library says a value."""
        given = {*self._of_house(issue.id), *(self.choices[issue.id].values if issue.id in self.choices else ())}
        return frozenset(name for name, each in issue.parameters.items() if name not in given and not each.source)

    def unsettled(self, issue: Issue) -> frozenset[str]:
        """The parameters of an issue that the spec lists as open."""
        return frozenset(name for name in issue.parameters if f"{issue.id}.{name}" in self.open)

    def default(self, issue: str, name: str) -> Any:  # noqa: ANN401 - values have many types
        """The value of a parameter where a spec says nothing: months that must reach some days are as many as it takes.

        A house library's own number stays what it is, and one beyond the library's bounds is left to a person.
        """
        value = default_values(self.library, issue, self.currency)[name]
        parameter = self.library.issues[issue].parameters[name]
        if not (parameter.reaches and isinstance(value, int)) or name in self._of_house(issue):
            return value
        stretch = stretch_of(parameter, self.facts)
        needed = max(value, stretch.needed) if stretch else value
        is_allowed = all(each.level != "error" for each in typed(parameter, str(needed), "")[1])
        return needed if is_allowed else value

    def _of_house(self, issue: str) -> Mapping[str, object]:
        house = self.library.house_defaults.get(issue)
        return house.values if house else {}


def values_of(chosen: Selected, issues: Mapping[str, Selected], sources: Sources) -> dict[str, Any]:
    """The value of every parameter that the chosen option takes; None for one that stays open."""
    if chosen.option is None:
        return {}
    return {
        name: _borrowed(parameter, issues, sources) if parameter.source else _value(name, chosen.issue.id, sources)
        for name, parameter in chosen.issue.parameters.items()
        if not parameter.options or chosen.option.id in parameter.options
    }


def misplaced_values(issues: Mapping[str, Selected], choices: Mapping[str, CheckedChoice]) -> Iterator[Finding]:
    """A value that the chosen option does not take is refused: it would vanish.

    Bad: liability/cap: {option: own-loss, fixed: 50000}. Good: liability/cap: {option: low-fixed, fixed: 50000}.
    """
    for name, choice in choices.items():
        chosen = issues[name]
        if choice.option == NONE:
            yield from _without_issue(name, choice)
        for parameter in choice.values:
            options = chosen.issue.parameters[parameter].options
            if chosen.option and options and chosen.option.id not in options:
                seen = f'the option "{chosen.option.id}" does not take {parameter}'
                fix = "take it out, or choose that option"
                address = f"choices.{name}.{parameter}"
                yield Finding("unused-parameter", "error", address, seen, f"it is for {', '.join(options)}", fix)


def _without_issue(name: str, choice: CheckedChoice) -> Iterator[Finding]:
    for parameter in choice.values:
        seen, fix = f"{name} is left out, and {parameter} with it", "take it out, or choose an option"
        yield Finding("unused-parameter", "error", f"choices.{name}.{parameter}", seen, "", fix)


def _value(name: str, issue: str, sources: Sources) -> Any:  # noqa: ANN401 - values have many types
    if f"{issue}.{name}" in sources.open:
        return None
    given = sources.choices[issue].values if issue in sources.choices else {}
    value = given[name] if name in given else sources.default(issue, name)
    return _without_open(value, f"{issue}.{name}.", sources.open) if isinstance(value, Mapping) else value


def _without_open(values: Mapping[str, Any], address: str, unsettled: frozenset[str]) -> dict[str, Any]:
    """The values per party, or per another thing, that are settled."""
    return {key: value for key, value in values.items() if f"{address}{key}" not in unsettled}


def _borrowed(parameter: Parameter, issues: Mapping[str, Selected], sources: Sources) -> Any:  # noqa: ANN401 - values have many types
    """Another issue's value, or the parameter's own default where that issue is not there."""
    other, _, name = parameter.source.rpartition(".")
    lender = issues.get(other)
    if lender and lender.is_open:
        return None
    if lender and lender.option and name in lender.issue.parameters:
        return _value(name, other, sources)
    return default_value(parameter, sources.currency)


@lru_cache(maxsize=1024)
def default_values(library: Library, issue: str, currency: str) -> Mapping[str, Any]:
    """The value of each parameter of an issue where a spec says nothing: the house library's, or the library's own.

    An amount belongs to its currency, so that in another one the parameter stays open.
    """
    house = library.house_defaults.get(issue)
    own = house.values if house else {}
    parameters = library.issues[issue].parameters.items()
    return MappingProxyType(
        {
            name: _of_house(each, own[name], currency) if name in own else default_value(each, currency)
            for name, each in parameters
        }
    )


def _of_house(parameter: Parameter, value: object, currency: str) -> Any:  # noqa: ANN401 - values have many types
    return value_in(parameter, value, currency) if parameter.type == "money" else typed(parameter, value, "")[0]
