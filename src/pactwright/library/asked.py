"""For which options of an issue a parameter is: those that print it, test it or cite its column; nobody types it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from pactwright.facts.conditions import Conditions, tests_in
from pactwright.findings import Finding
from pactwright.library.model import Issue, Option, Parameter
from pactwright.wording.parts import Blank, Cite, Parts

PARAM = "param."


def named_elsewhere(options: Iterable[Option]) -> frozenset[str]:
    """The parameters that options print of other issues, each as "topic/issue.name"."""
    return frozenset(name for option in options for name in _printed(_parts(option)) if "/" in name)


def with_asked(issue: Issue, options: Collection[Option], elsewhere: Collection[str], problems: list[Finding]) -> Issue:
    """The issue, each of its parameters for the options that use it; for all of them where another issue prints it.

    `for:` may narrow that, to keep a parameter from an option; what widens it is noted.
    """
    uses = {option.id: _used(issue, option) for option in options}
    made = {}
    for name, parameter in issue.parameters.items():
        using = tuple(option for option, used in uses.items() if name in used)
        problems.extend(_widening(issue, parameter, using, uses))
        is_for_all = len(using) in {0, len(uses)} or f"{issue.id}.{name}" in elsewhere
        typed = parameter.options
        if {*typed} - {*uses}:  # a slip, which is told elsewhere
            typed = tuple(dict.fromkeys((*typed, *using)))
        made[name] = replace(parameter, options=typed or (() if is_for_all else using))
    return replace(issue, parameters=made)


def _widening(issue: Issue, parameter: Parameter, using: Collection[str], known: Collection[str]) -> Iterator[Finding]:
    """An option for which a parameter is typed to be, and which has no use for it."""
    for option in parameter.options if using and not parameter.brought_by else ():
        if option in known and option not in using:
            seen = f'{parameter.name} is for "{option}", which neither prints nor tests it'
            place = issue.marks.place(f"parameters.{parameter.name}.for")
            accepted, fix = f"one of {', '.join(using)}", "leave for: out; it follows from the wording"
            yield Finding("parameter-for", "error", issue.file, seen, accepted, fix, place)


def _used(issue: Issue, option: Option) -> set[str]:
    """The names of what an option uses, with what the parameters among these use in their turn."""
    parts = tuple(_parts(option))
    used = {*_printed(parts), *_shown(issue.parameters, parts)}
    used |= {name for rule in option.items.values() for name in _tested(rule.when)}
    for entry in option.allocates:
        used |= {*entry.figures, *_tested(entry.when)}
    used |= {name for entry in option.gives for name in _tested(entry.when)}
    while more := {name for each in used for name in _below(issue.parameters.get(each))} - used:
        used |= more
    return used


def _parts(option: Option) -> Iterator[object]:
    yield from (part for wording in option.wordings.values() for item in wording.walk() for part in item.parts)
    yield from (part for each in option.confirm for part in each.text)


def _below(parameter: Parameter | None) -> Iterator[str]:
    if parameter:
        yield from _tested(parameter.when)
        yield from (name for phrase in parameter.values for name in _printed(phrase.parts))


def _printed(parts: Iterable[object] | Parts) -> Iterator[str]:
    return (part.name for part in parts if isinstance(part, Blank))


def _tested(conditions: Conditions) -> Iterator[str]:
    return (test.subject.removeprefix(PARAM) for test in tests_in(conditions) if test.subject.startswith(PARAM))


def _shown(parameters: Mapping[str, Parameter], parts: Iterable[object]) -> Iterator[str]:
    """The parameters whose column of a schedule a sentence cites."""
    cites = (part for part in parts if isinstance(part, Cite))
    cited = {(target.id, column.name) for cite in cites for target in cite.targets for column in target.columns}
    for name, parameter in parameters.items():
        if (parameter.shown.partition("#")[0], name) in cited:
            yield name
