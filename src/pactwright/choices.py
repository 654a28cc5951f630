"""What a spec chose, held against the library: options, reasons, and values of parameters, each with its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pactwright.findings import Finding, nearest
from pactwright.library.confirming import names_to_confirm
from pactwright.library.model import NONE, Issue, Library, Parameter
from pactwright.library.values import bound, currency_of, limit, number_in, range_in_words, typed
from pactwright.library.words import side_of
from pactwright.spec.addresses import CONFIRM
from pactwright.spec.checks.disputes import ANSWERS
from pactwright.spec.currencies import rate_problems
from pactwright.spec.sharing import share_problems

if TYPE_CHECKING:
    from pactwright.spec import Spec


@dataclass(frozen=True, slots=True)
class CheckedChoice:
    """One issue's choice in a spec: the option ("" when only parameters are set), the reason, the typed values."""

    option: str = ""
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choices:
    """All choices of a spec that the library accepts, and what is wrong with the others.

    `open` are the issues ("liability/cap") and parameters ("liability/cap.low_fixed") that the spec lists as not
    settled, under `open:` or `disputed:`; they count as not chosen, whatever else the spec says of them.
    """

    by_issue: Mapping[str, CheckedChoice]
    findings: tuple[Finding, ...]
    open: frozenset[str] = frozenset()


def checked_choices(spec: Spec, library: Library) -> Choices:
    """The choices of a spec, each checked against the library; every problem is a finding at its address."""
    findings: list[Finding] = []
    known = {}
    for name, choice in spec.choices.items():
        issue = library.issues.get(name)
        if issue is None:
            findings.append(_unknown_issue(name, library))
            continue
        findings.extend(_option_problems(library, issue, choice.option, choice.reason))
        findings.extend(_private_problems(library, name, choice.private, spec))
        values = dict(_values(library, issue, choice.parameters, choice.reason, spec, findings))
        known[name] = CheckedChoice(choice.option or "", choice.reason or "", values)
    unsettled = {address: f"{group}.{n}.fact" for group, n, address in _unsettled(spec)}
    findings.extend(problem for name, place in unsettled.items() for problem in _open_problems(library, name, place))
    findings.extend(_also_given(known, unsettled))
    findings.extend(_confirmed_problems(spec, library))
    findings.extend(_facts_given(spec))
    findings.extend(_disputed_values(spec, library))
    return Choices(known, tuple(findings), frozenset(unsettled))


def _unsettled(spec: Spec) -> Iterator[tuple[str, int, str]]:
    """The choices and parameters that a spec lists as open or disputed, and where it does."""
    listed = {"open": [each.fact for each in spec.open], "disputed": [each.fact for each in spec.disputed]}
    for group, facts in listed.items():
        for number, fact in enumerate(facts):
            address = fact.removeprefix("choices.")
            if "/" in address.partition(".")[0]:
                yield group, number, address


def _open_problems(library: Library, address: str, place: str) -> Iterator[Finding]:
    """What is wrong with a choice that is listed as open: it must be an issue, or a parameter of one."""
    name, _, parameter = address.partition(".")
    issue = library.issues.get(name)
    if issue is None:
        yield replace(_unknown_issue(name, library), address=place)
    elif parameter and parameter.partition(".")[0] not in issue.parameters:
        seen, accepted = (
            f'"{parameter}" is not a parameter of {name}',
            f"one of {', '.join(issue.parameters) or 'none'}",
        )
        yield Finding("unknown-parameter", "error", place, seen, accepted, nearest(parameter, issue.parameters))


def _disputed_values(spec: Spec, library: Library) -> Iterator[Finding]:
    """What is wrong with what sources say of a choice or a parameter, as if the spec itself said it."""
    for index, dispute in enumerate(spec.disputed):
        name, _, key = dispute.fact.removeprefix("choices.").partition(".")
        issue = library.issues.get(name)
        parameter = issue.parameters.get(key.partition(".")[0]) if issue else None
        for number, version in enumerate(dispute.values if issue else ()):
            address = f"disputed.{index}.values.{number}.value"
            if version.value in ANSWERS:
                continue
            if issue and not key:
                found = _option_problems(library, issue, version.value, "disputed")
                yield from (replace(each, address=address) for each in found)
            elif parameter and parameter.type not in {"choices", "party"}:
                yield from typed(parameter, version.value, address, spec.money.currency or "")[1]


