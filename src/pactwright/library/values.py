"""The values of parameters: text turned into what a parameter's type means, and held against its bounds."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from pactwright.findings import Finding, nearest
from pactwright.library.model import Parameter
from pactwright.spec import amounts, scalars
from pactwright.validation import RefusedError

PARSERS: dict[str, Callable[[str], Any]] = {
    "money": amounts.money,
    "percent": scalars.percent,
    "number": scalars.number,
    "count": scalars.count,
    "days": scalars.count,
    "business-days": scalars.count,
    "hours": scalars.count,
    "months": scalars.count,
    "date": scalars.date,
    "yes-no": scalars.yes_no,
    "phrase": scalars.line,
    "text": scalars.text,
}


def typed(parameter: Parameter, text: object, address: str) -> tuple[Any, list[Finding]]:
    """The value of one text under a parameter's type, and what is wrong with it (then the value is None)."""
    if parameter.type == "choices":
        return _typed_choices(parameter, text, address)
    if not isinstance(text, str):
        return None, [Finding("wrong-type", "error", address, f'"{parameter.name}" takes one value', parameter.type)]
    if parameter.type == "choice":
        return _typed_choice(parameter, text, address)
    if parameter.type == "party":
        return text, []
    value, problems = _parsed(PARSERS[parameter.type], text, address)
    return value, problems or _range_problems(parameter, value, text, address)


def library_problems(parameter: Parameter) -> list[tuple[str, Finding]]:
    """What is wrong with the bounds and the default that a library gives a parameter, each with its key."""
    bounds = {"min": parameter.min, "max": parameter.max}
    bounds |= {"usual-min": parameter.usual_min, "usual-max": parameter.usual_max}
    numeric = {key: text for key, text in bounds.items() if text and parameter.type in PARSERS}
    found = [
        (key, each)
        for key, text in numeric.items()
        for each in _parsed(PARSERS[parameter.type], text, parameter.address)[1]
    ]
    is_known = parameter.type in {*PARSERS, "party"} or bool(parameter.values)
    if not found and is_known and parameter.default is not None:
        found = [("default", each) for each in typed(parameter, _as_tree(parameter.default), parameter.address)[1]]
    return found


def default_value(parameter: Parameter) -> Any:  # noqa: ANN401 - the type is the parameter's
    """The library's own value for a parameter, or None when it stays open."""
    if parameter.default is None or not parameter.type:
        return None
    return typed(parameter, _as_tree(parameter.default), "")[0]


def _parsed(parser: Callable[[str], Any], text: str, address: str) -> tuple[Any, list[Finding]]:
    try:
        return parser(text), []
    except RefusedError as refused:
        return None, [Finding(refused.rule, "error", address, refused.seen, refused.accepted, refused.fix)]


def _as_tree(default: str | tuple[str, ...]) -> object:
    return list(default) if isinstance(default, tuple) else default


def bound(parameter: Parameter, text: str) -> Decimal | None:
    """A bound of a parameter as a number; None where it has none."""
    return number_in(PARSERS[parameter.type](text)) if text and parameter.type in PARSERS else None


def number_in(value: object) -> Decimal | None:
    """The number that a value holds, or None."""
    if isinstance(value, amounts.Money):
        return value.amount
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    return None


def range_in_words(low: str, high: str) -> str:
    """Two bounds, of which one may be empty, as a person would say them.

    >>> range_in_words("7", "90"), range_in_words("7", ""), range_in_words("", "90")
    ('from 7 to 90', 'at least 7', 'at most 90')
    """
    if low and high:
        return f"from {low} to {high}"
    return f"at least {low}" if low else f"at most {high}"


def _typed_choice(parameter: Parameter, text: str, address: str) -> tuple[Any, list[Finding]]:
    words = [phrase.word for phrase in parameter.values]
    if text in words:
        return text, []
    if parameter.own_words:
        return _parsed(scalars.line, text, address)
    return None, [
        Finding(
            "unknown-value",
            "error",
            address,
            f'"{text}" is not a value of {parameter.name}',
            f"one of {', '.join(words)}",
            nearest(text, words),
        )
    ]


def _typed_choices(parameter: Parameter, tree: object, address: str) -> tuple[Any, list[Finding]]:
    values = [tree] if isinstance(tree, str) else tree
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        return None, [Finding("wrong-type", "error", address, f'"{parameter.name}" is not a list of words', "a list")]
    problems = [
        found
        for number, each in enumerate(values)
        for found in _typed_choice(parameter, each, f"{address}.{number}")[1]
    ]
    problems.extend(
        Finding("repeated-value", "error", f"{address}.{number}", f'"{each}" stands twice', "each value once")
        for number, each in enumerate(values)
        if each in values[:number]
    )
    missing = [word for word in parameter.fixed if word not in values]
    if missing:
        problems.append(
            Finding(
                "fixed-value",
                "error",
                address,
                f"{', '.join(missing)} cannot be left out",
                "",
                f"add {', '.join(missing)}",
            )
        )
    if len(values) < parameter.at_least:
        problems.append(Finding("too-few", "error", address, f"{len(values)} values", f"at least {parameter.at_least}"))
    return (None if problems else tuple(values)), problems


def _range_problems(parameter: Parameter, value: object, text: str, address: str) -> list[Finding]:
    low, high = bound(parameter, parameter.min), bound(parameter, parameter.max)
    number = number_in(value)
    if number is None or ((low is None or number >= low) and (high is None or number <= high)):
        return []
    accepted, seen = range_in_words(parameter.min, parameter.max), f"{text} is out of range for {parameter.name}"
    return [Finding("out-of-range", "error", address, seen, accepted, parameter.why)]
