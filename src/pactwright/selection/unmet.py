"""What facts forbid, told by the fields of the spec that they are worked out of, for nobody types a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from pactwright.facts import TABLE, fields_for, typed_for
from pactwright.facts.conditions import tests_in
from pactwright.facts.roles import counted_role
from pactwright.findings import Finding
from pactwright.library.figures import law_value

if TYPE_CHECKING:
    from pactwright.facts.conditions import Condition, Test
    from pactwright.selection.result import Selection, Unmet
    from pactwright.spec import Spec

MUST: Final[Mapping[Test, str]] = {
    "is": "must be",
    "not": "must not be",
    "in": "must be one of",
    "min": "must be at least",
    "max": "must be at most",
    "reaches": "must reach",
    "includes": "must include",
    "present": "must be given",
}
LAW: Final = "law."
SHOWN: Final = 3
"""How many addresses are named before the rest is counted."""


def unmet_problems(selection: Selection, spec: Spec) -> Iterator[Finding]:
    """Looks for a model, or an option, whose conditions the facts of the spec fail.

    Each condition is told where the spec says what fails it, with the other places of which that is worked out.

    Why: such a paper says what is not so, or leaves out what these facts call for.

    Bad: `model: demonstrator` and `funding: {price: 48,000}`

    Good: the same with `price: nil`
    """
    for unmet in selection.unmet:
        for condition in unmet.conditions:
            yield _finding(unmet, tuple(tests_in((condition,))), selection, spec)


def _finding(unmet: Unmet, tests: tuple[Condition, ...], selection: Selection, spec: Spec) -> Finding:
    """What is told of one test, or of alternatives, of which none holds."""
    typed = [typed_for(spec, each.subject) for each in tests]
    seen = " and ".join(_seen(selection, each.subject, way) for each, way in zip(tests, typed, strict=True))
    accepted = " or ".join(_must(each, "it" if len(tests) == 1 else means(each.subject)) for each in tests)
    fix = f"change that, or choose {unmet.instead}" if unmet.instead else "change that"
    address = next((way[0] for way in typed if way), unmet.address)
    return Finding(unmet.rule, "error", address, f"{unmet.choice} does not fit: {seen}", accepted, fix)


def _seen(selection: Selection, name: str, typed: tuple[str, ...]) -> str:
    value, fact = selection.facts.get(name), TABLE.get(name)
    if fact and isinstance(value, bool):
        return f"{fact.says[not value]},{_by(selection, name, typed)}".replace(",,", ",")
    return f"{means(name)} is {_value(selection, name)}{_by(selection, name, typed)}"


def _must(condition: Condition, named: str) -> str:
    fact = TABLE.get(condition.subject)
    if fact and fact.type == "yes-no" and condition.operand in {("yes",), ("no",)} and condition.test in {"is", "not"}:
        return f"it fits where {fact.says[(condition.operand == ('no',)) == (condition.test == 'is')]}"
    return " ".join(filter(None, (named, MUST[condition.test], ", ".join(condition.operand))))


def _by(selection: Selection, name: str, typed: tuple[str, ...]) -> str:
    """Who or what says so: the law, what the spec types, or that it types nothing."""
    if name.startswith(LAW):
        return f" under the law of {selection.library.jurisdiction.title}"
    if not typed:
        return f", as {' and '.join(dict.fromkeys(each.partition('.*')[0] for each in fields_for(name)))} says nothing"
    more = f" and {len(typed) - SHOWN} more" if len(typed) > SHOWN else ""
    return f" by {', '.join(typed[:SHOWN])}{more}"


def means(name: str) -> str:
    """What a fact is, in the middle of a sentence."""
    fact, role = TABLE.get(name), counted_role(name)
    if name.startswith(LAW):
        return f"the {name.removeprefix(LAW).replace('_', ' ')}"
    if fact is None:
        return f"the number of {name.partition('.')[0]} with the role {role[1]}" if role else name
    means = fact.ask and f"the {fact.ask}"
    return means or fact.means[:1].lower() + re.split(r"[.;:]", fact.means[1:])[0]


def _value(selection: Selection, name: str) -> str:
    law = law_value(selection.library, name.removeprefix(LAW), selection.facts) if name.startswith(LAW) else None
    value = law or selection.facts.get(name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "none"
    return "not known" if value is None else str(value)