def _also_given(known: Mapping[str, CheckedChoice], unsettled: Mapping[str, str]) -> Iterator[Finding]:
    """A choice or a value that is given and also listed as open: the gap prints, and that is said."""
    for address, place in unsettled.items():
        name, _, parameter = address.partition(".")
        choice = known.get(name, CheckedChoice())
        first, _, key = parameter.partition(".")
        value = choice.values.get(first)
        given = choice.option if not parameter else key in value if key and isinstance(value, Mapping) else value
        if given or (given is not None and parameter and not key):
            yield _given(address, f"choices.{address}", place.partition(".")[0])


def _facts_given(spec: Spec) -> Iterator[Finding]:
    """A fact that is given and also listed as open or disputed."""
    listed = {"open": [each.fact for each in spec.open], "disputed": [each.fact for each in spec.disputed]}
    for group, facts in listed.items() if spec.unsettled else ():
        for fact in facts:
            if any(each == fact or each.startswith(f"{fact}.") for each in spec.unsettled):
                yield _given(fact, fact, group)


def _given(name: str, address: str, group: str) -> Finding:
    fix = f"it prints as a gap; take it out of {group}: once it is settled"
    seen = f"{name} is given, and is also listed under {group}:"
    return Finding("open-and-given", "warning", address, seen, "", fix)


def _confirmed_problems(spec: Spec, library: Library) -> Iterator[Finding]:
    """What the spec says is confirmed and the library asks nobody to confirm."""
    known = tuple(names_to_confirm(library)) if spec.confirmed else ()
    for name in (each for each in spec.confirmed if CONFIRM.fullmatch(each) and each not in known):
        seen, accepted = f'"{name}" is nothing that is to be confirmed', f"one of {', '.join(known) or 'none'}"
        yield Finding("unknown-confirm", "error", f"confirmed.{name}", seen, accepted, nearest(name, known))


def _unknown_issue(name: str, library: Library) -> Finding:
    if name in library.withdrawn:
        return Finding(
            "withdrawn", "error", f"choices.{name}", f'"{name}" is withdrawn: {library.withdrawn[name].reason}'
        )
    return Finding(
        "unknown-issue",
        "error",
        f"choices.{name}",
        f'"{name}" is not an issue of the library',
        "pactwright clauses list shows them all",
        nearest(name, library.issues),
    )


def _option_problems(library: Library, issue: Issue, option: str | None, reason: str | None) -> Iterator[Finding]:
    address = f"choices.{issue.id}"
    options = library.options.get(issue.id, {})
    if option == NONE:
        if issue.required:
            yield Finding(
                "required-issue",
                "error",
                address,
                f"{issue.id} is left out",
                "",
                f"it is required: choose one of {', '.join(options)}",
            )
        elif not reason:
            yield Finding(
                "reason-missing", "error", address, f"{issue.id} is left out without a reason", "", "add reason:"
            )
    elif option and f"{issue.id}/{option}" in library.withdrawn:
        why = library.withdrawn[f"{issue.id}/{option}"].reason
        yield Finding("withdrawn", "error", address, f'"{option}" is withdrawn: {why}', f"one of {', '.join(options)}")
    elif option and option in issue.waits:
        seen = f"{issue.id}/{option} is not written yet, for it waits for {issue.waits[option]}"
        yield Finding("unknown-option", "error", address, seen, f"one of {', '.join(options)}, {NONE}")
    elif option and option not in options:
        yield Finding(
            "unknown-option",
            "error",
            address,
            f'"{option}" is not an option of {issue.id}',
            f"one of {', '.join(options)}, {NONE}",
            nearest(option, options),
        )


def _private_problems(library: Library, name: str, private: Mapping[str, str], spec: Spec) -> Iterator[Finding]:
    """Something private of somebody who is neither a party nor a side."""
    known = (*spec.parties, *library.vocabulary.get("sides", {}))
    for key in (each for each in private if each not in known):
        address, seen = f"choices.{name}.private.{key}", f'"{key}" is neither a party nor a side'
        yield Finding("unknown-reference", "error", address, seen, f"one of {', '.join(known)}", nearest(key, known))


