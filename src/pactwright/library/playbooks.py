"""A playbook, as a file or as part of a house library, held against the library: all that is wrong at its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field

from pactwright.errors import InputError
from pactwright.findings import in_order, nearest
from pactwright.library.model import NONE, Issue, Library, Option, Parameter
from pactwright.library.positions import Playbook, Position, Range
from pactwright.library.reading import NO_KEYS, Form, Mapped, Problems, Said, Texts, read, word
from pactwright.library.values import typed
from pactwright.textfile import parsed_table, read_text

FILE: Final = "playbook.yml"
"""The playbook of a house library."""
WEIGHTS: Final = ("1", "2", "3")
_LISTS: Final = ("prefer", "accept", "never")
_ORDERED: Final = frozenset({"money", "percent", "number", "count", "days", "business-days", "hours", "months", "date"})


class _RangeForm(Form):
    min: Said = ""
    max: Said = ""


class _PositionForm(Form):
    weight: Annotated[str, word(WEIGHTS)] = "1"
    prefer: Texts = ()
    accept: Texts = ()
    never: Texts = ()
    approver: Said = ""
    ranges: Mapped[_RangeForm] = NO_KEYS
    private: Said = ""


class _PlaybookForm(Form):
    schema_version: Annotated[str, word(("1",)), Field(alias="schema")]
    party: str
    issues: Mapped[_PositionForm]


def playbook_in(path: Path, library: Library) -> Playbook:
    """The playbook in a file; raises InputError with every problem, UsageError when the file cannot be read."""
    tree, marks = parsed_table(read_text(path), str(path))
    problems = Problems(marks)
    found = playbook_from(tree, problems, library.issues, library.options)
    if problems.found:
        raise InputError(in_order(problems.found))
    return found


def playbook_from(
    tree: Any,  # noqa: ANN401 - a tree of text
    problems: Problems,
    issues: Mapping[str, Issue],
    options: Mapping[str, Mapping[str, Option]],
) -> Playbook:
    """The playbook in a tree, without what is wrong with it; every problem is noted."""
    form = read(_PlaybookForm, tree, problems)
    known = {name: each for name, each in form.issues.items() if _is_issue(name, issues, problems)}
    positions = {name: _position(each, issues[name], tuple(options[name]), problems) for name, each in known.items()}
    return Playbook(form.party, positions, problems.marks)


def _is_issue(name: str, issues: Mapping[str, Issue], problems: Problems) -> bool:
    if name in issues:
        return True
    seen, accepted = f'"{name}" is not an issue of the library', "pactwright clauses list shows them all"
    problems.add("unknown-issue", f"issues.{name}", seen, accepted, nearest(name, issues))
    return False


def _position(form: _PositionForm, issue: Issue, options: tuple[str, ...], problems: Problems) -> Position:
    _check_options(form, (*options, NONE), issue, problems)
    ranges = {key: _range(key, each, issue, problems) for key, each in form.ranges.items()}
    known = {key: each for key, each in ranges.items() if each}
    weight = int(form.weight or 1)
    return Position(issue.id, form.prefer, form.accept, form.never, weight, form.approver, known, form.private)


def _check_options(form: _PositionForm, options: tuple[str, ...], issue: Issue, problems: Problems) -> None:
    """Every option that a list names is one of the issue, and stands in one list only."""
    named: dict[str, str] = {}
    for key in _LISTS:
        for number, option in enumerate(getattr(form, key)):
            place = f"issues.{issue.id}.{key}.{number}"
            place = place if place in problems.marks else f"issues.{issue.id}.{key}"
            if option not in options:
                seen = f'"{option}" is not an option of {issue.id}'
                problems.add("unknown-option", place, seen, f"one of {', '.join(options)}", nearest(option, options))
            elif option in named:
                seen = f'"{option}" stands under {named[option]} and under {key}'
                problems.add(
                    "listed-twice", place, seen, "one of the lists", f"take it out of {named[option]} or {key}"
                )
            named.setdefault(option, key)


def _range(name: str, form: _RangeForm, issue: Issue, problems: Problems) -> Range | None:
    parameter, place = issue.parameters.get(name), f"issues.{issue.id}.ranges.{name}"
    if parameter is None or parameter.type not in _ORDERED:
        known = [each.name for each in issue.parameters.values() if each.type in _ORDERED]
        seen = f'"{name}" is no parameter of {issue.id} that has a range'
        problems.add("unknown-parameter", place, seen, f"one of {', '.join(known) or 'none'}", nearest(name, known))
        return None
    least, most = (_bound(parameter, getattr(form, key), f"{place}.{key}", problems) for key in ("min", "max"))
    if least is not None and most is not None and _number(most) < _number(least):
        problems.add("range", place, f"{form.max} is below {form.min}", f"at least {form.min}", "swap the two?")
    words = " to ".join(filter(None, (form.min, form.max))) if form.min and form.max else ""
    return Range(least, most, words or (f"at least {form.min}" if form.min else f"at most {form.max}"))


def _bound(parameter: Parameter, text: str, place: str, problems: Problems) -> Any:  # noqa: ANN401 - of any type
    if not text:
        return None
    value, found = typed(parameter, text, place)
    for each in found:
        problems.add(each.rule, place, each.seen, each.accepted, each.fix)
    return value


def _number(value: Any) -> Any:  # noqa: ANN401 - an amount, a number, a date
    return getattr(value, "amount", value)