def _values(
    library: Library, issue: Issue, tree: Mapping[str, object], reason: str | None, spec: Spec, findings: list[Finding]
) -> Iterator[tuple[str, Any]]:
    for name, text in tree.items():
        address = f"choices.{issue.id}.{name}"
        parameter = issue.parameters.get(name)
        if parameter is None:
            findings.append(
                Finding(
                    "unknown-parameter",
                    "error",
                    address,
                    f'"{name}" is not a parameter of {issue.id}',
                    f"one of {', '.join(issue.parameters) or 'none'}, option, reason, private",
                    nearest(name, issue.parameters),
                )
            )
        elif parameter.source:
            findings.append(
                Finding(
                    "borrowed-parameter",
                    "error",
                    address,
                    f'"{name}" is set elsewhere',
                    "",
                    f"set it under {parameter.source}",
                )
            )
        else:
            value, problems = _parameter_value(library, parameter, text, address, spec)
            findings.extend([*problems, *_sums(parameter, value, address), *rate_problems(spec, value, address)])
            if not problems:
                findings.extend(_usual_problems(parameter, value, reason, address, spec.money.currency or ""))
                yield name, value


def _parameter_value(
    library: Library, parameter: Parameter, text: object, address: str, spec: Spec
) -> tuple[Any, list[Finding]]:
    if not (parameter.per and isinstance(text, dict)):
        value, problems = typed(parameter, text, address, spec.money.currency or "")
        return value, [*problems, *_party_problems(parameter, value, address, spec)]
    values, problems = {}, []
    for key, each in text.items():
        value, found = typed(parameter, each, f"{address}.{key}", spec.money.currency or "")
        problems.extend([*found, *_key_problems(library, parameter, key, f"{address}.{key}", spec)])
        values[key] = value
    return values, problems


def _party_problems(parameter: Parameter, value: object, address: str, spec: Spec) -> Iterator[Finding]:
    bound = [key for key, _ in spec.signing()]
    if parameter.type == "party" and spec.parties and value is not None and value not in bound:
        yield _no_party(str(value), "party", bound, address, spec)


def _key_problems(library: Library, parameter: Parameter, key: str, address: str, spec: Spec) -> Iterator[Finding]:
    rows = library.vocabulary["per"][parameter.per].get("rows")
    side = side_of(library.vocabulary, parameter.per)
    listed: Mapping[str, Any] = getattr(spec, rows) if rows else {}
    listed = dict(spec.signing()) if listed is spec.parties else listed
    known = [name for name, row in listed.items() if side is None or row.side == side]
    if key not in known and spec.parties:  # a spec without any has lost them, which is told by itself
        yield _no_party(key, parameter.per, known, address, spec)


def _no_party(name: str, noun: str, known: list[str], address: str, spec: Spec) -> Finding:
    """A name under which there is nothing that can have a value: unknown, of another side, or nobody who signs."""
    accepted = f"one of {', '.join(known) or 'none: the spec has no such thing'}"
    bound = dict(spec.signing())
    if (name in spec.parties and name not in bound) or name in spec.outsiders:
        seen = f'"{name}" does not sign, so nothing binds it here'
        return Finding("unbound", "error", address, seen, accepted, "name a party that signs and answers for it")
    return Finding("unknown-reference", "error", address, f'"{name}" is not a {noun}', accepted, nearest(name, known))


def _sums(parameter: Parameter, value: object, address: str) -> Iterator[Finding]:
    """What is wrong with shares that must add up; one that could not be read is told by itself."""
    if parameter.adds_to and isinstance(value, dict) and all(isinstance(each, Decimal) for each in value.values()):
        whole = Decimal(parameter.adds_to)
        yield from share_problems("shares", value, whole, address)


def _usual_problems(
    parameter: Parameter, value: object, reason: str | None, address: str, currency: str
) -> Iterator[Finding]:
    usual_bounds = (parameter.usual_min, parameter.usual_max)
    for each in value.values() if isinstance(value, dict) else (value,):
        least, most = (limit(parameter, bounds, currency_of(each, currency)) for bounds in usual_bounds)
        low, high = bound(parameter, least), bound(parameter, most)
        number = number_in(each)
        unusual = number is not None and ((low is not None and number < low) or (high is not None and number > high))
        if unusual and not reason:
            usual = f"usually {range_in_words(least, most)}"
            yield Finding(
                "unusual-value",
                "error",
                address,
                f"{number} is unusual for {parameter.name}",
                usual,
                "add reason: to the choice, or take a usual value",
            )
